extension CSRGraph {
  /// Coreness: the largest *k* such that the node stays when nodes with fewer than *k* ties are removed again and
  /// again.
  ///
  /// A node without ties has coreness 0. In a directed graph arcs in and out both count, as in igraph.
  ///
  ///     let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
  ///     graph.coreness().values  // [2.0, 2.0, 2.0, 1.0]
  ///
  /// - Returns: One whole number for each node.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: V. Batagelj, M. Zaveršnik, *Fast algorithms for determining (generalized) core groups in social
  ///   networks*, Advances in Data Analysis and Classification 5(2), 2011,
  ///   [doi:10.1007/s11634-010-0079-y](https://doi.org/10.1007/s11634-010-0079-y), algorithm 1.
  public func coreness() -> NodeScores {
    var degrees = degree().values.map { Int($0) }
    var bins = DegreeBins(degrees)
    let sides = isDirected ? [self, reversed] : [self]
    for place in 0..<nodeCount {
      let node = bins.order[place]
      for side in sides {
        side.withRows { offsets, targets in
          for arc in offsets[node]..<offsets[node + 1] {
            let target = targets[arc].index
            guard degrees[target] > degrees[node] else { continue }
            bins.lower(target, from: degrees[target])
            degrees[target] -= 1
          }
        }
      }
    }
    return NodeScores(degrees.map { Double($0) })
  }
}

/// The nodes sorted by degree, kept sorted while degrees fall one by one.
private struct DegreeBins {
  private(set) var order: [Int]
  private var place: [Int]
  /// Where the nodes of each degree start in `order`.
  private var start: [Int]

  init(_ degrees: [Int]) {
    start = Array(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { start[degree + 1] += 1 }
    for degree in 1..<start.count { start[degree] += start[degree - 1] }
    order = Array(repeating: 0, count: degrees.count)
    place = order
    var next = start
    for (node, degree) in degrees.enumerated() {
      order[next[degree]] = node
      place[node] = next[degree]
      next[degree] += 1
    }
  }

  /// Moves `node` to the end of the next lower degree, by an exchange with the first node of its own.
  mutating func lower(_ node: Int, from degree: Int) {
    let first = order[start[degree]]
    order.swapAt(start[degree], place[node])
    place[first] = place[node]
    place[node] = start[degree]
    start[degree] += 1
  }
}
