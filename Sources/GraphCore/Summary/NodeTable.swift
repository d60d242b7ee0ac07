/// Measures of the nodes of one graph side by side: a row for each node, a column for each measure.
public struct NodeTable: Sendable, Equatable {
  /// What the columns hold, in their order.
  public let measures: [NodeMeasure]
  /// The columns; NaN where a measure is not defined for a node.
  public let columns: [NodeScores]
  /// The measures whose iteration stopped before it reached its tolerance.
  public let unconverged: [NodeMeasure]
  /// The lengths of ties on paths.
  public let lengths: TieLength

  /// The scores of one measure, `nil` when it is not among the columns.
  public subscript(measure: NodeMeasure) -> NodeScores? {
    measures.firstIndex(of: measure).map { columns[$0] }
  }

  /// How many nodes were measured.
  public var rowCount: Int { columns.first?.values.count ?? 0 }
}

extension CSRGraph {
  /// Measures every node in many ways at once; what several measures rest on is computed once.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.nodeTable(of: [.degree, .betweenness], using: &generator)[.betweenness]?.values  // [0, 1, 0]
  ///
  /// - Parameters:
  ///   - measures: Which, in the order wanted, each once. Default: all.
  ///   - isWeighted: Whether the weights of the ties count; else each tie counts 1 everywhere but in the strength.
  ///     Default: no, as in igraph.
  ///   - lengths: How long a tie is where weights count. Default: 1 / weight.
  ///   - resolution: Above 1 for more and smaller communities, at least 0. Default: 1.
  ///   - generator: The source of the order of moves in the search for communities.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of the slowest measure asked for: O(*n* · *m*) for betweenness and all that rests on distances.
  public func nodeTable(
    of measures: [NodeMeasure] = NodeMeasure.allCases, isWeighted: Bool = false,
    lengths: TieLength = .inverseWeights, resolution: Double = 1, using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> NodeTable {
    let ties = isWeighted ? self : unweighted
    let lengths = isWeighted && self.isWeighted ? lengths : .hops
    // Four computations that columns share, then the columns.
    let partCount = 4 + measures.count
    let distances = try Computation.part(0, of: partCount) { () throws(CancellationError) in
      try measures.ifAny(.closeness, .harmonic, .eccentricity) { () throws(CancellationError) in
        try ties.distanceSummaries(lengths: lengths)
      }
    }
    let triangles = try Computation.part(1, of: partCount) { () throws(CancellationError) in
      try measures.ifAny(.triangles, .clustering) { () throws(CancellationError) in try ties.triangles() }
    }
    let holes = try Computation.part(2, of: partCount) { () throws(CancellationError) in
      try measures.ifAny(.constraint, .effectiveSize) { () throws(CancellationError) in try ties.structuralHoles() }
    }
    let ranks = try Computation.part(3, of: partCount) { () throws(CancellationError) in
      try measures.ifAny(.hub, .authority) { () throws(CancellationError) in try ties.hubsAndAuthorities() }
    }

    var columns: [NodeScores] = []
    var unconverged: [NodeMeasure] = []
    for measure in measures {
      var iterative: IterativeScores?
      let scores = try Computation.part(4 + columns.count, of: partCount) {
        () throws(CancellationError) -> NodeScores? in
        switch measure {
        case .degree: return degree()
        case .strength: return strength()
        case .closeness: return distances?.closeness
        case .harmonic: return distances?.harmonic
        case .eccentricity: return distances?.eccentricity
        case .betweenness: return try ties.betweenness(lengths: lengths)
        case .eigenvector: iterative = try ties.eigenvector()
        case .katz: iterative = try ties.katz()
        case .pageRank: iterative = try ties.pageRank()
        case .hub: iterative = ranks?.hubs
        case .authority: iterative = ranks?.authorities
        case .coreness: return ties.coreness()
        case .triangles: return triangles?.counts
        case .clustering: return triangles?.clustering
        case .constraint: return holes?.constraint
        case .effectiveSize: return holes?.effectiveSize
        case .community:
          let found = try ties.leiden(quality: .modularity(resolution: resolution), using: &generator)
          return NodeScores(found.partition.labels.map { Double($0) })
        }
        return iterative?.scores
      }
      if iterative?.hasConverged == false { unconverged.append(measure) }
      guard let scores else { preconditionFailure("no scores for \(measure)") }
      columns.append(scores)
    }
    return NodeTable(measures: measures, columns: columns, unconverged: unconverged, lengths: lengths)
  }
}

extension [NodeMeasure] {
  /// What `compute` returns, when one of the measures that rest on it is wanted.
  fileprivate func ifAny<Value>(
    _ dependents: NodeMeasure..., compute: () throws(CancellationError) -> Value
  ) throws(CancellationError) -> Value? {
    contains(where: dependents.contains) ? try compute() : nil
  }
}
