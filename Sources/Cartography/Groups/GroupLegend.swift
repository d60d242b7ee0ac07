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
    let showsActors = builder.level.showsActors
    if !showsActors { actors.append(LegendRow.Entry(sample: nil, text: words.marks)) }
    var reading = [LegendRow.Entry(sample: showsActors ? nil : .node(builder.theme.card), text: words.cards)]
    if neighbours > 0 {
      reading.append(LegendRow.Entry(sample: .node(builder.theme.neighbour), text: words.neighbours(neighbours)))
    }
    if !showsActors { reading.append(LegendRow.Entry(sample: nil, text: words.inside)) }
    return [
      LegendRow(heading: MapWords.actors[language], entries: actors),
      LegendRow(
        heading: MapWords.alliancesTitle[language],
        entries: builder.bundles.entries(
          between: showsActors
            ? LocalizedText(french: "entre deux acteurs", english: "between two actors")
            : LocalizedText(french: "entre deux groupes", english: "between two groups"), theme: builder.theme,
          language: language)),
      LegendRow(heading: MapWords.reading[language], entries: reading),
    ].filter { !$0.entries.isEmpty }
  }
}
