import AllianceModel

/// The story of a territory: years from top to bottom, one row for each alliance, a lane for each actor that comes back.
///
/// A lane begins at the row of the actor's first alliance, to the left of the lanes that began before it: so its name
/// finds free room at its left, and the picture widens as the mesh of the territory does.
struct TimelinePlan: DiagramPlan {
  let subject: MapSubject
  let story: Story
  let rows: StoryRows

  let name = "recit"
  var titleEnd: String { subject.say(" : le récit", ": the story") + span }

  init(of subject: MapSubject) {
    self.subject = subject
    story = Story(of: subject)
    rows = StoryRows(story, of: subject)
  }

  private var span: String {
    story.years.map { $0.lowerBound == $0.upperBound ? ", \($0.lowerBound)" : ", \($0.lowerBound)–\($0.upperBound)" }
      ?? ""
  }

  var missing: String? {
    guard !subject.graph.alliances.isEmpty, !story.isDated else { return nil }
    return subject.say(
      "Aucune alliance n’a de date de début : remplissez la colonne « start » de la table des alliances (2021, 2021-11, "
        + "2021-11-23, <2021 pour « avant », >2021 pour « après »).",
      "No alliance has a start: fill in the column “start” of the table of alliances (2021, 2021-11, 2021-11-23, <2021 "
        + "for “before”, >2021 for “after”).")
  }

  var remarks: [String] {
    guard story.isCondensed else { return [] }
    let named = story.entries.count { $0.alliance != nil }
    return [
      subject.say(
        "\(named) alliances sur \(subject.graph.alliances.count) sont racontées, les mieux documentées de chaque année ; "
          + "les autres sont comptées par forme.",
        "\(named) of \(subject.graph.alliances.count) alliances are told, the best documented of each year; "
          + "the others are counted by form.")
    ]
  }

  var expectedActors: Set<Int> {
    Set(
      subject.graph.actors.indices.filter { index in
        !subject.memberships[index].isEmpty
          || (!subject.graph.actors[index].isOrganisation && subject.graph.actors[index].start != nil)
      })
  }

  var expectedAlliances: Set<Int> { Set(subject.graph.alliances.indices) }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    let most = min(3, max(1, story.blocks.count))
    var best: (height: Double, columns: [PlacedColumn])?
    for count in 1...most {
      if Task.isCancelled { throw CancellationError() }
      let columns = columns(count, width: width)
      let total = columns.map(\.layout.width).reduce(0, +) + Double(count - 1) * TimelinePlan.columnGap
      let tallest = columns.map(\.column.height).max() ?? 0
      if best == nil || (total <= width && tallest < best?.height ?? 0) { best = (tallest, columns) }
      if tallest <= height, total <= width { break }
    }
    return figure(of: best?.columns ?? [])
  }

  // MARK: Columns

  typealias PlacedColumn = (layout: TimelineLayout, column: TimelineLayout.Column, titleWidth: Double)

  private static let columnGap = 26.0

  /// The story in `count` columns, each holding whole years, the tallest as low as can be.
  private func columns(_ count: Int, width: Double) -> [PlacedColumn] {
    let share = (width - Double(count - 1) * TimelinePlan.columnGap) / Double(count)
    func column(_ blocks: Range<Int>) -> PlacedColumn {
      let layout = TimelineLayout(plan: self, blocks: blocks, width: share)
      let (column, titleWidth) = layout.column()
      return (layout, column, titleWidth)
    }
    let whole = column(story.blocks.indices)
    guard count > 1 else { return [whole] }
    var heights = whole.column.blocks.map { $0.top - $0.bottom }
    var columns: [PlacedColumn] = []
    // In a column of their own years may be higher or lower: they have other lanes.
    for _ in 0..<3 {
      columns = Partitioning.evenRanges(of: heights, count: count).map(column)
      heights = columns.flatMap { $0.column.blocks.map { $0.top - $0.bottom } }
    }
    return columns
  }

  private func figure(of columns: [PlacedColumn]) -> Figure {
    var figure = Figure()
    figure.height = columns.map(\.column.height).max() ?? 0
    for (layout, column, titleWidth) in columns {
      let part = layout.figure(column, titleWidth: titleWidth)
      let x = figure.width + (figure.width > 0 ? TimelinePlan.columnGap : 0)
      figure.add(part, at: Point(x, figure.height - part.height))
      figure.width = x + part.width
    }
    return figure
  }

  /// The name of a lane; in a later column, since when it runs.
  func laneName(of actor: Int, before first: Int) -> String {
    let name = MapSceneBuilder.shortName(subject.graph.actors[actor].name)
    guard first > 0, let start = story.lane(of: actor)?.entries.first, start < first,
      let year = story.entries[start].start?.year
    else { return name }
    return name + subject.say(", depuis \(year)", ", since \(year)")
  }

  // MARK: Looks

  func lane(ofActor index: Int) -> MapTheme.TieStyle {
    subject.graph.actors[index].family.map {
      MapTheme.TieStyle(.solid, color: subject.theme.style(of: $0).border, width: 2)
    }
      ?? MapTheme.TieStyle(.dashed, color: subject.objectMark.border, width: 1.2)
  }

}

extension TimelinePlan {
  var legend: [LegendRow] {
    guard missing == nil else { return [] }
    var actors = subject.markEntries(of: expectedActors)
    if !rows.leaders.isEmpty {
      actors.append(
        LegendRow.Entry(sample: nil, text: subject.say("en gras : les plus présents", "bold: most often present")))
    }
    return [
      LegendRow(heading: MapWords.actors[subject.language], entries: actors),
      LegendRow(heading: MapWords.alliancesTitle[subject.language], entries: allianceEntries),
      LegendRow(heading: MapWords.reading[subject.language], entries: readingEntries),
    ].filter { !$0.entries.isEmpty }
  }

  private var allianceEntries: [LegendRow.Entry] {
    var entries = subject.formEntries(of: story.entries.compactMap(\.alliance))
    if story.entries.contains(where: { TimelineLayout.hasBar($0) }) {
      entries.append(
        LegendRow.Entry(
          sample: .tie(subject.theme.periodTie),
          text: subject.say("durée, jusqu’à son année de fin", "duration, up to its last year")))
    }
    return entries
  }

  private var readingEntries: [LegendRow.Entry] {
    var entries: [LegendRow.Entry] = []
    if !story.lanes.isEmpty {
      let (all, lanes, least) = (expectedActors.count, story.lanes.count, story.laneMinimum)
      let whose = subject.say(
        "les \(lanes) présents dans au moins \(least) alliances", "the \(lanes) in at least \(least) alliances")
      entries.append(
        LegendRow.Entry(
          sample: nil,
          text: subject.say(
            "une ligne verticale suit un acteur d’alliance en alliance (\(whose), sur \(all)), en tirets un objet ou une "
              + "personne ; sa marque : il en est partie",
            "a vertical line follows an actor from alliance to alliance (\(whose), of \(all)), a dashed one an object or a "
              + "person; its mark: it is a party")))
    }
    entries.append(
      LegendRow.Entry(
        sample: nil,
        text: subject.say(
          "dates écrites comme elles sont connues : au jour, au mois, à l’année, avant, après",
          "dates written as far as they are known: day, month, year, before, after")))
    return entries
  }
}
