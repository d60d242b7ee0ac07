internal import GraphvizShim

extension GraphLayout {
  /// Copies the positions out of a graph that is laid out. Only under the lock of ``Graphviz``.
  init(reading graph: borrowing ParsedGraph) {
    let root = unsafe graph.handle
    bounds = unsafe Box(gvs_bounds(root))
    var nodes: [Node] = []
    nodes.reserveCapacity(unsafe gvs_node_count(root))
    var edges: [(sequence: UInt64, edge: Edge)] = []
    edges.reserveCapacity(unsafe gvs_edge_count(root))
    var node = unsafe gvs_first_node(root)
    while let current = unsafe node {
      nodes.append(unsafe Node(name: String(cString: gvs_node_name(current)), box: Box(gvs_node_box(current))))
      var edge = unsafe gvs_first_edge(root, current)
      while let leaving = unsafe edge {
        edges.append(unsafe (gvs_edge_sequence(leaving), Edge(reading: leaving)))
        unsafe edge = unsafe gvs_next_edge(root, leaving)
      }
      unsafe node = unsafe gvs_next_node(root, current)
    }
    self.nodes = nodes
    self.edges = edges.sorted { $0.sequence < $1.sequence }.map(\.edge)
    clusters = unsafe Self.clusters(of: root)
  }

  private static func clusters(of graph: OpaquePointer) -> [Cluster] {
    var clusters: [Cluster] = []
    var subgraph = unsafe gvs_first_subgraph(graph)
    while let current = unsafe subgraph {
      if unsafe gvs_has_bounds(current) {
        var label = gvs_box()
        let hasLabel = unsafe gvs_graph_label(current, &label)
        clusters.append(
          unsafe Cluster(
            name: String(cString: gvs_graph_name(current)), box: Box(gvs_bounds(current)),
            label: hasLabel ? Box(label) : nil))
      }
      clusters += unsafe Self.clusters(of: current)
      unsafe subgraph = unsafe gvs_next_subgraph(current)
    }
    return clusters
  }
}

extension GraphLayout.Edge {
  fileprivate init(reading edge: OpaquePointer) {
    tail = unsafe String(cString: gvs_edge_tail(edge))
    head = unsafe String(cString: gvs_edge_head(edge))
    curves = (0..<(unsafe gvs_edge_curve_count(edge))).map { index in
      let curve = unsafe gvs_edge_curve(edge, index)
      // The shim writes exactly `count` points.
      let points = unsafe [gvs_point](unsafeUninitializedCapacity: curve.count) { buffer, filled in
        unsafe gvs_edge_points(edge, index, buffer.baseAddress)
        filled = curve.count
      }
      return GraphLayout.Curve(
        points: points.map(GraphLayout.Point.init), startTip: curve.has_start ? GraphLayout.Point(curve.start) : nil,
        endTip: curve.has_end ? GraphLayout.Point(curve.end) : nil)
    }
    var box = gvs_box()
    label = unsafe gvs_edge_label(edge, &box) ? GraphLayout.Box(box) : nil
  }
}

extension GraphLayout.Point {
  fileprivate init(_ point: gvs_point) { self.init(x: point.x, y: point.y) }
}

extension GraphLayout.Box {
  fileprivate init(_ box: gvs_box) { self.init(left: box.left, bottom: box.bottom, right: box.right, top: box.top) }
}
