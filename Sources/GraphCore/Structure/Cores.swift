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
  ///   [doi:10.1007/s11634-010-0079-y](https://doi.org/10.1007/s11634-010-0079-y), section 3; shell by shell, with the
  ///   list of the nodes that are left, as in H. Kabir, K. Madduri, *Parallel k-core decomposition on multicore
  ///   platforms*, IPDPSW 2017, [doi:10.1109/IPDPSW.2017.151](https://doi.org/10.1109/IPDPSW.2017.151).
  public func coreness() -> NodeScores {
    let incoming = isDirected ? reversed : nil
    var degrees = (0..<nodeCount).map { node in
      UInt32(outDegree(of: NodeID(node)) + (incoming?.outDegree(of: NodeID(node)) ?? 0))
    }
    var left = degrees.indices.map { UInt32(truncatingIfNeeded: $0) }
    var removal = RemovalOrder(nodeCount: nodeCount)
    while let level = removal.startShell(of: left, degrees) {
      while let node = removal.next() {
        // What stays open is above the level: nodes of the shell, and of those before, are not lowered.
        removal.lowerNeighbors(of: node, in: self, above: level, &degrees)
        if let incoming { removal.lowerNeighbors(of: node, in: incoming, above: level, &degrees) }
      }
      left.removeAll { [degrees] in degrees[Int($0)] <= level }
    }
    return NodeScores(degrees.map { Double($0) })
  }
}

/// The nodes in the order in which they are removed, shell by shell.
private struct RemovalOrder {
  /// One place more than nodes, so that a node may be written there before it is known whether it counts.
  private var nodes: [UInt32]
  private var head = 0
  private var end = 0

  init(nodeCount: Int) {
    nodes = Array(repeating: 0, count: nodeCount + 1)
  }

  /// The next node to remove; `nil` when the shell is done.
  mutating func next() -> Int? {
    guard head < end else { return nil }
    head += 1
    return Int(nodes[head - 1])
  }

  /// Begins a shell with the nodes of lowest degree among those that are left.
  ///
  /// - Returns: That degree; `nil` when no node is left.
  mutating func startShell(of left: [UInt32], _ degrees: [UInt32]) -> UInt32? {
    var lowest: UInt32?
    for node in left {
      let degree = degrees[Int(node)]
      if degree < lowest ?? .max {
        lowest = degree
        end = head
      }
      if degree == lowest {
        nodes[end] = node
        end += 1
      }
    }
    return lowest
  }

  /// Takes a tie from each neighbour of a removed node; those that fall to the level join the shell.
  ///
  /// Without branches: whether a neighbour is lowered is as good as random, and a wrong guess costs more than a write.
  @inline(__always)
  mutating func lowerNeighbors(of node: Int, in graph: CSRGraph, above level: UInt32, _ degrees: inout [UInt32]) {
    var degrees = degrees.mutableSpan
    var end = end
    var nodes = nodes.mutableSpan
    let (offsets, targets) = (graph.offsets.span, graph.targets.span)
    for arc in offsets[node]..<offsets[node + 1] {
      let target = targets[arc].index
      let degree = degrees[target]
      let lowered = degree &- (degree > level ? 1 : 0)
      degrees[target] = lowered
      nodes[end] = UInt32(truncatingIfNeeded: target)
      end &+= lowered != degree && lowered == level ? 1 : 0
    }
    self.end = end
  }
}
