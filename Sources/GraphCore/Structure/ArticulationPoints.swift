extension CSRGraph {
  /// Articulation points: the nodes without which others would no longer hang together.
  ///
  /// Directions are left out. The end of a path is none; the middle of one is.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).articulationPoints()  // [1]
  ///
  /// - Returns: The articulation points, rising.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*, Communications of
  ///   the ACM 16(6), 1973, [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
  public func articulationPoints() -> [NodeID] {
    fragilePoints().map(\.node)
  }

  /// A node whose loss would split its component.
  public struct FragilePoint: Sendable, Hashable {
    /// The articulation point.
    public let node: NodeID
    /// Into how many parts the rest of its component would fall: 2 or more.
    public let partCount: Int
    /// How many nodes would be cut off from the largest of these parts.
    public let cutOffCount: Int
  }

  /// The articulation points, with how much each holds together.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (1, 3)]).fragilePoints()[0].cutOffCount  // 2
  ///
  /// - Returns: One element for each articulation point, in node order. Which nodes are cut off tells
  ///   ``separation(byRemoving:)``.
  /// - Complexity: O(*n* + *m*).
  public func fragilePoints() -> [FragilePoint] {
    let forest = DepthFirstForest(undirected)
    var partCount = [Int](repeating: 0, count: nodeCount)
    var largest = [Int](repeating: 0, count: nodeCount)
    var hanging = [Int](repeating: 0, count: nodeCount)
    for child in forest.order where forest.hangsOnParent(child) {
      let node = forest.parent[child]
      partCount[node] += 1
      largest[node] = max(largest[node], forest.subtreeSize[child])
      hanging[node] += forest.subtreeSize[child]
    }
    var root = 0
    for node in forest.order {
      if forest.parent[node] == node { root = node }
      guard node != root else { continue }
      // What lies above an inner node is one more part.
      let above = forest.subtreeSize[root] - 1 - hanging[node]
      partCount[node] += 1
      largest[node] = max(largest[node], above)
      hanging[node] += above
    }
    return (0..<nodeCount).filter { partCount[$0] > 1 }.map {
      FragilePoint(node: NodeID($0), partCount: partCount[$0], cutOffCount: hanging[$0] - largest[$0])
    }
  }

  /// What is left of a component when one of its nodes is lost.
  public struct Separation: Sendable, Hashable {
    /// The node that was removed.
    public let node: NodeID
    /// The parts that the rest of its component falls into: the largest first, of equal ones that with the lowest
    /// node; the nodes of each rising. One part when the node is no articulation point, none when it has no ties.
    public let parts: [[NodeID]]
    /// The nodes cut off from the largest part, rising.
    public var cutOff: [NodeID] { parts.dropFirst().joined().sorted() }
  }

  /// Who would be cut off from whom without `node`.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)]).separation(byRemoving: 1).cutOff  // [0]
  ///
  /// - Complexity: O(*n* + *m*).
  public func separation(byRemoving node: NodeID) -> Separation {
    let graph = undirected
    var isSeen = [Bool](repeating: false, count: nodeCount)
    isSeen[node.index] = true
    var parts: [[NodeID]] = []
    for start in graph.neighbors(of: node) where !isSeen[start.index] {
      isSeen[start.index] = true
      var part = [start]
      var head = 0
      while head < part.count {
        for next in graph.neighbors(of: part[head]) where !isSeen[next.index] {
          isSeen[next.index] = true
          part.append(next)
        }
        head += 1
      }
      parts.append(part.sorted())
    }
    return Separation(node: node, parts: parts.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) })
  }
}
