import AllianceModel

/// What a table is about, told by its headers alone.
package enum TableKind: String, Sendable, CaseIterable {
  case actors, alliances, parties, sources, places, decisions
  /// Ties of two actors each: `source,target`.
  case ties

  var label: LocalizedText {
    switch self {
    case .actors: LocalizedText(french: "acteurs", english: "actors")
    case .alliances: LocalizedText(french: "alliances", english: "alliances")
    case .parties: LocalizedText(french: "parties", english: "parties")
    case .sources: LocalizedText(french: "sources", english: "sources")
    case .places: LocalizedText(french: "lieux", english: "places")
    case .decisions: LocalizedText(french: "décisions", english: "decisions")
    case .ties: LocalizedText(french: "liens", english: "ties")
    }
  }

  /// The columns that the table may have, with the words that people write for them; earlier words are surer.
  var columns: [(name: String, words: [String])] {
    switch self {
    case .actors: ColumnWords.actors
    case .alliances: ColumnWords.alliances
    case .parties: ColumnWords.parties
    case .sources: ColumnWords.sources
    case .places: ColumnWords.places
    case .decisions: ColumnWords.decisions
    case .ties: ColumnWords.ties
    }
  }

  /// A table of this kind has all columns of one of these groups.
  var signatures: [[String]] {
    switch self {
    case .actors: [["name"], ["siren"], ["siret"], ["rna"]]
    case .alliances:
      [
        ["title", "parties"], ["title", "relation"], ["title", "forms"], ["title", "roles"], ["title", "story"],
        ["title", "intensity"], ["title", "territory"], ["title", "status"], ["id", "parties"], ["alliance_id"],
      ]
    case .parties: [["alliance", "actor"]]
    case .sources: [["subject", "title"], ["subject", "url"], ["subject", "value"], ["subject", "field"]]
    case .places:
      [
        ["name", "level"], ["name", "within"], ["commune_code", "name", "epci"], ["commune_code", "name", "region"],
        ["departement", "region", "name"],
      ]
    case .decisions: [["verdict", "subjects"]]
    case .ties: [["from", "to"]]
    }
  }

  /// What a person should write to be understood, for the message about a table that no kind fits.
  var example: String {
    switch self {
    case .actors: "id, name, kind, place…"
    case .alliances: "id, title, parties, forms, relation, start…"
    case .parties: "alliance, actor, role"
    case .sources: "subject, field, value, title, url"
    case .places: "id, level, name, within"
    case .decisions: "verdict, subjects"
    case .ties: "source, target"
    }
  }
}

/// Which column of a table holds which field.
package struct ColumnMap: Sendable {
  package let kind: TableKind
  /// The position of each field's column.
  let positions: [String: Int]
  /// Columns that no field has, by position: they become free fields.
  let free: [(position: Int, name: String)]

  subscript(field: String) -> Int? { positions[field] }

  /// Reads `header` as the header of a table of `kind`; nil when a column that such a table needs is missing.
  init?(header: CSVRecord, as kind: TableKind) {
    let keys = header.cells.map(\.text.textKey)
    var positions: [String: Int] = [:]
    var taken: Set<Int> = []
    for column in kind.columns {
      let found = column.words.lazy.compactMap { word in
        keys.indices.first { keys[$0] == word && !taken.contains($0) }
      }.first
      guard let found else { continue }
      positions[column.name] = found
      taken.insert(found)
    }
    guard kind.signatures.contains(where: { $0.allSatisfy { positions[$0] != nil } }) else { return nil }
    self.kind = kind
    self.positions = positions
    free = header.cells.enumerated().compactMap { position, cell in
      taken.contains(position) || keys[position].isEmpty ? nil : (position, cell.text.trimmedCell)
    }
  }

  /// The one kind whose columns fit `header` best; several when two fit equally well.
  static func candidates(for header: CSVRecord) -> [ColumnMap] {
    let maps = TableKind.allCases.compactMap { ColumnMap(header: header, as: $0) }
    // Two columns for the two ends of a tie say more than many columns that tables of every kind have.
    if let ties = maps.first(where: { $0.kind == .ties }), !maps.contains(where: { $0["parties"] != nil }) { return [ties] }
    let most = maps.map(\.positions.count).max() ?? 0
    return maps.filter { $0.positions.count == most }
  }
}
