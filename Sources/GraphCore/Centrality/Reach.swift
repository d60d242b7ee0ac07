extension CSRGraph {
  /// Reach: how many other nodes can be reached in at most so many steps.
  ///
  ///     let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
  ///     try path.reach(within: 2).values  // [2.0, 3.0, 3.0, 2.0]
  ///
  /// - Parameter steps: The most steps, 0 or more. Directed arcs are followed forward.
  /// - Returns: One whole number for each node, at most *n* − 1.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* · *m*) at most, 512 sources at a time.
  /// - SeeAlso: S. P. Borgatti, *Identifying sets of key players in a social network*, Computational & Mathematical
  ///   Organization Theory 12, 2006, [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x),
  ///   section 4: m-reach.
  public func reach(within steps: Int) throws(CancellationError) -> NodeScores {
    precondition(steps >= 0, "the steps must be 0 or more, not \(steps)")
    let sources = breadthFirstOrder()
    let incoming = reversed
    let lanes = MultiSourceSearch.laneCount
    let ordered = try ParallelBlocks.reduce(
      blockCount: (nodeCount + lanes - 1) / lanes, workPerBlock: 20 * (nodeCount + arcCount), into: [Double](),
      scratch: { MultiSourceSearch(nodeCount: nodeCount) },
      block: { block, search in
        let batch = sources[block * lanes..<min(nodeCount, (block + 1) * lanes)]
        var reached = [Double](repeating: 0, count: batch.count)
        search.run(from: batch, outgoing: self, incoming: incoming, maximumDistance: steps) { _, counts in
          counts.withCounts { lane, count in reached[lane] += Double(count) }
        }
        return reached
      },
      join: { $0.append(contentsOf: $1) })
    var reached = ordered
    for (place, source) in sources.enumerated() { reached[source.index] = ordered[place] }
    return NodeScores(reached)
  }
}
