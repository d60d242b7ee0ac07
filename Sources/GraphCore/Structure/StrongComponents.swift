extension CSRGraph {
  /// Strong components: which nodes can reach each other along the arcs, there and back.
  ///
  /// In an undirected graph they are the ``components()``.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 0), (1, 2)], isDirected: true).strongComponents().clusters
  ///     // [[0, 1], [2]]
  ///
  /// - Returns: The strong components, by falling size.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1(2), 1972,
  ///   [doi:10.1137/0201010](https://doi.org/10.1137/0201010), section 4.
  public func strongComponents() -> Partition {
    guard isDirected else { return components() }
    var entry = [Int](repeating: -1, count: nodeCount)
    var low = entry
    var labels = entry
    var nextArc = Array(offsets.dropLast())
    var path: [Int] = []
    var open: [Int] = []
    var entered = 0
    for root in 0..<nodeCount where entry[root] < 0 {
      path = [root]
      while let node = path.last {
        if entry[node] < 0 {
          entry[node] = entered
          low[node] = entered
          entered += 1
          open.append(node)
        }
        if nextArc[node] < offsets[node + 1] {
          let target = targets[nextArc[node]].index
          nextArc[node] += 1
          if entry[target] < 0 {
            path.append(target)
          } else if labels[target] < 0 {
            low[node] = min(low[node], entry[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
        guard low[node] == entry[node] else { continue }
        while let member = open.popLast() {
          labels[member] = node
          if member == node { break }
        }
      }
    }
    return Partition(numbered: labels)
  }
}
