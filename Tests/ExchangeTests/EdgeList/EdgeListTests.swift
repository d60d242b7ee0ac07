import AllianceModel
import GraphCore
import TestSupport
import Testing

@testable import Exchange

@Suite("EdgeList")
struct EdgeListTests {
  private func read(_ text: String, isDirected: Bool = false) throws -> EdgeList {
    try EdgeList(Array(text.utf8), isDirected: isDirected)
  }

  @Test("merges repeated rows, leaves loops out, and counts both")
  func counts() throws {
    let list = try read("from,to\nA,B\nB,C\nB,A\nD,D\n")
    #expect(list.names == ["A", "B", "C", "D"])
    #expect(list.graph == CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)]))
    #expect((list.rowCount, list.mergedCount, list.selfLoopCount) == (4, 1, 1))
    #expect(list.hasHeader)
    let directed = try read("A,B\nB,A\n", isDirected: true)
    #expect((directed.graph.edgeCount, directed.mergedCount) == (2, 0))
  }

  @Test(
    "reads every separator, line ends of all systems, and a byte order mark",
    arguments: [
      "A\tB\t2\nB\tC\t0.5", "A;B;2\r\nB;C;0,5\r\n", "\u{FEFF}A,B,2\nB,C,.5\n", "  A  B 2\nB C   5e-1  \n",
      "A , B , 2\n B,C,+0.5",
    ])
  func separators(text: String) throws {
    let list = try read(text)
    #expect(list.names == ["A", "B", "C"])
    #expect(list.graph == (try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 2), (1, 2, 0.5)])))
    #expect(!list.hasHeader)
  }

  @Test("skips comments, blank lines and the empty rows of spreadsheets")
  func blanks() throws {
    let list = try read("# made by hand\n\n;;\nA;B;1\n   \n#x;y\n;;\r\nB;C;2")
    #expect((list.names, list.rowCount) == (["A", "B", "C"], 2))
  }

  @Test("takes names in quotes as written, and quotes inside a name as letters")
  func quotes() throws {
    let list = try read("\"Dupont, fils\",\"Les \"\"Amis\"\"\"\nLes \"Amis\",\"Dupont, fils\" \n")
    #expect(list.names == ["Dupont, fils", "Les \"Amis\""])
    #expect(list.mergedCount == 1)
  }

  @Test("tells names apart that share their beginnings, their lengths or all but one byte")
  func names() throws {
    let names = [
      "a", "ab", "abcdefgh", "abcdefghi", "abcdefghj", "abcdefgh\u{E9}", "abcdefghijklmnop", "abcdefghijklmnoq", "é",
      "É",
    ]
    let list = try read(names.map { "\($0)\thub\n" }.joined())
    #expect(list.names == ["a", "hub"] + names.dropFirst())
    #expect(list.mergedCount == 0)
  }

  @Test("finds the columns by the words of a header, wherever they stand")
  func header() throws {
    let gephi = try read("Id,Source,Target,Type,Weight\n0,A,B,Undirected,3\n1,B,C,Undirected,4\n")
    #expect(gephi.graph == (try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 3), (1, 2, 4)])))
    #expect(try !read("de\tvers\tannée\nA\tB\t2021\n").graph.isWeighted)
    #expect(try read("acteur;partenaire;budget\nA;B;3\n").graph.weight(from: 0, to: 1) == 3)
  }

  @Test("keeps the numbers of nodes when it is told so, with those that no edge names")
  func indices() throws {
    let list = try EdgeList(Array("3 1\n1 0\n".utf8), labels: .indices(nodeCount: 5))
    #expect(list.graph == CSRGraph(nodeCount: 5, edges: [(1, 3), (0, 1)]))
    #expect(list.names == ["0", "1", "2", "3", "4"])
  }

