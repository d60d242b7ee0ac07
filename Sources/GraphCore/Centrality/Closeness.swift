extension DistanceSummaries {
  /// Closeness of each node; see ``CSRGraph/closeness(lengths:)``.
  public var closeness: NodeScores {
    let others = Double(summaries.count - 1)
    return NodeScores(
      summaries.map { summary in
        guard summary.reachedCount > 0 else { return 0 }
        let reached = Double(summary.reachedCount)
        return reached / others * (reached / summary.totalDistance)
      })
  }
}

extension CSRGraph {
  /// Closeness: how near a node is to those that it can reach, times the share of the others that it can reach.
  ///
  /// For a node that reaches *r* of the *n* − 1 others, at distances that add up to *d*, it is (*r* / (*n* − 1)) · (*r*
  /// / *d*): the form of Wasserman and Faust, which keeps members of a small component from scoring high. On a
  /// connected graph it is Freeman's closeness. A node without ties, or alone, scores 0. Directed graphs: distances
  /// from the node outward.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)]).closeness()
  ///     // values [4/9, 2/3, 4/9, 0]
  ///
  /// - Parameter lengths: How long a tie is. Default: 1, for scores in `0...1`.
  /// - Returns: One score for each node.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of ``distanceSummaries(lengths:)``.
  /// - SeeAlso: S. Wasserman, K. Faust, *Social Network Analysis*, Cambridge University Press, 1994,
  ///   [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478), equation 5.22 on page 201.
  public func closeness(lengths: TieLength = .hops) throws(CancellationError) -> NodeScores {
    try distanceSummaries(lengths: lengths).closeness
  }
}
