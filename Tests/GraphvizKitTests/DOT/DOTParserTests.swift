import Foundation
import TestSupport
import Testing

@testable import GraphvizKit

@Suite("Reading DOT")
struct DOTParserTests {
  @Test("reads the example of its documentation")
  func example() throws {
    #expect(try DOTDocument(parsing: "digraph { a -> {b c} }").edges.count == 2)
  }

  @Test("reads every form of the grammar")
  func grammar() throws {
    let text = """
      # 1 "a line of a preprocessor"
      /* a comment
         over lines */ strict digraph "un " + // joined
        "nom" {
        graph [rankdir=LR; bgcolor="white"], node [shape=box]
        a; "b c" [label=<<B>x</B> &amp; y>, width=-.5 color = 1.]
        a:f0:n -> "b c":"f1" -> d [color=red] [style=dashed];
        label = "Carte";
        edge [len=2]
        subgraph cluster_1 { label="Un"; e; f [shape=oval] }
        {rank=same g, h} -> i;
      }
      """
    let graph = try DOTDocument(parsing: text)
    #expect(graph.name == "un nom" && graph.isDirected && graph.isStrict)
    #expect(graph.attributes == ["rankdir": "LR", "bgcolor": "white", "label": "Carte"])
    #expect(graph.nodes.map(\.name) == ["a", "b c", "d", "e", "f", "g", "h", "i"])
    #expect(
      graph.nodes[1].attributes
        == [
          "shape": "box", "label": .html(try #require(HTMLLabel(markup: "<B>x</B> &amp; y"))), "width": "-.5",
          "color": "1.",
        ])
    #expect(graph.nodes[4].attributes == ["shape": "oval"])
    #expect(graph.edges.map { "\($0.tail) \($0.head)" } == ["a b c", "b c d", "g i", "h i"])
    #expect(
      graph.edges[0].attributes == ["tailport": "f0:n", "headport": "f1", "color": "red", "style": "dashed"])
    #expect(graph.edges[1].attributes == ["tailport": "f1", "color": "red", "style": "dashed"])
    #expect(graph.edges[3].attributes == ["len": "2"])
    #expect(graph.subgraphs.map(\.name) == ["cluster_1", nil])
    #expect(graph.subgraphs[0].members == ["e", "f"])
    // What was said before a subgraph holds in it, as in Graphviz.
    #expect(graph.subgraphs[0].attributes == ["rankdir": "LR", "bgcolor": "white", "label": "Un"])
    #expect(graph.subgraphs[1].attributes["rank"] == "same")
  }

  @Test("gives nodes and edges the defaults in force where they are first named")
  func defaults() throws {
    let graph = try DOTDocument(
      parsing: """
        graph { a; node [color=red]; b; subgraph { node [color=blue]; edge [style=bold]; c -- a } d; a -- b; node [x=y] }
        """)
    #expect(graph.nodes.map { $0.attributes["color"]?.string } == [nil, "red", "blue", "red"])
    #expect(graph.edges.map { $0.attributes["style"]?.string } == ["bold", nil])
    #expect(graph.nodeDefaults.isEmpty && graph.edgeDefaults.isEmpty)
    #expect(graph.subgraphs[0].members == ["c", "a"])
  }

  @Test("joins each node of an end with each of the next, and members of inner subgraphs with them")
  func products() throws {
    let graph = try DOTDocument(parsing: "graph { {a {b}} -- c, d -- subgraph s {e}; subgraph s -- a }")
    #expect(
      graph.edges.map { $0.tail + $0.head } == ["ac", "ad", "bc", "bd", "ce", "de", "ea"])
    #expect(graph.subgraphs.map(\.name) == [nil, "s"])
    #expect(graph.subgraphs[0].allMembers == ["a", "b"])
  }

  @Test("merges parallel edges of a strict graph, and those with one key, and no others")
  func parallel() throws {
    let strict = try DOTDocument(parsing: "strict graph { a:n -- b [x=1]; b:s -- a [y=2] }")
    #expect(strict.edges.count == 1)
    #expect(strict.edges[0].attributes == ["tailport": "n", "x": "1", "headport": "s", "y": "2"])
    #expect(try DOTDocument(parsing: "strict digraph { a -> b; b -> a; a -> b }").edges.count == 2)
    let keyed = try DOTDocument(parsing: "graph { a -- b [key=k x=1]; a -- b; a -- b [key=k x=2]; a -- b [key=l] }")
    #expect(keyed.edges.map { $0.attributes["x"]?.string } == ["2", nil, nil])
    #expect(keyed.edges.map(\.key) == ["k", nil, "l"])
  }

  @Test("keeps the backslashes of strings, but for quotes and joined lines")
  func strings() throws {
    let graph = try DOTDocument(
      parsing: "graph { \"a\\\"b\" \"c\\\\\" \"d\\\ne\" \"f\\\r\ng\" \"h\\n\" \"i\nj\" \"\" }")
    #expect(graph.nodes.map(\.name) == ["a\"b", "c\\\\", "de", "fg", "h\\n", "i\nj", ""])
  }

  @Test("names a graph without a name, and reads several graphs from one text")
  func several() throws {
    let file = try DOTFile(parsing: Array("graph { a } digraph g { } // end".utf8))
    #expect(file.documents.map(\.name) == ["G", "g"])
  }

  @Test("reads UTF-8 with and without a mark, UTF-16 and Windows-1252, and says which")
  func encodings() throws {
    let text = "graph { charset=latin1 \"Œuvre d'été\" [label=é] }"
    let utf16 = Array(text.utf16)
    let windows = text.unicodeScalars.map { $0 == "Œ" ? UInt8(0x8C) : UInt8($0.value) }
    let files: [(DOTFile.Encoding, [UInt8])] = [
      (.utf8, Array(text.utf8)), (.utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)), (.windows1252, windows),
      (.utf16, [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      (.utf16, [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ]
    for (encoding, bytes) in files {
      let file = try DOTFile(parsing: bytes)
      #expect(file.encoding == encoding)
      #expect(file.documents[0].nodes == [DOTDocument.Node("Œuvre d'été", ["label": "é"])])
      // Text is Unicode by now; `charset` would have Graphviz read it wrongly.
      #expect(file.documents[0].attributes.isEmpty)
    }
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("", .expected(.graph, found: ""), 1, 1), ("grph { }", .expected(.graph, found: "grph"), 1, 1),
      ("graph\n é à", .expected(.openingBrace, found: "à"), 2, 4),
      ("graph {\n  a -- ;\n}", .expected(.nodeOrSubgraph, found: ";"), 2, 8),
      ("graph {\n  a -> b\n}", .wrongEdgeMark(isDirected: false), 2, 5),
      ("digraph { é -- b }", .wrongEdgeMark(isDirected: true), 1, 13),
      ("graph { a [color=#ff0000] }", .unexpectedCharacter("#"), 1, 18),
      ("graph { a [color=] }", .expected(.value, found: "]"), 1, 18),
      ("graph { a [color=red }", .expected(.closingBracket, found: "}"), 1, 22),
      ("graph { a", .expected(.statement, found: ""), 1, 10), ("graph { \"a }\n", .unclosedString, 1, 9),
      ("graph { a [label=<b<c>] }", .unclosedHTML, 1, 18), ("graph { /* }\n\n", .unclosedComment, 1, 9),
      ("graph { node a }", .expected(.attributeList, found: "a"), 1, 14),
      ("graph { a: -- b }", .expected(.name, found: "--"), 1, 12),
      ("graph { \"a\" + b }", .expected(.string, found: "b"), 1, 15),
      ("graph { } }", .expected(.endOfFile, found: "}"), 1, 11), ("graph { a, }", .expected(.name, found: "}"), 1, 12),
      ("graph { \u{0} }", .unexpectedCharacter("\u{0}"), 1, 9),
    ] as [(String, DOTSyntaxError.Problem, Int, Int)])
  func errors(text: String, problem: DOTSyntaxError.Problem, line: Int, column: Int) {
    let error = #expect(throws: DOTSyntaxError.self) { try DOTDocument(parsing: text) }
    #expect(error == DOTSyntaxError(problem: problem, line: line, column: column))
  }

  @Test("speaks English and French")
  func languages() throws {
    let error = try #require(throws: DOTSyntaxError.self) { try DOTDocument(parsing: "graph {\n  a -> b\n}") }
    #expect(
      error.description
        == "2:5: error: an undirected graph (graph) writes its edges with “--”, not “->”")
    #expect(
      error.message(french: true)
        == "un graphe non orienté (graph) écrit ses liens avec «\u{A0}--\u{A0}», et non «\u{A0}->\u{A0}»")
    for expectation in DOTSyntaxError.Expectation.allCases {
      let problem = DOTSyntaxError(problem: .expected(expectation, found: ""), line: 1, column: 1)
      #expect(problem.message(french: true) != problem.message(french: false))
    }
  }

  @Test("refuses subgraphs nested without end and products without end, instead of running out of stack or memory")
  func limits() throws {
    let deep = "graph {" + String(repeating: "{", count: 100_000)
    #expect(throws: DOTSyntaxError.self) { try DOTDocument(parsing: deep) }
    let braces = "graph {" + String(repeating: "{", count: 200) + "a" + String(repeating: "}", count: 201)
    #expect(try DOTDocument(parsing: braces).nodes.count == 1)
    let many = (0..<2_000).map { "n\($0)" }.joined(separator: ",")
    let error = #expect(throws: DOTSyntaxError.self) { try DOTDocument(parsing: "graph { \(many) -- \(many) }") }
    #expect(error?.problem == .tooManyEdges(limit: 2_000_000))
  }

  private static let sample = """
    strict digraph "é" { // c
      graph [a=1, b="x\\"y" + "z"]; /* d */ node [shape=box]
      a:p:n -> { b; c -> d } -> subgraph cluster_x { label=<<B>e</B><!-- > -->>; f, g } [key=k];
    # line
      -1.5 [label="\\N\\l&eacute;"]; edge [style=dotted]; h -> h
    }
    """

  @Test("never traps: every prefix of a sample")
  func prefixes() {
    let bytes = Array(Self.sample.utf8)
    for length in 0...bytes.count {
      let result = Result { try DOTFile(parsing: Array(bytes[..<length])) }
      // Only the whole text is a graph.
      #expect(((try? result.get()) != nil) == (length == bytes.count))
    }
  }

  @Test("never traps: 1,000 random mutations of a sample; what parses survives writing and reading again")
  func mutations() throws {
    var generator = TestGenerator(seed: 7)
    let bytes = Array(Self.sample.utf8)
    let pool = Array("{}[]<>=;,:\"\\-+#/* \n\u{0}aé09.".utf8)
    var parsed = 0
    for _ in 0..<1_000 {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<mutant.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutant.remove(at: place)
        case 1: mutant.insert(pool.randomElement(using: &generator)!, at: place)
        case 2: mutant[place] = UInt8.random(in: 0...255, using: &generator)
        default: mutant.swapAt(place, Int.random(in: 0..<mutant.count, using: &generator))
        }
      }
      guard let file = try? DOTFile(parsing: mutant) else { continue }
      parsed += 1
      for document in file.documents {
        let again = try DOTDocument(parsing: document.serialized())
        #expect(again.nodes.count == document.nodes.count && again.edges.count == document.edges.count)
      }
    }
    #expect(parsed > 50)
  }

  @Test("reads what the writer writes: random documents", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let document = DOTDocument.random(using: &generator)
    #expect(try DOTDocument(parsing: document.serialized()) == document.applyingDefaults())
  }

  @Test("reads the DOT files that other tools wrote, or says clearly what is wrong with them")
  func realFiles() throws {
    guard let folder = RealData.folder?.appending(path: "graph-files/dot", directoryHint: .isDirectory) else {
      RealData.skip("DOT files")
      return
    }
    var failures: [String] = []
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for file in files {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: file)))
      do throws(DOTSyntaxError) {
        for document in try DOTFile(parsing: bytes).documents {
          let again = try DOTDocument(parsing: document.serialized())
          #expect(again == document, "\(file)")
        }
      } catch {
        failures.append("\(file):\(error)")
      }
    }
    print("\(files.count) DOT files, \(failures.count) refused", failures)
  }
}
