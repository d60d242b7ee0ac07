extension DistanceSummaries {
  /// Harmonic centrality of each node; see ``CSRGraph/harmonic(lengths:)``.
  public var harmonic: NodeScores {
    let others = Double(summaries.count - 1)
    return NodeScores(summaries.map { $0.reachedCount == 0 ? 0 : $0.totalInverse / others })
  }
}

extension CSRGraph {
  /// Harmonic centrality: how near a node is to the others on average, where one out of reach counts 0.
  ///
  /// The mean over the *n* − 1 other nodes of 1 / distance. It is defined on disconnected graphs; a node without ties,
  /// or alone, scores 0. Directed graphs: distances from the node outward.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).harmonic()
  ///     // values [0.75, 1.0, 0.75]
  ///
  /// - Parameter lengths: How long a tie is. Default: 1, for scores in `0...1`; with lengths scores can exceed 1.
  /// - Returns: One score for each node.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of ``distanceSummaries(lengths:)``.
  /// - SeeAlso: P. Boldi, S. Vigna, *Axioms for centrality*, Internet Mathematics 10(3–4), 2014,
  ///   [doi:10.1080/15427951.2013.865686](https://doi.org/10.1080/15427951.2013.865686), section 3.2, divided by *n* −
  ///   1.
  public func harmonic(lengths: TieLength = .hops) throws(CancellationError) -> NodeScores {
    try distanceSummaries(lengths: lengths).harmonic
  }
}
