import AllianceModel
import Cartography
import MissingPartnerships
import TerritoryAnalysis

/// The maps of reports, with their words and their tables.
extension ReportSubject {
  var territoryMap: Figure {
    let title = graph.info.title
    return figure(
      anchor("carte-territoire", graph.info.name), MapRequest(.territory, pages: [.a4, .a3]),
      caption: (
        "\(title) : où sont les acteurs, et quelles alliances relient les lieux.",
        "\(title): where the actors are, and which alliances link the places."
      ),
      alternative: say(
        "Carte du territoire \(title) : acteurs à leur commune, alliances entre communes, légende.",
        "Map of the territory \(title): actors at their commune, alliances between communes, legend."),
      table: placeTable)
  }

  /// The map that a report opens with: of the territory, or of the alliances when no actor has a place.
  func coverMap() throws(CancellationError) -> Figure {
    ActorLocations(of: graph, table: places).knownCount > 0
      ? territoryMap : networkMap(try TerritoryAnalysis(of: graph), pages: [.a4, .a3Portrait])
  }

  func networkMap(_ analysis: TerritoryAnalysis, pages: [MapPage] = [.a4Landscape, .a3]) -> Figure {
    let title = graph.info.title
    return figure(
      anchor("carte-reseau", graph.info.name), MapRequest(.network, pages: pages),
      caption: ("\(title) : qui coopère avec qui.", "\(title): who works with whom."),
      alternative: say(
        "Carte des alliances : \(actors(analysis.actors.count)) et leurs \(alliances(graph.alliances.count)), par groupes, légende.",
        "Map of alliances: \(actors(analysis.actors.count)) and their \(alliances(graph.alliances.count)), in groups, legend."
      ),
      table: measureTable(analysis))
  }

  func clustersMap(_ analysis: TerritoryAnalysis) -> Figure {
    figure(
      anchor("carte-groupes", graph.info.name), MapRequest(.diagram(.clusters), pages: [.a4Landscape, .a3]),
      caption: ("Les groupes, et les alliances entre eux.", "The groups, and the alliances between them."),
      alternative: say(
        "Les groupes côte à côte, avec les alliances entre eux, légende.",
        "The groups side by side, with the alliances between them, legend."),
      table: Table(
        caption: say("Groupes", "Groups"),
        columns: [
          .init(say("Groupe", "Group")), .init(say("Pivot", "Pivot")), .init(say("Acteurs", "Actors"), isNumber: true),
          .init(say("Alliances", "Alliances"), isNumber: true),
        ],
        rows: analysis.clusters.clusters.indices.map { number in
          let cluster = analysis.clusters.clusters[number]
          return Table.Row(
            [
              groupName(number, analysis), name(cluster.pivot), cluster.organisations.count.written(in: language),
              cluster.alliances.count.written(in: language),
            ], rows: cluster.organisations.map(row(actor:)) + cluster.alliances.map(row(alliance:)))
        }))
  }

  var timelineMap: Figure {
    figure(
      anchor("carte-annees", graph.info.name), MapRequest(.diagram(.timeline), pages: [.a4, .a3Portrait]),
      caption: ("Les alliances au fil des années.", "The alliances through the years."),
      alternative: say(
        "Frise des alliances, de haut en bas, année par année, légende.",
        "Timeline of alliances, downwards, year by year, legend."),
      table: formsByYear)
  }

  /// A statistical picture with its words; nil when there is nothing to draw.
  func plot(_ name: String, _ make: (PlotStyle) -> Plot?) -> Block? {
    let id = anchor(name, graph.info.name)
    guard let plot = make(PlotStyle(language, theme: theme, prefix: id)),
      let caption = sentence("\(plot.title).", "\(plot.title).", rows: [.table("actors"), .table("alliances")])
    else { return nil }
    return .figure(
      Figure(
        id: id, caption: caption, alternative: plot.alternative, content: .picture(plot.picture), table: plot.table))
  }

