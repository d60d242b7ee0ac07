import AllianceModel

/// Lists beside a map, flowing through columns.
struct SideList {
  struct Section {
    let title: String
    let entries: [TerritoryCard.Entry]
  }

  /// A row with its place: from the left of the list and down from its top.
  struct PlacedRow {
    let row: TerritoryCard.Row
    let x: Double
    let y: Double
  }

  let rows: [PlacedRow]
  /// The columns that are filled.
  let columnCount: Int
  /// The room taken in the tallest column.
  let height: Double
  /// How many entries found no room.
  let leftOut: Int

  let columnWidth: Double
  static let gutter = 14.0

  /// - Parameters:
  ///   - columns: The most columns.
  ///   - height: Of a column, in points.
  ///   - more: The words for entries that find no room.
  ///   - columnWidth: In points.
  init(_ sections: [Section], columns: Int, columnWidth: Double, height: Double, size: Double, more: (Int) -> String) {
    self.columnWidth = columnWidth
    var rows: [PlacedRow] = []
    var (column, y, tallest) = (0, 0.0, 0.0)
    var leftOut = 0
    let indent = TerritoryCard.markWidth + 3
    func row(_ entry: TerritoryCard.Entry, size: Double, indent: Double) -> TerritoryCard.Row {
      let measure = columnWidth - indent
      return TerritoryCard.Row(
        content: entry.content, lines: TextWrapping.lines(entry.text, within: measure, size: size, face: entry.face),
        size: size, face: entry.face, indent: indent, top: 0)
    }
    func put(_ row: TerritoryCard.Row, gap: Double, keep: Double = 0) -> Bool {
      // The last line of the last column is kept for what is left out.
      let reserve = column == columns - 1 ? size * 1.4 : 0
      if y + row.height + keep + reserve > height, y > 0 {
        guard column + 1 < columns else { return false }
        (column, y) = (column + 1, 0)
      }
      rows.append(PlacedRow(row: row, x: Double(column) * (columnWidth + SideList.gutter), y: y))
      y += row.height + gap
      tallest = max(tallest, y)
      return true
    }
    for section in sections where !section.entries.isEmpty {
      let title = TerritoryCard.Entry(
        content: .title, text: "\(section.title) (\(section.entries.count))", face: .bold)
      if leftOut > 0 || !put(row(title, size: size + 1.2, indent: 0), gap: 2, keep: size * 2.6) {
        leftOut += section.entries.count
        continue
      }
      for (index, entry) in section.entries.enumerated() {
        let isAlliance = if case .alliance = entry.content { true } else { false }
        guard put(row(entry, size: size, indent: isAlliance ? indent + 9 : indent), gap: 1.6) else {
          leftOut += section.entries.count - index
          break
        }
      }
      y += 9
    }
    if leftOut > 0 {
      let entry = TerritoryCard.Entry(content: .heading, text: more(leftOut), face: .italic)
      rows.append(
        PlacedRow(
          row: row(entry, size: size, indent: 0), x: Double(column) * (columnWidth + SideList.gutter), y: y))
    }
    (self.rows, self.leftOut) = (rows, leftOut)
    self.height = tallest
    columnCount = rows.isEmpty ? 0 : column + 1
  }

  var width: Double {
    columnCount == 0 ? 0 : Double(columnCount) * (columnWidth + SideList.gutter) - SideList.gutter
  }
}
