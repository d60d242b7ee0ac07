extension ClusterGraph {
  /// Moves nodes, one after another, to the cluster around them that gains most, until no single move gains.
  ///
  /// Nodes wait in a queue, first in an order drawn at random; a node whose neighbour moved elsewhere waits again. Of
  /// clusters that gain the same, the one already chosen stays, then the lower number wins; so the result hangs on the
  /// graph, the labels and the generator alone.
  ///
  /// - Parameter labels: The cluster of each node, in `0..<nodeCount`; changed in place.
  /// - Returns: Whether any node moved.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected
  ///   communities*, Scientific Reports 9, 5233, 2019,
  ///   [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z), algorithm A.2, MoveNodesFast.
  func moveNodes(_ labels: inout [UInt32], using generator: inout some RandomNumberGenerator) -> Bool {
    var totals = ClusterTotals(self, labels)
    var queue = (0..<nodeCount).map { UInt32($0) }
    generator.shuffle(&queue)
    var isWaiting = [Bool](repeating: true, count: nodeCount)
    var around = ClusterWeights(clusterCount: nodeCount)
    var hasMoved = false
    var head = 0
    while head < queue.count {
      // What was served is dropped when it is half of the queue, so that it stays short.
      if head > nodeCount, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
      let node = Int(queue[head])
      head += 1
      isWaiting[node] = false

      around.add(node, of: self, labels: labels)
      let best = totals.move(mass[node], from: labels[node], penalty: penalty, around: around)
      around.clear()
      guard best != labels[node] else { continue }
      hasMoved = true
      labels[node] = best
      for arc in offsets[node]..<offsets[node + 1] {
        let neighbor = targets[arc].index
        if labels[neighbor] != best && !isWaiting[neighbor] {
          isWaiting[neighbor] = true
          queue.append(UInt32(truncatingIfNeeded: neighbor))
        }
      }
    }
    return hasMoved
  }

  /// Numbers the labels that occur `0..<count` by first appearance.
  static func renumber(_ labels: inout [UInt32]) -> Int {
    var numbers = [UInt32](repeating: .max, count: labels.count)
    var count: UInt32 = 0
    for node in labels.indices {
      let label = Int(labels[node])
      if numbers[label] == .max {
        numbers[label] = count
        count += 1
      }
      labels[node] = numbers[label]
    }
    return Int(count)
  }
}

/// The mass and the number of nodes of each cluster while nodes move between them.
private struct ClusterTotals {
  private var masses: [Double]
  private var sizes: [Int]
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
  /// - Returns: That cluster.
  @inline(__always)
  mutating func move(
    _ mass: Double, from current: UInt32, penalty: Double, around: borrowing ClusterWeights
  ) -> UInt32 {
    let cost = penalty * mass
    masses[Int(current)] -= mass
    let stay = around[current] - cost * masses[Int(current)]
    var best = current
    var bestGain = -Double.infinity
    for cluster in around.touched where cluster != current {
      let gain = around[cluster] - cost * masses[Int(cluster)]
      if gain > bestGain || (gain == bestGain && cluster < best) { (best, bestGain) = (cluster, gain) }
    }
    // A gain below this is rounding: two nodes must not change places for ever.
    let margin = 1e-12 * (abs(stay) + cost * mass)
    if bestGain <= stay + margin { (best, bestGain) = (current, stay) }
    if bestGain < -margin, sizes[Int(current)] > 1, let empty = free.popLast() { best = empty }
    masses[Int(best)] += mass
    if best != current {
      sizes[Int(best)] += 1
      sizes[Int(current)] -= 1
      if sizes[Int(current)] == 0 { free.append(current) }
    }
    return best
  }
}
