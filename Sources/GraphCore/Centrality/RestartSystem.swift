/// PageRank of an undirected graph as a symmetric system of equations, solved by conjugate gradients.
///
/// With D the strengths on the diagonal, A the weights of the ties, α the damping and *r* the restart, the scores are in
/// proportion to D *u*, where (D − α A) *u* = *r*; a node without ties scores its share of the restart. The matrix is
/// symmetric and positive definite. Scaled by D its eigenvalues are within 1 ± α, so each iteration takes the error down
/// by the factor (√κ − 1) / (√κ + 1) at least, κ = (1 + α) / (1 − α): by 0.56 where a plain step takes it by 0.85.
///
/// In a large graph the nodes are taken by falling degree: those that most arcs lead to then stand side by side, and stay
/// in the cache.
///
/// The names are those of the paper: *x* `solution`, *r* `residual`, *p* `direction`, A *p* `image`.
///
/// - SeeAlso: M. R. Hestenes, E. Stiefel, *Methods of conjugate gradients for solving linear systems*, Journal of
///   Research of the National Bureau of Standards 49(6), 1952,
///   [doi:10.6028/jres.049.044](https://doi.org/10.6028/jres.049.044), section 3; with D for a preconditioner.
struct RestartSystem {
  private struct Node: Sendable {
    var solution: Double
    var residual: Double
  }

  private let graph: CSRGraph
  /// The node of the given graph that stands in each place, or `nil` when each is in its own.
  private let order: [NodeID]?
  private let strengths: [Double]
  private let damping: Double
  private let restart: [Double]
  private var nodes: [Node]
  private var direction: [Double]
  private var image: [Double]
  private(set) var iterations = 0

  /// Starts from scores in proportion to the strengths, which are those of a walk that never starts anew.
  ///
  /// - Parameters:
  ///   - graph: An undirected graph with ties.
  ///   - strengths: That of each node.
  ///   - damping: Above 0 and below 1.
  ///   - restart: A share for each node, with a sum of 1.
  init(_ graph: CSRGraph, strengths: [Double], damping: Double, restart: [Double]) {
    let order = graph.nodeCount > RestartSystem.largestUnordered ? graph.nodesByFallingDegree() : nil
    let strengths = order.map { order in order.map { strengths[$0.index] } } ?? strengths
    let restart = order.map { order in order.map { restart[$0.index] } } ?? restart
    self.graph = order.map(graph.reordered(by:)) ?? graph
    (self.order, self.strengths, self.damping, self.restart) = (order, strengths, damping, restart)
    let start = 1 / strengths.reduce(0, +)
    nodes = zip(strengths, restart).map { strength, share in
      // A times a vector of ones is D times it: the first residual needs no product.
      Node(solution: start, residual: strength > 0 ? share - (1 - damping) * strength * start : 0)
    }
    direction = zip(strengths, nodes).map { $0 > 0 ? $1.residual / $0 : 0 }
    image = direction
  }

  /// As many numbers as this fit the cache in any order.
  private static let largestUnordered = 1 << 16

  /// The scores so far, scaled to a sum of 1.
  var scores: [Double] {
    let found = nodes.indices.map { strengths[$0] > 0 ? strengths[$0] * nodes[$0].solution : restart[$0] }
    let total = found.reduce(0, +)
    guard let order else { return found.map { $0 / total } }
    var scores = found
    for (place, node) in order.enumerated() { scores[node.index] = found[place] / total }
    return scores
  }

  /// Iterates until the residuals, |difference| summed over the nodes, are at most `tolerance`.
  ///
  /// - Parameter progress: Is told how far the scores may be from their limit.
  mutating func solve(
    tolerance: Double, maximumIterations: Int, progress: inout IterationProgress
  ) throws(CancellationError) {
    var (size, square) = (0.0, 0.0)
    for (node, strength) in zip(nodes, strengths) where strength > 0 {
      size += abs(node.residual)
      square += node.residual * node.residual / strength
    }
    while size > tolerance && iterations < maximumIterations {
      progress.tell(size * damping / (1 - damping))
      guard let next = try Computation.step({ () throws(CancellationError) in try iterate(from: square) }) else {
        return
      }
      (size, square) = next
      iterations += 1
    }
  }

  /// - Returns: The size of the residual, and its square in the measure of the preconditioner; `nil` when the numbers
  ///   are too small or large to go on with.
  private mutating func iterate(from square: Double) throws(CancellationError) -> (size: Double, square: Double)? {
    let curvature = try multiplyDirection()
    guard curvature > 0, (square / curvature).isFinite else { return nil }
    let next = try advance(by: square / curvature)
    try turn(keeping: next.square / square)
    return next
  }

  /// Sets `image` to the matrix times the direction.
  ///
  /// - Returns: The direction times its image.
  private mutating func multiplyDirection() throws(CancellationError) -> Double {
    let (direction, strengths, damping) = (direction, strengths, damping)
    return try graph.multiply(direction, into: &image) { node, sum in
      let value = strengths[node] * direction[node] - damping * sum
      return (value, value * direction[node])
    }
  }

  /// Goes along the direction.
  ///
  /// - Returns: The size of the residual, and its square.
  private mutating func advance(by step: Double) throws(CancellationError) -> (size: Double, square: Double) {
    let (direction, image, strengths) = (direction, image, strengths)
    let partials = try ParallelBlocks.fill(&nodes, workPerElement: 4) { range, slice in
      var (size, square) = (0.0, 0.0)
      for node in range where strengths[node] > 0 {
        let place = node - range.lowerBound
        let residual = slice[place].residual - step * image[node]
        slice[place] = Node(solution: slice[place].solution + step * direction[node], residual: residual)
        size += abs(residual)
        square += residual * residual / strengths[node]
      }
      return (size, square)
    }
    return partials.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
  }

  /// Turns the direction towards the new residual.
  private mutating func turn(keeping share: Double) throws(CancellationError) {
    let (nodes, strengths) = (nodes, strengths)
    _ = try ParallelBlocks.fill(&direction, workPerElement: 3) { range, slice in
      for node in range where strengths[node] > 0 {
        let place = node - range.lowerBound
        slice[place] = nodes[node].residual / strengths[node] + share * slice[place]
      }
    }
  }
}
