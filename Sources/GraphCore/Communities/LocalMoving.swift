extension ClusterGraph {
  /// Moves nodes, one after another, to the cluster around them that gains most, until no single move gains, or few do.
  ///
  /// All nodes wait for their turn at first, in passes over `order`; a node whose neighbour moved elsewhere waits
  /// again. Of clusters that gain the same, the one already chosen stays, then the lower number wins; so the result
  /// hangs on the graph, the labels and the order alone.
  ///
  /// - Parameters:
  ///   - labels: The cluster of each node, in `0..<nodeCount`; changed in place.
  ///   - order: The order of a pass; rising without one.
  ///   - fewMoves: A pass with no more moves than this is the last.
  /// - Returns: Whether any node moved.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected
  ///   communities*, Scientific Reports 9, 5233, 2019,
  ///   [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z), algorithm A.2, MoveNodesFast.
  func moveNodes(_ labels: inout [UInt32], order: [UInt32] = [], fewMoves: Int = 0) -> Bool {
    var clusters = ClusterTotals(self, labels)
    var sums = [Double](repeating: 0, count: nodeCount)
    var touched = [UInt32](repeating: 0, count: nodeCount + 1)
    var isWaiting = [Bool](repeating: true, count: nodeCount)
    return withRows { offsets, targets in
      var labels = labels.mutableSpan
      var sums = sums.mutableSpan
      var touched = touched.mutableSpan
      var isWaiting = isWaiting.mutableSpan
      let order = order.span
      var hasMoved = false
      var moves = 0
      repeat {
        moves = 0
        for place in 0..<nodeCount {
          let node = order.isEmpty ? place : Int(order[place])
          guard isWaiting[node] else { continue }
          isWaiting[node] = false
          let row = offsets[node]..<offsets[node + 1]
          let count = add(row, targets, labels.span, &sums, &touched)
          let best = clusters.move(mass[node], from: labels[node], penalty: penalty, &sums, touched, count)
          guard best != labels[node] else { continue }
          moves += 1
          labels[node] = best
          for arc in row {
            let neighbor = targets[arc].index
            if labels[neighbor] != best { isWaiting[neighbor] = true }
          }
        }
        if moves > 0 { hasMoved = true }
      } while moves > fewMoves
      return hasMoved
    }
  }
}

/// The mass and the number of nodes of each cluster while nodes move between them.
private struct ClusterTotals {
  private var masses: [Double]
  private var sizes: [UInt32]
  /// The numbers of the empty clusters.
  private var free: [UInt32]

  init(_ graph: ClusterGraph, _ labels: [UInt32]) {
    masses = Array(repeating: 0, count: graph.nodeCount)
    sizes = Array(repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      masses[Int(labels[node])] += graph.mass[node]
      sizes[Int(labels[node])] += 1
    }
    free = sizes.indices.compactMap { [sizes] in sizes[$0] == 0 ? UInt32($0) : nil }
  }

  /// Moves a node of the given mass to the cluster where it gains most: one around it, an empty one, or its own.
  ///
  /// - Parameters:
  ///   - sums: The weight of the ties of the node to each cluster; all 0 afterwards.
  ///   - touched: The `count` clusters around it.
  /// - Returns: That cluster.
  @inline(__always)
  mutating func move(
    _ mass: Double, from current: UInt32, penalty: Double, _ sums: inout MutableSpan<Double>,
    _ touched: borrowing MutableSpan<UInt32>, _ count: Int
  ) -> UInt32 {
    let cost = penalty * mass
    let (other, gain, stay) = gains(mass, cost, at: current, &sums, touched, count)
    // A gain below this is rounding: two nodes must not change places for ever.
    let margin = 1e-12 * (abs(stay) + cost * mass)
    var best = gain > stay + margin ? other : current
    if max(gain, stay) < -margin, sizes[Int(current)] > 1, let empty = free.popLast() { best = empty }
    if best != current { shift(mass, from: current, to: best) }
    return best
  }

  /// The cluster around a node, other than its own, where it would gain most; that gain; and the one of staying.
  @inline(__always)
  private func gains(
    _ mass: Double, _ cost: Double, at current: UInt32, _ sums: inout MutableSpan<Double>,
    _ touched: borrowing MutableSpan<UInt32>, _ count: Int
  ) -> (other: UInt32, gain: Double, stay: Double) {
    let masses = masses.span
    var (best, bestGain) = (current, -Double.infinity)
    var stay = -cost * (masses[Int(current)] - mass)
    for place in 0..<count {
      let cluster = touched[place]
      let sum = sums[Int(cluster)]
      sums[Int(cluster)] = 0
      if cluster == current {
        stay += sum
      } else {
        let gain = sum - cost * masses[Int(cluster)]
        if gain > bestGain || (gain == bestGain && cluster < best) { (best, bestGain) = (cluster, gain) }
      }
    }
    return (best, bestGain, stay)
  }

  private mutating func shift(_ mass: Double, from current: UInt32, to other: UInt32) {
    masses[Int(current)] -= mass
    masses[Int(other)] += mass
    sizes[Int(other)] += 1
    sizes[Int(current)] -= 1
    if sizes[Int(current)] == 0 {
      free.append(current)
      masses[Int(current)] = 0
    }
  }
}
