import AllianceModel

/// What a table is about, told by its headers alone.
package enum TableKind: String, Sendable, CaseIterable {
  case actors, alliances, parties, sources, places, decisions
  /// Ties of two actors each: `source,target`.
  case ties
  /// A square table of actors by actors.
  case matrix

  var label: LocalizedText {
    switch self {
    case .actors: LocalizedText(french: "acteurs", english: "actors")
    case .alliances: LocalizedText(french: "alliances", english: "alliances")
    case .parties: LocalizedText(french: "parties", english: "parties")
    case .sources: LocalizedText(french: "sources", english: "sources")
    case .places: LocalizedText(french: "lieux", english: "places")
    case .decisions: LocalizedText(french: "décisions", english: "decisions")
    case .ties: LocalizedText(french: "liens", english: "ties")
    case .matrix: LocalizedText(french: "matrice", english: "matrix")
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
    case .matrix: []
    }
  }

  /// The table of a data package that holds this kind; ties have none of their own.
  var packageTable: PackageTable? {
    switch self {
    case .actors: .actors
    case .alliances: .alliances
    case .parties: .parties
    case .sources: .sources
    case .places: .places
    case .decisions: .decisions
    case .ties, .matrix: nil
    }
  }

  /// A table of this kind has all columns of one of these groups.
  var signatures: [[String]] {
    switch self {
    case .actors: [["name"], ["siren"], ["siret"], ["rna"]]
    case .alliances:
      [
        ["title", "parties"], ["title", "forms"], ["title", "roles"], ["id", "parties"], ["alliance_id"],
        [TableKind.ownTitle],
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
    case .matrix: []
    }
  }

  /// A title under a word that only alliances have: a "nom" may be that of anything.
  static let ownTitle = "title, not a name"
  static let anyName = ["nom", "name", "libelle", "label"]

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
    case .matrix: "–, A, B, C"
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
  ///
  /// - Parameter signatures: Groups of columns of which one must be there whole; nil for those of the kind.
  init?(header: CSVRecord, as kind: TableKind, signatures: [[String]]? = nil) {
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
    let isOwnTitle = positions["title"].map { !TableKind.anyName.contains(keys[$0]) } ?? false
    let isComplete = (signatures ?? kind.signatures).contains { signature in
      signature.allSatisfy { positions[$0] != nil || ($0 == TableKind.ownTitle && isOwnTitle) }
    }
    guard isComplete else { return nil }
    self.kind = kind
    self.positions = positions
    free = header.cells.enumerated().compactMap { position, cell in
      taken.contains(position) || cell.text.trimmedCell.isEmpty ? nil : (position, cell.text.trimmedCell)
    }
  }

  /// The map of a square table: all columns but the first are actors.
  init(matrix header: CSVRecord) {
    self.init(kind: .matrix, positions: ["name": 0], free: [])
  }

  private init(kind: TableKind, positions: [String: Int], free: [(position: Int, name: String)]) {
    (self.kind, self.positions, self.free) = (kind, positions, free)
  }

  /// The map of a table of a data package: all columns but those of the package are free, with their names as written.
  func ofPackage(header: CSVRecord) -> ColumnMap {
    let known = Set(kind.packageTable?.columns.map(\.name) ?? [])
    let kept = positions.filter { known.contains($0.key) }
    let taken = Set(kept.values)
    let free = header.cells.enumerated().compactMap { position, cell in
      taken.contains(position) || cell.text.isEmpty ? nil : (position, cell.text)
    }
    return ColumnMap(kind: kind, positions: kept, free: free)
  }

  /// The one kind whose columns fit `header` best; several when two fit equally well.
  static func candidates(for header: CSVRecord) -> [ColumnMap] {
    let maps = TableKind.allCases.compactMap { ColumnMap(header: header, as: $0) }
    // Two columns for the two ends of a tie say more than many columns that tables of every kind have.
    if let ties = maps.first(where: { $0.kind == .ties }), !maps.contains(where: { $0["parties"] != nil }) {
      return [ties]
    }
    let most = maps.map(\.positions.count).max() ?? 0
    return maps.filter { $0.positions.count == most }
  }
}
