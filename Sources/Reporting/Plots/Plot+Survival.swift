public import AllianceModel
import Cartography
public import TerritoryAnalysis

extension Plot {
  /// How long alliances last, with the number at risk under the curve; nil when no alliance is known to have ended.
  public init?(survival: AllianceSurvival, in graph: AllianceGraph, style: PlotStyle) {
    guard survival.curve.endedCount > 0 else { return nil }
    let language = style.language
    let hasOpenEnds = !survival.openEnds.isEmpty
    title = style.say("Combien d’années durent les alliances", "How many years alliances last")
    let ended = survival.curve.endedCount
    let outside = survival.leftOut.values.reduce(0) { $0 + $1.count }
    let reference = survival.referenceYear.map(String.init) ?? ""
    var parts = [
      style.say(
        "Estimation de Kaplan-Meier, en années civiles depuis celle du début : \(style.alliances(survival.curve.count)) sur "
          + "\(survival.allianceCount.written(in: language)), dont \(ended.written(in: language)) terminées ; "
          + "\(outside.written(in: language)) sans dates suffisantes",
        "Kaplan–Meier estimate, in calendar years from that of the start: \(survival.curve.count.written(in: language)) of "
          + "\(style.alliances(survival.allianceCount)), \(ended.written(in: language)) of them ended; "
          + "\(outside.written(in: language)) without sufficient dates")
    ]
    if hasOpenEnds {
      parts.append(
        style.say(
          "\(style.alliances(survival.openEnds.count)) sans fin notée : la courbe pleine les tient pour en cours en \(reference), "
            + "celle en tirets les laisse de côté ; la réalité est entre les deux",
          "\(style.alliances(survival.openEnds.count)) without a written end: the full curve takes them as going on in "
            + "\(reference), the dashed one leaves them out; the truth lies between"))
    }
    note = parts.joined(separator: ". ") + "."
    alternative =
      style.say(
        "Courbe en escalier de la part des alliances qui durent. ", "Step curve of the share of alliances that last. ")
      + Plot.median(of: survival.curve, style) + " " + note
    picture = SurvivalDrawing(survival: survival, title: title, note: note, style: style).picture(
      alternative: alternative)
    table = Plot.table(of: survival, in: graph, title: title, style: style)
  }

  private static func median(of curve: SurvivalCurve, _ style: PlotStyle) -> String {
    guard let median = curve.median else {
      return style.say(
        "Plus de la moitié durent au-delà des dates connues.", "More than half last beyond the known dates.")
    }
    return style.say(
      "La moitié ne dépassent pas \(median) \(median < 2 ? "an" : "ans").",
      "Half of them last no longer than \(median) \(median == 1 ? "year" : "years").")
  }

  private static func table(
    of survival: AllianceSurvival, in graph: AllianceGraph, title: String, style: PlotStyle
  ) -> Table {
    let language = style.language
    return Table(
      caption: title,
      columns: [
        Table.Column(style.say("Années", "Years")), Table.Column(style.say("Suivies", "At risk"), isNumber: true),
        Table.Column(style.say("Terminées", "Ended"), isNumber: true),
        Table.Column(style.say("Perdues de vue", "Last seen"), isNumber: true),
        Table.Column(style.say("Durent plus longtemps", "Last longer"), isNumber: true),
        Table.Column(style.say("Intervalle à 95 %", "95% interval"), isNumber: true),
        Table.Column(style.say("Sans les fins ouvertes", "Without open ends"), isNumber: true),
      ],
      rows: survival.curve.steps.map { step in
        Table.Row(
          [
            "\(step.time)", step.atRisk.written(in: language), step.ended.count.written(in: language),
            step.censored.count.written(in: language), step.survival.percent(in: language),
            step.interval.map { "\($0.lowerBound.percent(in: language)) – \($0.upperBound.percent(in: language))" }
              ?? "",
            survival.lowest.survival(after: step.time)?.percent(in: language) ?? "",
          ], rows: graph.rows(alliances: step.ended + step.censored))
      })
  }
}

/// The curves, their axes and the numbers under them.
private struct SurvivalDrawing {
  let survival: AllianceSurvival
  let title: String
  let note: String
  let style: PlotStyle

  private static let left = 120.0
  private static let plotHeight = 200.0

