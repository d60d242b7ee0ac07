extension CSRGraph {
  /// Betweenness: for each node, how many pairs of other nodes it lies between.
  ///
  /// A pair `(s, t)` gives node `v` the share of shortest `s`–`t` paths that pass through `v`: an unordered pair in an
  /// undirected graph, an ordered one in a directed graph. A pair without a path gives nothing, so a disconnected graph
  /// is legal; an empty graph gives no scores. Paths whose lengths differ by less than 1e-10 of themselves tie, as in
  /// igraph.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.betweenness().values  // [0.0, 1.0, 0.0]
  ///
  /// - Parameters:
  ///   - lengths: How long a tie is. Default: 1. The convention on alliance graphs is `.inverseWeights`.
  ///   - isNormalized: Whether to divide by the number of pairs that leave `v` out: `(n−1)(n−2)` ordered ones in a
  ///     directed graph, half as many unordered ones otherwise. With fewer than three nodes all scores are 0.
  ///     Default: no, as in igraph.
  /// - Returns: One score for each node: in `0...1` when normalized, else a number of pairs.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* · *m*) time by hops, O(*n* (*m* + *n*) log *n*) by lengths; O(*n* + *m*) space on each thread.
  /// - Note: The same graph gives the same bits, on one thread or many: sources are summed in blocks of fixed size.
  /// - SeeAlso: U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology 25(2),
  ///   2001, [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249), algorithm 1.
  public func betweenness(
    lengths: TieLength = .hops, isNormalized: Bool = false
  ) throws(CancellationError) -> NodeScores {
    let sums = try dependencies(of: Array(nodes), lengths: lengths)
    let others = Double(nodeCount - 1) * Double(nodeCount - 2)
    let scale = isNormalized ? (others > 0 ? 1 / others : 0) : (isDirected ? 1 : 0.5)
    return NodeScores(sums.map { $0 * scale })
  }

  /// The dependencies of `sources` on every node, added: the sum of δ over the given sources.
  func dependencies(of sources: [NodeID], lengths: TieLength) throws(CancellationError) -> [Double] {
    let arcLengths = arcLengths(lengths)
    let blockSize = 32
    return try ParallelBlocks.reduce(
      blockCount: (sources.count + blockSize - 1) / blockSize,
      workPerBlock: blockSize * 5 * (nodeCount + arcCount), into: [Double](repeating: 0, count: nodeCount),
      scratch: { DependencySearch(nodeCount: nodeCount) },
      block: { block, search in
        var sums = [Double](repeating: 0, count: nodeCount)
        for source in sources[block * blockSize..<min(sources.count, (block + 1) * blockSize)] {
          search.run(from: source, in: self, lengths: arcLengths)
          for node in search.order.dropFirst() { sums[node.index] += search.delta[node.index] }
          search.reset()
        }
        return sums
      },
      join: { total, sums in for node in sums.indices { total[node] += sums[node] } })
  }
}

/// Brandes' two passes from one source: counts of shortest paths outward, dependencies back.
///
/// The names are those of the paper: S is `order`, d `distance`, σ `sigma`, δ `delta`; P is read back from the rows.
struct DependencySearch {
  private var search: ShortestPathSearch
  /// The place of each node in `order`.
  private var place: [Int]
  private(set) var sigma: [Double]
  private(set) var delta: [Double]

  init(nodeCount: Int) {
    search = ShortestPathSearch(nodeCount: nodeCount)
    place = Array(repeating: 0, count: nodeCount)
    sigma = Array(repeating: 0, count: nodeCount)
    delta = Array(repeating: 0, count: nodeCount)
  }

  var order: [NodeID] { search.order }

  mutating func reset() {
    for node in search.order {
      sigma[node.index] = 0
      delta[node.index] = 0
    }
    search.reset()
  }

  /// Fills `sigma` and `delta` for the paths from `source`, and tells `share` what each arc on them carries.
  ///
  /// A node is a predecessor of another if it was settled earlier and the way through it is as short, to the
  /// tolerance of ``isSameLength``. Both passes ask the same question, so their path counts agree.
  mutating func run(
    from source: NodeID, in graph: CSRGraph, lengths: [Double]?,
    share: (_ arc: Int, _ carried: Double) -> Void = { _, _ in }
  ) {
    search.run(from: source, in: graph, lengths: lengths)
    for (index, node) in search.order.enumerated() { place[node.index] = index }
    sigma[source.index] = 1
    graph.withRows { offsets, targets in
      for node in search.order {
        for arc in offsets[node.index]..<offsets[node.index + 1]
        where isOnShortestPath(arc, from: node.index, to: targets[arc].index, lengths: lengths) {
          sigma[targets[arc].index] += sigma[node.index]
        }
      }
      for node in search.order.reversed() {
        var dependency = 0.0
        for arc in offsets[node.index]..<offsets[node.index + 1] {
          let target = targets[arc].index
          guard isOnShortestPath(arc, from: node.index, to: target, lengths: lengths) else { continue }
          let carried = sigma[node.index] / sigma[target] * (1 + delta[target])
          share(arc, carried)
          dependency += carried
        }
        delta[node.index] = dependency
      }
    }
  }

  @inline(__always)
  private func isOnShortestPath(_ arc: Int, from node: Int, to target: Int, lengths: [Double]?) -> Bool {
    let length = search.distance[node] + (lengths?[arc] ?? 1)
    return isSameLength(length, search.distance[target]) && place[node] < place[target]
  }
}
