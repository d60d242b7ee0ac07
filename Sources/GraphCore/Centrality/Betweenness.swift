extension CSRGraph {
  /// Betweenness: for each node, how many pairs of other nodes it lies between.
  ///
  /// A pair `(s, t)` gives node `v` the share of shortest `s`–`t` paths that pass through `v`: an unordered pair in an
  /// undirected graph, an ordered one in a directed graph. A pair without a path gives nothing, so a disconnected graph
  /// is legal; an empty graph gives no scores. Paths whose lengths differ by less than 1e-10 of themselves tie, as in
  /// igraph.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.betweenness().values  // [0.0, 1.0, 0.0]
  ///
  /// - Parameters:
  ///   - lengths: How long a tie is. Default: 1. The convention on alliance graphs is `.inverseWeights`.
  ///   - isNormalized: Whether to divide by the number of pairs that leave `v` out: `(n−1)(n−2)` ordered ones in a
  ///     directed graph, half as many unordered ones otherwise. With fewer than three nodes all scores are 0.
  ///     Default: no, as in igraph.
  /// - Returns: One score for each node: in `0...1` when normalized, else a number of pairs.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* · *m*) time by hops, O(*n* (*m* + *n*) log *n*) by lengths; O(*n* + *m*) space on each thread.
  /// - Note: The same graph gives the same bits, on one thread or many: sources are summed in blocks of fixed size.
  /// - SeeAlso: U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology 25(2),
  ///   2001, [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249), algorithm 1.
  public func betweenness(
    lengths: TieLength = .hops, isNormalized: Bool = false
  ) throws(CancellationError) -> NodeScores {
    // Hubs first, so that what is read most lies together; near sources together, since they share their reads.
    let order = Array(nodesByDegree().reversed())
    let graph = subgraph(of: order)
    let ranked = try graph.dependencies(of: graph.breadthFirstOrder(), lengths: lengths)
    var sums = ranked
    for (rank, node) in order.enumerated() { sums[node.index] = ranked[rank] }
    let others = Double(nodeCount - 1) * Double(nodeCount - 2)
    let scale = isNormalized ? (others > 0 ? 1 / others : 0) : (isDirected ? 1 : 0.5)
    return NodeScores(sums.map { $0 * scale })
  }

  /// The dependencies of `sources` on every node, added: the sum of δ over the given sources.
  func dependencies(of sources: [NodeID], lengths: TieLength) throws(CancellationError) -> [Double] {
    let blockSize = 32
    let blockCount = (sources.count + blockSize - 1) / blockSize
    let workPerBlock = blockSize * 5 * (nodeCount + arcCount)
    let zeros = [Double](repeating: 0, count: nodeCount)
    let batch = { @Sendable (block: Int) in sources[block * blockSize..<min(sources.count, (block + 1) * blockSize)] }
    let add = { @Sendable (total: inout [Double], sums: [Double]) in
      for node in sums.indices { total[node] += sums[node] }
    }
    guard let arcLengths = arcLengths(lengths) else {
      return try ParallelBlocks.reduce(
        blockCount: blockCount, workPerBlock: workPerBlock, into: zeros,
        scratch: { HopDependencies(nodeCount: nodeCount) },
        block: { block, search in
          var sums = zeros
          var rest = batch(block)
          while !rest.isEmpty {
            search.add(rest.prefix(HopDependencies.laneCount), in: self, to: &sums)
            rest = rest.dropFirst(HopDependencies.laneCount)
          }
          return sums
        },
        join: add)
    }
    return try ParallelBlocks.reduce(
      blockCount: blockCount, workPerBlock: workPerBlock, into: zeros,
      scratch: { DependencySearch(nodeCount: nodeCount, lengths: arcLengths) },
      block: { block, search in
        var sums = zeros
        for source in batch(block) {
          search.run(from: source, in: self, lengths: arcLengths)
          for node in search.order.dropFirst() { sums[node.index] += search.delta[node.index] }
          search.reset()
        }
        return sums
      },
      join: add)
  }
}
