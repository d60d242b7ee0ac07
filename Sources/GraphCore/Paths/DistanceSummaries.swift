/// What the distances from every node to all others come to: the ground of closeness, harmonic and eccentricity.
///
/// Distances are measured along the arcs, from the node outward; for distances *to* a node, ask the
/// ``CSRGraph/reversed`` graph. Nodes that cannot be reached are left out.
public struct DistanceSummaries: Sendable, Equatable {
  /// What the distances of one node come to.
  public struct Summary: Sendable, Equatable {
    /// How many other nodes can be reached.
    public let reachedCount: Int
    /// The distances to them, added.
    public let totalDistance: Double
    /// The inverses of the distances to them, added.
    public let totalInverse: Double
    /// The distance to the farthest of them; 0 when none can be reached.
    public let greatestDistance: Double
  }

  /// One summary for each node, in node order.
  public let summaries: [Summary]
  /// How the length of a tie was measured.
  public let lengths: TieLength

  /// How many ordered pairs of different nodes have a path: what ``meanDistance`` rests on.
  public var reachedPairCount: Int { summaries.reduce(0) { $0 + $1.reachedCount } }

  /// The mean distance over the pairs that have a path; `nil` when none has.
  public var meanDistance: Double? {
    let pairs = reachedPairCount
    return pairs > 0 ? summaries.reduce(0) { $0 + $1.totalDistance } / Double(pairs) : nil
  }

  /// The greatest distance between two nodes that have a path; `nil` when none has.
  public var diameter: Double? {
    reachedPairCount > 0 ? summaries.map(\.greatestDistance).max() : nil
  }
}

extension CSRGraph {
  /// Measures the distances between all pairs of nodes, and keeps what they come to for each node.
  ///
  /// - Parameter lengths: How long a tie is. Default: 1.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* · *m*) by hops, 512 sources at a time; O(*n* (*m* + *n*) log *n*) by lengths. O(*n* + *m*)
  ///   space on each thread.
  /// - SeeAlso: M. Then et al., *The more the merrier: efficient multi-source graph traversal*, PVLDB 8(4), 2014,
  ///   [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
  public func distanceSummaries(lengths: TieLength = .hops) throws(CancellationError) -> DistanceSummaries {
    let arcLengths = arcLengths(lengths)
    let summaries =
      if let arcLengths {
        try ParallelBlocks.map(
          count: nodeCount, blockSize: 16, workPerElement: 20 * (nodeCount + arcCount),
          scratch: { ShortestPathSearch(nodeCount: nodeCount) },
          element: { node, search in summary(of: NodeID(node), lengths: arcLengths, search: &search) })
      } else {
        try summariesByHops()
      }
    return DistanceSummaries(summaries: summaries, lengths: lengths)
  }

  private func summary(
    of source: NodeID, lengths: [Double], search: inout ShortestPathSearch
  ) -> DistanceSummaries.Summary {
    search.run(from: source, in: self, lengths: lengths)
    defer { search.reset() }
    var (total, inverse) = (0.0, 0.0)
    for node in search.order.dropFirst() {
      total += search.distance[node.index]
      inverse += 1 / search.distance[node.index]
    }
    return .init(
      reachedCount: search.order.count - 1, totalDistance: total, totalInverse: inverse,
      greatestDistance: search.order.last.map { search.distance[$0.index] } ?? 0)
  }

  private func summariesByHops() throws(CancellationError) -> [DistanceSummaries.Summary] {
    // Sources that are near each other share a batch, since their searches then meet the same nodes together.
    let sources = breadthFirstOrder()
    let incoming = reversed
    let lanes = MultiSourceSearch.laneCount
    let ordered = try ParallelBlocks.reduce(
      blockCount: (nodeCount + lanes - 1) / lanes, workPerBlock: 100 * (nodeCount + arcCount),
      into: [DistanceSummaries.Summary](),
      scratch: { MultiSourceSearch(nodeCount: nodeCount) },
      block: { block, search in
        let batch = sources[block * lanes..<min(nodeCount, (block + 1) * lanes)]
        return summaries(of: batch, incoming: incoming, search: &search)
      },
      join: { $0.append(contentsOf: $1) })
    var byNode = ordered
    for (place, source) in sources.enumerated() { byNode[source.index] = ordered[place] }
    return byNode
  }

  private func summaries(
    of batch: ArraySlice<NodeID>, incoming: CSRGraph, search: inout MultiSourceSearch
  ) -> [DistanceSummaries.Summary] {
    var reached = [Int](repeating: 0, count: batch.count)
    var total = reached
    var greatest = reached
    var inverse = [Double](repeating: 0, count: batch.count)
    search.run(from: batch, outgoing: self, incoming: incoming) { distance, counts in
      counts.withCounts { lane, count in
        reached[lane] += count
        total[lane] += count * distance
        inverse[lane] += Double(count) / Double(distance)
        greatest[lane] = distance
      }
    }
    return (0..<batch.count).map { lane in
      .init(
        reachedCount: reached[lane], totalDistance: Double(total[lane]), totalInverse: inverse[lane],
        greatestDistance: Double(greatest[lane]))
    }
  }

  /// All nodes, those of a neighbourhood together: the order of breadth-first searches from the lowest node on.
  func breadthFirstOrder() -> [NodeID] {
    var order: [NodeID] = []
    order.reserveCapacity(nodeCount)
    var isSeen = [Bool](repeating: false, count: nodeCount)
    withRows { offsets, targets in
      var head = 0
      for root in 0..<nodeCount where !isSeen[root] {
        isSeen[root] = true
        order.append(NodeID(root))
        while head < order.count {
          let node = order[head].index
          head += 1
          for arc in offsets[node]..<offsets[node + 1] where !isSeen[targets[arc].index] {
            isSeen[targets[arc].index] = true
            order.append(targets[arc])
          }
        }
      }
    }
    return order
  }
}
