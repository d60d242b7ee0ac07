extension CSRGraph {
  /// A minimum spanning forest: the ties of least total length that hold every component together.
  ///
  /// Directions are left out. With ``TieLength/inverseWeights`` these are the strongest ties: the backbone of an
  /// alliance graph. By hops any tree does, and that of the first ties is returned.
  ///
  ///     let triangle = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 1), (1, 2, 3), (0, 2, 2)])
  ///     triangle.spanningForest(lengths: .weights).map(\.weight)  // [1.0, 2.0]
  ///
  /// - Parameter lengths: How long a tie is.
  /// - Returns: *n* − *c* ties for *c* components, in the order of ``edges``. Of equally long ones the first is taken.
  /// - Complexity: O(*n* + *m* log *m*).
  /// - SeeAlso: J. B. Kruskal, *On the shortest spanning subtree of a graph and the traveling salesman problem*,
  ///   Proceedings of the AMS 7(1), 1956,
  ///   [doi:10.1090/S0002-9939-1956-0078686-7](https://doi.org/10.1090/S0002-9939-1956-0078686-7), construction A.
  public func spanningForest(lengths: TieLength) -> [Edge] {
    let edges = undirected.edges
    let keys: [Double] =
      switch lengths {
      case .hops: []
      case .weights: edges.map(\.weight)
      case .inverseWeights: edges.map { -$0.weight }
      }
    let order = keys.isEmpty ? Array(edges.indices) : edges.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var root = Array(0..<nodeCount)
    func find(_ node: Int) -> Int {
      var node = node
      while root[node] != node {
        root[node] = root[root[node]]
        node = root[node]
      }
      return node
    }
    var taken: [Int] = []
    for index in order {
      let (first, second) = (find(edges[index].source.index), find(edges[index].target.index))
      guard first != second else { continue }
      root[max(first, second)] = min(first, second)
      taken.append(index)
    }
    return taken.sorted().map { edges[$0] }
  }
}
