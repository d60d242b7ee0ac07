extension CSRGraph {
  /// Whether no way along the arcs leads back to where it started.
  ///
  /// An undirected tie can be walked to and fro, so an undirected graph is acyclic only without ties.
  ///
  ///     CSRGraph(nodeCount: 2, edges: [(0, 1)], isDirected: true).isAcyclic  // true
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: A. B. Kahn, *Topological sorting of large networks*, Communications of the ACM 5(11), 1962,
  ///   [doi:10.1145/368996.369025](https://doi.org/10.1145/368996.369025).
  public var isAcyclic: Bool {
    guard isDirected else { return arcCount == 0 }
    var missing = [Int](repeating: 0, count: nodeCount)
    for target in targets { missing[target.index] += 1 }
    var ready = missing.indices.filter { missing[$0] == 0 }
    var head = 0
    while head < ready.count {
      for target in neighbors(of: NodeID(ready[head])) {
        missing[target.index] -= 1
        if missing[target.index] == 0 { ready.append(target.index) }
      }
      head += 1
    }
    return ready.count == nodeCount
  }
}
