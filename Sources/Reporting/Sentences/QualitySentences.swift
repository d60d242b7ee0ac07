import AllianceModel
import MissingPartnerships

/// What the graph knows and does not know, which sources disagree, which families are absent.
extension ReportSubject {
  var qualityIntroduction: [Sentence] {
    [
      sentence(
        "Une case vide veut dire « inconnu », pas « aucun » : l’absence d’un lien ne dit pas qu’il n’existe pas.",
        "An empty cell means “unknown”, not “none”: the absence of a tie does not say that there is none.",
        rows: [.table("actors"), .table("alliances")]), sourced,
    ].compactMap(\.self)
  }

  /// How many rows have each field filled in.
  var coverageTable: Table {
    Table(
      caption: say("Champs remplis", "Fields filled in"),
      columns: [
        .init(say("Table", "Table")), .init(say("Champ", "Field")), .init(say("Rempli", "Filled"), isNumber: true),
        .init(say("Sur", "Of"), isNumber: true), .init(say("Part", "Share"), isNumber: true),
      ],
      rows: graph.coverage().filter { $0.total > 0 }.map { line in
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

  /// The facts on which sources of alliances and actors disagree, each side with its source.
  var allContradictions: [Sentence] {
    var subjects: [(id: String, name: String, row: RowReference)] = []
    subjects += graph.actors.map { ($0.id, $0.name, .actor($0.id)) }
    subjects += graph.alliances.map { ($0.id, $0.title, .alliance($0.id)) }
    return subjects.flatMap { subject in
      let rows = (sources[subject.id] ?? []).enumerated().filter { $1.field != nil && $1.value != nil }
      return Dictionary(grouping: rows) { $0.element.field ?? "" }.sorted { $0.key < $1.key }.compactMap {
        field, rows in
        let values = rows.map { $0.element.value ?? "" }
        guard Set(values).count > 1 else { return nil }
        let said = rows.map { row in
          let value = row.element.value ?? ""
          let shown = PartialDate(value)?.words(in: language) ?? value
          return row.element.title.map { "\(shown) (\($0))" } ?? shown
        }
        let name = say("« \(subject.name) »", "“\(subject.name)”")
        return sentence(
          "Sources en désaccord sur \(name), champ « \(fieldName(field)) » : \(said.joined(separator: " ; ")).",
          "Sources disagree on \(name), field “\(fieldName(field))”: \(said.joined(separator: "; ")).",
          rows: [subject.row] + rows.map { .source($0.offset + 1, of: subject.id) })
      }
    }
  }

  /// Families without a member on a subject on which others act.
  var absentFamilies: [Sentence] {
    TerritoryGaps(of: graph, peers: []).absentFamilies.prefix(6).compactMap { gap in
      let others = gap.others.written(in: language)
      let isGoal = gap.subject.hasPrefix("ODD ")
      let french = isGoal ? "l’\(gap.subject)" : "« \(gap.subject) »"
      let english = isGoal ? "SDG \(gap.subject.dropFirst(4))" : "“\(gap.subject)”"
      return sentence(
        "Sur \(french), aucun acteur connu de la famille « \(gap.family.label.french) », pour \(others) des autres familles.",
        "On \(english), no known actor of the family “\(gap.family.label.english)”, for \(others) of other families.",
        rows: rows(on: gap.subject))
    }
  }

  /// The rows of actors and alliances on a theme, or a goal written `ODD 8`.
  private func rows(on subject: String) -> [RowReference] {
    let goal = subject.hasPrefix("ODD ") ? Int(subject.dropFirst(4)) : nil
    func has(_ themes: [String], _ goals: [Int]) -> Bool {
      goal.map(goals.contains) ?? themes.contains { $0.textKey == subject.textKey }
    }
    return graph.actors.filter { has($0.themes, $0.odd) }.map { .actor($0.id) }
      + graph.alliances.filter { has($0.themes, $0.odd) }.map { .alliance($0.id) }
  }
}