  @Test(
    "says what is wrong, with line and column",
    arguments: [
      ("A\tB\n\nA,C\n", .mixedSeparators(found: .comma, expected: .tab), 3, 2),
      ("A,B,1\nA,B\n", .cutShort(cells: 2, expected: 3), 2, 4),
      ("A,B\nÉa,B,C\n", .tooManyCells(cells: 3, expected: 2), 2, 7),
      ("A,B,1\nÉa,B,nan\n", .weightNotPositive, 2, 6), ("A,B,1\nA,B,-2\n", .weightNotPositive, 2, 5),
      ("A,B,1\nA,B,inf\n", .weightNotPositive, 2, 5), ("A,B,1\nA,B,0\n", .weightNotPositive, 2, 5),
      ("A,B,1\nA,B,1e999\n", .weightNotPositive, 2, 5), ("A,B,1\nA,B,1e-320\n", .weightNotPositive, 2, 5),
      ("A,B,1\nA,B,0x1\n", .weightNotNumber, 2, 5), ("A,B,1\nA,B,1,5\n", .tooManyCells(cells: 4, expected: 3), 2, 8),
      ("A,B,1\nA,B,\n", .weightNotNumber, 2, 5), ("A\tB\tseen\nA\tC\tseen\n", .weightNotNumber, 1, 5),
      ("A,B,1e308\nA,C,1e308\n", .weightsTooLarge, 1, 1), ("A,B\n,C\n", .noName, 2, 1),
      ("A,B\nC,\"\"\n", .noName, 2, 4),
      ("A,B\n\"C,D\n", .badQuote, 2, 1), ("A,B\nC,\"D\" E\n", .badQuote, 2, 3),
      ("A,B\nC,D\u{0}\n", .controlCharacter, 2, 3),
      ("A\n", .cutShort(cells: 1, expected: 2), 1, 2), ("", .noRows, 1, 1), ("# only\n", .noRows, 1, 1),
      ("source,target\n", .noRows, 2, 1),
    ] as [(String, EdgeListError.Kind, Int, Int)])
  func faults(text: String, kind: EdgeListError.Kind, line: Int, column: Int) throws {
    let error = try #require(throws: EdgeListError.self) { try read(text) }
    let fault = try #require(error.faults.first)
    #expect((fault.kind, fault.line, fault.column) == (kind, line, column))
  }

