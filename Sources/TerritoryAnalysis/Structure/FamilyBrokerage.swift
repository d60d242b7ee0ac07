public import AllianceModel
public import GraphCore

/// Who stands between organisations of different families that have no alliance with each other.
///
/// - SeeAlso: R. V. Gould, R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in transaction
///   networks*, Sociological Methodology 19, 1989, [doi:10.2307/270949](https://doi.org/10.2307/270949).
public struct FamilyBrokerage: Sendable, Equatable {
  /// Two different families, in the order of ``ActorFamily``.
  public struct FamilyPair: Sendable, Hashable {
    public let first: ActorFamily
    public let second: ActorFamily

    public init(_ one: ActorFamily, _ other: ActorFamily) {
      (first, second) = one.rank <= other.rank ? (one, other) : (other, one)
    }
  }

  public struct PairCount: Sendable, Equatable {
    public let families: FamilyPair
    /// How many pairs of organisations of these two families.
    public let count: Int
  }

  /// An organisation that relates others of different families.
  public struct Broker: Sendable, Equatable {
    /// Its position in ``AllianceGraph/actors``.
    public let actor: Int
    /// Pairs of its partners, of two different families and without an alliance with each other: the most first.
    public let pairs: [PairCount]
    /// The five roles with their counts by chance. Each pair counts both ways, as Gould and Fernandez have it, so that
    /// gatekeeper, representative and liaison together are twice ``pairCount``.
    public let roles: [BrokerageRole: Brokerage.Count]
    /// The E-I index of its ties: −1 when all stay within its family, 1 when none does.
    public let externalInternal: Double?
    /// Its alliances with other organisations, rising.
    public let alliances: [Int]

    public var pairCount: Int { pairs.reduce(0) { $0 + $1.count } }
  }

  /// Those of at least one such pair, those of most first.
  public let brokers: [Broker]
  /// How far ties leave families, over the whole territory, by their weights.
  public let index: ExternalInternalIndex
  /// The mean of that index if families were dealt to the organisations at random; nil without ties.
  public let expectedIndex: Double?
  public let organisationCount: Int
  public let tieCount: Int
}

extension AllianceGraph {
  /// The brokers between the families of this graph, on the network of its organisations.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(Σ *d*²) for the degrees *d*.
  public func familyBrokerage() throws(CancellationError) -> FamilyBrokerage {
    let network = actorNetwork()
    let families = network.actors.map { actors[$0].family ?? .others }
    let groups = Partition(labels: families)
    let roles = try network.graph.brokerage(groups: groups)
    let indices = network.graph.externalInternalIndices(groups: groups)
    let memberships = TerritoryAnalysis.memberships(in: self)
    let tying = Set(tyingAlliances)
    let brokers = network.graph.nodes.compactMap { node -> FamilyBrokerage.Broker? in
      let pairs = network.graph.openPairs(around: node, families: families)
      guard !pairs.isEmpty else { return nil }
      let actor = network.actors[node.index]
      return FamilyBrokerage.Broker(
        actor: actor, pairs: pairs,
        roles: Dictionary(uniqueKeysWithValues: BrokerageRole.allCases.map { ($0, roles[node, $0]) }),
        externalInternal: indices[node], alliances: memberships[actor].filter(tying.contains))
    }
    // By hand since a test of the index by permutation would spend its time on a share that nobody reads here.
    let sizes = groups.sizes.map(Double.init)
    let count = Double(network.actors.count)
    let together = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return FamilyBrokerage(
      brokers: brokers.sorted { (-$0.pairCount, $0.actor) < (-$1.pairCount, $1.actor) },
      index: network.graph.externalInternalIndex(groups: groups),
      expectedIndex: network.graph.edgeCount > 0 ? 1 - 2 * together / (count * (count - 1)) : nil,
      organisationCount: network.actors.count, tieCount: network.graph.edgeCount)
  }
}

extension CSRGraph {
  /// The pairs of neighbours of `node` that are of different families and not tied, counted by their families.
  fileprivate func openPairs(around node: NodeID, families: [ActorFamily]) -> [FamilyBrokerage.PairCount] {
    let around = neighbors(of: node)
    var counts: [FamilyBrokerage.FamilyPair: Int] = [:]
    for (place, first) in around.enumerated() {
      let tied = Set(neighbors(of: first))
      for second in around.dropFirst(place + 1) where !tied.contains(second) {
        let (one, other) = (families[first.index], families[second.index])
        if one != other { counts[.init(one, other), default: 0] += 1 }
      }
    }
    return counts.map { FamilyBrokerage.PairCount(families: $0, count: $1) }.sorted {
      (-$0.count, $0.families.first.rank, $0.families.second.rank)
        < (-$1.count, $1.families.first.rank, $1.families.second.rank)
    }
  }
}

extension ActorFamily {
  /// Its place in the order of legends.
  var rank: Int { ActorFamily.allCases.firstIndex(of: self) ?? ActorFamily.allCases.count }
}
