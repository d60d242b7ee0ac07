import AllianceModel
import Cartography

/// Bars of whole numbers, side by side, each a stack of parts; with axes, totals, and a legend when there are parts.
struct BarChart {
  struct Part {
    let fill: Fill
    let count: Int
  }

  struct Bar {
    let label: String
    let parts: [Part]

    var total: Int { parts.reduce(0) { $0 + $1.count } }
  }

  let title: String
  /// What is counted, above the axis, and what the bars stand for, under it.
  let counted: String
  let axis: String
  let bars: [Bar]
  /// Empty for bars of one part.
  let legend: [(fill: Fill, label: String)]
  let note: String

  private static let plotHeight = 210.0
  private static let left = 44.0

  /// The finished picture.
  func picture(alternative: String, in style: PlotStyle) -> Picture {
    var canvas = PlotCanvas(style)
    let theme = style.theme
    let inner = PlotCanvas.width - 16
    var top = 18 + canvas.paragraph(title, x: 8, y: 18, width: inner, size: 14, face: .bold)
    canvas.text(counted, x: 8, y: top, size: 10.5, color: theme.faintInk)
    // Room for the total over the highest bar.
    top += 22
    let bottom = top + BarChart.plotHeight
    let ticks = PlotScale.ticks(upTo: bars.map(\.total).max() ?? 1)
    let unit = BarChart.plotHeight / Double(max(1, ticks.last ?? 1))
    for tick in ticks {
      let y = bottom - Double(tick) * unit
      canvas.line(
        [Point(BarChart.left, y), Point(PlotCanvas.width - 8, y)],
        color: tick == 0 ? theme.ink : theme.faintInk.tint(0.3),
        width: tick == 0 ? 1 : 0.6)
      canvas.text(
        tick.written(in: style.language), x: BarChart.left - 6, y: y + 3.5, size: 10, anchor: .end,
        color: theme.faintInk)
    }
    draw(on: &canvas, bottom: bottom, unit: unit, theme: theme)
    canvas.text(
      axis, x: (BarChart.left + PlotCanvas.width - 8) / 2, y: bottom + 32, size: 10.5, anchor: .middle,
      color: theme.faintInk)
    var y = bottom + 46
    if !legend.isEmpty { y += PlotLegend.draw(legend, on: &canvas, y: y, theme: theme) }
    y += canvas.paragraph(note, x: 8, y: y + 12, width: inner, size: 10, color: theme.faintInk)
    return canvas.picture(height: y + 14, title: title, alternative: alternative)
  }

  private func draw(on canvas: inout PlotCanvas, bottom: Double, unit: Double, theme: MapTheme) {
    let slot = (PlotCanvas.width - 8 - BarChart.left) / Double(max(1, bars.count))
    let width = min(46, slot * 0.72)
    let widest = bars.map { TextMetrics.width($0.label, size: 10) }.max() ?? 0
    // Every label that has room, from the first on.
    let step = max(1, Int(((widest + 6) / slot).rounded(.up)))
    for (place, bar) in bars.enumerated() {
      let middle = BarChart.left + (Double(place) + 0.5) * slot
      var top = bottom
      for part in bar.parts where part.count > 0 {
        let height = Double(part.count) * unit
        top -= height
        canvas.rectangle(
          x: middle - width / 2, y: top, width: width, height: height, fill: part.fill, border: theme.ink)
        number(part.count, of: bar, x: middle, y: top + height / 2, height: height, width: width, on: &canvas, theme)
      }
      if bar.total > 0 {
        canvas.text("\(bar.total)", x: middle, y: top - 4, size: 10.5, anchor: .middle, face: .bold)
      }
      if place % step == 0 {
        // The last label stays on the sheet.
        let last = PlotCanvas.width - 2 - TextMetrics.width(bar.label, size: 10) / 2
        canvas.text(bar.label, x: min(middle, last), y: bottom + 15, size: 10, anchor: .middle)
      }
    }
  }

  /// The number of a part, on a ground of its own, where it has room and the total does not say the same.
  private func number(
    _ count: Int, of bar: Bar, x: Double, y: Double, height: Double, width: Double, on canvas: inout PlotCanvas,
    _ theme: MapTheme
  ) {
    let text = "\(count)"
    let room = TextMetrics.width(text, size: 9.5) + 5
    guard count < bar.total, height >= 14, width >= room else { return }
    canvas.rectangle(x: x - room / 2, y: y - 6, width: room, height: 12, fill: Fill(theme.paper))
    canvas.text(text, x: x, y: y + 3.5, size: 9.5, anchor: .middle)
  }
}

/// Swatches with words, in as many rows as they need.
enum PlotLegend {
  /// - Returns: The height that it takes.
  static func draw(
    _ entries: [(fill: Fill, label: String)], on canvas: inout PlotCanvas, y: Double, theme: MapTheme
  ) -> Double {
    var (x, row) = (8.0, y)
    for entry in entries {
      let width = 24 + TextMetrics.width(entry.label, size: 10.5) + 18
      if x > 8, x + width > PlotCanvas.width { (x, row) = (8, row + 18) }
      canvas.rectangle(x: x, y: row, width: 18, height: 12, fill: entry.fill, border: theme.ink)
      canvas.text(entry.label, x: x + 24, y: row + 10, size: 10.5)
      x += width
    }
    return row + 18 - y
  }
}

/// Round numbers along an axis.
enum PlotScale {
  /// 0 and rising whole numbers with one step of 1, 2 or 5 times a power of ten; six at most, the last not below `limit`.
  static func ticks(upTo limit: Int) -> [Int] {
    let step = step(for: limit, count: 5)
    return Array(stride(from: 0, through: (max(1, limit) + step - 1) / step * step, by: step))
  }

  /// The smallest step of 1, 2 or 5 times a power of ten of which `count` reach `limit`.
  static func step(for limit: Int, count: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where factor * power * count >= limit { return factor * power }
      power *= 10
    }
  }
}
