extension CSRGraph {
  /// Assortativity by a number: how far ties join nodes with similar values, from −1 to 1.
  ///
  /// The correlation of the values at the two ends of the ties, source against target; an undirected tie counts both
  /// ways. Weights are left out.
  ///
  /// - Parameter values: One number for each node.
  /// - Returns: `nil` without ties, or when the values at one end are all the same: no correlation is defined then.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman, *Mixing patterns in networks*, Physical Review E 67, 026126, 2003,
  ///   [doi:10.1103/PhysRevE.67.026126](https://doi.org/10.1103/PhysRevE.67.026126), equation 21.
  public func assortativity(of values: [Double]) -> Double? {
    assortativity(sourceValues: values, targetValues: values)
  }

  /// Assortativity by degree: how far well-tied nodes are tied with each other, from −1 to 1.
  ///
  /// In a directed graph outgoing degrees of sources are set against incoming degrees of targets, as in igraph.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 1), (0, 2), (0, 3)]).degreeAssortativity()  // -1
  ///
  /// - Returns: `nil` without ties, or when the degrees at one end are all the same.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman, *Assortative mixing in networks*, Physical Review Letters 89, 208701, 2002,
  ///   [doi:10.1103/PhysRevLett.89.208701](https://doi.org/10.1103/PhysRevLett.89.208701), equation 4.
  public func degreeAssortativity() -> Double? {
    assortativity(sourceValues: degree(.outgoing).values, targetValues: degree(.incoming).values)
  }

  /// Assortativity by kind: how far ties join nodes of the same cluster, beyond chance; 1 when all do.
  ///
  /// - Returns: `nil` without ties, or when all ends of ties are of one cluster.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman, *Mixing patterns in networks*, Physical Review E 67, 026126, 2003,
  ///   [doi:10.1103/PhysRevE.67.026126](https://doi.org/10.1103/PhysRevE.67.026126), equation 2.
  public func assortativity(of partition: Partition) -> Double? {
    requireMatching(partition)
    let sums = unweighted.clusterSums(partition)
    let total = Double(arcCount)
    guard total > 0 else { return nil }
    let within = sums.inside.reduce(0, +) / total
    let expected = zip(sums.outgoing, sums.incoming).reduce(0) { $0 + ($1.0 / total) * ($1.1 / total) }
    return expected < 1 ? (within - expected) / (1 - expected) : nil
  }

  private func assortativity(sourceValues: [Double], targetValues: [Double]) -> Double? {
    precondition(
      sourceValues.count == nodeCount && targetValues.count == nodeCount,
      "\(sourceValues.count) values do not fit a graph of \(nodeCount) nodes")
    guard arcCount > 0 else { return nil }
    let count = Double(arcCount)
    // Two passes: first the means, so that large values do not drown their differences.
    var (sourceMean, targetMean) = (0.0, 0.0)
    forEachArc { source, target in
      sourceMean += sourceValues[source] / count
      targetMean += targetValues[target] / count
    }
    var (joint, sourceSquare, targetSquare) = (0.0, 0.0, 0.0)
    forEachArc { source, target in
      let left = sourceValues[source] - sourceMean
      let right = targetValues[target] - targetMean
      joint += left * right
      sourceSquare += left * left
      targetSquare += right * right
    }
    // What is left of equal values is rounding of their mean.
    func isSpread(_ square: Double, _ mean: Double) -> Bool { square > 1e-24 * count * max(1, mean * mean) }
    guard isSpread(sourceSquare, sourceMean), isSpread(targetSquare, targetMean) else { return nil }
    return joint / (sourceSquare * targetSquare).squareRoot()
  }

  private func forEachArc(_ body: (_ source: Int, _ target: Int) -> Void) {
    for source in 0..<nodeCount {
      for arc in offsets[source]..<offsets[source + 1] { body(source, targets[arc].index) }
    }
  }
}
