import GraphvizKit
import Testing

@Suite("Attributes that are refused")
struct AttributeCheckTests {
  private func job(_ engine: LayoutEngine, _ change: (inout DOTDocument) -> Void) throws(GraphvizError) -> RenderJob {
    var document = DOTDocument(name: "G", isDirected: false)
    document.addNode("a")
    document.addEdge("a", "a")
    document.addSubgraph("cluster_a", members: ["a"], subgraphs: [DOTDocument.Subgraph("cluster_b", members: ["a"])])
    change(&document)
    return try RenderJob(document, engine: engine, formats: [.svg])
  }

  @Test(
    "are those that crash Graphviz or never end",
    arguments: [
      ("splines", "ortho", LayoutEngine.dot), ("splines", "Curved", .neato), ("splines", "compound", .fdp),
      ("concentrate", "true", .dot), ("concentrate", "1", .dot), ("layout", "circo", .dot),
      ("splines", "polyline", .neato), ("splines", "polyline", .osage),
    ])
  func graph(name: String, value: String, engine: LayoutEngine) throws {
    let error = #expect(throws: GraphvizError.self) { try job(engine) { $0.attributes[name] = .raw(value) } }
    #expect(error?.reason == .refusedAttribute(name: name, value: value))
    #expect(error?.stage == .check && error?.engine == engine)
    #expect(error?.description.contains("\(name)=\(value)") == true)
  }

  @Test(
    "are not the harmless values beside them",
    arguments: [
      ("splines", "line", LayoutEngine.neato), ("splines", "true", .neato), ("splines", "polyline", .dot),
      ("splines", "polyline", .nop),
      ("concentrate", "false", .dot), ("layout", "dot", .dot), ("splines", "", .sfdp),
    ])
  func harmless(name: String, value: String, engine: LayoutEngine) throws {
    _ = try job(engine) { $0.attributes[name] = .raw(value) }
  }

  @Test("are round shapes with routed edges, outside of dot", arguments: ["circle", "point", "Mcircle"])
  func shapes(shape: String) throws {
    func change(_ splines: DOTValue) -> (inout DOTDocument) -> Void {
      {
        $0.attributes["splines"] = splines
        $0.nodes[0].attributes["shape"] = .raw(shape)
      }
    }
    let error = #expect(throws: GraphvizError.self) { try job(.neato, change("true")) }
    #expect(error?.reason == .refusedAttribute(name: "shape", value: shape))
    #expect(throws: GraphvizError.self) {
      try job(.fdp) {
        $0.attributes["splines"] = "spline"
        $0.nodeDefaults["shape"] = .raw(shape)
      }
    }
    _ = try job(.dot, change("true"))
    _ = try job(.neato, change("line"))
  }

  @Test("are labels of edges with fdp, where clusters stand in clusters")
  func labels() throws {
    let error = #expect(throws: GraphvizError.self) { try job(.fdp) { $0.edges[0].attributes["label"] = "avec" } }
    #expect(error?.reason == .refusedAttribute(name: "label", value: "avec"))
    _ = try job(.neato) { $0.edges[0].attributes["label"] = "avec" }
    var flat = DOTDocument(name: "G", isDirected: false)
    flat.addNode("a")
    flat.addEdge("a", "a", ["label": "avec"])
    flat.addSubgraph("cluster_a", members: ["a"])
    _ = try RenderJob(flat, engine: .fdp, formats: [.svg])
  }

  @Test("are found on nodes, edges, defaults and in nested subgraphs, as are numbers that are none")
  func places() {
    let changes: [(inout DOTDocument) -> Void] = [
      { $0.nodes[0].attributes["pos"] = "nan,1" }, { $0.edges[0].attributes["len"] = "inf" },
      { $0.nodeDefaults["width"] = "NaN" }, { $0.edgeDefaults["weight"] = "-inf" },
      { $0.subgraphs[0].subgraphs[0].attributes["layout"] = "fdp" },
    ]
    for change in changes {
      let error = #expect(throws: GraphvizError.self) { try job(.dot, change) }
      #expect(error?.stage == .check)
    }
  }

  @Test("traps on a resolution that no printer has")
  func resolution() async {
    await #expect(processExitsWith: .failure) {
      _ = try RenderJob(DOTDocument(name: "G", isDirected: false), engine: .dot, formats: [.png], resolution: 0)
    }
  }
}
