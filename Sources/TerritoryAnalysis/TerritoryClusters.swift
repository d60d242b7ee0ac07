public import AllianceModel
import GraphCore

/// The groups of a territory: organisations that work more with each other than with the rest.
///
/// Computed on the network of organisations (Leiden, modularity, weights 1/(m−1)), so that objects and places do not
/// make groups. Then alliances, objects and organisations without a tie are attached to the group of most of those whom
/// they stand with, for drawing and reading; they do not count in the measures of a group. Map and analysis share this.
public struct TerritoryClusters: Sendable, Equatable {
  public struct Cluster: Sendable, Equatable {
    /// Organisations of the group, by their positions in ``AllianceGraph/actors``, rising. At least two.
    public let organisations: [Int]
    /// Objects, and organisations without a tie, attached to the group; rising.
    public let attached: [Int]
    /// Alliances that mostly stand in the group, by their positions in ``AllianceGraph/alliances``, rising.
    public let alliances: [Int]
    /// The theme that is most the group's own; nil when its alliances have none that no larger group carries.
    public let theme: String?
    /// The organisation with most alliances inside the group.
    public let pivot: Int
  }

  /// The largest first; ties by the first organisation.
  public let clusters: [Cluster]
  /// For each actor of the graph the group that it is in or attached to, by its place in ``clusters``.
  public let actorCluster: [Int?]
  /// The same for each alliance.
  public let allianceCluster: [Int?]
  /// Newman's modularity of the groups on the network of organisations; nil when there is no tie.
  public let modularity: Double?
  public let resolution: Double
  public let seed: UInt64

  /// For each actor of the graph the group that it is a member of, not only attached to.
  public var memberClusters: [Int?] {
    var members = [Int?](repeating: nil, count: actorCluster.count)
    for (number, cluster) in clusters.enumerated() {
      for actor in cluster.organisations { members[actor] = number }
    }
    return members
  }
}

extension AllianceGraph {
  /// The groups of the territory, and what stands with them.
  ///
  /// - Parameters:
  ///   - resolution: Above 1 for more and smaller groups, below for fewer.
  ///   - seed: Of the order in which the algorithm visits nodes; the same seed gives the same groups.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden*, Scientific Reports 9, 5233, 2019,
  ///   [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z).
  public func clusters(resolution: Double = 1, seed: UInt64 = 1) throws(CancellationError) -> TerritoryClusters {
    let network = actorNetwork()
    var generator = SeededGenerator(seed: seed)
    let clustering = try network.graph.leiden(
      quality: .modularity(resolution: resolution), startCount: network.graph.affordableStartCount, using: &generator)
    // A group of one is no group: its organisation is attached to others like an object.
    let groups = clustering.partition.clusters.filter { $0.count > 1 }
    var assignment = ClusterAssignment(graph: self)
    for (number, group) in groups.enumerated() {
      for node in group { assignment.actors[network.actors[node.index]] = number }
    }
    assignment.attachRest()
    let names = ClusterNames(graph: self, assignment: assignment, count: groups.count)
    let organisations = groups.map { group in group.map { network.actors[$0.index] }.sorted() }
    var attached = assignment.actors
    for organisation in organisations.joined() { attached[organisation] = nil }
    let (attachedTo, alliancesOf) = (attached.places(of: groups.count), assignment.alliances.places(of: groups.count))
    let clusters = groups.indices.map { number in
      TerritoryClusters.Cluster(
        organisations: organisations[number], attached: attachedTo[number], alliances: alliancesOf[number],
        theme: names.themes[number], pivot: names.pivot(of: organisations[number], in: alliancesOf[number]))
    }
    return TerritoryClusters(
      clusters: clusters, actorCluster: assignment.actors, allianceCluster: assignment.alliances,
      modularity: network.graph.edgeCount > 0 ? network.graph.modularity(of: clustering.partition) : nil,
      resolution: resolution, seed: seed)
  }
}

extension [Int?] {
  /// For each number below `count` the places where it stands, rising.
  package func places(of count: Int) -> [[Int]] {
    var places = [[Int]](repeating: [], count: count)
    for (place, number) in enumerated() { if let number { places[number].append(place) } }
    return places
  }
}

/// Spreads the groups of organisations to alliances, objects and untied organisations, by majority, until nothing moves.
private struct ClusterAssignment {
  var actors: [Int?]
  var alliances: [Int?]
  /// The parties of each alliance, and the alliances of each actor, by position.
  let parties: [[Int]]
  private let memberships: [[Int]]

  init(graph: AllianceGraph) {
    let indices = graph.actorIndices
    let parties = graph.alliances.map { graph.partyIndices(of: $0, in: indices) }
    var memberships = [[Int]](repeating: [], count: graph.actors.count)
    for (alliance, members) in parties.enumerated() {
      for actor in members { memberships[actor].append(alliance) }
    }
    self.actors = Array(repeating: nil, count: graph.actors.count)
    self.alliances = Array(repeating: nil, count: graph.alliances.count)
    (self.parties, self.memberships) = (parties, memberships)
  }

  mutating func attachRest() {
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for alliance in alliances.indices where alliances[alliance] == nil {
        alliances[alliance] = ClusterAssignment.majority(parties[alliance].compactMap { actors[$0] })
        hasMoved = hasMoved || alliances[alliance] != nil
      }
      for actor in actors.indices where actors[actor] == nil {
        actors[actor] = ClusterAssignment.majority(memberships[actor].compactMap { alliances[$0] })
        hasMoved = hasMoved || actors[actor] != nil
      }
    }
  }

  /// The most frequent number; of several, the lowest, which is the largest group.
  private static func majority(_ numbers: [Int]) -> Int? {
    let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}

/// Names groups from facts: the theme whose alliances are most made of the group, no theme twice.
private struct ClusterNames {
  let themes: [String?]
  private let assignment: ClusterAssignment

  init(graph: AllianceGraph, assignment: ClusterAssignment, count: Int) {
    var scores = [[String: Double]](repeating: [:], count: count)
    for (index, alliance) in graph.alliances.enumerated() {
      let parties = assignment.parties[index]
      let inside = Dictionary(parties.compactMap { assignment.actors[$0] }.map { ($0, 1) }, uniquingKeysWith: +)
      for (cluster, members) in inside {
        // k of m parties stand in the group: k²/m weighs large alliances and pure ones.
        let score = Double(members * members) / Double(parties.count)
        for theme in alliance.themes { scores[cluster][theme, default: 0] += score }
      }
    }
    var used: Set<String> = []
    themes = scores.map { scores in
      let best = scores.filter { !used.contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      if let best { used.insert(best) }
      return best
    }
    self.assignment = assignment
  }

  /// The organisation with most alliances inside the group; of several, the first in the table.
  func pivot(of organisations: [Int], in alliances: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for alliance in alliances {
      for actor in assignment.parties[alliance] { counts[actor, default: 0] += 1 }
    }
    return organisations.max { (counts[$0] ?? 0, -$0) < (counts[$1] ?? 0, -$1) } ?? organisations[0]
  }
}
