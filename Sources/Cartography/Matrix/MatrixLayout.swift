import AllianceModel

/// Places the cells of a matrix: as large as the sheet allows, never smaller than their words.
struct MatrixLayout {
  let plan: MatrixPlan
  let width: Double
  let height: Double

  private static let size = 9.0
  private static let headingHeight = 17.0
  private static let labelLimit = 230.0
  private static let cellRange = 46.0...130.0
  private static let rowRange = 16.0...52.0
  private static let totalWidth = 48.0
  private static let gap = 10.0

  private var table: MatrixTable { plan.table }
  private var totalWord: String { plan.subject.say("Total", "Total") }

  func figure() -> Figure {
    let size = MatrixLayout.size
    let labels = table.rows.map {
      TextWrapping.lines($0.label, within: MatrixLayout.labelLimit, size: size)
    }
    let labelWidth = labels.flatMap(\.self).map { TextMetrics.width($0, size: size) }.max() ?? 0
    let left = labelWidth + MatrixLayout.gap
    let room = width - left - MatrixLayout.gap - MatrixLayout.totalWidth
    // A word of a heading is never broken: the longest sets the least width.
    let longest =
      table.columns.flatMap { TextWrapping.pieces(of: $0) }
      .map { TextMetrics.width($0, size: size, face: .bold) + 8 }.max() ?? 0
    let least = max(MatrixLayout.cellRange.lowerBound, longest)
    let cell = min(
      max(room / Double(max(1, table.columns.count)), least), max(least, MatrixLayout.cellRange.upperBound))
    let headings = table.columns.map { TextWrapping.lines($0, within: cell - 6, size: size, face: .bold) }
    let headingHeight = Double(headings.map(\.count).max() ?? 1) * size * TextMetrics.lineHeight + 8
    let groups = Double(table.rows.count { $0.heading != nil }) * MatrixLayout.headingHeight
    let most = Double(labels.map(\.count).max() ?? 1)
    let minimum = max(MatrixLayout.rowRange.lowerBound, most * size * TextMetrics.lineHeight + 3)
    let count = Double(table.rows.count + 1)
    let free = (height - headingHeight - groups - MatrixLayout.gap) / count
    let rowHeight = min(max(free, minimum), max(minimum, MatrixLayout.rowRange.upperBound))
    var figure = Figure()
    figure.width = left + cell * Double(table.columns.count) + MatrixLayout.gap + MatrixLayout.totalWidth
    figure.height = headingHeight + groups + MatrixLayout.gap + rowHeight * count
    let grid = Grid(left: left, cell: cell, row: rowHeight)
    add(headings + [[totalWord]], grid: grid, height: headingHeight, to: &figure)
    var y = figure.height - headingHeight
    for (place, row) in table.rows.enumerated() {
      if let heading = row.heading {
        addGroup(heading, top: y, to: &figure)
        y -= MatrixLayout.headingHeight
      }
      add(row, number: place, labels[place], top: y, grid: grid, to: &figure)
      y -= rowHeight
    }
    addTotals(top: y - MatrixLayout.gap, grid: grid, to: &figure)
    return figure
  }

  private struct Grid {
    let left: Double
    let cell: Double
    let row: Double

    func box(column: Int, top: Double) -> Box {
      Box(left: left + Double(column) * cell, bottom: top - row, right: left + Double(column + 1) * cell, top: top)
    }
  }

  private func totalBox(_ grid: Grid, top: Double) -> Box {
    let left = grid.left + grid.cell * Double(table.columns.count) + MatrixLayout.gap
    return Box(left: left, bottom: top - grid.row, right: left + MatrixLayout.totalWidth, top: top)
  }

