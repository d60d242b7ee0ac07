extension CSRGraph {
  /// The fewest nodes without which no path leads from `source` to `target`.
  ///
  /// By Menger's theorem there are as many paths that share no inner node, so the size of the cut says how firmly the
  /// two hold together.
  ///
  ///     let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
  ///     try square.minimumNodeCut(from: 0, to: 2)  // [1, 3]
  ///
  /// - Parameters:
  ///   - source: One end. It must differ from `target`.
  ///   - target: The other end. Directed arcs are followed forward.
  /// - Returns: The cut nearest to the source, rising; empty when there is no path; `nil` when the two are tied, since
  ///   no loss of others parts them.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*k* (*n* + *m*)) for a cut of *k* nodes.
  /// - SeeAlso: S. Even, R. E. Tarjan, *Network flow and testing graph connectivity*, SIAM Journal on Computing 4(4),
  ///   1975, [doi:10.1137/0204043](https://doi.org/10.1137/0204043).
  public func minimumNodeCut(from source: NodeID, to target: NodeID) throws(CancellationError) -> [NodeID]? {
    precondition(source != target, "a cut needs two different nodes, not \(source) twice")
    guard !hasEdge(from: source, to: target) else { return nil }
    var network = NodeNetwork(self, source: source.index, target: target.index)
    while network.augment() {
      if Task.isCancelled { throw CancellationError() }
    }
    // A node is full where the last search comes to its entry and not to its exit.
    return nodes.filter { network.isReached($0.index, atExit: false) && !network.isReached($0.index, atExit: true) }
  }
}

/// A flow network in which every node but the two ends lets one path through.
///
/// Node *v* becomes an entry 2*v* and an exit 2*v* + 1 with an arc of capacity 1 between; an arc of the graph leads
/// from exit to entry, as wide as need be.
private struct NodeNetwork {
  /// Arc *a* leads to `heads[a]` and has room for `room[a]` more; arc *a* ^ 1 is its reverse.
  private var heads: [Int] = []
  private var room: [Int] = []
  /// The arcs that leave each entry and exit.
  private var arcs: [[Int]]
  private var cameBy: [Int] = []
  private let source: Int
  private let target: Int

  init(_ graph: CSRGraph, source: Int, target: Int) {
    arcs = Array(repeating: [], count: 2 * graph.nodeCount)
    (self.source, self.target) = (2 * source + 1, 2 * target)
    for node in 0..<graph.nodeCount {
      addArc(from: 2 * node, to: 2 * node + 1, room: 1)
      for next in graph.neighbors(of: NodeID(node)) {
        addArc(from: 2 * node + 1, to: 2 * next.index, room: graph.nodeCount)
      }
    }
  }

  private mutating func addArc(from tail: Int, to head: Int, room capacity: Int) {
    arcs[tail].append(heads.count)
    arcs[head].append(heads.count + 1)
    heads += [head, tail]
    room += [capacity, 0]
  }

  /// Whether the last search came to the entry, or to the exit, of a node.
  func isReached(_ node: Int, atExit: Bool) -> Bool {
    let place = 2 * node + (atExit ? 1 : 0)
    return place == source || cameBy[place] >= 0
  }

  /// Finds one more path by breadth-first search, and sends one unit along it.
  ///
  /// - Returns: Whether there was one.
  mutating func augment() -> Bool {
    cameBy = Array(repeating: -1, count: arcs.count)
    var queue = [source]
    var head = 0
    while head < queue.count, cameBy[target] < 0 {
      for arc in arcs[queue[head]] where room[arc] > 0 && heads[arc] != source && cameBy[heads[arc]] < 0 {
        cameBy[heads[arc]] = arc
        queue.append(heads[arc])
      }
      head += 1
    }
    guard cameBy[target] >= 0 else { return false }
    var place = target
    while place != source {
      let arc = cameBy[place]
      room[arc] -= 1
      room[arc ^ 1] += 1
      place = heads[arc ^ 1]
    }
    return true
  }
}
