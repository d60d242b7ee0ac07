import AllianceModel
import GraphCore

/// What chance alone would make of the alliances of one territory: the families of the parties dealt out anew.
///
/// Within a stratum the seats at all tables are kept and the families are shuffled among them, so that how many alliances
/// a family takes part in, and how large alliances are, stays as it is. An alliance stands in the stratum of its most
/// frequent theme or goal. What is low beside this is a pair of families that meet less than their own activity would
/// have it: a cold pair, not a gap against comparable territories.
///
/// - SeeAlso: B. K. Fosdick et al., *Configuring random graph models with fixed degree sequences*, SIAM Review 60(2),
///   2018, [doi:10.1137/16M1087175](https://doi.org/10.1137/16M1087175).
struct FamilyPermutation: Sendable {
  /// So many deals for small territories; large ones get fewer, since theirs vary less.
  static let dealLimits = 199...1_999
  static let seatBudget = 1_000_000

  /// For each cell, its count in each deal, the real one first.
  let counts: [CellTable.Cell: [Int]]
  let dealCount: Int

  /// - Throws: `CancellationError` when the calling task is cancelled.
  /// - Note: The seed is fixed: the same territory gives the same deals.
  init(of table: CellTable, cells: [CellTable.Cell]) throws(CancellationError) {
    let strata = FamilyPermutation.strata(of: table)
    let real = table.entries.map { entry in entry.parties.compactMap { table.families[$0] } }
    let seats = real.reduce(0) { $0 + $1.count }
    let limits = FamilyPermutation.dealLimits
    let dealCount = min(max(FamilyPermutation.seatBudget / max(1, seats), limits.lowerBound), limits.upperBound)
    var generator = SeededGenerator(seed: PairModel.seed)
    var tally = CellTally(table, cells: cells)
    var counts = cells.map { _ in [Int]() }
    func count(_ dealt: [[ActorFamily]]) {
      tally.count(dealt)
      for place in cells.indices { counts[place].append(tally.counts[place]) }
    }
    count(real)
    for _ in 0..<dealCount {
      if Task.isCancelled { throw CancellationError() }
      var dealt = real
      for stratum in strata {
        var families = stratum.flatMap { real[$0] }
        generator.shuffle(&families)
        var next = 0
        for entry in stratum {
          for seat in real[entry].indices { dealt[entry][seat] = families[next + seat] }
          next += real[entry].count
        }
      }
      count(dealt)
    }
    self.counts = Dictionary(uniqueKeysWithValues: zip(cells, counts))
    self.dealCount = dealCount
  }

  /// The places of the entries that share a stratum.
  private static func strata(of table: CellTable) -> [[Int]] {
    var frequency: [String: Int] = [:]
    func subjects(_ entry: CellTable.Entry) -> [String] {
      entry.subjects.filter { CellTable.level(of: $0) == .subject }
    }
    for entry in table.entries { for subject in subjects(entry) { frequency[subject, default: 0] += 1 } }
    var strata: [String: [Int]] = [:]
    for (place, entry) in table.entries.enumerated() {
      let most = subjects(entry).max { (frequency[$0] ?? 0, $1) < (frequency[$1] ?? 0, $0) }
      strata[most ?? "", default: []].append(place)
    }
    return strata.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Counts the alliances in given cells, deal after deal, without looking anything up.
private struct CellTally {
  /// For each cell, how many alliances the last deal put there.
  private(set) var counts: [Int]
  /// For each entry, the first place of each of its subjects in ``places``.
  private let blocks: [[Int]]
  /// For each subject, a block of all pairs of families: the place of the cell, or −1 where none is asked for.
  private let places: [Int]
  private static let families = CellTable.comparedFamilies

  init(_ table: CellTable, cells: [CellTable.Cell]) {
    let size = CellTally.families.count
    let subjects = Set(table.entries.flatMap(\.subjects)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1, $0 * size * size) })
    var places = [Int](repeating: -1, count: subjects.count * size * size)
    for (place, cell) in cells.enumerated() {
      guard let block = numbers[cell.subject], let first = CellTally.families.firstIndex(of: cell.first),
        let second = CellTally.families.firstIndex(of: cell.second)
      else { continue }
      places[block + first * size + second] = place
    }
    (counts, self.places) = ([Int](repeating: 0, count: cells.count), places)
    blocks = table.entries.map { $0.subjects.compactMap { numbers[$0] } }
  }

  /// An alliance counts once in a cell, however many pairs of its parties fall there.
  mutating func count(_ families: [[ActorFamily]]) {
    let size = CellTally.families.count
    for place in counts.indices { counts[place] = 0 }
    var sizes = [Int](repeating: 0, count: size)
    for (entry, seats) in families.enumerated() {
      for family in sizes.indices { sizes[family] = 0 }
      for seat in seats { if let family = CellTally.families.firstIndex(of: seat) { sizes[family] += 1 } }
      for first in sizes.indices where sizes[first] > 0 {
        for second in first..<size where sizes[second] > (second == first ? 1 : 0) {
          for block in blocks[entry] {
            let place = places[block + first * size + second]
            if place >= 0 { counts[place] += 1 }
          }
        }
      }
    }
  }
}
