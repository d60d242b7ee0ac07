public import AllianceModel

/// Which alliances a territory lacks, beside comparable territories: cells of family × family × theme or goal.
public struct TerritoryGaps: Sendable, Equatable {
  public struct Gap: Sendable, Equatable {
    public let first: ActorFamily
    public let second: ActorFamily
    /// A theme as somebody wrote it, or `ODD 8`.
    public let subject: String
    /// Alliances of this territory, and those that its peers would lead one to expect.
    public let observed: Int
    public let expected: Double
    public let tier: GapTier
  }

  /// A family without any member on a theme on which others of the territory are active.
  public struct AbsentFamily: Sendable, Equatable {
    public let family: ActorFamily
    public let subject: String
    /// Actors of other families on it.
    public let others: Int
  }

  /// Established gaps, then those to examine, each by falling difference; none with fewer than ``leastPeers`` peers.
  public let gaps: [Gap]
  /// How many cells each tier has.
  public let counts: [GapTier: Int]
  /// Those with most others first.
  public let absentFamilies: [AbsentFamily]
  public let peerCount: Int

  /// With fewer comparable territories no expectation can be formed.
  public static let leastPeers = 10
  /// A subject of fewer actors is a matter of chance.
  static let leastActors = 3

  /// Compares `graph` with `peers`.
  ///
  /// An alliance counts once in a cell, however many pairs of its parties fall into it: they are not independent.
  public init(of graph: AllianceGraph, peers: [AllianceGraph]) {
    let tables = ([graph] + peers).map { CellTable($0) }
    peerCount = peers.count
    let subjects = Set(tables.flatMap { $0.members.keys.map(\.subject) }).sorted()
    absentFamilies = TerritoryGaps.absent(tables[0], subjects)
    let families = ActorFamily.allCases.filter { $0 != .others }
    let cells = subjects.flatMap { subject in
      families.enumerated().flatMap { place, first in
        families[place...].map { CellTable.Cell(first: first, second: $0, subject: subject) }
      }
    }
    guard peers.count >= TerritoryGaps.leastPeers else {
      (gaps, counts) = ([], [.unresolved: cells.count])
      return
    }
    let test = GapTest(
      observed: tables.map { table in cells.map { table.alliances[$0] ?? 0 } },
      opportunities: tables.map { table in cells.map { table.opportunities($0) } }, territory: 0)
    counts = Dictionary(grouping: test.cells, by: \.tier).mapValues(\.count)
    let tiers: [GapTier] = [.established, .toExamine]
    gaps = tiers.flatMap { tier in
      zip(cells, test.cells).filter { $0.1.tier == tier }
        .sorted { ($0.1.expected - Double($0.1.observed)) > ($1.1.expected - Double($1.1.observed)) }
        .map { cell, result in
          Gap(
            first: cell.first, second: cell.second, subject: tables[0].name(cell.subject), observed: result.observed,
            expected: result.expected, tier: tier)
        }
    }
  }

  private static func absent(_ table: CellTable, _ subjects: [String]) -> [AbsentFamily] {
    let families = ActorFamily.allCases.filter { $0 != .others }
    return subjects.flatMap { subject in
      let counts = families.map { table.members[CellTable.Group(family: $0, subject: subject)] ?? 0 }
      let others = counts.reduce(0, +)
      return zip(families, counts).filter { $0.1 == 0 && others >= leastActors }
        .map { AbsentFamily(family: $0.0, subject: table.name(subject), others: others) }
    }.enumerated().sorted { ($1.element.others, $0.offset) < ($0.element.others, $1.offset) }.map(\.element)
  }
}

/// One territory in cells: who is active on what, and which alliances unite whom on what.
struct CellTable: Sendable {
  struct Group: Hashable, Sendable {
    let family: ActorFamily
    let subject: String
  }

  /// Two families, in the order of legends, on one subject.
  struct Cell: Hashable, Sendable {
    let first: ActorFamily
    let second: ActorFamily
    let subject: String
  }

  let members: [Group: Int]
  let alliances: [Cell: Int]
  private let spellings: [String: String]

  init(_ graph: AllianceGraph) {
    let indices = graph.actorIndices
    var subjects = graph.actors.map { Set(Interests.subjects(themes: $0.themes, odd: $0.odd)) }
    var alliances: [Cell: Int] = [:]
    let order = ActorFamily.allCases
    for alliance in graph.alliances {
      let own = Interests.subjects(themes: alliance.themes, odd: alliance.odd)
      let parties = graph.partyIndices(of: alliance, in: indices).filter { graph.actors[$0].isOrganisation }
      for party in parties { subjects[party].formUnion(own) }
      let families = parties.map { graph.actors[$0].family ?? .others }
      for subject in Set(own) {
        for (place, first) in order.enumerated() {
          for second in order[place...] {
            let isThere =
              first == second
              ? families.count { $0 == first } >= 2 : families.contains(first) && families.contains(second)
            if isThere { alliances[Cell(first: first, second: second, subject: subject), default: 0] += 1 }
          }
        }
      }
    }
    var members: [Group: Int] = [:]
    for (index, actor) in graph.actors.enumerated() where actor.isOrganisation {
      for subject in subjects[index] {
        members[Group(family: actor.family ?? .others, subject: subject), default: 0] += 1
      }
    }
    (self.members, self.alliances) = (members, alliances)
    let written = graph.actors.flatMap(\.themes) + graph.alliances.flatMap(\.themes)
    spellings = Dictionary(written.map { (Interests.theme + $0.textKey, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pairs of actors that could ally in a cell.
  func opportunities(_ cell: Cell) -> Double {
    let first = Double(members[Group(family: cell.first, subject: cell.subject)] ?? 0)
    guard cell.first != cell.second else { return first * (first - 1) / 2 }
    return first * Double(members[Group(family: cell.second, subject: cell.subject)] ?? 0)
  }

  /// What people call a subject.
  func name(_ subject: String) -> String {
    guard subject.hasPrefix(Interests.goal) else {
      return spellings[subject] ?? String(subject.dropFirst(Interests.theme.count))
    }
    return "ODD " + subject.dropFirst(Interests.goal.count)
  }
}
