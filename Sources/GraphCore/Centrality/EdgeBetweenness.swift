extension CSRGraph {
  /// Edge betweenness: for each edge, how many pairs of nodes it lies between.
  ///
  /// As ``betweenness(lengths:isNormalized:)``, for the share of shortest paths that run along the edge; its own ends
  /// count as a pair.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.edgeBetweenness().values  // [2.0, 2.0]
  ///
  /// - Parameter lengths: How long a tie is. Default: 1.
  /// - Returns: One number of pairs for each edge: unordered ones in an undirected graph, ordered ones in a directed
  ///   graph.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: As betweenness of nodes.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: U. Brandes, *On variants of shortest-path betweenness centrality and their generic computation*, Social
  ///   Networks 30(2), 2008, [doi:10.1016/j.socnet.2007.11.001](https://doi.org/10.1016/j.socnet.2007.11.001),
  ///   algorithm 7.
  public func edgeBetweenness(lengths: TieLength = .hops) throws(CancellationError) -> EdgeScores {
    let arcLengths = arcLengths(lengths)
    let edgeOfArc = edgeOfArc
    let blockSize = 32
    let sums = try ParallelBlocks.reduce(
      blockCount: (nodeCount + blockSize - 1) / blockSize, workPerBlock: blockSize * 5 * (nodeCount + arcCount),
      into: [Double](repeating: 0, count: edgeCount),
      scratch: { DependencySearch(nodeCount: nodeCount, lengths: arcLengths) },
      block: { block, search in
        var sums = [Double](repeating: 0, count: edgeCount)
        for source in block * blockSize..<min(nodeCount, (block + 1) * blockSize) {
          search.run(from: NodeID(source), in: self, lengths: arcLengths) { arc, carried in
            sums[edgeOfArc[arc]] += carried
          }
          search.reset()
        }
        return sums
      },
      join: { total, sums in for edge in sums.indices { total[edge] += sums[edge] } })
    return EdgeScores(edges: edges, values: isDirected ? sums : sums.map { $0 / 2 })
  }
}
