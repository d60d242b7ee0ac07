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

  /// Of each alliance, how many organisations of each family are parties.
  private static func familyCounts(_ subject: MapSubject) -> [[ActorFamily: Int]] {
    subject.parties.map { parties in
      Dictionary(parties.compactMap { subject.graph.actors[$0].family }.map { ($0, 1) }, uniquingKeysWith: +)
    }
  }

  private static func presentFamilies(_ subject: MapSubject) -> [ActorFamily] {
    ActorFamily.allCases.filter { family in subject.graph.actors.contains { $0.family == family } }
  }

  private static func families(_ subject: MapSubject) -> MatrixTable {
    let families = presentFamilies(subject)
    let counts = familyCounts(subject)
    let rows = families.map { first in
      row(
        first.label[subject.language],
        families.map { second in
          counts.indices.filter { alliance in
            let (here, there) = (counts[alliance][first] ?? 0, counts[alliance][second] ?? 0)
            return first == second ? here > 1 : here > 0 && there > 0
          }
        })
    }
    let tying = counts.count { $0.values.reduce(0, +) > 1 }
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
    let families = presentFamilies(subject)
    let counts = familyCounts(subject)
    let graph = subject.graph
    let known = graph.alliances.count { !$0.odd.isEmpty }
    let rows = Vocabulary.goals.entries.compactMap { entry -> Row? in
      guard let goal = Int(entry.code) else { return nil }
      let alliances = graph.alliances.indices.filter { graph.alliances[$0].odd.contains(goal) }
      return row(
        "\(goal)  \(entry.label[subject.language])",
        families.map { family in alliances.filter { counts[$0][family] ?? 0 > 0 } })
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
