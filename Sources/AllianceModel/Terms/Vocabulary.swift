/// A table of words that people use for one field: each code with its labels and the synonyms accepted on input.
///
/// The tables are files (`kinds.csv`, `relations.csv`…), so that a word can be added without touching code.
public struct Vocabulary: Sendable {
  /// One code, its labels, the family that it belongs to (if its table has families) and its accepted synonyms.
  public struct Entry: Sendable, Equatable {
    public let code: String
    public let label: LocalizedText
    public let family: String
    public let synonyms: [String]
  }

  /// In the order of the table, which is the order of legends.
  public let entries: [Entry]
  private let positions: [String: Int]

  /// The entry of `code`, or nil for a text that no entry has as its code.
  public subscript(code: String) -> Entry? {
    positions["=" + code].map { entries[$0] }
  }

  /// The place of `code` in its table, for sorting; unknown codes come last.
  public func rank(of code: String) -> Int { positions["=" + code] ?? entries.count }

  /// The code meant by what a person wrote: a code, a label in either language or a synonym, whatever its case and accents.
  public func code(for written: String) -> String? {
    if let entry = self[written] { return entry.code }
    return positions[written.textKey].map { entries[$0].code }
  }

  /// The entry whose words come nearest to `written`, for "did you mean …"; nil when none is near.
  public func nearest(to written: String) -> Entry? {
    let key = written.textKey
    let scored = entries.map { entry in
      let words = [entry.code, entry.label.french, entry.label.english] + entry.synonyms
      return (entry, words.map { key.editDistance(to: $0.textKey) }.min() ?? .max)
    }
    // A third of the letters may differ: "asociation" finds its word, "xyz" finds none.
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 * 3 <= max(3, key.count) else { return nil }
    return best.0
  }

  /// Reads a table `code;fr;en;family;synonyms`; cells hold no semicolon or quote, synonyms are parted by `|`.
  init(table: [UInt8]) {
    var entries: [Entry] = []
    var positions: [String: Int] = [:]
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      precondition(cells.count == 5, "a vocabulary row has 5 cells: \(line)")
      let synonyms = cells[4].split(separator: "|").map(String.init)
      let position = entries.count
      entries.append(
        Entry(
          code: cells[0], label: LocalizedText(french: cells[1], english: cells[2]), family: cells[3],
          synonyms: synonyms))
      positions["=" + cells[0]] = position
      for word in [cells[0], cells[1], cells[2]] + synonyms where positions[word.textKey] == nil {
        positions[word.textKey] = position
      }
    }
    (self.entries, self.positions) = (entries, positions)
  }

  public static let kinds = Vocabulary(table: PackageResources.kinds_csv)
  public static let forms = Vocabulary(table: PackageResources.forms_csv)
  public static let relations = Vocabulary(table: PackageResources.relations_csv)
  public static let sizes = Vocabulary(table: PackageResources.sizes_csv)
  public static let statuses = Vocabulary(table: PackageResources.statuses_csv)
  public static let logics = Vocabulary(table: PackageResources.logics_csv)
  /// The seventeen goals, codes `1` to `17`; `family` holds the official colour (`#E5243B`).
  public static let goals = Vocabulary(table: PackageResources.goals_csv)
}
