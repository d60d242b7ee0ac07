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
    var counts = cells.map { _ in [Int]() }
    func count(_ found: [CellTable.Cell: [Int]]) {
      for (place, cell) in cells.enumerated() { counts[place].append(found[cell]?.count ?? 0) }
    }
    count(table.alliances())
    for _ in 0..<dealCount {
      if Task.isCancelled { throw CancellationError() }
      var dealt = real
      for stratum in strata {
        var families = stratum.flatMap { real[$0] }
        generator.shuffle(&families)
        var next = families[...]
        for entry in stratum {
          dealt[entry] = Array(next.prefix(real[entry].count))
          next = next.dropFirst(real[entry].count)
        }
      }
      count(table.alliances(families: dealt))
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
