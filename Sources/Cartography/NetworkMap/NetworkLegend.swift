import AllianceModel

/// The legend of a network map: every look that is drawn, and none that is not, with how many have it.
struct NetworkLegend {
  let graph: AllianceGraph
  let options: MapOptions
  let language: Language
  let theme: MapTheme
  let colors: ColorScale
  let scene: MapScene
  let builder: MapSceneBuilder

  func rows() -> [LegendRow] {
    let rows = [
      LegendRow(heading: MapWords.actors[language], entries: actorEntries),
      LegendRow(heading: MapWords.objects[language], entries: objectEntries),
      LegendRow(heading: MapWords.alliancesTitle[language], entries: tieEntries),
      LegendRow(heading: MapWords.reading[language], entries: readingEntries),
    ]
    return rows.filter { !$0.entries.isEmpty }
  }

  private var actorEntries: [LegendRow.Entry] {
    var entries = colors.entries.map { LegendRow.Entry(sample: .node($0.style), text: "\($0.label) (\($0.count))") }
    let sizes = Set(scene.nodes.compactMap { $0.cssClass.hasPrefix("acteur") ? $0.text.size : nil })
    if sizes.count > 1, options.label != .none, let note = MapWords.sizeNote(options.sizeBy) {
      entries.append(LegendRow.Entry(sample: nil, text: note[language]))
    }
    return entries
  }

  private var objectEntries: [LegendRow.Entry] {
    let kinds = graph.actors.filter { !$0.isOrganisation }.compactMap(\.kind)
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($0.key.rank, $0.key.rawValue) < ($1.key.rank, $1.key.rawValue) }.map { kind, count in
      LegendRow.Entry(sample: .node(theme.style(ofObject: kind)), text: "\(kind.label[language]) (\(count))")
    }
  }

  /// An alliance of two forms counts under both.
  private var tieEntries: [LegendRow.Entry] {
    var order: [String] = []
    var looks: [String: MapSceneBuilder.Look] = [:]
    var counts: [String: Int] = [:]
    for alliance in graph.alliances {
      for look in builder.lineStyles(of: alliance) {
        if looks[look.cssClass] == nil { order.append(look.cssClass) }
        looks[look.cssClass] = look
        counts[look.cssClass, default: 0] += 1
      }
    }
    let ranks: [String: Int]
    switch options.ties {
    case .forms:
      ranks = Dictionary(uniqueKeysWithValues: order.map { ($0, PartnershipForm(rawValue: $0).rank) })
    case .relations:
      let families = RelationFamily.allCases.map(\.rawValue)
      ranks = Dictionary(uniqueKeysWithValues: order.map { ($0, families.firstIndex(of: $0) ?? families.count) })
    }
    return order.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }.compactMap { code in
      guard let look = looks[code], let count = counts[code] else { return nil }
      return LegendRow.Entry(sample: .tie(look.style), text: "\(look.label) (\(count))")
    }
  }

  private var readingEntries: [LegendRow.Entry] {
    var entries: [LegendRow.Entry] = []
    let hasPills = scene.nodes.contains { if case .alliance = $0.content { true } else { false } }
    if hasPills {
      let words = scene.drawsPairsAsTies ? MapWords.largePill : MapWords.pill
      entries.append(
        LegendRow.Entry(sample: .pill(MapWords.pillSample[language]), text: words[language]))
    }
    if let hub = scene.hub {
      let name = MapSceneBuilder.shortName(graph.actors[hub.actor].name)
      entries.append(LegendRow.Entry(sample: .hub, text: MapWords.hubMark(name, count: hub.markCount)[language]))
    }
    if scene.hasPairTies { entries.append(LegendRow.Entry(sample: nil, text: MapWords.pairTie[language])) }
    if scene.hasFoldedObjects { entries.append(LegendRow.Entry(sample: nil, text: MapWords.foldedObject[language])) }
    if scene.groups.contains(where: { $0.title != nil }) {
      entries.append(LegendRow.Entry(sample: .hull, text: MapWords.hull[language]))
    }
    return entries
  }
}
