public import AllianceModel

/// What a group of organisations is made of and what it does, ready to be put in words.
public struct ClusterPortrait: Sendable, Equatable {
  /// The alliances that join a group to another.
  public struct Outward: Sendable, Equatable {
    /// The other group, by its place in ``TerritoryClusters/clusters``.
    public let cluster: Int
    /// Alliances that unite members of both, rising.
    public let alliances: [Int]
  }

  /// Its place in ``TerritoryClusters/clusters``.
  public let number: Int
  public let theme: String?
  /// The organisation with most alliances inside the group.
  public let pivot: Int
  /// Its members, by their positions in ``AllianceGraph/actors``, rising.
  public let organisations: [Int]
  /// The alliances that mostly stand in the group, rising.
  public let alliances: [Int]
  /// Of its members; known for all, an unknown kind being among the others.
  public let families: Tally<ActorFamily>
  /// Of its members, by place id.
  public let places: Tally<String>
  /// Of its alliances. ``PartnershipForm/none`` is a known form: outside the typology.
  public let forms: Tally<PartnershipForm>
  /// Of its alliances, without the goal of partnerships, which all have.
  public let goals: Tally<Int>
  /// The first and last year in which one of its alliances is known to start; nil when none is.
  public let years: ClosedRange<Int>?
  /// To which other groups it is joined: by most alliances first.
  public let outward: [Outward]
}

extension TerritoryClusters {
  /// The portrait of each group, in the order of ``clusters``.
  ///
  /// - Complexity: O(parties + groups²).
  public func portraits(of graph: AllianceGraph) -> [ClusterPortrait] {
    let joins = joins(in: graph)
    return clusters.enumerated().map { number, cluster in
      let starts = cluster.alliances.compactMap { graph.alliances[$0].start }.filter { $0.bound == .exact }.map(\.year)
      let outward = joins.compactMap { pair, alliances -> ClusterPortrait.Outward? in
        guard let place = pair.firstIndex(of: number) else { return nil }
        return ClusterPortrait.Outward(cluster: pair[1 - place], alliances: alliances)
      }
      return ClusterPortrait(
        number: number, theme: cluster.theme, pivot: cluster.pivot, organisations: cluster.organisations,
        alliances: cluster.alliances,
        families: Tally(of: cluster.organisations) { [graph.actors[$0].family ?? .others] },
        places: Tally(of: cluster.organisations) { [graph.actors[$0].place].compactMap(\.self) },
        forms: Tally(of: cluster.alliances) { graph.alliances[$0].forms },
        goals: Tally(of: cluster.alliances) { graph.alliances[$0].odd.filter { $0 != GoalCoverage.partnerships } },
        years: starts.min().flatMap { first in starts.max().map { first...$0 } },
        outward: outward.sorted { (-$0.alliances.count, $0.cluster) < (-$1.alliances.count, $1.cluster) })
    }
  }

  /// For each two groups that an alliance unites members of, lower number first, those alliances.
  func joins(in graph: AllianceGraph) -> [[Int]: [Int]] {
    let members = memberClusters
    let indices = graph.actorIndices
    var joins: [[Int]: [Int]] = [:]
    for (index, alliance) in graph.alliances.enumerated() {
      let groups = Set(graph.partyIndices(of: alliance, in: indices).compactMap { members[$0] }).sorted()
      for (place, first) in groups.enumerated() {
        for second in groups.dropFirst(place + 1) { joins[[first, second], default: []].append(index) }
      }
    }
    return joins
  }
}
