public import AllianceModel
import GraphCore

/// What the numbers of a graph mean for its territory: measures for each organisation, groups, and plain findings.
public struct TerritoryAnalysis: Sendable, Equatable {
  /// The measures of one organisation on the network of organisations.
  public struct ActorMeasures: Sendable, Equatable {
    /// Its position in ``AllianceGraph/actors``.
    public let actor: Int
    /// How many alliances it is a party of, with organisations or not.
    public let alliances: Int
    /// With how many other organisations it has an alliance.
    public let degree: Int
    /// How many alliances it has with at least one other organisation. That is the sum of its ties, 1/(m−1) each:
    /// counted, not added, so that it is a whole number to the last bit.
    public let strength: Double
    /// Mean of 1/distance to the other organisations, a tie of weight w having length 1/w; nil above the limit of paths.
    public let harmonic: Double?
    /// How many pairs of other organisations it lies between, on shortest paths of the same lengths; nil above the limit.
    public let betweenness: Double?
    /// Its group, by its place in ``TerritoryClusters/clusters``; nil for an organisation without a tie.
    public let cluster: Int?
    /// Its connected part, the largest being 0.
    public let component: Int
    /// How many organisations lose the main part when it leaves; 0 for most.
    public let cutOff: Int
  }

  /// In the order of the table of actors.
  public let actors: [ActorMeasures]
  public let clusters: TerritoryClusters
  public let findings: [Insight]
  /// How many alliances tie at least two organisations: those that measures rest on.
  public let tyingAlliances: Int
  public let tieCount: Int
  /// With more organisations than this, shortest paths were not searched, and what rests on them is not known.
  public let pathLimit: Int
  /// Whether shortest paths were searched.
  public var hasPaths: Bool { actors.count <= pathLimit }

  /// Up to here shortest paths between all organisations take seconds; their cost grows with the square of the size.
  public static let defaultPathLimit = 5_000

  /// Measures `graph`.
  ///
  /// - Parameter pathLimit: The most organisations with which shortest paths are searched, for harmonic closeness and
  ///   betweenness, which are exact or nil.
  /// - Throws: `CancellationError` when its task is cancelled.
  /// - Complexity: O(*n* · *m* log *n*), of betweenness; without paths that of the groups.
  public init(
    of graph: AllianceGraph, resolution: Double = 1, seed: UInt64 = 1, pathLimit: Int = defaultPathLimit
  ) throws(CancellationError) {
    let network = graph.actorNetwork()
    let clusters = try graph.clusters(resolution: resolution, seed: seed)
    self.pathLimit = pathLimit
    let hasPaths = network.actors.count <= pathLimit
    let harmonic = hasPaths ? try network.graph.harmonic(lengths: .inverseWeights).values : nil
    let betweenness =
      hasPaths ? try network.graph.betweenness(lengths: .inverseWeights, isNormalized: false).values : nil
    let components = network.graph.components()
    let fragile = Dictionary(
      uniqueKeysWithValues: network.graph.fragilePoints().map { ($0.node.index, $0.cutOffCount) })
    let memberships = TerritoryAnalysis.memberships(in: graph)
    let tying = Set(graph.tyingAlliances)
    let memberCluster = clusters.memberClusters
    actors = network.actors.enumerated().map { node, actor in
      ActorMeasures(
        actor: actor, alliances: memberships[actor].count,
        degree: network.graph.neighbors(of: NodeID(node)).count,
        strength: Double(memberships[actor].count(where: tying.contains)), harmonic: harmonic?[node],
        betweenness: betweenness?[node],
        cluster: memberCluster[actor],
        component: components.labels[node], cutOff: fragile[node] ?? 0)
    }
    self.clusters = clusters
    tyingAlliances = tying.count
    tieCount = network.graph.edgeCount
    let facts = TerritoryFacts(
      graph: graph, network: network, measures: actors, clusters: clusters, tyingAlliances: graph.tyingAlliances)
    findings = facts.findings()
  }

  /// For each actor, the alliances that it is a party of.
  static func memberships(in graph: AllianceGraph) -> [[Int]] {
    let indices = graph.actorIndices
    var memberships = [[Int]](repeating: [], count: graph.actors.count)
    for (index, alliance) in graph.alliances.enumerated() {
      for actor in graph.partyIndices(of: alliance, in: indices) { memberships[actor].append(index) }
    }
    return memberships
  }
}

extension AllianceGraph {
  /// The alliances with at least two organisations among their parties: those that make ties.
  var tyingAlliances: [Int] {
    let indices = actorIndices
    return alliances.indices.filter { index in
      partyIndices(of: alliances[index], in: indices).count { actors[$0].isOrganisation } > 1
    }
  }
}
