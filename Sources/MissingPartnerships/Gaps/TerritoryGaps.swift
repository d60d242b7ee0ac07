public import AllianceModel

/// Which alliances a territory lacks: cells of family × family, alone and by form, theme or goal.
///
/// With ``leastPeers`` comparable territories or more, counts are compared with what those lead one to expect; with
/// fewer, with the territory itself dealt out anew by chance, which finds families that seldom meet. Pairs of families
/// are tested before the cells by form and by subject; each of the three lists keeps its own false discovery rate.
public struct TerritoryGaps: Sendable {
  /// What the counts were compared with.
  public enum Comparison: Sendable, Equatable {
    /// The titles of the comparable territories.
    case peers([String])
    /// So many random deals of the territory's own alliances.
    case chance(deals: Int)
  }

  public struct Gap: Sendable, Equatable {
    public let level: GapLevel
    public let first: ActorFamily
    public let second: ActorFamily
    /// A form, a theme as somebody wrote it, or `ODD 8`.
    public let subject: LocalizedText
    /// Alliances of this territory, and those that the comparison would lead one to expect.
    public let observed: Int
    public let expected: Double
    /// (observed + 1/dispersion) / (expected + 1/dispersion): the shortfall, drawn towards 1 where counts are uncertain.
    public let ratio: Double
    /// How many of the comparable territories have such an alliance; nil without any.
    public let peersWithOne: Int?
    /// How unusually low the count is, in `0...1`.
    public let midP: Double
    public let tier: GapTier
    /// The alliances that were counted.
    public let rows: [RowReference]
    let cell: CellTable.Cell
  }

  /// A family without any member on a subject on which others of the territory are active.
  public struct AbsentFamily: Sendable, Equatable {
    public let family: ActorFamily
    public let subject: LocalizedText
    /// Actors of other families on it.
    public let others: Int
    /// How many of the comparable territories have such a member; nil without any.
    public let peersWithOne: Int?
    /// The organisations of the territory that are on it.
    public let rows: [RowReference]
  }

  /// By level; in each the established ones, then those to examine, each by falling difference.
  public let gaps: [Gap]
  /// How many cells of each level each tier has.
  public let counts: [GapLevel: [GapTier: Int]]
  /// Those that most comparable territories have first, then those with most others.
  public let absentFamilies: [AbsentFamily]
  public let comparison: Comparison
  /// Alliances that name a theme or goal, of how many.
  public let withSubject: (count: Int, of: Int)
  let table: CellTable

  /// With fewer comparable territories no expectation can be formed.
  public static let leastPeers = 10
  /// With more, the most similar so many are taken.
  public static let mostPeers = 40
  /// A subject of fewer actors is a matter of chance.
  static let leastActors = 3

  /// Compares `graph` with the most similar of `others`, or with chance when they are too few.
  ///
  /// - Throws: `CancellationError` when the calling task is cancelled.
  public init(of graph: AllianceGraph, among others: [AllianceGraph]) throws(CancellationError) {
    let peers = TerritoryGaps.mostSimilar(to: graph, among: others)
    let tables = ([graph] + peers).map { CellTable($0) }
    let found = tables.map { $0.alliances() }
    let subjects = Set(tables.flatMap(\.active.keys)).sorted()
    let families = CellTable.comparedFamilies
    let cells = subjects.flatMap { subject in
      families.enumerated().flatMap { place, first in
        families[place...].map { CellTable.Cell(first: first, second: $0, subject: subject) }
      }
    }
    let chance = peers.isEmpty ? try FamilyPermutation(of: tables[0], cells: cells) : nil
    var gaps: [Gap] = []
    var counts: [GapLevel: [GapTier: Int]] = [:]
    for level in GapLevel.allCases {
      let own = cells.filter { CellTable.level(of: $0.subject) == level }
      let tested = Tested(own, tables: tables, found: found, chance: chance)
      counts[level] = Dictionary(grouping: own.indices, by: tested.tier).mapValues(\.count)
      for tier in [GapTier.established, .cold, .toExamine] {
        gaps += own.indices.filter { tested.tier($0) == tier }
          .map { tested.gap($0, level: level, in: graph, tables: tables, found: found) }
          .sorted { $0.expected - Double($0.observed) > $1.expected - Double($1.observed) }
      }
    }
    (self.gaps, self.counts) = (gaps, counts)
    comparison = chance.map { .chance(deals: $0.dealCount) } ?? .peers(peers.map(\.info.title))
    absentFamilies = TerritoryGaps.absent(in: graph, tables)
    withSubject = (
      tables[0].entries.count { $0.subjects.contains { CellTable.level(of: $0) == .subject } }, tables[0].entries.count
    )
    table = tables[0]
  }

