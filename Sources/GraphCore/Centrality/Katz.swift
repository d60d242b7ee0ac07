extension CSRGraph {
  /// Katz centrality: how many walks of any length end at a node, where each step more counts less.
  ///
  /// The scores *x* satisfy *x*ᵥ = 1 + α Σ weight · *x*ᵤ over the arcs that come to *v*, and are scaled to a sum of
  /// squares of 1. They exist while α is below 1 / λ, for the largest eigenvalue λ of the graph.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.katz(attenuation: 0.5).values  // [3, 4, 3] / √34
  ///
  /// - Parameters:
  ///   - attenuation: α, above 0. Default: ``defaultKatzAttenuation()``.
  ///   - tolerance: The residual to reach, above 0: the largest change of a score before scaling, over the largest
  ///     score. Default: 1e-14.
  ///   - maximumIterations: The most iterations. Default: 10,000.
  /// - Returns: One score for each node, above 0. When α is too large the iteration does not converge, and says so.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + *m*) an iteration.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: L. Katz, *A new status index derived from sociometric analysis*, Psychometrika 18(1), 1953,
  ///   [doi:10.1007/BF02289026](https://doi.org/10.1007/BF02289026).
  public func katz(
    attenuation: Double? = nil, tolerance: Double = 1e-14, maximumIterations: Int = 10_000
  ) throws(CancellationError) -> IterativeScores {
    precondition(tolerance > 0, "the tolerance must be above 0, not \(tolerance)")
    let alpha = if let attenuation { attenuation } else { try defaultKatzAttenuation() }
    precondition(alpha > 0 && alpha.isFinite, "the attenuation must be above 0, not \(alpha)")
    let incoming = reversed
    var scores = [Double](repeating: 1, count: nodeCount)
    var next = scores
    var iterations = 0
    var residual = Double.infinity
    var progress = IterationProgress(tolerance: tolerance)
    while iterations < maximumIterations {
      _ = try Computation.step { () throws(CancellationError) in
        try incoming.multiply(scores, into: &next) { _, sum in (1 + alpha * sum, 0) }
      }
      iterations += 1
      var (change, largest) = (0.0, 1.0)
      for node in scores.indices {
        change = max(change, abs(next[node] - scores[node]))
        largest = max(largest, next[node])
      }
      guard largest.isFinite else { break }
      swap(&scores, &next)
      residual = change / largest
      progress.tell(residual)
      if residual <= tolerance { break }
    }
    let largest = scores.max() ?? 1
    let length = largest * scores.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    return IterativeScores(
      scores: NodeScores(scores.map { $0 / length }), iterations: iterations, residual: residual,
      hasConverged: residual <= tolerance)
  }

  /// The attenuation of ``katz(attenuation:tolerance:maximumIterations:)`` when none is given: 0.1, as in networkx, or
  /// 0.85 / λ where that is less, so that the scores exist on every graph.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + *m*) for each of at most 5,000 steps towards the largest eigenvalue λ.
  public func defaultKatzAttenuation() throws(CancellationError) -> Double {
    guard !isAcyclic else { return 0.1 }
    let found = try principalVector(
      start: Array(repeating: 1, count: nodeCount), tolerance: 1e-10, maximumIterations: 5000,
      product: reversed.rowProduct)
    return min(0.1, 0.85 / found.eigenvalue)
  }
}
