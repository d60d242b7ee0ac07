import Testing

@testable import GraphvizKit

@Suite("Text in drawings")
struct DrawnTextTests {
  /// What a person may write, and what Graphviz would make of it.
  static let texts = [
    "L'Œuvre « à vif »", "\"Entre guillemets\"", "C:\\Nord\\Gare", "\\N \\G \\E \\L \\T \\H \\n \\l", "fin\\", "\\\\",
    "R&eacute;gion & Cie", "&amp;amp;", "a < b > c", "<b>gras</b>", "&#38;", "100 % {a|b} [x=1];", "# // /* */",
    "emoji 😀",
    "日本語", "ligne une\nligne deux\r\nligne trois", "tiret-trait_souligné", "a\u{7}b", "\u{A0}insécable\u{202F}fin",
    "é (décomposé)",
  ]

  /// The lines as they should arrive: controls as U+FFFD.
  private static func lines(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").replacing("\u{7}", with: "\u{FFFD}").split(separator: "\n").map(String.init)
  }

  /// Unlike `==`, tells two spellings of `é` apart.
  private static func isSame(_ left: [String], _ right: [String]) -> Bool {
    left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
  }

  @Test("arrives exact in labels of nodes, edges, clusters and graphs, and in tooltips", arguments: texts)
  func exact(text: String) throws {
    var graph = DOTDocument(name: "G", isDirected: true)
    graph.attributes = ["label": .text(text)]
    graph.addNode("a", ["label": .text(text), "tooltip": .tooltip(text)])
    graph.addNode("b", ["label": .html(.text(text).bold()), "tooltip": .tooltip(text)])
    graph.addEdge("a", "b", ["label": .text(text), "tooltip": .tooltip(text)])
    graph.addSubgraph("cluster_c", ["label": .text(text)], members: ["a"])
    let rendering = try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg]))
    let svg = try DrawnSVG(try #require(rendering[.svg]))
    let expected = Self.lines(text)
    for group in [svg.node("a"), svg.node("b"), svg.edges.first, svg.clusters.first, svg.groups.first] {
      let texts = try #require(group).texts
      #expect(Self.isSame(texts, expected), "\(texts)")
    }
    for group in [svg.node("a"), svg.node("b"), svg.edges.first] {
      // A tooltip is one string; Graphviz keeps its line breaks as it likes.
      let tooltip = try #require(group?.tooltips.first)
      #expect(tooltip.split(whereSeparator: \.isNewline).map(String.init) == expected, "\(tooltip)")
    }
  }

  @Test("arrives exact in titles, which are the names of nodes", arguments: texts)
  func names(text: String) throws {
    let name = Self.lines(text).joined(separator: " ")
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.addNode(name, ["label": ""])
    let layout = try #require(
      try Graphviz.render(RenderJob(graph, engine: .neato, formats: [.svg], includesLayout: true)).layout)
    let written = name.hasSuffix("\\") && !name.hasSuffix("\\\\") ? name.dropLast() + "&#92;" : name
    #expect(layout.nodes.map(\.name) == [written])
  }

  @Test("arrives exact above every limit of the lexer", arguments: [false, true])
  func long(isHTML: Bool) throws {
    for filler in ["é-", "mot ", "\\", "\"&"] {
      let text = String(repeating: filler, count: 40_000 / filler.utf8.count)
      var graph = DOTDocument(name: "G", isDirected: false)
      graph.addNode("a", ["label": isHTML ? .html(.text(text)) : .text(text), "shape": "plain"])
      let rendering = try Graphviz.render(RenderJob(graph, engine: .neato, formats: [.svg]))
      let svg = try DrawnSVG(try #require(rendering[.svg]))
      #expect(svg.node("a")?.texts == [text], "\(filler)")
    }
  }

  @Test("arrives exact in links, ids and classes")
  func links() throws {
    var graph = DOTDocument(name: "G", isDirected: true)
    graph.addNode(
      "a", ["URL": .link("/fiche?a=1&b=\\N&c=é"), "id": .link("acteur_1"), "class": "acteur asso", "tooltip": "t"])
    graph.addNode("b")
    graph.addEdge("a", "b", ["href": .link("#x&y"), "id": "lien_1", "class": "mecenat", "tooltip": "t"])
    graph.addSubgraph("cluster_c", ["id": "groupe_1", "class": "groupe"], members: ["a"])
    let rendering = try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg]))
    let svg = try DrawnSVG(try #require(rendering[.svg]))
    let node = try #require(svg.node("a"))
    #expect(node.id == "acteur_1" && node.classes == ["node", "acteur", "asso"])
    #expect(node.links == ["/fiche?a=1&b=\\N&c=é"])
    let edge = try #require(svg.edges.first)
    #expect(edge.id == "lien_1" && edge.classes == ["edge", "mecenat"] && edge.links == ["#x&y"])
    #expect(svg.clusters.map(\.id) == ["groupe_1"])
  }

  @Test("of a graph does not show in clusters that have none")
  func inheritance() throws {
    var graph = DOTDocument(name: "G", isDirected: true)
    graph.attributes = ["label": "Titre", "id": "carte", "tooltip": "Titre"]
    graph.addNode("a")
    graph.addSubgraph(
      "cluster_a", members: ["a"], subgraphs: [DOTDocument.Subgraph("cluster_b", ["label": "B"], members: ["a"])])
    let rendering = try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg]))
    let svg = try DrawnSVG(try #require(rendering[.svg]))
    #expect(svg.clusters.map(\.texts) == [[], ["B"]])
    #expect(Set(svg.groups.map(\.id)).count == svg.groups.count)
  }

  @Test("is found again in PDF, whatever its accents")
  func pdf() throws {
    var graph = DOTDocument(name: "G", isDirected: true)
    graph.addNode("a", ["label": .text("Île-de-France")])
    let pdf = try #require(try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.pdf]))[.pdf])
    // Fonts are embedded, so that the text looks the same everywhere.
    #expect(String(decoding: pdf, as: UTF8.self).contains("/FontFile"))
  }
}
