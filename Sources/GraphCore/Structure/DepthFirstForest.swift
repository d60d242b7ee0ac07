/// A depth-first forest of a graph without directions, with the low points of Hopcroft and Tarjan.
///
/// Articulation points, bridges, biconnected components and what a removal cuts off are all read from it.
///
/// - SeeAlso: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*, Communications of
///   the ACM 16(6), 1973, [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
struct DepthFirstForest {
  /// The nodes in the order in which they were entered: parents before children.
  private(set) var order: [Int] = []
  /// The place of each node in `order`.
  private(set) var entry: [Int]
  /// The node from which each node was entered; itself for a root.
  private(set) var parent: [Int]
  /// The earliest place that the subtree of a node is tied to, by one tie that is not of the tree.
  private(set) var low: [Int]
  /// How many nodes the subtree of each node holds, itself included.
  private(set) var subtreeSize: [Int]

  /// - Parameter graph: An undirected graph.
  init(_ graph: CSRGraph) {
    let nodeCount = graph.nodeCount
    entry = Array(repeating: -1, count: nodeCount)
    parent = Array(0..<nodeCount)
    low = Array(repeating: 0, count: nodeCount)
    subtreeSize = Array(repeating: 1, count: nodeCount)
    order.reserveCapacity(nodeCount)
    graph.withRows { offsets, targets in
      var nextArc = (0..<nodeCount).map { offsets[$0] }
      for root in 0..<nodeCount where entry[root] < 0 {
        enter(root)
        var node = root
        while true {
          if nextArc[node] < offsets[node + 1] {
            let target = targets[nextArc[node]].index
            nextArc[node] += 1
            if entry[target] < 0 {
              parent[target] = node
              enter(target)
              node = target
            } else if target != parent[node] {
              // Rows hold no parallel ties, so the arc to the parent is the tie of the tree itself.
              low[node] = min(low[node], entry[target])
            }
          } else {
            guard node != root else { break }
            let above = parent[node]
            low[above] = min(low[above], low[node])
            subtreeSize[above] += subtreeSize[node]
            node = above
          }
        }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    entry[node] = order.count
    low[node] = order.count
    order.append(node)
  }

  /// Whether the subtree of `child` hangs on its parent: no tie leads from it past the parent.
  func hangsOnParent(_ child: Int) -> Bool {
    parent[child] != child && low[child] >= entry[parent[child]]
  }
}
