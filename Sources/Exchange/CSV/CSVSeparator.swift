/// What parts the cells of a line.
package enum CSVSeparator: UInt8, Sendable, CaseIterable {
  case semicolon = 0x3B
  case comma = 0x2C
  case tab = 0x09
  case bar = 0x7C

  /// The separator that cuts the first records of `bytes` most evenly into two cells or more.
  ///
  /// Evenness is the share of records with the most common number of cells; of equals, the one that makes more cells,
  /// then the order of the cases. A text that no separator cuts is one column, and read with semicolons.
  package static func detect(in bytes: [UInt8], sample: Int = 200) -> CSVSeparator {
    var best = (separator: CSVSeparator.semicolon, evenness: 0.0, cells: 1)
    for candidate in allCases {
      let records = CSVTokenizer.records(in: bytes, separator: candidate.rawValue, limit: sample).records
        .filter { !$0.isBlank }
      let counts = Dictionary(grouping: records, by: \.cells.count).mapValues(\.count)
      let common = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let (cells, count) = common else { continue }
      let evenness = Double(count) / Double(records.count)
      if (evenness, cells) > (best.evenness, best.cells) { best = (candidate, evenness, cells) }
    }
    return best.separator
  }
}