  private static func absent(in graph: AllianceGraph, _ tables: [CellTable]) -> [AbsentFamily] {
    let subjects = tables[0].active.keys.filter { CellTable.level(of: $0) == .subject }.sorted()
    let absent = subjects.flatMap { subject in
      let members = CellTable.comparedFamilies.map { tables[0].members($0, on: subject) }
      let others = members.reduce(0, +)
      return zip(CellTable.comparedFamilies, members).filter { $0.1 == 0 && others >= leastActors }.map { family, _ in
        AbsentFamily(
          family: family, subject: tables[0].label(subject), others: others,
          peersWithOne: tables.count > 1 ? tables.dropFirst().count { $0.members(family, on: subject) > 0 } : nil,
          rows: tables[0].active[subject, default: []].sorted().map { .actor(graph.actors[$0].id) })
      }
    }
    return absent.enumerated().sorted { left, right in
      (-(left.element.peersWithOne ?? 0), -left.element.others, left.offset)
        < (-(right.element.peersWithOne ?? 0), -right.element.others, right.offset)
    }.map(\.element)
  }
}

/// The cells of one level, each with what is usual and how it was judged.
private struct Tested {
  let cells: [CellTable.Cell]
  let observed: [Int]
  let expected: [Double]
  let dispersion: Double
  let strict: GapTest
  /// As if counts varied by chance alone.
  let loose: GapTest
  let isPossible: [Bool]
  /// What a count that is too low is called.
  let lowest: GapTier

  init(
    _ cells: [CellTable.Cell], tables: [CellTable], found: [[CellTable.Cell: [Int]]], chance: FamilyPermutation?
  ) {
    let counts = found.map { found in cells.map { found[$0]?.count ?? 0 } }
    let opportunities = tables.map { table in cells.map { table.opportunities($0) } }
    (self.cells, observed) = (cells, counts[0])
    lowest = chance == nil ? .established : .cold
    isPossible = opportunities[0].map { $0 > 0 }
    if let chance {
      let dealt = cells.map { chance.counts[$0] ?? [] }
      expected = dealt.map { Double($0.reduce(0, +)) / Double(max(1, $0.count)) }
      dispersion = 0
      strict = GapTest(observed: counts[0], usual: dealt.map { CountDistribution(counted: $0) })
      loose = strict
    } else {
      let fit = PeerExpectation(observed: counts, opportunities: opportunities, territory: 0)
      (expected, dispersion) = (fit.expected, fit.dispersion)
      strict = GapTest(
        observed: counts[0], usual: fit.expected.map { CountDistribution(mean: $0, dispersion: fit.dispersion) })
      loose = GapTest(observed: counts[0], usual: fit.expected.map { CountDistribution(mean: $0, dispersion: 0) })
    }
  }

  func tier(_ place: Int) -> GapTier {
    if !isPossible[place] { return .impossible }
    if strict.rejected.contains(place) { return lowest }
    if loose.rejected.contains(place) { return .toExamine }
    return strict.resolvable.contains(place) ? .none : .unresolved
  }

  func gap(
    _ place: Int, level: GapLevel, in graph: AllianceGraph, tables: [CellTable], found: [[CellTable.Cell: [Int]]]
  ) -> TerritoryGaps.Gap {
    let cell = cells[place]
    let size = dispersion > 0 ? 1 / dispersion : 1
    return TerritoryGaps.Gap(
      level: level, first: cell.first, second: cell.second, subject: tables[0].label(cell.subject),
      observed: observed[place], expected: expected[place],
      ratio: (Double(observed[place]) + size) / (expected[place] + size),
      peersWithOne: found.count > 1 ? found.dropFirst().count { $0[cell] != nil } : nil, midP: strict.midP[place],
      tier: tier(place),
      rows: (found[0][cell] ?? []).map { RowReference(table: "alliances", id: graph.alliances[$0].id) }, cell: cell)
  }
}
