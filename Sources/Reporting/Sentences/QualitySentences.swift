import AllianceModel
import MissingPartnerships
import TerritoryAnalysis

/// What the graph knows and does not know, which sources disagree, which families are absent.
extension ReportSubject {
  func qualityIntroduction(_ quality: DataQuality) -> [Sentence] {
    let unsourced = quality.unsourcedActors.count
    let organisations = quality.organisationCount.written(in: language)
    let disagreements = quality.contradictions.count
    return [
      sentence(
        "Une case vide veut dire « inconnu », pas « aucun » : l’absence d’un lien ne dit pas qu’il n’existe pas.",
        "An empty cell means “unknown”, not “none”: the absence of a tie does not say that there is none.",
        rows: [.table("actors"), .table("alliances")]), sourced,
      unsourced == 0
        ? nil
        : sentence(
          "\(actors(unsourced)) sur \(organisations) \(unsourced < 2 ? "n’a" : "n’ont") aucune source citée.",
          "\(actors(unsourced)) of \(organisations) \(unsourced == 1 ? "has" : "have") no source cited.",
          rows: [.table("actors"), .table("sources")]),
      disagreements == 0
        ? nil
        : sentence(
          "Les sources sont en désaccord sur \(count(disagreements, ("point", "points"), ("point", "points"))) ; toutes les versions "
            + "sont gardées :",
          "Sources disagree on \(count(disagreements, ("point", "points"), ("point", "points"))); all versions are kept:",
          rows: [.table("sources")]),
    ].compactMap(\.self)
  }

  /// How many rows have each field filled in.
  func coverageTable(_ quality: DataQuality) -> Table {
    Table(
      caption: say("Champs remplis", "Fields filled in"),
      columns: [
        .init(say("Table", "Table")), .init(say("Champ", "Field")), .init(say("Rempli", "Filled"), isNumber: true),
        .init(say("Sur", "Of"), isNumber: true), .init(say("Part", "Share"), isNumber: true),
      ],
      rows: quality.coverage.filter { $0.total > 0 }.map { line in
        let share = Int((Double(line.filled) / Double(line.total) * 100).rounded())
        return Table.Row(
          [
            line.table == "actors" ? say("Acteurs", "Actors") : say("Alliances", "Alliances"), fieldName(line.field),
            line.filled.written(in: language), line.total.written(in: language), say("\(share) %", "\(share)%"),
          ], rows: [.table(line.table)])
      })
  }

  private func fieldName(_ field: String) -> String {
    switch field {
    case "kind": say("type", "kind")
    case "legal_category": say("catégorie juridique", "legal category")
    case "siren": say("SIREN ou SIRET", "SIREN or SIRET")
    case "rna": "RNA"
    case "size": say("taille", "size")
    case "place": say("lieu", "place")
    case "start": say("début", "start")
    case "themes": say("thèmes", "themes")
    case "odd": say("ODD", "SDG")
    case "sources": say("sources", "sources")
    case "forms": say("formes", "forms")
    case "relation": say("relation", "relation")
    case "status": say("état", "status")
    case "territory": say("territoire", "territory")
    case "result": say("résultat", "result")
    case "story": say("récit", "story")
    default: field
    }
  }

  /// A fact on which sources disagree, each side with who says it.
  ///
  /// - Parameter isNamed: Whether it says of which row; where the row is told of, it need not.
  func sentence(of contradiction: Contradiction, isNamed: Bool = true) -> Sentence? {
    let id = contradiction.subject
    let alliance = graph.alliances.first { $0.id == id }
    let name = graph.actorIndices[id].map(name) ?? alliance?.title ?? placeName(id)
    let table = graph.actorIndices[id] != nil ? "actors" : alliance != nil ? "alliances" : "places"
    let said = contradiction.statements.map { statement in
      let value = PartialDate(statement.value)?.words(in: language) ?? statement.value
      let who = statement.source ?? say("dans la table", "in the table")
      return who.isEmpty ? value : "\(value) (\(who))"
    }
    let rows = (sources[id] ?? []).enumerated().filter { $1.field == contradiction.field && $1.value != nil }
    let field = fieldName(contradiction.field)
    let values = said.joined(separator: say(" ; ", "; "))
    return sentence(
      isNamed ? "« \(name) », champ « \(field) » : \(values)." : "Versions gardées du champ « \(field) » : \(values).",
      isNamed ? "“\(name)”, field “\(field)”: \(values)." : "Versions kept of the field “\(field)”: \(values).",
      rows: [RowReference(table: table, id: id)] + rows.map { .source($0.offset + 1, of: id) })
  }
}