  func gapsMap(_ suggestions: [Suggestion]) -> Figure {
    let pairs = suggestions.map { suggestion in
      AbsentPair(
        graph.actors[suggestion.first].id, graph.actors[suggestion.second].id,
        reason: suggestion.reasons.prefix(2).map { $0.sentence[language] }.joined(separator: say(" ; ", "; "))
          .asSentence)
    }
    return figure(
      anchor("carte-manques", graph.info.name), MapRequest(.diagram(.gaps(pairs)), pages: [.a4Landscape, .a3]),
      caption: (
        "Les partenariats manquants, sur le maillage d’aujourd’hui.",
        "The missing partnerships, over the mesh of today."
      ),
      alternative: say(
        "Carte des partenariats manquants, numérotés, sur les liens connus, légende.",
        "Map of the missing partnerships, numbered, over the known ties, legend."),
      table: nil)
  }

  func egoMap(of actor: Int) -> Figure? {
    guard !memberships[actor].isEmpty else { return nil }
    let name = name(actor)
    let partners = Set(memberships[actor].flatMap { parties[$0] }).subtracting([actor]).sorted()
    return figure(
      anchor("carte-acteur", graph.actors[actor].id),
      MapRequest(.diagram(.ego(of: graph.actors[actor].id)), pages: [.a4Landscape, .a3]),
      caption: ("\(name), ses alliances et ses partenaires.", "\(name), its alliances and its partners."),
      alternative: say(
        "Carte en étoile : \(name) au centre, ses alliances, ses partenaires par famille, légende.",
        "Star map: \(name) in the middle, its alliances, its partners by family, legend."),
      table: Table(
        caption: say("Partenaires", "Partners"),
        columns: [.init(say("Partenaire", "Partner")), .init(say("Alliances communes", "Alliances in common"))],
        rows: partners.map { partner in
          let shared = memberships[partner].filter(Set(memberships[actor]).contains)
          return Table.Row(
            [self.name(partner), shared.map { graph.alliances[$0].title }.joined(separator: " ; ")],
            rows: [row(actor: partner)] + shared.map(row(alliance:)))
        }))
  }

  /// The alliance with its parties, and what these do with each other besides.
  func allianceMap(of index: Int) -> Figure? {
    let alliance = graph.alliances[index]
    let ego = graph.ego(ofAlliance: index)
    let members = Set(ego.parties)
    guard members.count > 1 else { return nil }
    let others = ego.shared.map { ($0, members.intersection(parties[$0]).count) }
      .sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }.prefix(ReportSubject.mostOtherAlliances).map(\.0)
    let shown = [index] + others
    return figure(
      anchor("carte-alliance", alliance.id),
      MapRequest(.network, of: .init(title: alliance.title, actors: members, alliances: Set(shown))),
      caption: (
        others.isEmpty
          ? "Les parties de l’alliance." : "Les parties de l’alliance, et ce qu’elles font déjà ensemble ailleurs.",
        others.isEmpty
          ? "The parties of the alliance." : "The parties of the alliance, and what they already do together elsewhere."
      ),
      alternative: say(
        "Petite carte de l’alliance « \(alliance.title) » : \(list(parties[index].map(name))).",
        "Small map of the alliance “\(alliance.title)”: \(list(parties[index].map(name)))."),
      table: Table(
        caption: say("Alliances entre ces parties", "Alliances between these parties"),
        columns: [.init(say("Alliance", "Alliance")), .init(say("Parties montrées", "Parties shown"))],
        rows: shown.map { alliance in
          Table.Row(
            [
              graph.alliances[alliance].title,
              parties[alliance].filter(members.contains).map(name).joined(separator: ", "),
            ], rows: [row(alliance: alliance)])
        }), rows: [row(alliance: index)])
  }

  /// A section that is one map: it prints on a sheet of its own.
  func sheet(_ figure: Figure) -> Report.Section {
    let title = figure.caption.text
    return Report.Section(
      id: "planche-\(figure.id)", title: title.hasSuffix(".") ? String(title.dropLast()) : title,
      rows: figure.caption.rows, blocks: [.figure(figure)])
  }

  /// More would hide the one that the page is about.
  private static let mostOtherAlliances = 4

  private func figure(
    _ id: String, _ request: MapRequest, caption: (french: String, english: String), alternative: String,
    table: Table?, rows: [RowReference] = [.table("actors"), .table("alliances")]
  ) -> Figure {
    guard let words = sentence(caption.french, caption.english, rows: rows) else {
      preconditionFailure("a caption has words and rows")
    }
    return Figure(
      id: id, caption: words, alternative: alternative, content: .map(request, graph: place), table: table)
  }
}
