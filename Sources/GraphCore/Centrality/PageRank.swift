extension CSRGraph {
  /// PageRank: how often one comes by a node when one follows ties at random and now and then starts anew.
  ///
  /// From a node one follows each arc with a chance in proportion to its weight, or, with chance 1 − `damping` and from
  /// a node that no arc leaves, starts anew at a node drawn from `restart`. An undirected tie is followed both ways.
  ///
  ///     let star = CSRGraph(nodeCount: 3, edges: [(0, 1), (0, 2)])
  ///     try star.pageRank().values  // [0.4865, 0.2568, 0.2568], rounded
  ///
  /// - Parameters:
  ///   - damping: The chance to follow an arc, in `0..<1`. Default: 0.85.
  ///   - restart: A share for each node, not negative, not all 0; only the proportions count. Personalised PageRank
  ///     gives all to one node. Default: the same for all.
  ///   - tolerance: How far the scores may be from their limit: |difference|, summed over the nodes. Default: 1e-13.
  ///   - maximumIterations: The most iterations. Default: 1,000.
  /// - Returns: One score for each node; they add up to 1. The residual is the bound on the distance from the limit.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + *m*) an iteration; log `tolerance` / log `damping` iterations at most, about a quarter of
  ///   them in an undirected graph.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: S. Brin, L. Page, *The anatomy of a large-scale hypertextual web search engine*, Computer Networks
  ///   30(1–7), 1998, [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552(98)00110-X), section 2.1.
  ///   As a linear system: G. M. Del Corso, A. Gullí, F. Romani, *Fast PageRank computation via a sparse linear system*,
  ///   Internet Mathematics 2(3), 2005,
  ///   [doi:10.1080/15427951.2005.10129108](https://doi.org/10.1080/15427951.2005.10129108).
  public func pageRank(
    damping: Double = 0.85, restart: [Double]? = nil, tolerance: Double = 1e-13, maximumIterations: Int = 1000
  ) throws(CancellationError) -> IterativeScores {
    precondition(damping >= 0 && damping < 1, "the damping must be from 0 to below 1, not \(damping)")
    precondition(tolerance > 0, "the tolerance must be above 0, not \(tolerance)")
    let restart = normalizedRestart(restart)
    let outgoing = strength(.outgoing).values
    // What a node hands on for each unit of weight of an arc.
    let shares = outgoing.map { $0 > 0 ? damping / $0 : 0 }
    let incoming = reversed

    var scores = restart
    var iterations = 0
    var progress = IterationProgress(tolerance: tolerance)
    if !isDirected && damping > 0 && arcCount > 0 {
      // Ends close to the limit; the steps below come to it, and prove how near they are.
      var system = RestartSystem(self, strengths: outgoing, damping: damping, restart: restart)
      try system.solve(
        tolerance: tolerance * (1 - damping) / 2, maximumIterations: maximumIterations - 1, progress: &progress)
      (scores, iterations) = (system.scores, system.iterations)
    }
    var handed = zip(scores, shares).map { $0 * $1 }
    var next = scores
    var residual = Double.infinity
    while iterations < maximumIterations {
      var stranded = 0.0
      for node in outgoing.indices where outgoing[node] == 0 { stranded += scores[node] }
      let anew = 1 - damping + damping * stranded
      let before = scores
      let change = try Computation.step { () throws(CancellationError) in
        try incoming.multiply(handed, into: &next) { node, sum in
          let score = sum + anew * restart[node]
          return (score, abs(score - before[node]))
        }
      }
      swap(&scores, &next)
      for node in scores.indices { handed[node] = scores[node] * shares[node] }
      iterations += 1
      // Each iteration brings the scores nearer to the limit by the factor `damping` at least.
      residual = change * damping / (1 - damping)
      progress.tell(residual)
      if residual <= tolerance { break }
    }
    return IterativeScores(
      scores: NodeScores(scores), iterations: iterations, residual: residual, hasConverged: residual <= tolerance)
  }

  /// The shares scaled to a sum of 1, the same for all nodes when none are given.
  private func normalizedRestart(_ restart: [Double]?) -> [Double] {
    guard let restart else { return Array(repeating: 1 / Double(max(1, nodeCount)), count: nodeCount) }
    precondition(restart.count == nodeCount, "\(restart.count) shares do not fit a graph of \(nodeCount) nodes")
    let total = restart.reduce(0, +)
    precondition(
      restart.allSatisfy { $0 >= 0 } && total > 0 && total.isFinite,
      "the shares of the restart must not be negative, nor all 0")
    return restart.map { $0 / total }
  }
}
