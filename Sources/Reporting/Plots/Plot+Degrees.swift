public import AllianceModel
import Cartography
public import TerritoryAnalysis

extension Plot {
  /// How many organisations work with none, one, two… others; nil without organisations.
  ///
  /// Organisations without a partner stand apart, under 0; more than ``mostBars`` other numbers are joined to spans.
  public init?(degrees: DegreeDistribution, in graph: AllianceGraph, style: PlotStyle) {
    guard let maximum = degrees.maximum, let mean = degrees.mean, let median = degrees.median else { return nil }
    let language = style.language
    let span = PlotScale.step(for: max(1, maximum), count: Plot.mostBars - 1)
    let groups = [0...0] + stride(from: 1, through: maximum, by: span).map { $0...($0 + span - 1) }
    let bars = groups.map { group in
      (
        label: group.count == 1 ? "\(group.lowerBound)" : "\(group.lowerBound)–\(group.upperBound)",
        organisations: degrees.bars.filter { group.contains($0.degree) }.flatMap(\.organisations).sorted()
      )
    }
    let alone = bars[0].organisations.count
    title = style.say("Avec combien d’organisations chacune travaille", "With how many organisations each one works")
    note = style.say(
      "\(style.organisations(degrees.organisationCount)) ; en moyenne \(mean.written(decimals: 1, in: language)) "
        + "partenaires, médiane \(median.written(decimals: 1, in: language)), au plus \(maximum.written(in: language)) ; "
        + "\(alone.written(in: language)) sans partenaire connu. Personnes et objets ne comptent pas.",
      "\(style.organisations(degrees.organisationCount)); on average \(mean.written(decimals: 1, in: language)) partners, "
        + "median \(median.written(decimals: 1, in: language)), at most \(maximum.written(in: language)); "
        + "\(alone.written(in: language)) without a known partner. Persons and objects do not count.")
    alternative =
      style.say(
        "Barres : nombre d’organisations par nombre de partenaires. ", "Bars: organisations by number of partners. ")
      + note
    let chart = BarChart(
      title: title, counted: style.say("organisations", "organisations"),
      axis: style.say("nombre d’organisations partenaires", "number of partner organisations"),
      bars: bars.map { bar in
        BarChart.Bar(
          label: bar.label,
          parts: [BarChart.Part(fill: Fill(style.theme.heat.tint(0.55)), count: bar.organisations.count)])
      }, legend: [], note: note)
    picture = chart.picture(alternative: alternative, in: style)
    table = Table(
      caption: title,
      columns: [
        Table.Column(style.say("Partenaires", "Partners")),
        Table.Column(style.say("Organisations", "Organisations"), isNumber: true),
      ],
      rows: bars.map { bar in
        Table.Row(
          [bar.label, bar.organisations.count.written(in: language)],
          rows: bar.organisations.isEmpty ? [.table("actors")] : graph.rows(actors: bar.organisations))
      })
  }
}
