public import AllianceModel

/// One sentence of a report, with the rows that it rests on: without a row there is no sentence.
public struct Sentence: Sendable, Equatable {
  /// In the language of the report, with its typography.
  public let text: String
  /// Never empty, each row once, in the order in which the sentence uses them.
  public let rows: [RowReference]
  /// Numbers of the footnotes that stand after it.
  public let notes: [Int]

  /// - Returns: nil when there is no text or no row that it could rest on.
  public init?(_ text: LocalizedText, in language: Language, rows: [RowReference], notes: [Int] = []) {
    var seen: Set<RowReference> = []
    let distinct = rows.filter { seen.insert($0).inserted }
    let finished = text[language].typeset(in: language)
    guard !distinct.isEmpty, !finished.isEmpty else { return nil }
    (self.text, self.rows, self.notes) = (finished, distinct, notes)
  }

  /// A text that is printed as it was written: an address, a title.
  init?(verbatim text: String, rows: [RowReference]) {
    guard !rows.isEmpty, !text.isEmpty else { return nil }
    (self.text, self.rows, notes) = (text, rows, [])
  }

  /// The same sentence with footnotes after it.
  func noted(_ notes: [Int]) -> Sentence { Sentence(text: text, rows: rows, notes: notes) }

  private init(text: String, rows: [RowReference], notes: [Int]) {
    (self.text, self.rows, self.notes) = (text, rows, notes)
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
