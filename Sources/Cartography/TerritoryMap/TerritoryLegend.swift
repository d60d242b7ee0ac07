import AllianceModel

/// The legend of a territory map: every look that is drawn, and none that is not.
struct TerritoryLegend {
  let graph: AllianceGraph
  let places: TerritoryPlaces
  let scene: TerritoryScene
  let colors: ColorScale
  let looks: AllianceLooks
  let theme: MapTheme
  let words: TerritoryWords
  /// What lies under the map; nil for nothing.
  let ground: TerritoryGround?
  /// Whether some alliances that are drawn have parties whose place is not known.
  let hasUnlocatedParties: Bool

  private var language: Language { words.language }

  func rows() -> [LegendRow] {
    [
      LegendRow(heading: MapWords.actors[language], entries: actorEntries),
      LegendRow(heading: MapWords.objects[language], entries: objectEntries),
      LegendRow(heading: MapWords.alliancesTitle[language], entries: tieEntries),
      LegendRow(heading: MapWords.reading[language], entries: readingEntries),
    ].filter { !$0.entries.isEmpty }
  }

  private var tieEntries: [LegendRow.Entry] {
    scene.bundles?.entries(
      between: LocalizedText(french: "entre deux lieux", english: "between two places"), theme: theme,
      language: language) ?? LegendEntries.ties(drawnAlliances, looks: looks)
  }

  /// Whether actors without a place stand in a list, with their marks, beside a map that counts.
  private var listsActors: Bool { !places.unlocated.isEmpty && places.unlocated.count <= TerritoryMap.longestList }

  private var actorEntries: [LegendRow.Entry] {
    guard !scene.isCounted || listsActors else { return [] }
    let shown = scene.isCounted ? places.unlocated : Array(graph.actors.indices)
    let styles = Set(shown.filter { graph.actors[$0].isOrganisation }.map { colors.style(ofActor: $0) })
    return colors.entries.filter { styles.contains($0.style) }
      .map { LegendRow.Entry(sample: .node($0.style), text: "\($0.label) (\($0.count))") }
  }

  private var objectEntries: [LegendRow.Entry] {
    guard scene.isCounted else { return LegendEntries.objects(of: graph, theme: theme, language: language) }
    guard listsActors else { return [] }
    let kinds = Set(places.unlocated.map { graph.actors[$0] }.filter { !$0.isOrganisation }.compactMap(\.kind))
    let styles = Set(kinds.map { theme.style(ofObject: $0) })
    return LegendEntries.objects(of: graph, theme: theme, language: language).filter { entry in
      if case .node(let style) = entry.sample { styles.contains(style) } else { false }
    }
  }

  /// On a map of names each alliance has a line or a row; on one of counts those that join circles have a line, and those
  /// without a place a row when they are few.
  private var drawnAlliances: [AllianceGraph.Alliance] {
    guard scene.isCounted else { return graph.alliances }
    let listed = places.withoutPlace.count <= TerritoryMap.longestList ? places.withoutPlace : []
    return Set(scene.lines.flatMap(\.alliances) + listed).sorted().map { graph.alliances[$0] }
  }

  private var readingEntries: [LegendRow.Entry] {
    var entries: [LegendRow.Entry] = []
    if scene.hasInner { entries.append(LegendRow.Entry(sample: nil, text: words.cardReading)) }
    if !scene.pills.isEmpty {
      entries.append(LegendRow.Entry(sample: .pill(words.pillSample), text: words.pillReading))
    }
    if scene.isCounted {
      let circle = MapTheme.NodeStyle(.ellipse, fill: theme.count, border: theme.countBorder)
      entries.append(LegendRow.Entry(sample: .node(circle), text: words.circleReading))
      if !scene.lines.isEmpty {
        entries.append(
          LegendRow.Entry(sample: nil, text: scene.bundles == nil ? words.chainReading : words.bundleReading))
      }
      let inside = places.links.count - scene.joiningCount
      if inside > 0 { entries.append(LegendRow.Entry(sample: nil, text: words.insideCircles(inside))) }
    } else if !scene.lines.isEmpty {
      let badge = MapTheme.NodeStyle(.ellipse, fill: theme.paper, border: theme.faintInk)
      entries.append(LegendRow.Entry(sample: .node(badge), text: words.countReading))
    }
    if scene.pins.contains(where: { $0.distance != nil }) {
      entries.append(LegendRow.Entry(sample: nil, text: words.farReading))
    }
    if !scene.isCounted, hasUnlocatedParties {
      entries.append(LegendRow.Entry(sample: nil, text: words.unlocatedPartiesReading))
    }
    if let ground {
      let area = MapTheme.NodeStyle(.box, fill: theme.hull, border: theme.hullBorder)
      entries.append(LegendRow.Entry(sample: .node(area), text: words.reading(of: ground)))
    }
    return entries
  }
}
