import AllianceModel
import Cartography

/// The maps of reports with their words.
extension ReportSubject {
  var territoryMap: Figure {
    let title = graph.info.title
    return Figure(
      id: anchor("carte-territoire", graph.info.name),
      caption: caption(
        "\(title) : où sont les acteurs, et quelles alliances relient les lieux.",
        "\(title): where the actors are, and which alliances link the places."),
      alternative: say(
        "Carte du territoire \(title) : acteurs à leur commune et alliances entre communes ; le tableau dit les mêmes faits.",
        "Map of the territory \(title): actors at their commune and alliances between communes; the table says the same."
      ),
      content: .map(MapRequest(.territory, page: .a4Landscape), graph: place), table: placeTable, isSheet: false)
  }

  /// The alliance with its parties, and what these do with each other besides.
  func allianceMap(of index: Int) -> Figure? {
    let alliance = graph.alliances[index]
    guard let ego = parties[index].first(where: { graph.actors[$0].isOrganisation }) else { return nil }
    return Figure(
      id: anchor("carte-alliance", alliance.id),
      caption: caption("Autour \(name(ego).afterDe).", "Around \(name(ego))."),
      alternative: say("Carte en étoile autour \(name(ego).afterDe)", "Star map around \(name(ego))"),
      content: .map(MapRequest(.diagram(.ego(of: graph.actors[ego].id))), graph: place), table: nil, isSheet: false)
  }

  private func caption(_ french: String, _ english: String) -> Sentence {
    guard let caption = sentence(french, english, rows: [.table("actors"), .table("alliances")]) else {
      preconditionFailure("a caption has words and rows")
    }
    return caption
  }

  /// How many actors each place has.
  private var placeTable: Table {
    let located = Dictionary(grouping: graph.actors.indices.filter { graph.actors[$0].place != nil }) {
      graph.actors[$0].place ?? ""
    }
    let rows = located.map { id, actors in (placeName(id), actors, id) }
      .sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }
    return Table(
      caption: say("Acteurs par lieu", "Actors by place"),
      columns: [
        .init(say("Lieu", "Place")), .init(say("Acteurs", "Actors"), isNumber: true), .init(say("Qui", "Who")),
      ],
      rows: rows.map { name, actors, _ in
        Table.Row(
          [name, actors.count.written(in: language), list(actors.map(self.name))], rows: actors.map(row(actor:)))
      })
  }
}
