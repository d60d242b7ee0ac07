extension GraphBuilder {
  /// As adding the edges one by one, loops counted, for readers that hold them in arrays already.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, from 0 to ``NodeID/limit``.
  ///   - edges: Both ends of each edge. An end outside the nodes is a bug of the caller and traps.
  ///   - weights: One positive normal number for each edge, or `nil` for a graph without weights.
  ///   - isDirected: Whether the order of the ends matters.
  /// - Throws: ``GraphError/totalWeightTooLarge``.
  /// - Complexity: O(*n* + *m*).
  package static func build(
    nodeCount: Int, edges: [(NodeID, NodeID)], weights: [Double]?, isDirected: Bool
  ) throws(GraphError) -> BuiltGraph {
    precondition(nodeCount >= 0 && nodeCount <= NodeID.limit, "a graph cannot have \(nodeCount) nodes")
    precondition(weights.map { $0.count == edges.count } ?? true, "not as many weights as edges")
    if let weights, !weights.reduce(0, +).isFinite { throw .totalWeightTooLarge }
    let surveyed = survey(edges)
    precondition(
      surveyed.end <= nodeCount, "node \(surveyed.end - 1) is not among the \(nodeCount) nodes of the graph")
    guard surveyed.loopCount == 0 else {
      let kept = edges.indices.filter { edges[$0].0 != edges[$0].1 }
      let built = try build(
        nodeCount: nodeCount, edges: kept.map { edges[$0] },
        weights: weights.map { weights in kept.map { weights[$0] } }, isDirected: isDirected)
      return BuiltGraph(graph: built.graph, duplicateCount: built.duplicateCount, selfLoopCount: surveyed.loopCount)
    }
    let rows = ArcRows(edges: edges, weights: weights, rowCount: nodeCount, isSymmetric: !isDirected)
    let graph = CSRGraph(
      nodeCount: nodeCount, isDirected: isDirected, offsets: rows.offsets, targets: rows.targets,
      arcWeights: rows.weights)
    return BuiltGraph(graph: graph, duplicateCount: edges.count - graph.edgeCount, selfLoopCount: 0)
  }

  /// The number after the highest node, and how many edges are loops.
  private static func survey(_ edges: [(NodeID, NodeID)]) -> (end: Int, loopCount: Int) {
    var highest: UInt32 = 0
    var loopCount = 0
    for (source, target) in edges {
      highest = max(highest, source.rawValue, target.rawValue)
      loopCount &+= source == target ? 1 : 0
    }
    return (edges.isEmpty ? 0 : Int(highest) + 1, loopCount)
  }
}
