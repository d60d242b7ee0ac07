public import AllianceModel
import Cartography
public import TerritoryAnalysis

extension Plot {
  /// Which goals the alliances serve, by family of their parties; nil when no alliance has a goal that counts.
  public init?(goals coverage: GoalCoverage, in graph: AllianceGraph, style: PlotStyle) {
    guard coverage.documented > 0 else { return nil }
    let language = style.language
    let highest =
      coverage.goals.flatMap { goal in coverage.families.map { coverage[goal, $0].alliances.count } }.max() ?? 1
    let entries = zip(coverage.goals, coverage.alliances).map { goal, alliances in
      let entry = Vocabulary.goals["\(goal)"]
      return (
        goal: goal, name: entry?.label[language] ?? "\(goal)", alliances: alliances,
        color: GoalColor(entry?.family ?? "")?.color ?? style.theme.heat
      )
    }
    title = style.say(
      "Objectifs de développement durable, par famille d’acteurs", "Sustainable development goals, by family of actors")
    var parts = [
      style.say(
        "Alliances qui visent l’objectif et ont une partie de la famille ; une alliance compte dans chaque case qui la concerne, "
          + "une fois dans le total. \(coverage.documented.written(in: language)) alliances sur "
          + "\(coverage.allianceCount.written(in: language)) ont un objectif connu",
        "Alliances on the goal with a party of the family; an alliance counts in each cell that it concerns, once in the total. "
          + "\(coverage.documented.written(in: language)) of \(coverage.allianceCount.written(in: language)) alliances have a "
          + "known goal")
    ]
    if !coverage.partnershipsOnly.isEmpty {
      let only = coverage.partnershipsOnly.count
      parts.append(
        style.say(
          "\(only.written(in: language)) \(only < 2 ? "autre n’a" : "autres n’ont") que l’ODD 17, les partenariats, qui est celui "
            + "de toute alliance",
          "\(only.written(in: language)) \(only == 1 ? "other has" : "others have") SDG 17 only, partnerships, which is that of "
            + "every alliance"))
    }
    note =
      parts.joined(separator: ". ")
      + style.say(". Une case vide : aucune enregistrée.", ". An empty cell: none recorded.")
    let served = entries.filter { !$0.alliances.isEmpty }.sorted {
      (-$0.alliances.count, $0.goal) < (-$1.alliances.count, $1.goal)
    }
    alternative =
      style.say(
        "Tableau des objectifs par familles, teinté par nombre d’alliances. ",
        "Table of goals by families, tinted by alliances. ")
      + served.prefix(3).map { "\($0.goal) \($0.name)\(style.say(" : ", ": "))\(style.alliances($0.alliances.count))" }
      .joined(separator: ", ") + "."
    let drawing = CountTable(
      title: title, columns: coverage.families.map { $0.label[language] },
      rows: entries.map { entry in
        CountTable.Row(
          label: entry.name, badge: ("\(entry.goal)", entry.color),
          cells: coverage.families.map { family in
            let count = coverage[entry.goal, family].alliances.count
            let share = count == 0 ? 0 : 0.15 + 0.85 * Double(count) / Double(highest)
            return CountTable.Cell(text: count == 0 ? "" : "\(count)", color: entry.color.tint(share))
          }, total: entry.alliances.count.written(in: language))
      }, totalHead: style.say("Total", "Total"), note: note, rowHeight: 27)
    picture = drawing.picture(alternative: alternative, in: style)
    table = Table(
      caption: title,
      columns: [Table.Column(style.say("Objectif", "Goal"))]
        + coverage.families.map { Table.Column($0.label[language], isNumber: true) }
        + [Table.Column(style.say("Total", "Total"), isNumber: true)],
      rows: entries.map { entry in
        Table.Row(
          ["\(entry.goal) \(entry.name)"]
            + coverage.families.map { coverage[entry.goal, $0].alliances.count.written(in: language) }
            + [entry.alliances.count.written(in: language)],
          rows: entry.alliances.isEmpty ? [.table("alliances")] : graph.rows(alliances: entry.alliances))
      })
  }
}
