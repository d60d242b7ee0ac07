import Foundation
import Testing

@testable import GraphvizKit

@Suite("Graphviz in this process")
struct GraphvizTests {
  private func triangle() -> DOTDocument {
    var graph = DOTDocument(name: "triangle", isDirected: true)
    for name in ["a", "b", "c"] { graph.addNode(name, ["shape": "box", "width": "1", "height": "0.5"]) }
    graph.addEdge("a", "b", ["label": .text("première")])
    graph.addEdge("b", "c")
    graph.addEdge("c", "a")
    graph.addSubgraph("cluster_ab", ["label": .text("À deux")], members: ["a", "b"])
    return graph
  }

  @Test("draws every node, edge, cluster and label")
  func structure() throws {
    let rendering = try Graphviz.render(RenderJob(triangle(), engine: .dot, formats: [.svg]))
    let svg = try DrawnSVG(try #require(rendering[.svg]))
    #expect(svg.nodes.map(\.title).sorted() == ["a", "b", "c"])
    #expect(svg.edges.map(\.title).sorted() == ["a->b", "b->c", "c->a"])
    #expect(svg.edges.first { $0.title == "a->b" }?.texts == ["première"])
    #expect(svg.clusters.map(\.texts) == [["À deux"]])
    #expect(rendering.warnings == [])
    #expect(rendering.layout == nil)
  }

  @Test("writes several formats from one layout")
  func formats() throws {
    let rendering = try Graphviz.render(
      RenderJob(triangle(), engine: .dot, formats: [.svg, .pdf, .png, .json, .dot, .xdot, .plain, .plainWithPorts]))
    #expect(rendering.outputs.map(\.format) == [.svg, .pdf, .png, .json, .dot, .xdot, .plain, .plainWithPorts])
    #expect(try #require(rendering[.pdf]).starts(with: "%PDF-1.".utf8))
    #expect(try #require(rendering[.png]).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let json = try JSONSerialization.jsonObject(with: Data(try #require(rendering[.json]))) as? [String: Any]
    #expect(json?["name"] as? String == "triangle")
    #expect(try #require(rendering.text(.plain)).hasPrefix("graph 1 "))
    #expect(rendering[.plain] != nil && rendering.svg != nil)
  }

  @Test("writes PNG at the resolution asked for, and SVG beside it unchanged")
  func resolution() throws {
    let alone = try Graphviz.render(RenderJob(triangle(), engine: .dot, formats: [.svg]))
    let svg = try DrawnSVG(try #require(alone[.svg]))
    for dpi in [72, 300] {
      let both = try Graphviz.render(RenderJob(triangle(), engine: .dot, formats: [.png, .svg], resolution: dpi))
      #expect(both[.svg] == alone[.svg])
      // The IHDR chunk of a PNG begins at byte 16 with the width and the height, big-endian.
      let header = try #require(both[.png])[16..<24].map(Int.init)
      let width = header[0] << 24 | header[1] << 16 | header[2] << 8 | header[3]
      #expect(abs(Double(width) - svg.width * Double(dpi) / 72) <= 2)
    }
  }

  @Test("gives positions in points, in the order of the document, that agree with its own plain output")
  func positions() throws {
    let rendering = try Graphviz.render(
      RenderJob(triangle(), engine: .dot, formats: [.plain], includesLayout: true))
    let layout = try #require(rendering.layout)
    #expect(layout.nodes.map(\.name) == ["a", "b", "c"])
    #expect(layout.edges.map { "\($0.tail)\($0.head)" } == ["ab", "bc", "ca"])
    #expect(layout.edges[0].label != nil && layout.edges[1].label == nil)
    #expect(layout.edges.allSatisfy { $0.curves.count == 1 && $0.curves[0].points.count % 3 == 1 })
    #expect(layout.edges[1].curves[0].endTip != nil && layout.edges[1].curves[0].startTip == nil)
    #expect(layout.clusters.map(\.name) == ["cluster_ab"])
    let cluster = try #require(layout.clusters.first)
    #expect(cluster.label != nil)
    // `plain` is written by Graphviz, in inches: node NAME X Y WIDTH HEIGHT …
    for line in try #require(rendering.text(.plain)).split(separator: "\n") where line.hasPrefix("node") {
      let words = line.split(separator: " ")
      let node = try #require(layout.nodesByName()[String(words[1])])
      let expected = words[2...5].compactMap { Double($0) }.map { $0 * 72 }
      for (value, inches) in zip([node.center.x, node.center.y, node.width, node.height], expected) {
        #expect(abs(value - inches) < 0.01)
      }
      let isInside = node.box.left > cluster.box.left && node.box.right < cluster.box.right
      #expect(isInside || node.name == "c")
    }
  }

  @Test("keeps given positions with nop, in points")
  func pinned() throws {
    var graph = DOTDocument(name: "pinned", isDirected: false)
    graph.addNode("a", ["pos": .point(x: 10, y: 20)])
    graph.addNode("b", ["pos": .point(x: 210, y: 120)])
    graph.addEdge("a", "b")
    let layout = try #require(
      try Graphviz.render(RenderJob(graph, engine: .nop, formats: [], includesLayout: true)).layout)
    #expect(abs(layout.nodes[1].center.x - layout.nodes[0].center.x - 200) < 0.01)
    #expect(abs(layout.nodes[1].center.y - layout.nodes[0].center.y - 100) < 0.01)
  }

