import AllianceModel
import TerritoryAnalysis

/// The facts of the pictures as tables, for who cannot see them.
extension ReportSubject {
  /// How many actors each place has.
  var placeTable: Table {
    let located = Dictionary(grouping: graph.actors.indices.filter { graph.actors[$0].place != nil }) {
      graph.actors[$0].place ?? ""
    }
    let rows = located.sorted { (-$0.value.count, placeName($0.key)) < (-$1.value.count, placeName($1.key)) }
    return Table(
      caption: say("Acteurs et objets par lieu", "Actors and objects by place"),
      columns: [.init(say("Lieu", "Place")), .init(say("Nombre", "Number"), isNumber: true), .init(say("Qui", "Who"))],
      rows: rows.map { id, actors in
        Table.Row(
          [placeName(id), actors.count.written(in: language), list(actors.map(name))], rows: actors.map(row(actor:)))
      })
  }

  /// How each organisation stands in the network, the strongest first.
  func measureTable(_ analysis: TerritoryAnalysis) -> Table {
    let order = analysis.actors.sorted { (-$0.strength, -$0.degree, $0.actor) < (-$1.strength, -$1.degree, $1.actor) }
    return Table(
      caption: say("Acteurs, par nombre d’alliances", "Actors, by number of alliances"),
      columns: [
        .init(say("Acteur", "Actor")), .init(say("Famille", "Family")),
        .init(say("Alliances avec d’autres", "Alliances with others"), isNumber: true),
        .init(say("Partenaires", "Partners"), isNumber: true), .init(say("Groupe", "Group")),
      ],
      rows: order.map { measure in
        Table.Row(
          [
            name(measure.actor), (graph.actors[measure.actor].family ?? .others).label[language],
            Int(measure.strength).written(in: language), measure.degree.written(in: language),
            measure.cluster.map { groupName($0, analysis) } ?? "",
          ], rows: [row(actor: measure.actor)])
      })
  }

  /// How many alliances began in each year, by form; each counts in one column, so that rows add up.
  var formsByYear: Table {
    let years = graph.allianceYears()
    let shares = years.shares
    func number(_ rows: [Int]) -> String { rows.isEmpty ? "" : rows.count.written(in: language) }
    func line(_ title: String, _ rows: [Int], shares cells: [String]) -> Table.Row? {
      rows.isEmpty ? nil : Table.Row([title, number(rows)] + cells, rows: rows.map(row(alliance:)))
    }
    let blank = shares.map { _ in "" }
    return Table(
      caption: say("Alliances par année de début et par forme", "Alliances by year of start and form"),
      columns: [.init(say("Année", "Year")), .init(say("Alliances", "Alliances"), isNumber: true)]
        + shares.map { .init($0.label[language], isNumber: true) },
      rows: years.years.compactMap { year in
        line("\(year.year)", year.started, shares: shares.map { number(year.shares[$0] ?? []) })
      }
        + [
          line(say("Avant ou après une date", "Before or after a date"), years.bounded, shares: blank),
          line(say("Sans date de début", "No start known"), years.undated, shares: blank),
        ].compactMap(\.self))
  }
}
