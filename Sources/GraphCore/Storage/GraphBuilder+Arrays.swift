extension GraphBuilder {
  /// As adding the edges one by one, loops counted, for readers that hold them in arrays already.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes. An end outside them is a bug of the caller and traps.
  ///   - sources: One end of each edge.
  ///   - targets: The other end; as many.
  ///   - weights: One positive normal number for each edge, or `nil` for a graph without weights.
  ///   - isDirected: Whether the order of the ends matters.
  /// - Throws: ``GraphError/totalWeightTooLarge``.
  /// - Complexity: O(*n* + *m*).
  package static func build(
    nodeCount: Int, sources: [NodeID], targets: [NodeID], weights: [Double]?, isDirected: Bool
  ) throws(GraphError) -> BuiltGraph {
    precondition(sources.count == targets.count && weights.map { $0.count == sources.count } ?? true)
    if let weights, !weights.reduce(0, +).isFinite { throw .totalWeightTooLarge }
    let loops = sources.indices.filter { sources[$0] == targets[$0] }
    guard loops.isEmpty else {
      let kept = sources.indices.filter { sources[$0] != targets[$0] }
      let built = try build(
        nodeCount: nodeCount, sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] },
        weights: weights.map { weights in kept.map { weights[$0] } }, isDirected: isDirected)
      return BuiltGraph(graph: built.graph, duplicateCount: built.duplicateCount, selfLoopCount: loops.count)
    }
    let rows = ArcRows(
      sources: sources, targets: targets, weights: weights, rowCount: nodeCount, isSymmetric: !isDirected)
    let graph = CSRGraph(
      nodeCount: nodeCount, isDirected: isDirected, offsets: rows.offsets, targets: rows.targets,
      arcWeights: rows.weights)
    return BuiltGraph(graph: graph, duplicateCount: sources.count - graph.edgeCount, selfLoopCount: 0)
  }
}
