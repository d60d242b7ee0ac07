import AllianceModel
import Exchange
import Foundation
import Workspace

extension GraphCheck {
  /// The check in a few blocks: counts, identifiers, coverage, contradictions, likely duplicates.
  func text(of opened: OpenedGraph, in language: Language) -> String {
    let of = language == .french ? "sur" : "of"
    let counts = LocalizedText(
      french: "acteurs et objets : \(opened.graph.actors.count) · alliances : \(opened.graph.alliances.count) · "
        + "erreurs : \(errorCount) · avertissements : \(warningCount)",
      english: "actors and objects: \(opened.graph.actors.count) · alliances: \(opened.graph.alliances.count) · "
        + "errors: \(errorCount) · warnings: \(warningCount)")
    var blocks = [counts[language] + "\n"]
    let numbers = identifiers.map { ["\($0.name)", "\($0.sound) \(of) \($0.given)", "\($0.given) \(of) \($0.total)"] }
    let words = language == .french ? ["identifiant", "justes", "donnés"] : ["identifier", "sound", "given"]
    blocks.append(table(words, numbers))
    let filled = coverage.map { [$0.table, $0.field, "\($0.filled) \(of) \($0.total)"] }
    blocks.append(table(language == .french ? ["table", "champ", "rempli"] : ["table", "field", "filled"], filled))
    blocks.append(
      block(
        LocalizedText(
          french: "contradictions gardées : \(contradictions.count)",
          english: "contradictions kept: \(contradictions.count)"),
        contradictions.map { $0.line(in: language) }, language))
    blocks.append(
      block(
        LocalizedText(
          french: "peut-être les mêmes acteurs : \(duplicates.count)",
          english: "perhaps the same actors: \(duplicates.count)"),
        duplicates.map { "\($0.first), \($0.second) — \($0.reason[language])" }, language))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func table(_ titles: [String], _ rows: [[String]]) -> String {
    let columns = titles.enumerated().map { TextTable.Column(title: $1, isNumber: $0 + 1 == titles.count) }
    return TextTable(columns: columns, rows: rows).text
  }

  private func block(_ title: LocalizedText, _ lines: [String], _ language: Language) -> String {
    lines.isEmpty ? "" : title[language] + "\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// The check for programs: counts, and every problem with its place.
  func json(in language: Language) throws -> String {
    struct Problem: Encodable {
      let severity: String
      let file: String?
      let line: Int?
      let column: Int?
      let field: String?
      let value: String?
      let message: String
      let cure: String?
    }
    struct Number: Encodable {
      let name: String
      let sound: Int
      let given: Int
      let total: Int
    }
    struct Filled: Encodable {
      let table: String
      let field: String
      let filled: Int
      let total: Int
    }
    struct Disagreement: Encodable {
      struct Statement: Encodable {
        let value: String
        let source: String?
      }
      let subject: String
      let field: String
      let statements: [Statement]
    }
    struct Duplicate: Encodable {
      let first: String
      let second: String
      let reason: String
    }
    struct Document: Encodable {
      let errors: Int
      let warnings: Int
      let problems: [Problem]
      let identifiers: [Number]
      let coverage: [Filled]
      let contradictions: [Disagreement]
      let duplicates: [Duplicate]
    }
    let document = Document(
      errors: errorCount, warnings: warningCount,
      problems: problems.map {
        Problem(
          severity: $0.severity.rawValue, file: $0.location?.file, line: $0.location?.line, column: $0.location?.column,
          field: $0.field, value: $0.value, message: $0.message[language], cure: $0.cure?[language])
      },
      identifiers: identifiers.map { Number(name: $0.name, sound: $0.sound, given: $0.given, total: $0.total) },
      coverage: coverage.map { Filled(table: $0.table, field: $0.field, filled: $0.filled, total: $0.total) },
      contradictions: contradictions.map {
        Disagreement(
          subject: $0.subject, field: $0.field,
          statements: $0.statements.map { .init(value: $0.value, source: $0.source) })
      },
      duplicates: duplicates.map { Duplicate(first: $0.first, second: $0.second, reason: $0.reason[language]) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }
}

extension Contradiction {
  func line(in language: Language) -> String {
    let said = statements.map { statement in
      guard let source = statement.source else { return statement.value }
      return source.isEmpty ? statement.value : "\(statement.value) (\(source))"
    }
    return "\(subject), \(field) : \(said.joined(separator: language == .french ? " ou " : " or "))"
  }
}
