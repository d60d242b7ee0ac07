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

  /// The same, each neighbour times the strength of the tie.
  func weightedNeighbourSums(of values: [Lanes], into sums: inout [Lanes]) {
    for node in nodes {
      var sum = Lanes.zero
      for (neighbour, strength) in zip(neighbors(of: node), weights(of: node) ?? []) {
        sum += values[neighbour.index] * strength
      }
      sums[node.index] = sum
    }
  }
}
