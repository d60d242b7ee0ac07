/// The triangles of a graph, and what share of the possible ones they are.
public struct Triangles: Sendable, Equatable {
  /// How many triangles each node is in: whole numbers.
  public let counts: NodeScores
  /// Local clustering: the share of the pairs of neighbours of a node that are tied, `0...1`; 0 with fewer than two
  /// neighbours, as in networkx.
  public let clustering: NodeScores
  /// How many triangles there are in all.
  public let total: Int
  /// Transitivity: the share of the paths of two ties whose ends are tied, `0...1`; `nil` without such a path.
  public let transitivity: Double?
  /// The mean of the local clustering over the nodes with two neighbours or more; `nil` when there are none.
  public let averageClustering: Double?
  /// How many nodes ``averageClustering`` rests on.
  public let averagedNodeCount: Int
}

extension CSRGraph {
  /// Triangles: three nodes that are all tied to each other, counted for each node.
  ///
  /// Directions and weights are left out.
  ///
  ///     let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
  ///     try graph.triangles().counts.values  // [1, 1, 1, 0]
  ///     try graph.triangles().transitivity  // 0.6
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*m* √*m*) time, O(*n* + *m*) space.
  /// - SeeAlso: clustering: D. J. Watts, S. H. Strogatz, *Collective dynamics of ‘small-world’ networks*, Nature 393,
  ///   1998, [doi:10.1038/30918](https://doi.org/10.1038/30918); counting: M. Latapy, *Main-memory triangle
  ///   computations for very large (sparse (power-law)) graphs*, Theoretical Computer Science 407, 2008,
  ///   [doi:10.1016/j.tcs.2008.07.017](https://doi.org/10.1016/j.tcs.2008.07.017), algorithm forward.
  public func triangles() throws(CancellationError) -> Triangles {
    let graph = undirected
    let counts = try graph.triangleCounts()
    var (paths, corners) = (0, 0)
    var clustering = [Double](repeating: 0, count: nodeCount)
    var (sum, defined) = (0.0, 0)
    for node in 0..<nodeCount {
      let degree = graph.outDegree(of: NodeID(node))
      guard degree > 1 else { continue }
      let pairs = degree * (degree - 1) / 2
      clustering[node] = Double(counts[node]) / Double(pairs)
      paths += pairs
      corners += counts[node]
      sum += clustering[node]
      defined += 1
    }
    return Triangles(
      counts: NodeScores(counts.map { Double($0) }), clustering: NodeScores(clustering), total: corners / 3,
      transitivity: paths > 0 ? Double(corners) / Double(paths) : nil,
      averageClustering: defined > 0 ? sum / Double(defined) : nil, averagedNodeCount: defined)
  }

  /// How many triangles each node of this undirected graph is in.
  private func triangleCounts() throws(CancellationError) -> [Int] {
    let rows = DegreeOrderedRows(self)
    // Few blocks, since each returns a count for every node.
    let blockCount = min(32, nodeCount)
    let byRank = try ParallelBlocks.reduce(
      blockCount: blockCount, workPerBlock: 16 * arcCount / max(1, blockCount),
      into: [Int](repeating: 0, count: nodeCount),
      scratch: { [UInt32](repeating: .max, count: nodeCount) },
      block: { block, marks in
        // Every 32nd node, so that each block gets its share of the hubs.
        rows.triangleCounts(of: stride(from: block, to: nodeCount, by: blockCount), marks: &marks)
      },
      join: { total, counts in for rank in counts.indices { total[rank] += Int(counts[rank]) } })
    return rows.rank.map { byRank[Int($0)] }
  }
}

/// The rows of an undirected graph with nodes renamed by rising degree, where each edge stands once: in the row of its
/// lower end.
///
/// No row is then longer than √(2*m*), not even that of a hub.
struct DegreeOrderedRows {
  /// The new name of each node.
  let rank: [UInt32]
  private let offsets: [Int]
  private let targets: [UInt32]

  init(_ graph: CSRGraph) {
    let order = graph.nodesByDegree()
    var rank = [UInt32](repeating: 0, count: graph.nodeCount)
    for (place, node) in order.enumerated() { rank[node.index] = UInt32(place) }
    var offsets = [0]
    offsets.reserveCapacity(graph.nodeCount + 1)
    var targets: [UInt32] = []
    targets.reserveCapacity(graph.edgeCount)
    graph.withRows { rows, heads in
      for (place, node) in order.enumerated() {
        for arc in rows[node.index]..<rows[node.index + 1] where rank[heads[arc].index] > place {
          targets.append(rank[heads[arc].index])
        }
        offsets.append(targets.count)
      }
    }
    self.rank = rank
    self.offsets = offsets
    self.targets = targets
  }

  /// The triangles whose lowest corner is among `ranks`, counted for each of their corners.
  func triangleCounts(of ranks: StrideTo<Int>, marks: inout [UInt32]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: rank.count)
    let (offsets, targets) = (offsets.span, targets.span)
    for first in ranks {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for arc in row { marks[Int(targets[arc])] = UInt32(first) }
      for arc in row {
        let second = Int(targets[arc])
        var found: UInt32 = 0
        for next in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[next])
          let isClosed: UInt32 = marks[third] == first ? 1 : 0
          counts[third] &+= isClosed
          found &+= isClosed
        }
        counts[second] &+= found
        counts[first] &+= found
      }
    }
    return counts
  }
}

extension CSRGraph {
  /// The nodes by rising number of arcs that leave them, the lower node first.
  func nodesByDegree() -> [NodeID] {
    var start = [Int](repeating: 0, count: nodeCount + 1)
    for node in 0..<nodeCount { start[offsets[node + 1] - offsets[node] + 1] += 1 }
    for degree in 0..<nodeCount { start[degree + 1] += start[degree] }
    var order = [NodeID](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let degree = offsets[node + 1] - offsets[node]
      order[start[degree]] = NodeID(node)
      start[degree] += 1
    }
    return order
  }
}
