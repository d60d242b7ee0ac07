extension AllianceGraph {
  /// Everything that is wrong, doubtful or worth knowing, in the order of the tables.
  ///
  /// Nothing is mended and nothing is dropped. An error makes measures wrong (a party that no actor has); a warning is
  /// kept as written (an unknown kind, a SIREN whose key fails).
  ///
  /// - Complexity: O(rows), plus the comparison of an unknown word with its vocabulary.
  public func validate() -> [Finding] {
    let context = ValidationContext(graph: self)
    var findings: [Finding] = []
    for (index, actor) in actors.enumerated() { findings += context.findings(of: actor, at: index) }
    for (index, alliance) in alliances.enumerated() { findings += context.findings(of: alliance, at: index) }
    for (index, place) in places.enumerated() { findings += context.findings(of: place, at: index) }
    for (index, source) in sources.enumerated() { findings += context.findings(of: source, at: index) }
    return findings
  }
}

/// The ids of a graph, and what each check needs of them.
struct ValidationContext {
  let actorRows: [String: [Int]]
  let allianceRows: [String: [Int]]
  let placeRows: [String: [Int]]

  init(graph: AllianceGraph) {
    actorRows = Dictionary(grouping: graph.actors.indices) { graph.actors[$0].id }
    allianceRows = Dictionary(grouping: graph.alliances.indices) { graph.alliances[$0].id }
    placeRows = Dictionary(grouping: graph.places.indices) { graph.places[$0].id }
  }

  /// The faults of an id: missing, or that of an earlier row.
  func idFindings(_ id: String, row: Finding.Row, index: Int, rows: [String: [Int]]) -> [Finding] {
    if id.isEmpty {
      return [
        Finding(
          .error, row: row, subject: "", field: "id",
          message: LocalizedText(french: "l’identifiant manque", english: "the id is missing"),
          cure: LocalizedText(
            french: "donnez à cette ligne un identifiant court et unique", english: "give this row a short, unique id"))
      ]
    }
    guard let first = rows[id]?.first, first != index else { return [] }
    return [
      Finding(
        .error, row: row, subject: id, field: "id", value: id,
        message: LocalizedText(
          french: "l’identifiant « \(id) » est déjà celui de la ligne n° \(first + 1) de cette table",
          english: "the id “\(id)” is already that of row no. \(first + 1) of this table"),
        cure: LocalizedText(
          french: "donnez un autre identifiant à l’une des deux lignes, ou réunissez-les",
          english: "give one of the two rows another id, or merge them"))
    ]
  }

  /// An empty name or title.
  func nameFindings(_ name: String, field: String, row: Finding.Row, subject: String) -> [Finding] {
    guard name.allSatisfy(\.isWhitespace) else { return [] }
    return [
      Finding(
        .error, row: row, subject: subject, field: field,
        message: LocalizedText(french: "le nom manque", english: "the name is missing"),
        cure: LocalizedText(french: "écrivez son nom complet", english: "write its full name"))
    ]
  }

  /// A word that its vocabulary does not know.
  func termFindings(_ term: (any VocabularyTerm)?, field: String, row: Finding.Row, subject: String) -> [Finding] {
    guard let term, !term.isKnown else { return [] }
    let written = term.rawValue
    let near = type(of: term).vocabulary.nearest(to: written)
    let accepted = type(of: term).vocabulary.entries
    let cure =
      if let near {
        LocalizedText(
          french: "vouliez-vous dire « \(near.label.french) » (\(near.code)) ?",
          english: "did you mean “\(near.label.english)” (\(near.code))?")
      } else {
        LocalizedText(
          french: "mots acceptés : \(accepted.map(\.label.french).joined(separator: ", "))",
          english: "accepted words: \(accepted.map(\.label.english).joined(separator: ", "))")
      }
    return [
      Finding(
        .warning, row: row, subject: subject, field: field, value: written,
        message: LocalizedText(
          french: "« \(written) » n’est pas un mot connu ; il est gardé tel quel",
          english: "“\(written)” is not a known word; it is kept as it is"), cure: cure)
    ]
  }

  /// An end that certainly comes before its start.
  func periodFindings(
    start: PartialDate?, end: PartialDate?, row: Finding.Row, subject: String
  ) -> [Finding] {
    guard let start, let end, let first = start.earliest, let last = end.latest, last < first else { return [] }
    return [
      Finding(
        .error, row: row, subject: subject, field: "end", value: "\(end)",
        message: LocalizedText(
          french: "la fin (\(end)) vient avant le début (\(start))",
          english: "the end (\(end)) comes before the start (\(start))"),
        cure: LocalizedText(french: "corrigez l’une des deux dates", english: "mend one of the two dates"))
    ]
  }

  /// Goals outside 1…17.
  func goalFindings(_ odd: [Int], row: Finding.Row, subject: String) -> [Finding] {
    odd.filter { !(1...17).contains($0) }.map { goal in
      Finding(
        .error, row: row, subject: subject, field: "odd", value: "\(goal)",
        message: LocalizedText(
          french: "il n’y a pas d’ODD \(goal) : les objectifs vont de 1 à 17",
          english: "there is no goal \(goal): the goals go from 1 to 17"),
        cure: LocalizedText(french: "corrigez ou videz la case", english: "mend or empty the cell"))
    }
  }

  /// A latitude without a longitude, or degrees that are on no map.
  func coordinateFindings(
    latitude: Double?, longitude: Double?, row: Finding.Row, subject: String
  ) -> [Finding] {
    if latitude == nil, longitude == nil { return [] }
    if let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 {
      guard latitude == 0, longitude == 0 else { return [] }
    }
    let value = "\(latitude.map { "\($0)" } ?? "–"), \(longitude.map { "\($0)" } ?? "–")"
    return [
      Finding(
        .error, row: row, subject: subject, field: "latitude", value: value,
        message: LocalizedText(
          french: "les coordonnées (\(value)) ne désignent pas un lieu",
          english: "the coordinates (\(value)) are not those of a place"),
        cure: LocalizedText(
          french: "donnez la latitude et la longitude en degrés (45,05 et 5,04), ou videz les deux cases",
          english: "give latitude and longitude in degrees (45.05 and 5.04), or empty both cells"))
    ]
  }
}
