public import AllianceModel
import Cartography
public import TerritoryAnalysis

extension Plot {
  /// Which families meet in alliances, against what chance would give; nil when no alliance unites two organisations.
  public init?(mixing: FamilyMixing, in graph: AllianceGraph, style: PlotStyle) {
    guard mixing.allianceCount > 0 else { return nil }
    let language = style.language
    let families = mixing.families
    let pairs = families.indices.flatMap { row in
      families[...row].map { (mixing[families[row], $0], [families[row], $0]) }
    }
    let highest = pairs.map(\.0.observed).max() ?? 1
    title = style.say("Quelles familles se rencontrent dans les alliances", "Which families meet in alliances")
    note = style.say(
      "En gras, les alliances qui unissent les deux familles (sur la diagonale : deux organisations de la même), sur "
        + "\(style.alliances(mixing.allianceCount)) de deux organisations ou plus. Dessous, ce que donnerait en moyenne le hasard, "
        + "si les familles étaient distribuées au sort entre les organisations.",
      "In bold, the alliances that unite both families (on the diagonal: two organisations of the same), of "
        + "\(style.alliances(mixing.allianceCount)) of two organisations or more. Below, what chance would give on average, if "
        + "families were dealt to the organisations at random.")
    let most = pairs.max { $0.0.observed < $1.0.observed }
    alternative =
      style.say("Tableau triangulaire des familles deux à deux. ", "Triangular table of families two by two. ")
      + (most.map { cell, families in
        style.say("Le plus : ", "Most: ") + families.map { $0.label[language] }.joined(separator: " × ") + ", "
          + style.alliances(cell.observed) + "."
      } ?? "")
    let labels = zip(families, mixing.sizes).map { "\($0.label[language]) (\($1.written(in: language)))" }
    let drawing = CountTable(
      title: title, columns: families.map { $0.label[language] },
      rows: families.indices.map { row in
        CountTable.Row(
          label: labels[row],
          cells: families.indices.map { column in
            guard column <= row else { return nil }
            let cell = mixing[families[row], families[column]]
            let expected = cell.expected.written(decimals: 1, in: language)
            return CountTable.Cell(
              text: cell.observed.written(in: language), detail: style.say("hasard : ", "chance: ") + expected,
              color: style.theme.heat.tint(0.7 * Double(cell.observed) / Double(max(1, highest))))
          })
      }, totalHead: nil, note: note, rowHeight: 36)
    picture = drawing.picture(alternative: alternative, in: style)
    table = Table(
      caption: title,
      columns: [
        Table.Column(style.say("Familles", "Families")),
        Table.Column(style.say("Alliances", "Alliances"), isNumber: true),
        Table.Column(style.say("Attendues par hasard", "Expected by chance"), isNumber: true),
      ],
      rows: pairs.map { cell, families in
        Table.Row(
          [
            families.map { $0.label[language] }.joined(separator: " × "), cell.observed.written(in: language),
            cell.expected.written(decimals: 1, in: language),
          ], rows: cell.alliances.isEmpty ? [.table("alliances")] : graph.rows(alliances: cell.alliances))
      })
  }
}
