/// The five ways to stand between two nodes that are not tied to each other, by the groups of the three.
public enum BrokerageRole: Int, Sendable, Hashable, CaseIterable {
  /// All three are of one group.
  case coordinator
  /// The two ends are of one group, the broker of another: a consultant to them.
  case itinerant
  /// Source from outside, broker and target of one group: lets things in.
  case gatekeeper
  /// Source and broker of one group, target outside: speaks for the group.
  case representative
  /// All three are of different groups.
  case liaison
}

/// How often each node is a broker, in each role, against what chance would give.
public struct Brokerage: Sendable, Equatable {
  /// How often a node has a role, and how often it would by chance.
  public struct Count: Sendable, Equatable {
    /// How many paths the node is the middle of, in this role.
    public let observed: Int
    /// The mean of that number in a random graph of the same density and groups.
    public let expected: Double
    /// The standard deviation of that number in such graphs.
    public let deviation: Double
    /// How many standard deviations the observed number is above the expected; `nil` when chance leaves no spread.
    public var zScore: Double? { deviation > 0 ? (Double(observed) - expected) / deviation : nil }
  }

  private let counts: [[Count]]

  init(counts: [[Count]]) {
    self.counts = counts
  }

  /// How often `node` is a broker in `role`.
  public subscript(node: NodeID, role: BrokerageRole) -> Count { counts[node.index][role.rawValue] }

  /// How often each node is a broker, in node order, all roles together.
  public var totals: NodeScores { NodeScores(counts.map { Double($0.reduce(0) { $0 + $1.observed }) }) }
}

extension CSRGraph {
  /// Gould and Fernandez' brokerage: who stands between nodes that are not tied, within and between groups.
  ///
  /// Node *j* brokers for *i* and *k* when arcs lead from *i* to *j* and from *j* to *k*, and none from *i* to *k*. In
  /// an undirected graph each pair *i*, *k* counts both ways, so that gatekeeper and representative are equal. The
  /// expectation is over graphs in which every tie exists with the density of this one, on its own. Weights are left
  /// out.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
  ///     let brokerage = try path.brokerage(groups: Partition(labels: ["a", "b", "c"]))
  ///     brokerage[1, .liaison].observed  // 1
  ///
  /// - Parameter groups: The group of each node.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(Σ *d*²) for the degrees *d*.
  /// - SeeAlso: R. V. Gould, R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in transaction
  ///   networks*, Sociological Methodology 19, 1989, [doi:10.2307/270949](https://doi.org/10.2307/270949).
  public func brokerage(groups: Partition) throws(CancellationError) -> Brokerage {
    requireMatching(groups)
    let incoming = reversed
    let expectations = BrokerageExpectation(sizes: groups.sizes, density: density ?? 0, isDirected: isDirected)
    let counts = try ParallelBlocks.map(
      count: nodeCount, blockSize: 64, workPerElement: 16 * (1 + arcCount / max(1, nodeCount)),
      scratch: { [Bool](repeating: false, count: nodeCount) },
      element: { broker, isTied in
        let observed = roles(of: broker, incoming: incoming, groups: groups, isTied: &isTied)
        return BrokerageRole.allCases.map { role in
          let chance = expectations.chance(of: role, inGroup: groups.labels[broker])
          return Brokerage.Count(
            observed: observed[role.rawValue], expected: chance.mean, deviation: chance.variance.squareRoot())
        }
      })
    return Brokerage(counts: counts)
  }

  private func roles(of broker: Int, incoming: CSRGraph, groups: Partition, isTied: inout [Bool]) -> [Int] {
    var counts = [Int](repeating: 0, count: BrokerageRole.allCases.count)
    let middle = groups.labels[broker]
    for source in incoming.neighbors(of: NodeID(broker)) {
      let first = groups.labels[source.index]
      for target in neighbors(of: source) { isTied[target.index] = true }
      for target in neighbors(of: NodeID(broker)) where target != source && !isTied[target.index] {
        let last = groups.labels[target.index]
        let role: BrokerageRole =
          if first == last {
            first == middle ? .coordinator : .itinerant
          } else if last == middle {
            .gatekeeper
          } else {
            first == middle ? .representative : .liaison
          }
        counts[role.rawValue] += 1
      }
      for target in neighbors(of: source) { isTied[target.index] = false }
    }
    return counts
  }
}

/// Mean and variance of the counts of a role when each tie exists with the same probability, independently.
private struct BrokerageExpectation {
  let sizes: [Int]
  let density: Double
  let isDirected: Bool

  /// For a broker of `group`: with p the density and N ordered pairs of ends in the role, the mean is N p² (1 − p). Two
  /// pairs that share an end share one tie; all others are independent, except that in an undirected graph a pair and
  /// its reverse are the same.
  func chance(of role: BrokerageRole, inGroup group: Int) -> (mean: Double, variance: Double) {
    let total = sizes.reduce(0, +)
    let own = sizes[group] - 1
    let others = sizes.indices.filter { $0 != group }.map { sizes[$0] }
    // The pairs, and for both ends how many pairs of pairs share that end.
    var (pairs, shareSource, shareTarget) = (0.0, 0.0, 0.0)
    func add(sources: Int, targetsEach: Int, targets: Int, sourcesEach: Int) {
      pairs += Double(sources) * Double(targetsEach)
      shareSource += Double(sources) * Double(targetsEach) * Double(targetsEach - 1)
      shareTarget += Double(targets) * Double(sourcesEach) * Double(sourcesEach - 1)
    }
    let outside = total - own - 1
    switch role {
    case .coordinator: add(sources: own, targetsEach: own - 1, targets: own, sourcesEach: own - 1)
    case .itinerant:
      for size in others { add(sources: size, targetsEach: size - 1, targets: size, sourcesEach: size - 1) }
    case .gatekeeper: add(sources: outside, targetsEach: own, targets: own, sourcesEach: outside)
    case .representative: add(sources: own, targetsEach: outside, targets: outside, sourcesEach: own)
    case .liaison:
      for size in others {
        add(sources: size, targetsEach: outside - size, targets: size, sourcesEach: outside - size)
      }
    }
    let open = 1 - density
    let single = density * density * open
    // Two paths over one tie: three ties exist and two do not.
    let joint = density * density * density * open * open - single * single
    let mean = pairs * single
    let directed = pairs * single * (1 - single) + (shareSource + shareTarget) * joint
    guard !isDirected else { return (mean, directed) }
    switch role {
    case .gatekeeper, .representative:
      // The ends are of different groups: each unordered pair is counted once in the role.
      return (mean, directed)
    case .coordinator, .itinerant, .liaison:
      // Each unordered pair is counted twice, together. A pair and another share an end in four orders of the two.
      return (mean, 2 * pairs * single * (1 - single) + 2 * (shareSource + shareTarget) * joint)
    }
  }
}
