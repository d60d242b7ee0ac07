/// The two scores of Kleinberg's model: good hubs point to good authorities.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// How well a node points to authorities, `0...1`; the highest is 1.
  public let hubs: IterativeScores
  /// How well hubs point to a node, `0...1`; the highest is 1.
  public let authorities: IterativeScores
}

extension CSRGraph {
  /// Hubs and authorities (HITS): a hub is a node whose arcs lead to authorities, an authority one that hubs lead to.
  ///
  /// The hub scores are the principal eigenvector of A Aᵀ, the authority scores that of Aᵀ A; weights count. In an
  /// undirected graph both are ``eigenvector(tolerance:maximumIterations:)``, as in igraph.
  ///
  ///     let graph = CSRGraph(nodeCount: 3, edges: [(0, 2), (1, 2)], isDirected: true)
  ///     try graph.hubsAndAuthorities().hubs.values  // [1.0, 1.0, 0.0]
  ///
  /// - Parameters:
  ///   - tolerance: The residual to reach, as for ``eigenvector(tolerance:maximumIterations:)``. Default: 1e-13.
  ///   - maximumIterations: The most double products. Default: 20,000.
  /// - Returns: Both scores for each node.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + *m*) an iteration.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: J. M. Kleinberg, *Authoritative sources in a hyperlinked environment*, Journal of the ACM 46(5), 1999,
  ///   [doi:10.1145/324133.324140](https://doi.org/10.1145/324133.324140), section 3.1.
  public func hubsAndAuthorities(
    tolerance: Double = 1e-13, maximumIterations: Int = 20_000
  ) throws(CancellationError) -> HubsAndAuthorities {
    guard isDirected && arcCount > 0 else {
      let scores = try eigenvector(tolerance: tolerance, maximumIterations: maximumIterations)
      return HubsAndAuthorities(hubs: scores, authorities: scores)
    }
    let incoming = reversed
    var middle = [Double](repeating: 0, count: nodeCount)
    let hubs = try principalVector(
      start: degree(.outgoing).values, tolerance: tolerance, maximumIterations: maximumIterations,
      product: { (vector, image) throws(CancellationError) in
        try incoming.rowProduct(vector, into: &middle)
        try self.rowProduct(middle, into: &image)
      })
    let authorities = try principalVector(
      start: degree(.incoming).values, tolerance: tolerance, maximumIterations: maximumIterations,
      product: { (vector, image) throws(CancellationError) in
        try self.rowProduct(vector, into: &middle)
        try incoming.rowProduct(middle, into: &image)
      })
    return HubsAndAuthorities(hubs: hubs.scores, authorities: authorities.scores)
  }
}