  func picture(alternative: String) -> Picture {
    var canvas = PlotCanvas(style)
    let theme = style.theme
    let inner = PlotCanvas.width - 16
    var top = 18 + canvas.paragraph(title, x: 8, y: 18, width: inner, size: 14, face: .bold)
    canvas.text(
      style.say("part des alliances qui durent plus longtemps", "share of alliances that last longer"), x: 8, y: top,
      size: 10.5, color: theme.faintInk)
    top += 18
    let bottom = top + Self.plotHeight
    let limit = (survival.curve.steps.last?.time ?? 0) + 1
    let step = PlotScale.step(for: limit, count: 12)
    let scale = (PlotCanvas.width - 16 - Self.left) / Double(limit)
    func point(_ time: Int, _ share: Double) -> Point {
      Point(Self.left + Double(time) * scale, bottom - share * Self.plotHeight)
    }
    for quarter in 0...4 {
      let share = Double(quarter) / 4
      canvas.line([point(0, share), point(limit, share)], color: theme.faintInk.tint(0.3), width: 0.6)
      canvas.text(
        share.percent(in: style.language), x: Self.left - 6, y: point(0, share).y + 3.5, size: 10, anchor: .end,
        color: theme.faintInk)
    }
    canvas.area(band(of: survival.curve, limit: limit, point), fill: Fill(theme.heat.tint(0.16)))
    canvas.line(stairs(of: survival.curve, limit: limit, point), color: theme.heat, width: 2)
    if !survival.openEnds.isEmpty {
      canvas.line(stairs(of: survival.lowest, limit: limit, point), color: theme.ink, width: 1.4, dashes: "5 3")
    }
    canvas.line([point(0, 0), point(limit, 0)], color: theme.ink)
    canvas.line([point(0, 0), point(0, 1)], color: theme.ink)
    var y = bottom + 15
    let ticks = Array(stride(from: 0, through: limit, by: step))
    for tick in ticks { canvas.text("\(tick)", x: point(tick, 0).x, y: y, size: 10, anchor: .middle) }
    y += 16
    canvas.text(
      style.say("années civiles depuis le début", "calendar years since the start"),
      x: (Self.left + PlotCanvas.width) / 2, y: y, size: 10.5, anchor: .middle, color: theme.faintInk)
    y += 18
    for (label, curve) in atRisk {
      canvas.text(label, x: 8, y: y, size: 10, color: theme.faintInk)
      for tick in ticks {
        canvas.text("\(curve.atRisk(at: tick))", x: point(tick, 0).x, y: y, size: 10, anchor: .middle)
      }
      y += 14
    }
    y = legend(on: &canvas, y: y + 4)
    y += canvas.paragraph(note, x: 8, y: y + 12, width: inner, size: 10, color: theme.faintInk)
    return canvas.picture(height: y + 14, title: title, alternative: alternative)
  }

  /// The rows of numbers at risk: one for each curve.
  private var atRisk: [(String, SurvivalCurve)] {
    let all = (style.say("suivies", "at risk"), survival.curve)
    return survival.openEnds.isEmpty
      ? [all] : [all, (style.say("sans fins ouvertes", "without open ends"), survival.lowest)]
  }

  private func legend(on canvas: inout PlotCanvas, y: Double) -> Double {
    let theme = style.theme
    var y = y
    func row(_ label: String, _ draw: (inout PlotCanvas, Double) -> Void) {
      draw(&canvas, y)
      canvas.text(label, x: 46, y: y + 3.5, size: 10.5)
      y += 16
    }
    let open = survival.referenceYear.map {
      style.say(" (fins ouvertes : en cours en \($0))", " (open ends: going on in \($0))")
    }
    row(
      style.say("toutes les alliances datées", "all dated alliances") + (survival.openEnds.isEmpty ? "" : open ?? "")
    ) { canvas, y in canvas.line([Point(8, y), Point(38, y)], color: theme.heat, width: 2) }
    if !survival.openEnds.isEmpty {
      row(style.say("sans les fins ouvertes", "without open ends")) { canvas, y in
        canvas.line([Point(8, y), Point(38, y)], color: theme.ink, width: 1.4, dashes: "5 3")
      }
    }
    row(style.say("intervalle de confiance à 95 %", "95% confidence interval")) { canvas, y in
      canvas.rectangle(x: 8, y: y - 5, width: 30, height: 10, fill: Fill(theme.heat.tint(0.16)))
    }
    return y
  }

  /// Level until each step, then down; up to the end while some go on.
  private func stairs(of curve: SurvivalCurve, limit: Int, _ point: (Int, Double) -> Point) -> [Point] {
    var points = [point(0, 1)]
    var share = 1.0
    for step in curve.steps where step.survival < share {
      points += [point(step.time, share), point(step.time, step.survival)]
      share = step.survival
    }
    let last = curve.steps.last?.time ?? 0
    if share > 0 { points.append(point(min(limit, last + 1), share)) }
    return points
  }

  /// The interval around the curve, where it has one.
  private func band(of curve: SurvivalCurve, limit: Int, _ point: (Int, Double) -> Point) -> [Point] {
    let known = curve.steps.compactMap { step in step.interval.map { (time: step.time, interval: $0) } }
    var (upper, lower): ([Point], [Point]) = ([], [])
    for (place, step) in known.enumerated() {
      let end = place + 1 < known.count ? known[place + 1].time : min(limit, (curve.steps.last?.time ?? 0) + 1)
      upper += [point(step.time, step.interval.upperBound), point(end, step.interval.upperBound)]
      lower += [point(step.time, step.interval.lowerBound), point(end, step.interval.lowerBound)]
    }
    return upper + lower.reversed()
  }
}
