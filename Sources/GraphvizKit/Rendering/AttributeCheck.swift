/// Refuses attributes with which Graphviz crashes, never ends, or loses nodes in silence.
///
/// Found by drawing random graphs with 2.42: `splines=ortho` aborts in its maze, `splines=curved` loops for ever,
/// `concentrate=true` reads freed memory. None of them can be caught inside the process.
enum AttributeCheck {
  static func check(_ document: DOTDocument, for engine: LayoutEngine) throws(GraphvizError) {
    try check(document.attributes, for: engine)
    try check(document.nodeDefaults, for: engine)
    try check(document.edgeDefaults, for: engine)
    for subgraph in document.subgraphs { try check(subgraph, for: engine) }
    for node in document.nodes { try check(node.attributes, for: engine) }
    for edge in document.edges { try check(edge.attributes, for: engine) }
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
      guard isRefused else { continue }
      throw GraphvizError(
        .refusedAttribute(name: attribute.name, value: attribute.value.string), stage: .check, engine: engine)
    }
  }
}
