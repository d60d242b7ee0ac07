import AllianceModel

/// The legend of a map of groups: what a card, a mark and a line mean, each with how many there are.
struct GroupLegend {
  let builder: GroupSceneBuilder
  let scene: MapScene

  private var words: GroupWords { GroupWords(level: builder.level, language: builder.language) }
  private var language: Language { builder.language }

  func rows() -> [LegendRow] {
    let neighbours = builder.level.part.neighbours.count
    let objects = builder.level.part.members.actors.count { !$0.isOrganisation }
    var actors = builder.colors.entries.map {
      LegendRow.Entry(sample: .node($0.style), text: "\($0.label) (\($0.count))")
    }
    if objects > 0 {
      actors.append(
        LegendRow.Entry(sample: .node(builder.theme.objectMark), text: "\(MapWords.objects[language]) (\(objects))"))
    }
    actors.append(LegendRow.Entry(sample: nil, text: words.marks))
    var reading = [LegendRow.Entry(sample: .node(builder.theme.card), text: words.cards)]
    if neighbours > 0 {
      reading.append(LegendRow.Entry(sample: .node(builder.theme.neighbour), text: words.neighbours(neighbours)))
    }
    reading.append(LegendRow.Entry(sample: nil, text: words.inside))
    return [
      LegendRow(heading: MapWords.actors[language], entries: actors),
      LegendRow(heading: MapWords.alliancesTitle[language], entries: bundleEntries),
      LegendRow(heading: MapWords.reading[language], entries: reading),
    ].filter { !$0.entries.isEmpty }
  }

  /// One for each width that is drawn, the widest last.
  private var bundleEntries: [LegendRow.Entry] {
    let counts = scene.ties.compactMap { $0.label.flatMap { Int($0) } }
    let classes = Dictionary(grouping: counts) { builder.theme.bundle(of: $0).range.lowerBound }
    var entries = classes.sorted { $0.key < $1.key }.map { least, lines in
      let (style, range) = builder.theme.bundle(of: least)
      return LegendRow.Entry(sample: .tie(style), text: words.bundles(range, lines: lines.count))
    }
    let hidden = builder.hiddenBundles
    if hidden.count > 0 { entries.append(LegendRow.Entry(sample: nil, text: words.hidden(hidden))) }
    return entries
  }
}
