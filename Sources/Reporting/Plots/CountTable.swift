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
  /// The least height of a row; a label of several lines may need more.
  let rowHeight: Double

  private static let labelWidth = 178.0
  private static let totalWidth = 46.0
  private static let headSize = 9.0

  func picture(alternative: String, in style: PlotStyle) -> Picture {
    var canvas = PlotCanvas(style)
    let theme = style.theme
    let inner = PlotCanvas.width - 16
    var y = 18 + canvas.paragraph(title, x: 8, y: 18, width: inner, size: 14, face: .bold)
    let left = 8 + Self.labelWidth + 8
    let end = PlotCanvas.width - 8 - (totalHead == nil ? 0 : Self.totalWidth)
    let width = (end - left) / Double(max(1, columns.count))
    var headHeight = 0.0
    for (place, head) in columns.enumerated() {
      let height = canvas.paragraph(
        head, x: left + (Double(place) + 0.5) * width, y: y + 4, width: width - 5, size: Self.headSize, anchor: .middle,
        face: .bold)
      headHeight = max(headHeight, height)
    }
    if let totalHead {
      canvas.text(totalHead, x: end + Self.totalWidth / 2, y: y + 4, size: Self.headSize, anchor: .middle, face: .bold)
    }
    y += headHeight + 2
    for row in rows {
      let lines = TextWrapping.lines(
        row.label, within: row.badge == nil ? Self.labelWidth : Self.labelWidth - 30, size: 10)
      let height = max(rowHeight, Double(lines.count) * 10 * TextMetrics.lineHeight + 5)
      draw(row, lines, on: &canvas, y: y, height: height, left: left, width: width, theme: theme)
      y += height
    }
    y += canvas.paragraph(note, x: 8, y: y + 18, width: inner, size: 10, color: theme.faintInk) + 6
    return canvas.picture(height: y + 14, title: title, alternative: alternative)
  }

  private func draw(
    _ row: Row, _ lines: [String], on canvas: inout PlotCanvas, y: Double, height: Double, left: Double, width: Double,
    theme: MapTheme
  ) {
    let middle = y + height / 2
    var x = 8.0
    if let badge = row.badge {
      canvas.rectangle(x: x, y: middle - 9, width: 24, height: 18, fill: Fill(badge.color))
      canvas.text(
        badge.text, x: x + 12, y: middle + 4, size: 11, anchor: .middle, face: .bold, color: badge.color.readableInk)
      x += 30
    }
    for (place, line) in lines.enumerated() {
      let offset = (Double(place) - Double(lines.count - 1) / 2) * 10 * TextMetrics.lineHeight
      canvas.text(line, x: x, y: middle + 3.5 + offset, size: 10)
    }
    for (place, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      let start = left + Double(place) * width
      canvas.rectangle(
        x: start, y: y, width: width, height: height, fill: Fill(cell.color), border: theme.faintInk.tint(0.4))
      let ink = cell.color.readableInk
      let base = middle + (cell.detail == nil ? 4 : -1)
      canvas.text(cell.text, x: start + width / 2, y: base, size: 11.5, anchor: .middle, face: .bold, color: ink)
      if let detail = cell.detail {
        canvas.text(detail, x: start + width / 2, y: middle + 12, size: 9, anchor: .middle, color: ink)
      }
    }
    if let total = row.total {
      let x = left + Double(row.cells.count) * width + Self.totalWidth / 2
      canvas.text(total, x: x, y: middle + 4, size: 11, anchor: .middle)
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
