public import AllianceModel

/// One sentence of a report, with the rows that it rests on: without a row there is no sentence.
public struct Sentence: Sendable, Equatable {
  /// In the language of the report, with its typography.
  public let text: String
  /// Never empty, each row once, in the order in which the sentence uses them.
  public let rows: [RowReference]
  /// Numbers of the footnotes that stand after it.
  public let notes: [Int]
  /// That of somebody's own words, where it is not that of the report.
  public let language: Language?

  /// - Returns: nil when there is no text or no row that it could rest on.
  public init?(_ text: LocalizedText, in language: Language, rows: [RowReference], notes: [Int] = []) {
    var seen: Set<RowReference> = []
    let distinct = rows.filter { seen.insert($0).inserted }
    let finished = text[language].typeset(in: language)
    guard !distinct.isEmpty, !finished.isEmpty else { return nil }
    self.init(text: finished, rows: distinct, notes: notes)
  }

  /// A text that is printed as it was written: an address, a title.
  init?(verbatim text: String, rows: [RowReference]) {
    guard !rows.isEmpty, !text.isEmpty else { return nil }
    self.init(text: text, rows: rows, notes: [])
  }

  /// The same sentence with footnotes after it.
  func noted(_ notes: [Int]) -> Sentence { Sentence(text: text, rows: rows, notes: notes, language: language) }

  /// The same sentence as one in the language of somebody's own words.
  func spoken(in language: Language) -> Sentence { Sentence(text: text, rows: rows, notes: notes, language: language) }

  private init(text: String, rows: [RowReference], notes: [Int], language: Language? = nil) {
    (self.text, self.rows, self.notes, self.language) = (text, rows, notes, language)
  }
}

extension [RowReference] {
  /// The rows as `data-rows` holds them: `actors/adie alliances/r03`, spaces and signs of an id escaped with `%`.
  public var attribute: String {
    map { "\($0.table)/\($0.id.percentEscaped)" }.joined(separator: " ")
  }

  /// Reads ``attribute`` back; nil for what it cannot have written.
  public init?(attribute: String) {
    self = []
    for part in attribute.split(separator: " ") {
      guard let slash = part.firstIndex(of: "/"), let id = part[part.index(after: slash)...].removingPercents else {
        return nil
      }
      append(RowReference(table: String(part[..<slash]), id: id))
    }
  }
}