  @Test("refuses bytes that are no UTF-8, and numbers that are no node")
  func badCells() throws {
    let latin = try #require(throws: EdgeListError.self) { try EdgeList(Array("A,B\nA,".utf8) + [0xE9, 0x0A]) }
    #expect(latin.faults.map(\.kind) == [.notUTF8])
    let indices = try #require(throws: EdgeListError.self) {
      try EdgeList(Array("0 1\n2 18446744073709551617\n-1 0\n3 0".utf8), labels: .indices(nodeCount: 3))
    }
    #expect(
      indices.faults.map(\.kind) == [.indexOutOfRange(nodeCount: 3), .notAnIndex, .indexOutOfRange(nodeCount: 3)])
    #expect(indices.faults.map(\.line) == [2, 3, 4])
    #expect(indices.faults.map(\.value) == ["18446744073709551617", "-1", "3"])
    let long = String(repeating: "x", count: EdgeList.nameLimit + 1)
    #expect(try #require(throws: EdgeListError.self) { try read("A \(long)\n") }.faults.map(\.kind) == [.longName])
  }

  @Test("tells faults of names and of weights in the order of their lines, far down a list too")
  func order() throws {
    var rows = (0..<2000).map { "node \($0),node \($0 + 1),1" }
    rows[1200] = "a,b,x"
    rows[1500] = "a\u{7},b,1"
    rows[1501] = "a,b,-1"
    let error = try #require(throws: EdgeListError.self) { try read(rows.joined(separator: "\n")) }
    #expect(error.faults.map(\.line) == [1201, 1501, 1502])
    #expect(error.faults.map(\.kind) == [.weightNotNumber, .controlCharacter, .weightNotPositive])
  }

  @Test("keeps the first faults, counts all, and prints them in both languages")
  func text() throws {
    let rows = (0..<30).map { _ in "A\tB\t-1\n" }.joined()
    let error = try #require(throws: EdgeListError.self) { try read("A\tB\t1\n" + rows) }
    #expect((error.faults.count, error.faultCount) == (EdgeListError.faultLimit, 30))
    let english = error.text(file: "a.tsv", in: .english).split(separator: "\n")
    #expect(english.first == "a.tsv:2:5: error: the weight must be a positive number, not “-1”")
    #expect(english.suffix(2) == ["help: write a number above 0, or delete the column", "… and 10 more errors"])
    let french = error.text(file: "a.tsv", in: .french)
    #expect(french.hasPrefix("a.tsv:2:5: erreur\u{A0}: le poids doit être un nombre positif, pas «\u{A0}-1\u{A0}»\n"))
  }

  @Test("reads what a plain reading of the lines gives, on random lists", arguments: 0..<200 as Range<UInt64>)
  func oracle(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let separator = ["\t", ",", ";", " "][Int(generator.next() % 4)]
    let names = (0..<8).map { "n\($0)" + String(repeating: "é", count: Int(generator.next() % 12)) }
    let rows = (0..<Int(generator.next() % 20 + 1)).map { _ in
      (names[Int(generator.next() % 8)], names[Int(generator.next() % 8)], Double(generator.next() % 999 + 1) / 1000)
    }
    let list = try read(rows.map { "\($0)\(separator)\($1)\(separator)\($2)\n" }.joined())

    var order: [String] = []
    var sums: [Set<String>: Double] = [:]
    for (source, target, weight) in rows {
      for name in [source, target] where !order.contains(name) { order.append(name) }
      if source != target { sums[[source, target], default: 0] += weight }
    }
    #expect(list.names == order)
    #expect(list.graph.edgeCount == sums.count)
    for (ends, sum) in sums {
      let nodes = ends.compactMap { order.firstIndex(of: $0) }.map { NodeID($0) }
      #expect(agree(try #require(list.graph.weight(from: nodes[0], to: nodes[1])), sum))
    }
    let loops = rows.count { $0.0 == $0.1 }
    #expect((list.rowCount, list.selfLoopCount) == (rows.count, loops))
    #expect(list.mergedCount == rows.count - loops - sums.count)
  }

  @Test("gives the same result however the text is cut into blocks", arguments: [1, 2, 3, 7, 16, 64, 1000])
  func blocks(size: Int) throws {
    let text = Array("# x\nA,B,1\nBéatrice Langlois,A,2\nC,Béatrice Langlois\nA,C,-1\n\nD,A,1.25\nC,D,7".utf8)
    let layout = try #require(try EdgeListLayout(of: text))
    let whole = try EdgeListRows(text, layout: layout, labels: .names)
    let cut = try EdgeListRows(text, layout: layout, labels: .names, blockSize: size)
    #expect(cut.names.names == whole.names.names)
    #expect(cut.edges.elementsEqual(whole.edges, by: ==))
    #expect(cut.weights == [1, 2, 1.25, 7])
    #expect(cut.faults.map(\.line) == [4, 5])
    #expect(cut.faults == whole.faults)
  }

  @Test("gives the same result on any number of threads", arguments: [2, 5])
  func threads(count: Int) throws {
    var generator = TestGenerator(seed: 9)
    var text = ""
    for row in 0..<90_000 {
      text += "organisation \(generator.next() % 20_000)\tactor \(row % 7919)\t\(row % 13 + 1)\n"
    }
    let bytes = Array(text.utf8)
    let one = try Computation.$threadLimit.withValue(1) { try EdgeList(bytes) }
    #expect(one.rowCount == 90_000)
    #expect(try Computation.$threadLimit.withValue(count) { try EdgeList(bytes) } == one)
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try EdgeList(Array("A,B\n".utf8)) }
  }

  static let sample = Array(
    "# é\nsource;target;weight\n\"A \"\"b\"\"\";Béatrice Langlois;1,5\r\nC;\"D\" ;2e3\n\n;;\nC;A;7".utf8)

  @Test("never traps on a text that was cut off anywhere")
  func prefixes() {
    for length in 0...Self.sample.count { _ = Result { try EdgeList(Array(Self.sample.prefix(length))) } }
  }

  @Test("never traps on a text that was changed anywhere", arguments: 0..<1000 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var text = Self.sample
    for _ in 0..<(1 + generator.next() % 4) {
      let place = Int(generator.next() % UInt64(text.count))
      let special = Array("\n\r\t ,;\"#0.-e\u{0}".utf8) + [0xFF, 0xC3]
      switch generator.next() % 4 {
      case 0: text.remove(at: place)
      case 1: text[place] = UInt8(truncatingIfNeeded: generator.next())
      case 2: text[place] = special[Int(generator.next() % UInt64(special.count))]
      default: text.insert(special[Int(generator.next() % UInt64(special.count))], at: place)
      }
    }
    for labels in [EdgeList.Labels.names, .indices(nodeCount: 3)] {
      guard let list = Result(catching: { try EdgeList(text, labels: labels) }).success else { continue }
      #expect(list.graph.nodeCount == list.names.count)
      #expect(list.graph.edgeCount == list.rowCount - list.mergedCount - list.selfLoopCount)
    }
  }
}

extension Result {
  fileprivate var success: Success? { try? get() }
}
