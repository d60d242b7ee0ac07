import GraphCore

/// One number for each of eight sources.
typealias Lanes = SIMD8<Double>

extension CSRGraph {
  /// For each node, the sum of `values` over its neighbours: the product of the adjacency matrix with eight columns.
  ///
  /// Neighbours are added in rising order, so the bits hang on the graph alone.
  ///
  /// - Complexity: O(*n* + *m*).
  func neighbourSums(of values: [Lanes], into sums: inout [Lanes]) {
    let values = values.span
    var sums = sums.mutableSpan
    withRows { offsets, targets in
      for node in 0..<nodeCount {
        var sum = Lanes.zero
        for arc in offsets[node]..<offsets[node + 1] { sum += values[targets[arc].index] }
        sums[node] = sum
      }
    }
  }

  /// One step of a walk: what arrives at each node is added to `visits`, `share` times, and divided anew by `factors`.
  func walkStep(
    from walk: [Lanes], into next: inout [Lanes], adding share: Double, to visits: inout [Lanes], by factors: [Double]
  ) {
    let (walk, factors) = (walk.span, factors.span)
    var next = next.mutableSpan
    var visits = visits.mutableSpan
    withRows { offsets, targets in
      for node in 0..<nodeCount {
        var sum = Lanes.zero
        for arc in offsets[node]..<offsets[node + 1] { sum += walk[targets[arc].index] }
        visits[node] += sum * share
        next[node] = sum * factors[node]
      }
    }
  }

  /// The sums over neighbours, each times the strength of the tie.
  func weightedNeighbourSums(of values: [Lanes], into sums: inout [Lanes]) {
    let values = values.span
    var sums = sums.mutableSpan
    withRows { offsets, targets in
      for node in 0..<nodeCount {
        guard let strengths = weights(of: NodeID(node)) else { continue }
        var sum = Lanes.zero
        for arc in offsets[node]..<offsets[node + 1] { sum += values[targets[arc].index] * strengths[arc] }
        sums[node] = sum
      }
    }
  }
}
