/// Refuses attributes with which Graphviz crashes, never ends, or loses nodes in silence.
///
/// Found by drawing thousands of random graphs with 2.42, memory checks on: `splines=ortho` aborts in its maze,
/// `splines=curved` loops for ever, `concentrate=true` reads freed memory; outside of the engine dot, routing around round
/// shapes corrupts the heap and `splines=polyline` aborts where nodes overlap; fdp crashes now and then, as the addresses
/// fall, when edges have labels and clusters stand in clusters. None of it can be caught inside the process.
enum AttributeCheck {
  static func check(_ document: DOTDocument, for engine: LayoutEngine) throws(GraphvizError) {
    try check(document.attributes, for: engine)
    try check(document.nodeDefaults, for: engine)
    try check(document.edgeDefaults, for: engine)
    for subgraph in document.subgraphs { try check(subgraph, for: engine) }
    for node in document.nodes { try check(node.attributes, for: engine) }
    for edge in document.edges { try check(edge.attributes, for: engine) }
    try checkRouting(document, for: engine)
    try checkLabels(document, for: engine)
  }

  /// Shapes that cost between one drawing in ten and nearly all, once edges are routed around them.
  private static let unroutableShapes: Set<String> = [
    "circle", "doublecircle", "mcircle", "point", "egg", "cylinder", "star",
  ]

  /// Outside of dot, straight lines are the default; only `nop2` routes nothing.
  private static func checkRouting(_ document: DOTDocument, for engine: LayoutEngine) throws(GraphvizError) {
    guard engine != .dot, engine != .nop2, let splines = document.attributes["splines"]?.string.lowercased(),
      !["", "line", "false", "no", "none"].contains(splines)
    else { return }
    // With nop the places are given, and can be free of overlap.
    if splines == "polyline", engine != .nop { throw refusal("splines", splines, engine) }
    for attributes in [document.nodeDefaults] + document.nodes.map(\.attributes) {
      if let shape = attributes["shape"]?.string, unroutableShapes.contains(shape.lowercased()) {
        throw refusal("shape", shape, engine)
      }
    }
  }

  /// Of edges, where fdp lays out clusters in clusters.
  private static func checkLabels(_ document: DOTDocument, for engine: LayoutEngine) throws(GraphvizError) {
    guard engine == .fdp, document.subgraphs.contains(where: { !$0.subgraphs.isEmpty }) else { return }
    for attributes in [document.edgeDefaults] + document.edges.map(\.attributes) {
      if let label = attributes["label"]?.string, !label.isEmpty { throw refusal("label", label, engine) }
    }
  }

  private static func refusal(_ name: String, _ value: String, _ engine: LayoutEngine) -> GraphvizError {
    GraphvizError(.refusedAttribute(name: name, value: value), stage: .check, engine: engine)
  }

  private static func check(_ subgraph: DOTDocument.Subgraph, for engine: LayoutEngine) throws(GraphvizError) {
    try check(subgraph.attributes, for: engine)
    for inner in subgraph.subgraphs { try check(inner, for: engine) }
  }

  private static func check(_ attributes: DOTAttributes, for engine: LayoutEngine) throws(GraphvizError) {
    for attribute in attributes {
      let value = attribute.value.string.lowercased()
      let isRefused =
        switch attribute.name {
        case "splines": ["ortho", "curved", "compound"].contains(value)
        case "concentrate": !["", "0", "false", "no"].contains(value)
        case "layout": value != engine.rawValue
        case "pos", "width", "height", "len", "weight", "fontsize", "penwidth", "lp", "xlp", "bb":
          value.contains("nan") || value.contains("inf")
        default: false
        }
      if isRefused { throw refusal(attribute.name, attribute.value.string, engine) }
    }
  }
}
