extension CSRGraph {
  /// Eigenvector centrality: a node is central when it is tied to central nodes.
  ///
  /// The scores *x* satisfy λ *x* = A *x* for the largest eigenvalue λ, where each tie brings the score of its other
  /// end times its weight; in a directed graph arcs bring scores to their heads. The highest score is 1. On a
  /// disconnected graph only components with the largest eigenvalue score above 0, in proportion to the degrees at the
  /// start when several have it; a graph without ties scores 1 everywhere, as in igraph. In a directed graph without
  /// cycles no such scores exist: none is defined, and the result has not converged.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.eigenvector().values  // [0.7071…, 1.0, 0.7071…]
  ///
  /// - Parameters:
  ///   - tolerance: The residual to reach, above 0: the largest |(A *x*)ᵥ − λ *x*ᵥ| over λ. Default: 1e-13.
  ///   - maximumIterations: The most products with the matrix. Default: 20,000; long thin graphs need many.
  /// - Returns: One score for each node, in `0...1`.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + *m*) an iteration.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: P. Bonacich, *Factoring and weighting approaches to status scores and clique identification*, Journal
  ///   of Mathematical Sociology 2(1), 1972,
  ///   [doi:10.1080/0022250X.1972.9989806](https://doi.org/10.1080/0022250X.1972.9989806). Power iteration on A + λ/2:
  ///   the shift keeps bipartite graphs, whose smallest eigenvalue is −λ, from swinging.
  public func eigenvector(
    tolerance: Double = 1e-13, maximumIterations: Int = 20_000
  ) throws(CancellationError) -> IterativeScores {
    precondition(tolerance > 0, "the tolerance must be above 0, not \(tolerance)")
    guard arcCount > 0 else {
      let ones = NodeScores(Array(repeating: 1, count: nodeCount))
      return IterativeScores(scores: ones, iterations: 0, residual: 0, hasConverged: true)
    }
    guard !isAcyclic else {
      let none = NodeScores(Array(repeating: .nan, count: nodeCount))
      return IterativeScores(scores: none, iterations: 0, residual: .infinity, hasConverged: false)
    }
    return try principalVector(
      start: degree(.incoming).values, tolerance: tolerance, maximumIterations: maximumIterations,
      product: reversed.rowProduct
    ).scores
  }

  /// The product of the rows with a vector, as a step of an iteration.
  @Sendable
  func rowProduct(_ vector: [Double], into result: inout [Double]) throws(CancellationError) {
    _ = try multiply(vector, into: &result) { _, sum in (sum, 0) }
  }
}

/// Finds the vector of a matrix without negative elements that keeps its direction, by power iteration with a shift.
///
/// - Parameters:
///   - start: Not negative, not all zero.
///   - product: Writes the product of the matrix with its first argument into its second.
/// - Returns: The vector, scaled to a largest element of 1, with the residual in units of the eigenvalue; and the
///   eigenvalue.
func principalVector(
  start: [Double], tolerance: Double, maximumIterations: Int,
  product: (_ vector: [Double], _ result: inout [Double]) throws(CancellationError) -> Void
) throws(CancellationError) -> (scores: IterativeScores, eigenvalue: Double) {
  var vector = scaledToOne(start)
  var image = vector
  var iterations = 0
  var residual = Double.infinity
  var eigenvalue = 0.0
  var progress = IterationProgress(tolerance: tolerance)
  while iterations < maximumIterations {
    try Computation.step { () throws(CancellationError) in try product(vector, &image) }
    iterations += 1
    var (dot, square) = (0.0, 0.0)
    for node in vector.indices {
      dot += vector[node] * image[node]
      square += vector[node] * vector[node]
    }
    eigenvalue = dot / square
    guard eigenvalue > 0 else { break }
    residual = 0
    for node in vector.indices { residual = max(residual, abs(image[node] - eigenvalue * vector[node])) }
    residual /= eigenvalue
    progress.tell(residual)
    if residual <= tolerance { break }
    for node in vector.indices { image[node] += eigenvalue / 2 * vector[node] }
    vector = scaledToOne(image)
  }
  let scores = IterativeScores(
    scores: NodeScores(vector), iterations: iterations, residual: residual, hasConverged: residual <= tolerance)
  return (scores, eigenvalue)
}

/// The vector divided by its largest element.
private func scaledToOne(_ vector: [Double]) -> [Double] {
  let largest = vector.max() ?? 1
  return vector.map { $0 / largest }
}
