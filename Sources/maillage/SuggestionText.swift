import AllianceModel
import Exchange
import Foundation
import MissingPartnerships

/// Suggestions as they are printed: a table with reasons below each row, a spreadsheet, or a page of Markdown.
struct SuggestionText {
  let document: SuggestionDocument
  let language: Language

  private func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  /// "31 %" when a chance can be given, else "× 12,4".
  private func measure(_ row: SuggestionDocument.Row) -> String {
    if let probability = row.probability {
      return (probability * 100).written(decimals: 1, in: language) + (language == .french ? "\u{A0}%" : "%")
    }
    return row.timesAverage.map { "×\u{A0}" + $0.written(decimals: 1, in: language) } ?? "–"
  }

  private func lines(_ row: SuggestionDocument.Row) -> [String] {
    row.reasons.map { "+ \($0.sentence)" } + [row.counter.map { "− \($0.sentence)" }].compactMap(\.self)
      + [row.introduction, row.formAdvice].compactMap { $0.map { "→ \($0)" } }
  }

  /// "Tézéa (association, Redon)": the name, and what is known of kind, size and place.
  private func described(_ actor: SuggestionDocument.ActorRow, bold: String = "") -> String {
    let known = [actor.kind, actor.size, actor.place].compactMap(\.self)
    return bold + actor.name + bold + (known.isEmpty ? "" : " (\(known.joined(separator: ", ")))")
  }

  private func list(_ rows: [SuggestionDocument.Row]) -> String {
    rows.enumerated().map { index, row in
      "\(index + 1). \(described(row.actors[0])) — \(described(row.actors[1]))  [\(measure(row))]\n"
        + lines(row).map { "     \($0)\n" }.joined()
    }.joined()
  }

  private var withoutHistoryTitle: String {
    say(
      "Sans chemin dans le maillage (thèmes, genres et distance seulement, sans ordre garanti) :",
      "No way through the mesh (themes, kinds and distance only, no claim about the order):")
  }

  private var counts: String {
    let share = (document.shareOfMostSuggested * 100).written(decimals: 0, in: language)
    return say(
      "\(document.candidateCount) paires possibles à trois pas au plus. Part des suggestions détenue par les 5 % d’acteurs les plus suggérés : \(share) %.",
      "\(document.candidateCount) possible pairs within three steps. Share of the suggestions held by the 5% most suggested actors: \(share)%."
    )
  }

  var table: String {
    let none = say("Aucune paire à suggérer.\n", "No pair to suggest.\n")
    var text = "\(document.title)\n\(document.basis)\n\n"
    text += document.suggestions.isEmpty ? none : list(document.suggestions)
    if !document.withoutHistory.isEmpty { text += "\n\(withoutHistoryTitle)\n" + list(document.withoutHistory) }
    return text + "\n\(counts)\n"
  }

  var markdown: String {
    func section(_ rows: [SuggestionDocument.Row]) -> String {
      rows.enumerated().map { index, row in
        "\(index + 1). \(described(row.actors[0], bold: "**")) — \(described(row.actors[1], bold: "**"))\u{A0}: \(measure(row))\n"
          + lines(row).map { "   - \($0)\n" }.joined()
      }.joined()
    }
    var text = "# \(document.title)\n\n\(document.basis)\n\n" + section(document.suggestions)
    if !document.withoutHistory.isEmpty {
      text += "\n## \(withoutHistoryTitle)\n\n" + section(document.withoutHistory)
    }
    return text + "\n\(counts)\n"
  }

  /// One line for each suggestion, decimal points, cells quoted where they must be.
  var csv: String {
    let header = [
      "list", "first", "first_name", "first_kind", "first_size", "first_place", "second", "second_name", "second_kind",
      "second_size", "second_place", "times_average", "probability", "reasons", "against", "introducer", "form",
    ]
    func cells(_ actor: SuggestionDocument.ActorRow) -> [String] {
      [actor.id, actor.name, actor.kind ?? "", actor.size ?? "", actor.place ?? ""]
    }
    func cells(_ row: SuggestionDocument.Row, _ list: String) -> [String] {
      [list] + row.actors.flatMap(cells) + [
        row.timesAverage.map { String($0) } ?? "", row.probability.map { String($0) } ?? "",
        row.reasons.map(\.sentence).joined(separator: " | "),
        row.counter?.sentence ?? "", row.introducer ?? "", row.form ?? "",
      ]
    }
    let rows =
      document.suggestions.map { cells($0, "ranked") }
      + document.withoutHistory.map { cells($0, "without_history") }
    return CSVWriter.package.text(header: header, rows: rows)
  }
}
