import AllianceModel
import Foundation
import TerritoryAnalysis

/// What a map is about, after the publication gate and the filter, with the options that hold for every kind of map.
struct MapSubject: Sendable {
  let graph: AllianceGraph
  let options: MapOptions
  let language: Language
  /// What the publication gate took out; nil for an internal map.
  let removed: Publication.Removed?
  /// Of the group that is shown (`--cluster`); nil for the whole graph.
  let partName: String?
  let hiddenActors: Int
  let hiddenAlliances: Int
  var theme: MapTheme { options.theme }
  /// For each alliance, its parties that are actors of the graph.
  let parties: [[Int]]
  /// For each actor, its alliances.
  let memberships: [[Int]]

  /// - Throws: ``MapError`` for a filter that cannot be.
  init(of graph: AllianceGraph, options: MapOptions) throws(MapError) {
    let language = options.language ?? graph.info.language ?? .french
    let publication = options.isInternal ? nil : Publication(of: graph, language: language)
    let filtered = try options.filtered(publication?.graph ?? graph)
    (self.options, self.language) = (options, language)
    removed = publication?.removed
    (hiddenActors, hiddenAlliances) = (filtered.hiddenActors, filtered.hiddenAlliances)
    let graph: AllianceGraph
    if let wanted = options.cluster {
      let part = try MapView.part(wanted, of: MapPart(whole: filtered.graph), language: language)
      (graph, partName) = (part.membersAlone, part.path.last?.name)
    } else {
      (graph, partName) = (filtered.graph, nil)
    }
    self.graph = graph
    let indices = graph.actorIndices
    parties = graph.alliances.map { graph.partyIndices(of: $0, in: indices) }
    var memberships = [[Int]](repeating: [], count: graph.actors.count)
    for (alliance, actors) in parties.enumerated() { for actor in actors { memberships[actor].append(alliance) } }
    self.memberships = memberships
  }

  /// The words in the language of the map.
  func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  /// The look of an actor or object.
  func style(ofActor index: Int) -> MapTheme.NodeStyle {
    let actor = graph.actors[index]
    return actor.isOrganisation
      ? theme.style(of: actor.family ?? .others) : theme.style(ofObject: actor.kind ?? ActorKind(rawValue: ""))
  }

  /// The classes of an actor or object in SVG.
  func cssClass(ofActor index: Int) -> String {
    let actor = graph.actors[index]
    return actor.isOrganisation
      ? "acteur \((actor.family ?? .others).rawValue)" : "objet \(actor.kind?.rawValue ?? "")"
  }

  /// The lines of an alliance, one for each of its forms; never none.
  func forms(of alliance: Int) -> [(style: MapTheme.TieStyle, code: String, label: String)] {
    let known = graph.alliances[alliance].forms.sorted { ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue) }
    guard !known.isEmpty else { return [(theme.unknownTie, "unknown", MapWords.unknownForm[language])] }
    return known.map { (theme.style(of: $0), MapSceneBuilder.className($0.rawValue), $0.label[language]) }
  }

  /// Legend entries for the forms of these alliances, each with its count; one with two forms counts under both.
  func formEntries(of alliances: some Sequence<Int>) -> [LegendRow.Entry] {
    var counts: [String: Int] = [:]
    var looks: [String: (rank: Int, style: MapTheme.TieStyle, label: String)] = [:]
    for alliance in alliances {
      for form in forms(of: alliance) {
        counts[form.code, default: 0] += 1
        let rank = form.code == "unknown" ? Int.max : PartnershipForm(rawValue: form.code).rank
        looks[form.code] = (rank, form.style, form.label)
      }
    }
    return looks.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.map { code, look in
      LegendRow.Entry(sample: .tie(look.style), text: "\(look.label) (\(counts[code] ?? 0))")
    }
  }

  func tooltip(ofActor index: Int) -> String {
    let actor = graph.actors[index]
    let place = actor.place.map { id in graph.placeIndices[id].map { graph.places[$0].name } ?? id }
    return [
      actor.name, actor.kind?.label[language], place, MapWords.alliances(memberships[index].count, in: language),
    ].compactMap(\.self).joined(separator: " · ")
  }

  func tooltip(ofAlliance index: Int) -> String {
    let alliance = graph.alliances[index]
    let names = parties[index].map { graph.actors[$0].name }.joined(separator: ", ")
    let date = alliance.start?.words(in: language)
    let forms = forms(of: index).map(\.label).joined(separator: ", ")
    let head = [alliance.title, date, forms].compactMap(\.self).joined(separator: " · ")
    return [head + "\u{A0}: " + names, alliance.story, alliance.result].compactMap(\.self).joined(separator: "\n")
  }

  /// The date inside PDF files: that of the map, never the clock's.
  var creationDate: Date {
    guard let date = options.date ?? graph.info.created else { return Date(timeIntervalSince1970: 0) }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (date.year, date.month ?? 1, date.day ?? 1)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
  }
}
