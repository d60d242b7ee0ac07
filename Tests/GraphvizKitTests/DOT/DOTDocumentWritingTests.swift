import GraphvizKit
import Testing

@Suite("Writing DOT")
struct DOTDocumentWritingTests {
  @Test("writes the example of its documentation")
  func example() {
    var graph = DOTDocument(name: "Réseau", isDirected: false)
    graph.addNode("a", ["label": .text("L'Œuvre & Cie")])
    graph.addNode("b")
    graph.addEdge("a", "b")
    #expect(
      graph.serialized() == """
        graph "Réseau" {
          a [label="L'Œuvre &amp; Cie"];
          b;
          a -- b;
        }

        """)
  }

  @Test("writes every part in its order, the attributes of the graph after its subgraphs")
  func order() {
    var graph = DOTDocument(name: "carte", isDirected: true, isStrict: true)
    graph.attributes = ["rankdir": "LR", "label": .text("Carte")]
    graph.nodeDefaults = ["shape": "box", "fontsize": .number(9.5, decimals: 1)]
    graph.edgeDefaults = ["color": "#0072B2"]
    graph.addNode("n1", ["label": .html(.text("A<B").bold())])
    graph.addSubgraph(
      "cluster_0", ["label": "Nord"], members: ["n1"], subgraphs: [DOTDocument.Subgraph(nil, members: ["n2"])])
    graph.addEdge("n1", "n2", ["tailport": "f0:n"])
    #expect(
      graph.serialized() == """
        strict digraph carte {
          node [shape=box, fontsize=9.5];
          edge [color="#0072B2"];
          n1 [label=<<B>A&lt;B</B>>];
          subgraph cluster_0 {
            n1;
            {
              n2;
            }
            label=Nord;
          }
          rankdir=LR;
          label=Carte;
          n1 -> n2 [tailport="f0:n"];
        }

        """)
  }

  @Test("gives a graph without a name one, since Graphviz numbers unnamed graphs")
  func unnamed() {
    #expect(DOTDocument(name: "", isDirected: false).serialized() == "graph G {\n}\n")
  }

  @Test(
    "quotes all but plain words and numbers",
    arguments: [
      ("box", "box"), ("_a1", "_a1"), ("-1.50", "-1.50"), (".5", ".5"), ("12", "12"), ("1.", "1."),
      ("", "\"\""), ("-", "\"-\""), (".", "\".\""), ("1a", "\"1a\""), ("1.2.3", "\"1.2.3\""), ("--", "\"--\""),
      ("Node", "\"Node\""), ("strict", "\"strict\""), ("été", "\"été\""), ("a b", "\"a b\""), ("a\"b", "\"a\\\"b\""),
      ("a\nb", "\"a\nb\""), ("\\N", "\"\\N\""), ("a\\\\", "\"a\\\\\""), ("a\u{0}b", "\"a\u{FFFD}b\""),
      ("a\\", "\"a&#92;\""), ("a\\\"b", "\"a&#92;\\\"b\""), ("a\\\\\\\nb", "\"a\\\\&#92;\nb\""),
    ])
  func quoting(id: String, written: String) {
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.addNode(id)
    #expect(graph.serialized() == "graph G {\n  \(written);\n}\n")
  }

  @Test("cuts long strings into pieces below the limit of the lexer, between characters")
  func pieces() {
    for filler in ["x", "é", "😀", "\\\\", "\""] {
      var graph = DOTDocument(name: "G", isDirected: false)
      graph.addNode("n", ["comment": .raw(String(repeating: filler, count: 20_000))])
      let pieces = graph.serialized().split(separator: "\" + \"", omittingEmptySubsequences: false)
      #expect(pieces.count > 2)
      #expect(pieces.allSatisfy { $0.utf8.count < 8_100 }, "\(filler)")
      // No piece ends in a backslash that would escape its quote.
      #expect(
        pieces.dropLast().allSatisfy { $0.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2) || filler == "\"" })
    }
  }

  @Test("writes the defaults out on request, and the nodes that only edges and subgraphs name")
  func applyingDefaults() {
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.nodeDefaults = ["shape": "box", "color": "red"]
    graph.edgeDefaults = ["len": "2"]
    graph.addNode("a", ["color": "blue"])
    graph.addSubgraph("s", members: ["b", "a"])
    graph.addEdge("a", "c")
    let applied = graph.applyingDefaults()
    #expect(applied.nodes.map(\.name) == ["a", "b", "c"])
    #expect(applied.nodes[0].attributes == ["shape": "box", "color": "blue"])
    #expect(applied.nodes[2].attributes == ["shape": "box", "color": "red"])
    #expect(applied.edges[0].attributes == ["len": "2"])
    #expect(applied.nodeDefaults.isEmpty && applied.edgeDefaults.isEmpty)
  }
}
