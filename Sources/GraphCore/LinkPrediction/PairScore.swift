/// How likely a tie between two nodes that have none is, judged by the shape of the graph around them.
///
/// Directions and weights are left out. All scores are the same both ways round; 0 where nothing speaks for a tie.
public enum PairScore: Sendable, Hashable {
  /// How many neighbours the two share.
  case commonNeighbors
  /// The shared neighbours as a share of all neighbours of the two, in `0...1`.
  case jaccard
  /// Shared neighbours, each divided by the logarithm of its degree.
  case adamicAdar
  /// Shared neighbours, each divided by its degree.
  case resourceAllocation
  /// The product of the degrees.
  case preferentialAttachment
  /// Walks of three ties, each divided by √ of the product of the degrees of its two inner nodes.
  case lengthThree
  /// Walks of two ties, and `weight` times those of three.
  case localPath(weight: Double = 0.01)
  /// Walks of any length, those of *l* ties times `attenuation`ˡ. Undefined unless it is below 1 / λ for the largest
  /// eigenvalue λ.
  case katz(attenuation: Double = 0.005)
  /// How often a random walk that starts anew at one node, with chance 1 − `damping` each step, is at the other; both
  /// ways added.
  case rootedPageRank(damping: Double = 0.85)
}

extension PairScore {
  /// Whether a score takes more than a look at the surroundings: then a row costs as much as many passes over the
  /// graph.
  var isGlobal: Bool {
    switch self {
    case .katz, .rootedPageRank: true
    default: false
    }
  }
}

/// The score of one pair of nodes, `first` the lower.
public struct ScoredPair: Sendable, Hashable {
  /// The lower node of the two.
  public let first: NodeID
  /// The higher node of the two.
  public let second: NodeID
  /// What speaks for a tie, in the unit of the ``PairScore``; above 0.
  public let score: Double

  /// Highest score first; of equal ones the lower nodes.
  static func isBefore(_ left: ScoredPair, _ right: ScoredPair) -> Bool {
    (-left.score, left.first, left.second) < (-right.score, right.first, right.second)
  }
}

extension CSRGraph {
  /// The score of one pair, tied or not.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     try path.pairScore(.resourceAllocation, 0, 2)  // 0.5
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: As ``pairScores(_:of:)``.
  public func pairScore(_ kind: PairScore, _ first: NodeID, _ second: NodeID) throws(CancellationError) -> Double {
    // From the same end always, so that both ways round give the same bits.
    try pairScores(kind, of: min(first, second)).values[max(first, second).index]
  }

  /// The scores of the pairs of `node` with every other node, tied or not; undefined with itself.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(*n* + arcs within two steps) for scores from shared neighbours, within three for walks of three;
  ///   O(*n* + *m*) for each of some hundred passes for Katz and rooted PageRank.
  /// - SeeAlso: D. Liben-Nowell, J. Kleinberg, *The link-prediction problem for social networks*, JASIST 58(7), 2007,
  ///   [doi:10.1002/asi.20591](https://doi.org/10.1002/asi.20591), section 3; resource allocation and local path: T.
  ///   Zhou, L. Lü, Y.-C. Zhang, *Predicting missing links via local information*, European Physical Journal B 71,
  ///   2009, [doi:10.1140/epjb/e2009-00335-8](https://doi.org/10.1140/epjb/e2009-00335-8); walks of three: I. A. Kovács
  ///   et al., *Network-based prediction of protein interactions*, Nature Communications 10, 1240, 2019,
  ///   [doi:10.1038/s41467-019-09177-y](https://doi.org/10.1038/s41467-019-09177-y).
  public func pairScores(_ kind: PairScore, of node: NodeID) throws(CancellationError) -> NodeScores {
    let rows = PairRows(self, kind: kind)
    var memory = PairRows.Memory(nodeCount: nodeCount)
    rows.fill(&memory, of: node.index)
    if Task.isCancelled { throw CancellationError() }
    var scores = memory.scores
    scores[node.index] = .nan
    return NodeScores(scores)
  }

  /// The `count` pairs without a tie that score highest, over the whole graph: highest first, of equal ones the lower
  /// nodes.
  ///
  /// Pairs that score 0 are no candidates.
  ///
  ///     let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
  ///     try square.topPairs(.commonNeighbors, count: 1)  // 0 and 2, score 1
  ///
  /// - Parameters:
  ///   - kind: The score.
  ///   - count: How many pairs, 0 or more; fewer are returned when fewer are candidates.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: *n* rows of ``pairScores(_:of:)``, exact: O(Σ *d*²) for scores from shared neighbours.
  /// - Note: The same bits on any number of threads.
  public func topPairs(_ kind: PairScore, count: Int) throws(CancellationError) -> [ScoredPair] {
    precondition(count >= 0, "the number of pairs must be 0 or more, not \(count)")
    guard count > 0 else { return [] }
    let rows = PairRows(self, kind: kind)
    let blockSize = 64
    let workPerRow = kind.isGlobal ? 100 * (nodeCount + arcCount) : 16 * (1 + arcCount / max(1, nodeCount))
    let best = try ParallelBlocks.reduce(
      blockCount: (nodeCount + blockSize - 1) / blockSize, workPerBlock: blockSize * workPerRow,
      into: TopPairs(limit: count),
      scratch: { PairRows.Memory(nodeCount: nodeCount) },
      block: { block, memory in
        var best = TopPairs(limit: count)
        for node in block * blockSize..<min(nodeCount, (block + 1) * blockSize) {
          rows.fill(&memory, of: node, aboveOnly: true)
          rows.withCandidates(of: node, &memory) { other, score in
            guard score >= best.leastScore else { return }
            best.insert(ScoredPair(first: NodeID(node), second: NodeID(other), score: score))
          }
          memory.clear()
        }
        return best
      },
      join: { best, found in for pair in found.heap { best.insert(pair) } })
    return best.heap.sorted(by: ScoredPair.isBefore)
  }
}

/// The best pairs so far: a heap with the worst of them on top.
struct TopPairs: Sendable {
  let limit: Int
  private(set) var heap: [ScoredPair] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// What a pair must score at least to have a chance.
  var leastScore: Double { heap.count < limit ? 0 : heap[0].score }

  mutating func insert(_ pair: ScoredPair) {
    if heap.count < limit {
      heap.append(pair)
      var place = heap.count - 1
      while place > 0, ScoredPair.isBefore(heap[(place - 1) / 2], heap[place]) {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else if ScoredPair.isBefore(pair, heap[0]) {
      heap[0] = pair
      var place = 0
      while 2 * place + 1 < heap.count {
        var child = 2 * place + 1
        if child + 1 < heap.count, ScoredPair.isBefore(heap[child], heap[child + 1]) { child += 1 }
        guard ScoredPair.isBefore(heap[place], heap[child]) else { break }
        heap.swapAt(place, child)
        place = child
      }
    }
  }
}
