public import AllianceModel
import Cartography
public import TerritoryAnalysis

extension Plot {
  /// How many alliances begin each year, stacked by form; nil when no start is known to the year.
  ///
  /// More than ``mostBars`` years are joined to spans of 2, 5, 10… years.
  public init?(alliancesByYear years: AllianceYears, in graph: AllianceGraph, style: PlotStyle) {
    let language = style.language
    let dated = years.years.flatMap(\.started).count
    guard let first = years.years.first(where: { !$0.started.isEmpty }),
      let last = years.years.last(where: { !$0.started.isEmpty })
    else { return nil }
    let shares = years.shares
    let span = PlotScale.step(for: last.year - first.year + 1, count: Plot.mostBars)
    let spans = stride(from: first.year / span * span, through: last.year, by: span).map { start in
      YearSpan(first: start, length: span, years: years.years.filter { (start..<start + span).contains($0.year) })
    }
    title = style.say("Alliances qui commencent, par année et par forme", "Alliances that begin, by year and by form")
    let counts = shares.map { share in spans.reduce(0) { $0 + $1.started(share).count } }
    let fullest = spans.max { ($0.started.count, $1.first) < ($1.started.count, $0.first) } ?? spans[0]
    let known = style.say(
      "\(dated.written(in: language)) alliances sur \(years.allianceCount.written(in: language)) ont une année de début connue",
      "\(dated.written(in: language)) of \(years.allianceCount.written(in: language)) alliances have a known year of start"
    )
    let absent = [
      years.undated.isEmpty
        ? nil : style.say("\(years.undated.count) sans début connu", "\(years.undated.count) without a known start"),
      years.bounded.isEmpty
        ? nil
        : style.say("\(years.bounded.count) avant ou après une date", "\(years.bounded.count) before or after a date"),
      years.planned.isEmpty ? nil : style.say("\(years.planned.count) en projet", "\(years.planned.count) planned"),
    ].compactMap(\.self)
    note =
      known
      + (absent.isEmpty
        ? "."
        : style.say(" ; ne sont pas montrées : ", "; not shown: ") + absent.joined(separator: ", ") + ".")
    alternative =
      style.say(
        "Barres empilées, une par \(span == 1 ? "année" : "période de \(span) ans"), de \(first.year) à \(last.year). Le plus : "
          + "\(style.alliances(fullest.started.count)) en \(fullest.label).",
        "Stacked bars, one for each \(span == 1 ? "year" : "span of \(span) years"), from \(first.year) to \(last.year). Most: "
          + "\(style.alliances(fullest.started.count)) in \(fullest.label).") + " "
      + zip(shares, counts).map { "\($0.label[language])\(style.say(" : ", ": "))\($1)" }.joined(separator: ", ") + "."
    let chart = BarChart(
      title: title, counted: style.say("alliances qui commencent", "alliances that begin"),
      axis: style.say("année de début", "year of start"),
      bars: spans.map { span in
        BarChart.Bar(
          label: span.label,
          parts: shares.map { BarChart.Part(fill: $0.fill(in: style.theme), count: span.started($0).count) })
      },
      legend: zip(shares, counts).map {
        ($0.fill(in: style.theme), "\($0.label[language]) (\($1.written(in: language)))")
      },
      note: note)
    picture = chart.picture(alternative: alternative, in: style)
    table = Table(
      caption: title,
      columns: [Table.Column(style.say("Début", "Start"))]
        + shares.map { Table.Column($0.label[language], isNumber: true) }
        + [Table.Column(style.say("Total", "Total"), isNumber: true)],
      rows: spans.map { span in
        Table.Row(
          [span.label] + shares.map { span.started($0).count.written(in: language) }
            + [span.started.count.written(in: language)],
          rows: span.started.isEmpty ? [.table("alliances")] : graph.rows(alliances: span.started))
      })
  }

  /// What a sheet shows side by side with labels that can be read.
  static let mostBars = 32
}

/// One bar: a year, or several that stand together.
private struct YearSpan {
  let first: Int
  let length: Int
  let years: [AllianceYears.Year]

  /// `2019`, `2015–2019`.
  var label: String { length == 1 ? "\(first)" : "\(first)–\(first + length - 1)" }

  var started: [Int] { years.flatMap(\.started).sorted() }

  func started(_ share: AllianceYears.Share) -> [Int] { years.flatMap { $0.shares[share] ?? [] } }
}
