extension CSRGraph {
  /// Components: which nodes hang together by ties, whatever their direction.
  ///
  /// A node without ties is a component of its own; an empty graph has none. Directions are left out: these are the
  /// weak components of a directed graph.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 3), (3, 1)]).components().clusters  // [[0, 1, 3], [2]]
  ///
  /// - Returns: The components, by falling size.
  /// - Complexity: O(*n* + *m* α(*n*)), where α grows so slowly that it is at most 4.
  /// - SeeAlso: M. Sutton, T. Ben-Nun, A. Barak, *Optimizing parallel graph connectivity computation via subgraph
  ///   sampling*, IPDPS 2018, [doi:10.1109/IPDPS.2018.00012](https://doi.org/10.1109/IPDPS.2018.00012): first two ties
  ///   of each node, then the rest outside the largest component.
  public func components() -> Partition {
    Partition(numbered: componentRoots())
  }

  /// The lowest node of the component of each node.
  func componentRoots() -> [UInt32] {
    var forest = ComponentForest(nodeCount: nodeCount)
    withRows { offsets, targets in
      let sampled = isDirected ? 0 : 2
      for round in 0..<sampled {
        for node in 0..<nodeCount where offsets[node] + round < offsets[node + 1] {
          forest.join(node, targets[offsets[node] + round].index)
        }
      }
      forest.flatten()
      // Both ends hold an undirected edge, so the rows of one whole component need not be read again.
      let skipped = isDirected ? nil : forest.frequentRoot()
      for node in 0..<nodeCount where forest.parents[node] != skipped {
        for arc in offsets[node] + sampled..<max(offsets[node] + sampled, offsets[node + 1]) {
          forest.join(node, targets[arc].index)
        }
      }
    }
    forest.flatten()
    return forest.parents
  }
}

/// Trees that grow together: each node points to a lower one of its component, the lowest to itself.
struct ComponentForest {
  private(set) var parents: [UInt32]

  init(nodeCount: Int) {
    parents = (0..<nodeCount).map { UInt32($0) }
  }

  /// Makes one tree of those of two nodes.
  mutating func join(_ first: Int, _ second: Int) {
    var left = parents[first]
    var right = parents[second]
    while left != right {
      let (high, low) = (max(left, right), min(left, right))
      let above = parents[Int(high)]
      if above == low { return }
      if above == high {
        parents[Int(high)] = low
        return
      }
      left = parents[Int(above)]
      right = parents[Int(low)]
    }
  }

  /// Makes every node point to the lowest node of its tree.
  mutating func flatten() {
    // Parents are lower than children, so they are flat by the time their children ask.
    for node in parents.indices { parents[node] = parents[Int(parents[node])] }
  }

  /// A root that many nodes share, found by looking at about a thousand of them.
  func frequentRoot() -> UInt32? {
    let step = max(1, parents.count / 1024)
    let sample = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var best: (root: UInt32, count: Int)?
    var start = 0
    for place in sample.indices where place + 1 == sample.count || sample[place + 1] != sample[place] {
      if place + 1 - start > best?.count ?? 0 { best = (sample[place], place + 1 - start) }
      start = place + 1
    }
    return best?.root
  }
}