  private func add(_ headings: [[String]], grid: Grid, height: Double, to figure: inout Figure) {
    let top = figure.height
    for (column, lines) in headings.enumerated() {
      var box =
        column < table.columns.count ? grid.box(column: column, top: top) : totalBox(grid, top: top)
      let text = Figure.Text(lines, size: MatrixLayout.size, face: .bold)
      box = Box(
        left: box.left, bottom: top - height + 4, right: box.right, top: top - height + 4 + text.height)
      figure.add(
        Figure.Shape(
          id: "colonne_\(column + 1)", cssClass: "entete", box: box, text: text,
          tooltip: lines.joined(separator: " ")))
    }
  }

  private func addGroup(_ heading: String, top: Double, to figure: inout Figure) {
    let size = MatrixLayout.size
    figure.captions.append(
      Figure.Caption(
        text: heading, origin: Point(0, top - MatrixLayout.headingHeight + 4), size: size, face: .bold,
        color: plan.subject.theme.faintInk))
    figure.rules.append(
      Figure.Rule(
        points: [Point(0, top - 2), Point(figure.width, top - 2)], color: plan.subject.theme.hullBorder, width: 0.8))
  }

  private func add(
    _ row: MatrixTable.Row, number: Int, _ label: [String], top: Double, grid: Grid, to figure: inout Figure
  ) {
    let text = Figure.Text(label, size: MatrixLayout.size, isCentered: false)
    let middle = top - grid.row / 2
    figure.add(
      Figure.Shape(
        id: "ligne_\(number + 1)", cssClass: "entete",
        box: Box(
          left: 0, bottom: middle - text.height / 2, right: grid.left - MatrixLayout.gap, top: middle + text.height / 2),
        text: text, tooltip: row.label))
    for (column, alliances) in row.cells.enumerated() {
      let style = plan.style(forCount: alliances.count)
      let titles = alliances.map { plan.subject.graph.alliances[$0].title }.joined(separator: " ; ")
      let count = alliances.isEmpty ? "·" : "\(alliances.count)"
      figure.add(
        Figure.Shape(
          id: "case_\(number + 1)_\(column + 1)", cssClass: "case",
          box: grid.box(column: column, top: top).inset(by: -0.4),
          style: style, pen: 0.6,
          text: Figure.Text(
            [count], size: MatrixLayout.size + 1, face: alliances.isEmpty ? .regular : .bold,
            color: plan.ink(on: style.fill)),
          tooltip: "\(row.label) × \(table.columns[column])\u{A0}: \(alliances.count)"
            + (titles.isEmpty ? "" : " · \(titles)")))
    }
    addTotal(row.total, id: "total_\(number + 1)", box: totalBox(grid, top: top), to: &figure)
  }

  private func addTotals(top: Double, grid: Grid, to figure: inout Figure) {
    let text = Figure.Text([totalWord], size: MatrixLayout.size, face: .bold, isCentered: false)
    let middle = top - grid.row / 2
    figure.add(
      Figure.Shape(
        id: "total", cssClass: "entete",
        box: Box(left: 0, bottom: middle - 7, right: grid.left - MatrixLayout.gap, top: middle + 7), text: text,
        tooltip: totalWord))
    for (column, total) in table.columnTotals.enumerated() {
      addTotal(total, id: "total_colonne_\(column + 1)", box: grid.box(column: column, top: top), to: &figure)
    }
    addTotal(table.total, id: "total_tout", box: totalBox(grid, top: top), to: &figure)
    figure.rules.append(
      Figure.Rule(
        points: [Point(0, top + MatrixLayout.gap / 2), Point(figure.width, top + MatrixLayout.gap / 2)],
        color: plan.subject.theme.faintInk, width: 0.8))
  }

  private func addTotal(_ total: Int, id: String, box: Box, to figure: inout Figure) {
    figure.add(
      Figure.Shape(
        id: id, cssClass: "total", box: box.inset(by: -0.4),
        text: Figure.Text(["\(total)"], size: MatrixLayout.size + 1, face: .bold, color: plan.subject.theme.faintInk),
        tooltip: "\(totalWord)\u{A0}: \(total)"))
  }
}
