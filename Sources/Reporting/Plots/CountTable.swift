import Cartography

/// A table drawn as a picture: cells tinted by their count, the number in each, heads that wrap.
struct CountTable {
  struct Cell {
    let text: String
    /// A second, smaller line.
    var detail: String?
    let color: MapColor
  }

  struct Row {
    let label: String
    /// A number on its own colour before the label.
    var badge: (text: String, color: MapColor)?
    /// One for each column; nil for a cell that is not drawn.
    let cells: [Cell?]
    /// At the end of the row, without a colour.
    var total: String?
  }

  let title: String
  let columns: [String]
  let rows: [Row]
  let totalHead: String?
  let note: String
  let rowHeight: Double

  private static let labelWidth = 200.0

  func picture(alternative: String, in style: PlotStyle) -> Picture {
    var canvas = PlotCanvas(style)
    let theme = style.theme
    let inner = PlotCanvas.width - 16
    var y = 18 + canvas.paragraph(title, x: 8, y: 18, width: inner, size: 14, face: .bold)
    let heads = columns + [totalHead].compactMap(\.self)
    let left = 8 + Self.labelWidth + 8
    let width = (PlotCanvas.width - 8 - left) / Double(max(1, heads.count))
    let lines = heads.map { TextWrapping.lines($0, within: width - 6, size: 10).count }.max() ?? 1
    let headHeight = Double(lines) * 10 * TextMetrics.lineHeight
    for (place, head) in heads.enumerated() {
      canvas.paragraph(
        head, x: left + (Double(place) + 0.5) * width, y: y + 4, width: width - 6, size: 10, anchor: .middle,
        face: .bold)
    }
    y += headHeight + 2
    for row in rows {
      draw(row, on: &canvas, y: y, left: left, width: width, theme: theme)
      y += rowHeight
    }
    y += canvas.paragraph(note, x: 8, y: y + 18, width: inner, size: 10, color: theme.faintInk) + 6
    return canvas.picture(height: y + 14, title: title, alternative: alternative)
  }

  private func draw(
    _ row: Row, on canvas: inout PlotCanvas, y: Double, left: Double, width: Double, theme: MapTheme
  ) {
    let middle = y + rowHeight / 2
    var x = 8.0
    if let badge = row.badge {
      canvas.rectangle(x: x, y: middle - 9, width: 24, height: 18, fill: Fill(badge.color))
      canvas.text(
        badge.text, x: x + 12, y: middle + 4, size: 11, anchor: .middle, face: .bold, color: badge.color.readableInk)
      x += 30
    }
    let lines = TextWrapping.lines(row.label, within: left - 8 - x, size: 10)
    for (place, line) in lines.enumerated() {
      let offset = (Double(place) - Double(lines.count - 1) / 2) * 10 * TextMetrics.lineHeight
      canvas.text(line, x: x, y: middle + 3.5 + offset, size: 10)
    }
    for (place, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      let start = left + Double(place) * width
      canvas.rectangle(
        x: start, y: y, width: width, height: rowHeight, fill: Fill(cell.color), border: theme.faintInk.tint(0.4))
      let ink = cell.color.readableInk
      let base = middle + (cell.detail == nil ? 4 : -1)
      canvas.text(cell.text, x: start + width / 2, y: base, size: 11.5, anchor: .middle, face: .bold, color: ink)
      if let detail = cell.detail {
        canvas.text(detail, x: start + width / 2, y: middle + 12, size: 9, anchor: .middle, color: ink)
      }
    }
    if let total = row.total {
      canvas.text(total, x: left + (Double(row.cells.count) + 0.5) * width, y: middle + 4, size: 11, anchor: .middle)
    }
  }
}

extension MapColor {
  /// Black or white, whichever can be read better on this colour: at least 4.5 to 1 on any.
  var readableInk: MapColor {
    let (white, black) = (MapColor(0xFFFFFF), MapColor(0x000000))
    return contrast(with: white) >= contrast(with: black) ? white : black
  }
}
