import AllianceModel

/// Places the rows, lanes and bars of a part of a timeline in a column of a given width.
struct TimelineLayout {
  /// A row with its place: `y` is the middle of its first line.
  struct Placed {
    let row: StoryRow
    var y: Double
    var bottom: Double
  }

  /// The rows of a column from the top down, y from 0 and negative.
  struct Column {
    let rows: [Placed]
    /// The upper and lower side of each block.
    let blocks: [(top: Double, bottom: Double)]
    var height: Double { -(blocks.last?.bottom ?? 0) }
  }

  let plan: TimelinePlan
  /// The blocks that stand in this column, and their entries.
  let blocks: Range<Int>
  let entries: Range<Int>
  /// The lanes that have an entry here, by the first of these entries.
  let lanes: [Story.Lane]

  // From the left: years, names of lanes, lanes, bars, dates, titles, parties.
  static let laneGap = 10.5
  static let barGap = 7.0
  static let labelSize = 8.4
  static let labelPitch = 10.4
  private static let labelLimit = 120.0
  private static let rowGap = 3.2
  private static let blockPad = 3.2
  private static let textMinimum = 250.0

  private let yearWidth: Double
  /// The names of the lanes, in lines.
  let labels: [[String]]
  let laneX: [Double]
  /// For each entry with a bar the column of the bar.
  let bars: [Int: Int]
  let barColumns: Int
  let barLeft: Double
  let dateLeft: Double
  let titleLeft: Double
  let textWidth: Double

  var story: Story { plan.story }
  var subject: MapSubject { plan.subject }
  var width: Double { titleLeft + textWidth + 6 }

  init(plan: TimelinePlan, blocks: Range<Int>, width: Double) {
    let story = plan.story
    let entries =
      story.blocks[blocks.lowerBound].entries.lowerBound..<story.blocks[blocks.upperBound - 1].entries.upperBound
    (self.plan, self.blocks, self.entries) = (plan, blocks, entries)
    let lanes = story.lanes(in: entries)
    self.lanes = lanes
    yearWidth =
      8
      + (story.blocks[blocks].map { block in
        plan.rows.dates.heading(of: block).map {
          TextMetrics.width($0, size: TimelineLayout.headingSize(of: block), face: .bold)
        }.max() ?? 0
      }.max() ?? 0)
    labels = lanes.map { lane in
      TextWrapping.lines(
        plan.laneName(of: lane.actor, before: entries.lowerBound), within: TimelineLayout.labelLimit,
        size: TimelineLayout.labelSize, face: plan.rows.face(ofActor: lane.actor))
    }
    // The last lane stands furthest to the left; each name must find its room between the years and its lane.
    var base = yearWidth + 10
    for (place, lane) in lanes.enumerated() {
      let face = plan.rows.face(ofActor: lane.actor)
      let label = labels[place].map { TextMetrics.width($0, size: TimelineLayout.labelSize, face: face) }.max() ?? 0
      base = max(base, yearWidth + 18 + label - Double(lanes.count - 1 - place) * TimelineLayout.laneGap)
    }
    laneX = lanes.indices.map { base + Double(lanes.count - 1 - $0) * TimelineLayout.laneGap }
    (bars, barColumns) = TimelineLayout.bars(of: story, in: entries)
    barLeft = base + Double(max(0, lanes.count - 1)) * TimelineLayout.laneGap + 9
    dateLeft = barLeft + Double(barColumns) * TimelineLayout.barGap + 12
    let dateWidth =
      story.entries[entries].map {
        TextMetrics.width(plan.rows.dates.label(of: $0), size: StoryRow.textSize)
      }.max() ?? 0
    titleLeft = dateLeft + dateWidth + 9
    textWidth = max(TimelineLayout.textMinimum, width - titleLeft - 6)
  }

  static func headingSize(of block: Story.Block) -> Double {
    if case .year = block.time { 17 } else { 10.5 }
  }

  // MARK: Bars

  /// Whether an entry is known to have lasted beyond the year of its start.
  static func hasBar(_ entry: Story.Entry) -> Bool {
    guard let start = entry.start, let end = entry.end else { return false }
    return start.bound == .exact && end.bound == .exact && end.year > start.year
  }

  /// For each entry with a bar a column, such that no two of a column last at one time.
  private static func bars(of story: Story, in entries: Range<Int>) -> (columns: [Int: Int], count: Int) {
    var columns: [Int: Int] = [:]
    var ends: [Int] = []
    for place in entries where hasBar(story.entries[place]) {
      let column = ends.firstIndex { $0 < place } ?? ends.count
      if column == ends.count { ends.append(0) }
      let end = story.entries[place].end?.year ?? 0
      ends[column] = story.entries.lastIndex { ($0.start?.year ?? .max) <= end } ?? place
      columns[place] = column
    }
    return (columns, ends.count)
  }

