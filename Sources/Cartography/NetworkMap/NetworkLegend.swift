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
      LegendRow(
        heading: MapWords.objects[language], entries: LegendEntries.objects(of: graph, theme: theme, language: language)
      ),
      LegendRow(
        heading: MapWords.alliancesTitle[language], entries: LegendEntries.ties(graph.alliances, looks: builder.looks)),
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
    if !scene.index.isEmpty { entries.append(LegendRow.Entry(sample: nil, text: MapWords.numbers[language])) }
    let neighbours = builder.part.neighbours.count
    if neighbours > 0 {
      let text = "\(MapWords.neighbours[language]) (\(neighbours))"
      entries.append(LegendRow.Entry(sample: .node(theme.neighbour), text: text))
    }
    if scene.groups.contains(where: \.hasHull) {
      entries.append(LegendRow.Entry(sample: .hull, text: MapWords.hull[language]))
    }
    return entries
  }
}
