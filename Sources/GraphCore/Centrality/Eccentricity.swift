extension DistanceSummaries {
  /// Eccentricity of each node; see ``CSRGraph/eccentricity(lengths:)``.
  public var eccentricity: NodeScores { NodeScores(summaries.map(\.greatestDistance)) }
}

extension CSRGraph {
  /// Eccentricity: how far the farthest node is that can be reached.
  ///
  /// Nodes out of reach are left out, as in igraph; a node without ties has eccentricity 0. Directed graphs: distances
  /// from the node outward.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).eccentricity()  // values [2, 1, 2]
  ///
  /// - Parameter lengths: How long a tie is. Default: 1, for whole numbers.
  /// - Returns: One distance for each node.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of ``distanceSummaries(lengths:)``.
  /// - SeeAlso: P. Hage, F. Harary, *Eccentricity and centrality in networks*, Social Networks 17(1), 1995,
  ///   [doi:10.1016/0378-8733(94)00248-9](https://doi.org/10.1016/0378-8733(94)00248-9).
  public func eccentricity(lengths: TieLength = .hops) throws(CancellationError) -> NodeScores {
    try distanceSummaries(lengths: lengths).eccentricity
  }
}