  @Test("gives the same bytes again", arguments: LayoutEngine.allCases.filter { ![.fdp, .nop, .nop2].contains($0) })
  func determinism(engine: LayoutEngine) throws {
    let job = try RenderJob(triangle(), engine: engine, formats: [.svg, .png, .pdf], includesLayout: true)
    #expect(try Graphviz.render(job) == Graphviz.render(job))
  }

  @Test("draws an empty graph")
  func empty() throws {
    for engine in LayoutEngine.allCases {
      let job = try RenderJob(DOTDocument(name: "vide", isDirected: false), engine: engine, formats: [.svg])
      let rendering = try Graphviz.render(job)
      #expect(try DrawnSVG(try #require(rendering[.svg])).nodes.isEmpty)
    }
  }

  @Test("hands on the words of Graphviz when text does not parse, with lines counted from the first")
  func badDOT() {
    for _ in 0..<2 {
      let job = RenderJob(dot: "graph a {\n b -- ;\n}\n", engine: .dot, formats: [.svg])
      let error = #expect(throws: GraphvizError.self) { try Graphviz.render(job) }
      #expect(error?.reason == .rejected && error?.stage == .parse)
      #expect(error?.messages.first?.contains("line 2") == true)
    }
  }

  @Test("fails when a label is dropped, which Graphviz itself calls success")
  func droppedLabel() throws {
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.addNode("a", ["label": .html(try #require(HTMLLabel(markup: "a & <NONSENSE>b</NONSENSE>")))])
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg]))
    }
    #expect(error?.messages.isEmpty == false)
  }

  @Test("reports warnings beside the picture")
  func warnings() throws {
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.addNode("a", ["color": "pas_une_couleur"])
    let rendering = try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg]))
    #expect(rendering.warnings == ["Warning: pas_une_couleur is not a known color."])
  }

  @Test("names its version, engines and formats")
  func inventory() {
    #expect(Graphviz.version.split(separator: ".").count == 3)
    #expect(Graphviz.installedEngines.contains("neato"))
    #expect(Graphviz.installedFormats.contains("svg"))
  }

  @Test("is drawn in by several threads at once")
  func threads() async throws {
    let job = try RenderJob(triangle(), engine: .neato, formats: [.svg])
    let expected = try Graphviz.render(job)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { (try? Graphviz.render(job)) == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
