extension CSRGraph {
  /// Bridges: the ties without which their two ends would no longer hang together.
  ///
  /// Directions are left out. A graph without ties has none; in a tree every tie is one.
  ///
  ///     let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
  ///     graph.bridges().map(\.target)  // [3]
  ///
  /// - Returns: The bridges, in the order of ``edges``; of a directed graph, of its ``undirected`` form.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. E. Tarjan, *A note on finding the bridges of a graph*, Information Processing Letters 2(6), 1974,
  ///   [doi:10.1016/0020-0190(74)90003-9](https://doi.org/10.1016/0020-0190(74)90003-9).
  public func bridges() -> [Edge] {
    let graph = undirected
    let forest = DepthFirstForest(graph)
    return forest.order
      .filter { forest.parent[$0] != $0 && forest.low[$0] > forest.entry[forest.parent[$0]] }
      .map { (min($0, forest.parent[$0]), max($0, forest.parent[$0])) }
      .sorted { $0 < $1 }
      .map { low, high in
        let (source, target) = (NodeID(low), NodeID(high))
        return Edge(source: source, target: target, weight: graph.weight(from: source, to: target) ?? 1)
      }
  }
}
