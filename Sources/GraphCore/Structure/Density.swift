extension CSRGraph {
  /// Density: the share of the possible ties that exist, in `0...1`; `nil` with fewer than two nodes.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1)]).density  // 1/3
  ///
  /// - Complexity: O(1).
  public var density: Double? {
    guard nodeCount > 1 else { return nil }
    return Double(arcCount) / (Double(nodeCount) * Double(nodeCount - 1))
  }

  /// Reciprocity: the share of the arcs that are returned, in `0...1`; `nil` without arcs. 1 in an undirected graph.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 0), (1, 2)], isDirected: true).reciprocity  // 2/3
  ///
  /// - Complexity: O(*m* log *d*) for the largest degree *d*.
  /// - SeeAlso: M. E. J. Newman, S. Forrest, J. Balthrop, *Email networks and the spread of computer viruses*, Physical
  ///   Review E 66, 035101, 2002, [doi:10.1103/PhysRevE.66.035101](https://doi.org/10.1103/PhysRevE.66.035101).
  public var reciprocity: Double? {
    guard arcCount > 0 else { return nil }
    guard isDirected else { return 1 }
    return Double(edges.count { hasEdge(from: $0.target, to: $0.source) }) / Double(arcCount)
  }
}

extension NodeScores {
  /// The Gini coefficient of the scores: 0 when all have the same, near 1 when one has nearly everything.
  ///
  /// Half the mean difference between two nodes, over the mean. `nil` when there is no score or all are 0.
  ///
  ///     NodeScores([0, 0, 0, 1]).giniCoefficient  // 0.75
  ///
  /// Scores below 0 are a mistake of the caller and trap.
  ///
  /// - Complexity: O(*n* log *n*).
  /// - SeeAlso: C. Gini, *Measurement of inequality of incomes*, The Economic Journal 31(121), 1921,
  ///   [doi:10.2307/2223319](https://doi.org/10.2307/2223319).
  public var giniCoefficient: Double? {
    let sorted = values.filter { !$0.isNaN }.sorted()
    let total = sorted.reduce(0, +)
    guard let least = sorted.first, total > 0 else { return nil }
    precondition(least >= 0, "the Gini coefficient of a negative score, \(least), is not defined")
    let count = Double(sorted.count)
    let weighted = sorted.enumerated().reduce(0) { $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element }
    return weighted / (count * total)
  }
}
