import AllianceModel
import TerritoryAnalysis

/// What a matrix counts.
public enum MatrixContent: String, Sendable, CaseIterable {
  /// Families by families: alliances that unite them.
  case families
  /// Actors by themes: alliances of the actor on the theme.
  case themes
  /// Sustainable development goals by families: alliances on the goal with a member of the family.
  case odd
}

/// A table of counts, ready to be drawn.
struct MatrixTable: Sendable {
  struct Row: Sendable {
    let label: String
    /// For each column, the alliances that are counted.
    let cells: [[Int]]
    /// All alliances that any cell counts, each once.
    let total: Int
    /// The group that begins with this row.
    var heading: String?
    /// The actor that it is about.
    var actor: Int?
  }

  let columns: [String]
  let rows: [Row]
  /// All alliances that any cell of a column counts, each once.
  let columnTotals: [Int]
  /// All that the table rests on, each once.
  let total: Int
  /// What cannot be read off the table.
  let notes: [String]

  /// The most columns and rows that a sheet can show.
  static let columnLimit = 12
  static let rowLimit = 80

  init(columns: [String], rows: [Row], notes: [String]) {
    (self.columns, self.rows, self.notes) = (columns, rows, notes)
    columnTotals = columns.indices.map { column in Set(rows.flatMap { $0.cells[column] }).count }
    total = Set(rows.flatMap { $0.cells.flatMap(\.self) }).count
  }

  var isEmpty: Bool { total == 0 }
}

extension MatrixTable {
  /// The table of this content; nothing in it when the graph does not say what it would count.
  static func of(_ content: MatrixContent, _ subject: MapSubject) throws(CancellationError) -> MatrixTable {
    switch content {
    case .families: families(subject)
    case .themes: try themes(subject)
    case .odd: goals(subject)
    }
  }

  private static func row(_ label: String, _ cells: [[Int]]) -> Row {
    Row(label: label, cells: cells, total: Set(cells.flatMap(\.self)).count)
  }

  private static func families(_ subject: MapSubject) -> MatrixTable {
    let mixing = subject.graph.familyMixing()
    let families = mixing.families
    let rows = families.map { first in
      row(first.label[subject.language], families.map { mixing[first, $0].alliances })
    }
    let tying = mixing.allianceCount
    let all = subject.graph.alliances.count
    return MatrixTable(
      columns: families.map { $0.label[subject.language] }, rows: rows,
      notes: [
        subject.say(
          "Alliances qui unissent au moins une organisation de chaque famille (sur la diagonale : deux de la même) ; "
            + "\(tying) alliances sur \(all) unissent deux organisations ou plus. Une alliance de trois familles compte "
            + "dans trois cases, une fois dans chaque total.",
          "Alliances that unite at least one organisation of each family (on the diagonal: two of the same); \(tying) of "
            + "\(all) alliances unite two organisations or more. An alliance of three families counts in three cells, once "
            + "in each total.")
      ])
  }

  private static func goals(_ subject: MapSubject) -> MatrixTable {
    let graph = subject.graph
    let coverage = graph.goalCoverage(includesPartnerships: true)
    let families = coverage.families
    let known = coverage.documented
    let rows = coverage.goals.map { goal in
      row(
        "\(goal)  \(Vocabulary.goals["\(goal)"]?.label[subject.language] ?? "")",
        families.map { coverage[goal, $0].alliances })
    }
    return MatrixTable(
      columns: families.map { $0.label[subject.language] }, rows: known > 0 ? rows : [],
      notes: [
        subject.say(
          "Alliances qui visent l’objectif, par famille de leurs parties ; objectifs connus pour \(known) alliances sur "
            + "\(graph.alliances.count). Une case vide dit qu’aucune n’est enregistrée. L’objectif 17, les partenariats, est "
            + "celui de toute alliance.",
          "Alliances on the goal, by family of their parties; goals known for \(known) of \(graph.alliances.count) "
            + "alliances. An empty cell says that none is recorded. Goal 17, partnerships, is that of every alliance.")
      ])
  }
}
