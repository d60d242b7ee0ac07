import AllianceModel

/// What stands at a place: its name, its actors, and the alliances within it.
struct TerritoryCard {
  struct Row {
    enum Content: Equatable {
      /// An organisation or object of the graph.
      case actor(Int)
      /// An alliance of the graph.
      case alliance(Int)
      case heading
      /// The name of the place.
      case title
    }

    let content: Content
    let lines: [String]
    let size: Double
    let face: FontFace
    /// How far the text stands from the left border, and its top from the top border.
    let indent: Double
    let top: Double

    var height: Double { Double(lines.count) * size * TextMetrics.lineHeight }
    var width: Double { lines.map { TextMetrics.width($0, size: size, face: face) }.max() ?? 0 }
  }

  let rows: [Row]
  /// Of all type: 1 for the smallest that can be read.
  let scale: Double
  let width: Double
  let height: Double

  let padding: Double

  static let padding = 5.0
  static let markWidth = 9.0
  static let titleSize = 9.6
  static let actorSize = 8.4
  static let allianceSize = 7.8
  /// The widest text of a row, in points at scale 1.
  private static let measure = 168.0
  /// From this height on alliances stand beside the actors, not under them.
  private static let tallest = 150.0

  /// A row before it has its place.
  struct Entry {
    let content: Row.Content
    let text: String
    let face: FontFace
  }

  /// A name alone, without a border.
  init(name: String, size: Double) {
    let row = Row(content: .title, lines: [name], size: size, face: .regular, indent: 0, top: 0)
    (rows, scale, padding) = ([row], 1, 0)
    (width, height) = (row.width, row.height)
  }

  /// Actors alone, without a border.
  init(actors: [Entry], scale: Double) {
    (rows, _) = TerritoryCard.column(
      actors, size: TerritoryCard.actorSize * scale, indent: TerritoryCard.markWidth + 3,
      measure: TerritoryCard.measure * 0.7 * scale, from: 0)
    (self.scale, padding) = (scale, 0)
    height = rows.map { $0.top + $0.height }.max() ?? 0
    width = rows.map { $0.indent + $0.width }.max() ?? 0
  }

  init(title: String, actors: [Entry], heading: String, alliances: [Entry], scale: Double) {
    padding = TerritoryCard.padding
    let measure = TerritoryCard.measure * scale
    func column(_ entries: [Entry], size: Double, indent: Double, from top: Double) -> (rows: [Row], bottom: Double) {
      TerritoryCard.column(entries, size: size * scale, indent: indent, measure: measure, from: top)
    }
    let head = column(
      [Entry(content: .title, text: title, face: .bold)], size: TerritoryCard.titleSize, indent: 0,
      from: TerritoryCard.padding)
    let actorColumn = column(
      actors, size: TerritoryCard.actorSize, indent: TerritoryCard.markWidth + 3, from: head.bottom + 1)
    let headingEntry = Entry(content: .heading, text: heading, face: .italic)
    func allianceRows(_ top: Double) -> (rows: [Row], bottom: Double) {
      guard !alliances.isEmpty else { return ([], top) }
      let first = column([headingEntry], size: TerritoryCard.allianceSize, indent: 0, from: top)
      let rest = column(
        alliances, size: TerritoryCard.allianceSize, indent: TerritoryCard.markWidth + 13, from: first.bottom)
      return (first.rows + rest.rows, rest.bottom)
    }
    let under = allianceRows(actorColumn.bottom + 3)
    var rows = head.rows + actorColumn.rows
    if under.bottom > TerritoryCard.tallest * scale, !alliances.isEmpty {
      let beside = allianceRows(head.bottom + 1)
      let shift = (rows.map { $0.indent + $0.width }.max() ?? 0) + 12
      rows += beside.rows.map { $0.moved(right: shift) }
    } else {
      rows += under.rows
    }
    self.rows = rows
    self.scale = scale
    height = (rows.map { $0.top + $0.height }.max() ?? 0) + TerritoryCard.padding
    width = (rows.map { $0.indent + $0.width }.max() ?? 0) + 2 * TerritoryCard.padding
  }

  private static func column(
    _ entries: [Entry], size: Double, indent: Double, measure: Double, from top: Double
  ) -> (rows: [Row], bottom: Double) {
    var y = top
    var rows: [Row] = []
    for entry in entries {
      let lines = TextWrapping.lines(entry.text, within: measure, size: size, face: entry.face)
      let row = Row(content: entry.content, lines: lines, size: size, face: entry.face, indent: indent, top: y)
      rows.append(row)
      y += row.height + (lines.count > 1 ? 1.6 : 0.8)
    }
    return (rows, y)
  }
}

extension TerritoryCard.Row {
  fileprivate func moved(right shift: Double) -> TerritoryCard.Row {
    TerritoryCard.Row(content: content, lines: lines, size: size, face: face, indent: indent + shift, top: top)
  }
}
