import AllianceModel
import Exchange
import Workspace

extension GraphImport {
  /// How many rows of a long list are shown.
  private static let shown = 20

  /// The preview: the files as understood, what is added, changed and kept, likely duplicates.
  func text(in language: Language) -> String {
    var lines = report.files.map { file in file.line[language] }
    lines.append(headline[language])
    lines += changeLines(in: language)
    lines += list(
      LocalizedText(
        french: "absents des fichiers, gardés : \(update.absent.count)",
        english: "not in the files, kept: \(update.absent.count)"), update.absent.map { "\($0.id) — \($0.name)" },
      language)
    lines += list(
      LocalizedText(
        french: "créés d’après les liens : \(report.createdActors.count)",
        english: "made from the ties: \(report.createdActors.count)"), report.createdActors, language)
    lines += list(
      LocalizedText(
        french: "peut-être les mêmes, à vous de décider : \(duplicates.count)",
        english: "perhaps the same, for you to decide: \(duplicates.count)"),
      duplicates.map { "\($0.first), \($0.second) — \($0.reason[language])" }, language)
    return lines.map { $0 + "\n" }.joined()
  }

  private var headline: LocalizedText {
    let count = { (table: GraphUpdate.Table) in update.added.count { $0.table == table } }
    let (actors, alliances, places) = (count(.actors), count(.alliances), count(.places))
    return LocalizedText(
      french:
        "\(target) : \(isNew ? "nouveau graphe, " : "")\(actors) acteurs, \(alliances) alliances, \(places) lieux et "
        + "\(update.addedSourceCount) sources ajoutés ; \(update.changed.count) lignes changées, \(update.unchangedCount) inchangées",
      english: "\(target): \(isNew ? "new graph, " : "")\(actors) actors, \(alliances) alliances, \(places) places and "
        + "\(update.addedSourceCount) sources added; \(update.changed.count) rows changed, \(update.unchangedCount) unchanged"
    )
  }

  private func changeLines(in language: Language) -> [String] {
    let added = isNew ? [] : update.added.map { "+ \($0.id) — \($0.name)" }
    let changed = update.changed.flatMap { row in
      ["~ \(row.id) — \(row.name)"]
        + row.changes.map { "    \($0.field) : \(quoted($0.old, language)) → \(quoted($0.new, language))" }
    }
    let lines = added + changed
    let rest = lines.count - 10 * Self.shown
    return lines.prefix(10 * Self.shown).map { "  " + $0 } + (rest > 0 ? ["  … (\(rest))"] : [])
  }

  private func quoted(_ text: String, _ language: Language) -> String {
    let short = text.count > 80 ? text.prefix(80) + "…" : text[...]
    if short.isEmpty { return language == .french ? "(vide)" : "(empty)" }
    return language == .french ? "«\u{A0}\(short)\u{A0}»" : "“\(short)”"
  }

  private func list(_ title: LocalizedText, _ items: [String], _ language: Language) -> [String] {
    guard !items.isEmpty else { return [] }
    let rest = items.count - Self.shown
    return [title[language]] + items.prefix(Self.shown).map { "  " + $0 } + (rest > 0 ? ["  … (\(rest))"] : [])
  }
}

extension ImportReport.File {
  var line: LocalizedText {
    guard let kind else {
      return LocalizedText(french: "\(name) : non lu", english: "\(name): not read")
    }
    let encoding = encoding.map { ", " + $0.rawValue } ?? ""
    return LocalizedText(
      french: "\(name) : table « \(kind) », \(rows) ligne\(rows > 1 ? "s" : "")\(encoding)",
      english: "\(name): table “\(kind)”, \(rows) row\(rows == 1 ? "" : "s")\(encoding)")
  }
}

extension Terminal {
  /// How many problems are written out; a file with more has one cause.
  private static let problemLimit = 100

  /// Writes problems as compilers do, the first hundred of them.
  static func say(problems: [ImportProblem]) {
    for problem in problems.prefix(problemLimit) { say(problem.text(in: language)) }
    let rest = problems.count - problemLimit
    guard rest > 0 else { return }
    say(LocalizedText(french: "et \(rest) autres remarques", english: "and \(rest) more remarks"))
  }
}
