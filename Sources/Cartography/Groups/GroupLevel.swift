import AllianceModel
import TerritoryAnalysis

/// A part of a graph that is too large for one drawing, as a few groups that each have a drawing of their own.
///
/// Groups are those of the analysis. Where there are too many, the small ones are one group, whose own drawing shows them;
/// where everybody is in one group, or in none, the part is cut into slices of the alphabet. A few actors with too many
/// alliances to draw each have a card of their own, and lines that count. So the nest of groups always ends at drawings of
/// actors, and everybody is in exactly one group of each level.
struct GroupLevel {
  struct Group {
    enum Kind: Equatable {
      /// Organisations that work more with each other than with the rest, and what stands with them.
      case cluster
      /// Groups without a card of their own.
      case others(groupCount: Int)
      /// Who has no alliance with an organisation.
      case untied
      /// From one name to another, where nothing else divides them.
      case slice(first: String, last: String)
      /// One actor or object by itself.
      case actor
    }

    /// What `--cluster` takes: `3`, or `3.2` inside the group 3.
    let number: String
    let kind: Kind
    /// By their positions in the graph of the part.
    let actors: [Int]
    let theme: String?
    /// The organisation with most alliances in the group; nil when it is not one cluster.
    let pivot: Int?
    /// Members with most alliances first, the pivot left out: the names on the card.
    let leading: [Int]
    /// Alliances all of whose parties are in the group, and those that unite it with other groups.
    let innerCount: Int
    let outerCount: Int
    /// All of these alliances, by their positions in the graph of the part, increasing.
    let alliances: [Int]
  }

  let part: MapPart
  let groups: [Group]
  /// The group of each member; nil for a neighbour.
  let groupOf: [Int?]
  /// The actors of the part's graph by id, and the parties of each of its alliances.
  let actorIndices: [String: Int]
  let parties: [[Int]]
  /// Every pair of groups that an alliance unites, those with most alliances first.
  let bundles: [BundleSelection.Bundle]

  /// Whether the groups are single actors, so that nothing is inside of them.
  var showsActors: Bool { groups.allSatisfy { $0.kind == .actor } }

  /// The most cards that one drawing has room for.
  static let cardLimit = 24
  /// How many actors a slice has, about.
  private static let sliceSize = 300
  /// Clusters smaller than this have no card of their own, where there are several.
  private static let smallest = 4

  /// - Complexity: That of the clusters, a few times.
  init(_ part: MapPart) throws(CancellationError) {
    self.part = part
    let members = part.members
    let division = try GroupLevel.division(of: members, isReadable: part.isReadable)
    var groupOf = [Int?](repeating: nil, count: part.graph.actors.count)
    for (group, cell) in division.enumerated() { for actor in cell.actors { groupOf[actor] = group } }
    self.groupOf = groupOf

    let indices = part.graph.actorIndices
    parties = part.graph.alliances.map { part.graph.partyIndices(of: $0, in: indices) }
    actorIndices = indices
    var counts = [Int](repeating: 0, count: members.actors.count)
    var inner = [Int](repeating: 0, count: division.count)
    var outer = [Int](repeating: 0, count: division.count)
    var alliances = [[Int]](repeating: [], count: division.count)
    var shared: [((Int, Int), Int)] = []
    for (alliance, actors) in parties.enumerated() {
      for actor in actors where !part.isNeighbour(actor) { counts[actor] += 1 }
      let met = Set(actors.compactMap { groupOf[$0] }).sorted()
      for group in met { alliances[group].append(alliance) }
      if met.count == 1 { inner[met[0]] += 1 } else { for group in met { outer[group] += 1 } }
      for (place, first) in met.enumerated() {
        for second in met[(place + 1)...] { shared.append(((first, second), alliance)) }
      }
    }
    bundles = BundleSelection.bundles(of: shared)
    let prefix = part.path.last.map { $0.number + "." } ?? ""
    groups = division.enumerated().map { place, cell in
      let leading = cell.actors.filter { members.actors[$0].isOrganisation && $0 != cell.pivot }.sorted {
        (-counts[$0], $0) < (-counts[$1], $1)
      }
      return Group(
        number: "\(prefix)\(place + 1)", kind: cell.kind, actors: cell.actors, theme: cell.theme, pivot: cell.pivot,
        leading: Array(leading.prefix(12)), innerCount: inner[place], outerCount: outer[place],
        alliances: alliances[place])
    }
  }

  // MARK: Division

  private struct Cell {
    let kind: Group.Kind
    let actors: [Int]
    var theme: String?
    var pivot: Int?
  }

  private static func division(of graph: AllianceGraph, isReadable: Bool) throws(CancellationError) -> [Cell] {
    guard isReadable || graph.actors.count > cardLimit else {
      return graph.actors.indices.map { Cell(kind: .actor, actors: [$0]) }
    }
    // Coarser groups where there are too many to show; finer ones where there is only one.
    var clusters = try graph.clusters()
    var resolution = 1.0
    while resolution > 0.2, clusters.largeCount(atLeast: smallest) > cardLimit {
      resolution /= 2
      clusters = try graph.clusters(resolution: resolution)
    }
    while resolution < 20, clusters.clusters.count == 1, !isReadable {
      resolution *= 2
      clusters = try graph.clusters(resolution: resolution)
    }
    var cells: [Cell] = []
    let untied = graph.actors.indices.filter { clusters.actorCluster[$0] == nil }
    let room = cardLimit - (untied.isEmpty ? 0 : 1)
    let count = clusters.clusters.count
    let members = clusters.actorCluster.places(of: count)
    let large = clusters.clusters.prefix { $0.organisations.count >= smallest }.count
    // One or two small ones take no more room than a card that stands for them.
    let own = count <= room && count - large < 3 ? count : min(room - 1, large)
    for number in 0..<own {
      let cluster = clusters.clusters[number]
      cells.append(Cell(kind: .cluster, actors: members[number], theme: cluster.theme, pivot: cluster.pivot))
    }
    if own < count {
      cells.append(Cell(kind: .others(groupCount: count - own), actors: members[own...].flatMap(\.self).sorted()))
    }
    if !untied.isEmpty { cells.append(Cell(kind: .untied, actors: untied)) }
    // What cannot be divided further, and is still too large, is cut by name.
    guard cells.count == 1, !isReadable else { return cells }
    let single = graph.actors.indices.map { [$0] }
    let slices = slices(of: graph, units: members.count < 2 ? single : members)
    return slices.count > 1 ? slices : self.slices(of: graph, units: single)
  }

  /// Parts of about one size, in the order of names; a unit is not cut, and stands where its first name does.
  private static func slices(of graph: AllianceGraph, units: [[Int]]) -> [Cell] {
    let keys = graph.actors.map { $0.name.textKey }
    func isBefore(_ one: Int, _ other: Int) -> Bool { (keys[one], one) < (keys[other], other) }
    let sorted = units.map { $0.sorted(by: isBefore) }.sorted { isBefore($0[0], $1[0]) }
    let count = min(cardLimit, max(2, graph.actors.count / sliceSize))
    var slices: [[Int]] = [[]]
    for unit in sorted {
      if slices[slices.count - 1].count * count >= graph.actors.count { slices.append([]) }
      slices[slices.count - 1] += unit
    }
    return slices.map { actors in
      let names = [actors[0], actors[actors.count - 1]].map { graph.actors[$0].name }
      return Cell(kind: .slice(first: names[0], last: names[1]), actors: actors.sorted())
    }
  }
}

extension TerritoryClusters {
  fileprivate func largeCount(atLeast size: Int) -> Int { clusters.count { $0.organisations.count >= size } }
}