  // MARK: Rows

  /// The lanes that begin at each entry.
  private var newLanes: [Int: [Int]] {
    Dictionary(grouping: lanes.indices) { lanes[$0].entries[0] }
  }

  /// The height above the middle of the first line that the names of new lanes need: the lowest name stands beside the
  /// row itself.
  private func rise(of lanes: [Int]) -> Double {
    guard let last = lanes.last else { return 0 }
    let lines = lanes.map { labels[$0].count }.reduce(0, +)
    return (Double(lines) - Double(labels[last].count) / 2) * TimelineLayout.labelPitch + Double(lanes.count - 1) * 1.5
  }

  /// The rows under each other; of three ways to divide the text between titles and parties the lowest.
  func column() -> (column: Column, titleWidth: Double) {
    let candidates = [0.3, 0.37, 0.44].map { share in
      let titleWidth = (textWidth - 12) * share
      let rows = plan.rows.rows(of: entries, titleWidth: titleWidth, partyWidth: textWidth - 12 - titleWidth)
      return (placed(rows), titleWidth)
    }
    return candidates.min { $0.0.height < $1.0.height } ?? candidates[0]
  }

  private func placed(_ rows: [StoryRow]) -> Column {
    var result: [Placed] = []
    var sides: [(top: Double, bottom: Double)] = []
    let newLanes = newLanes
    var y = 0.0
    for block in story.blocks[blocks] {
      let top = y
      y -= TimelineLayout.blockPad
      for place in block.entries {
        let row = rows[place - entries.lowerBound]
        let names = newLanes[place] ?? []
        let above = max(StoryRow.lineHeight / 2, rise(of: names))
        let under = Double(names.last.map { labels[$0].count } ?? 1) * TimelineLayout.labelPitch / 2
        let middle = y - above
        let bottom = min(middle - (Double(row.lineCount) - 0.5) * StoryRow.lineHeight, middle - under)
        result.append(Placed(row: row, y: middle, bottom: bottom))
        y = bottom - TimelineLayout.rowGap
      }
      let heading = plan.rows.dates.heading(of: block)
      let least = Double(heading.count) * TimelineLayout.headingSize(of: block) * 1.15 + 6
      y = min(y + TimelineLayout.rowGap - TimelineLayout.blockPad, top - least)
      sides.append((top, y))
    }
    return Column(rows: result, blocks: sides)
  }

  /// Everything in its place. The rows start at the upper side, on whatever height the sheet gives.
  func figure(_ column: Column, titleWidth: Double) -> Figure {
    var figure = Figure()
    (figure.width, figure.height) = (width, column.height)
    // From here on y goes up from the bottom.
    let rows = column.rows.map { Placed(row: $0.row, y: $0.y + figure.height, bottom: $0.bottom + figure.height) }
    let sides = column.blocks.map { (top: $0.top + figure.height, bottom: $0.bottom + figure.height) }
    for (place, block) in zip(blocks, story.blocks[blocks]) {
      let side = sides[place - blocks.lowerBound]
      draw(block, isShaded: place % 2 == 0, top: side.top, bottom: side.bottom, into: &figure)
    }
    for place in lanes.indices { drawLane(place, rows: rows, into: &figure) }
    for place in entries { drawBar(place, rows: rows, blockEnds: sides.map(\.bottom), into: &figure) }
    for place in entries {
      drawRow(place, rows[place - entries.lowerBound], titleWidth: titleWidth, into: &figure)
    }
    return figure
  }

  private func draw(_ block: Story.Block, isShaded: Bool, top: Double, bottom: Double, into figure: inout Figure) {
    if isShaded {
      figure.areas.append(
        Figure.Area(Box(left: 0, bottom: bottom, right: figure.width, top: top), fill: subject.theme.hull))
    }
    figure.rules.append(
      Figure.Rule(points: [Point(0, top), Point(figure.width, top)], color: subject.theme.hullBorder, width: 0.8))
    let size = TimelineLayout.headingSize(of: block)
    var y = top - 3 - size * 0.8
    for line in plan.rows.dates.heading(of: block) {
      figure.captions.append(Figure.Caption(text: line, origin: Point(5, y), size: size, face: .bold))
      y -= size * 1.15
    }
  }
}
