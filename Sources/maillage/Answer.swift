import AllianceModel
import Exchange
import Foundation

/// An answer in tables, as people and programs read it: text for the terminal, Markdown, CSV or JSON.
///
/// Everything that is printed stands in the value, so the four forms say the same.
struct Answer {
  enum Cell {
    case text(LocalizedText)
    case code(String)
    case count(Int)
    case number(Double, decimals: Int)
    /// What is not known or does not apply: an empty cell, never a zero.
    case unknown
    case list([String])
  }

  struct Column {
    /// Its name in CSV and JSON, the same in every language.
    let code: String
    /// What people read; nil where they do not need the column.
    let title: LocalizedText?

    init(_ code: String, _ title: LocalizedText? = nil) { (self.code, self.title) = (code, title) }
  }

  struct Section {
    let code: String
    let title: LocalizedText
    let columns: [Column]
    let rows: [[Cell]]
    /// What is said when there are no rows; nil: nothing is said of the section.
    var whenEmpty: LocalizedText?
  }

  let title: LocalizedText
  var notes: [LocalizedText] = []
  let sections: [Section]
  var closing: [LocalizedText] = []

  func text(as format: MissingCommand.Format, in language: Language) throws -> String {
    switch format {
    case .table: plainText(in: language)
    case .md: markdown(in: language)
    case .csv: csv(in: language)
    case .json: try json(in: language)
    }
  }
}

extension Answer.Cell {
  static func optional(_ count: Int?) -> Answer.Cell { count.map { .count($0) } ?? .unknown }
  static func optional(_ number: Double?, decimals: Int) -> Answer.Cell {
    number.map { .number($0, decimals: decimals) } ?? .unknown
  }
  static func optional(_ text: LocalizedText?) -> Answer.Cell { text.map { .text($0) } ?? .unknown }

  fileprivate func shown(in language: Language) -> String {
    switch self {
    case .text(let text): text[language]
    case .code(let code): code
    case .count(let count): String(count)
    case .number(let number, let decimals): number.written(decimals: decimals, in: language)
    case .unknown: "–"
    case .list(let parts): parts.joined(separator: ", ")
    }
  }

  /// The whole number, with a decimal point; lists parted as in the tables of a graph.
  fileprivate func stored(in language: Language) -> String {
    switch self {
    case .number(let number, _): String(number)
    case .list(let parts): parts.joined(separator: "|")
    case .unknown: ""
    default: shown(in: language)
    }
  }

  fileprivate func json(in language: Language) -> Any {
    switch self {
    case .count(let count): count
    case .number(let number, _): number
    case .list(let parts): parts
    case .unknown: NSNull()
    default: shown(in: language)
    }
  }

  fileprivate var isNumber: Bool {
    switch self {
    case .count, .number: true
    default: false
    }
  }
}

extension Answer {
  private var shownSections: [Section] { sections.filter { !$0.rows.isEmpty || $0.whenEmpty != nil } }

  private func plainText(in language: Language) -> String {
    var text = ([title] + notes).map { $0[language] + "\n" }.joined()
    for section in shownSections {
      text += "\n" + section.title[language] + "\n"
      text += section.rows.isEmpty ? (section.whenEmpty?[language] ?? "") + "\n" : table(section, language).text
    }
    return text + (closing.isEmpty ? "" : "\n") + closing.map { $0[language] + "\n" }.joined()
  }

  private func table(_ section: Section, _ language: Language) -> TextTable {
    let shown = section.columns.indices.filter { section.columns[$0].title != nil }
    return TextTable(
      columns: shown.map { place in
        TextTable.Column(
          title: section.columns[place].title?[language] ?? "", isNumber: section.rows.contains { $0[place].isNumber })
      },
      rows: section.rows.map { row in shown.map { row[$0].shown(in: language) } })
  }

  private func markdown(in language: Language) -> String {
    func escaped(_ cell: String) -> String { cell.replacing("|", with: "\\|") }
    func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |\n" }
    var text = "# \(title[language])\n" + notes.map { "\n\($0[language])\n" }.joined()
    for section in shownSections {
      text += "\n## \(section.title[language])\n\n"
      guard !section.rows.isEmpty else {
        text += (section.whenEmpty?[language] ?? "") + "\n"
        continue
      }
      let table = table(section, language)
      text += line(table.columns.map(\.title)) + line(table.columns.map { $0.isNumber ? "--:" : "---" })
      text += table.rows.map(line).joined()
    }
    return text + closing.map { "\n\($0[language])\n" }.joined()
  }

  /// One table: the columns of all sections, each row saying which section it is of.
  private func csv(in language: Language) -> String {
    var codes: [String] = []
    for section in sections {
      for column in section.columns where !codes.contains(column.code) { codes.append(column.code) }
    }
    let rows = sections.flatMap { section in
      section.rows.map { row in
        [section.code]
          + codes.map { code in
            section.columns.firstIndex { $0.code == code }.map { row[$0].stored(in: language) } ?? ""
          }
      }
    }
    return CSVWriter.package.text(header: ["list"] + codes, rows: rows)
  }

  private func json(in language: Language) throws -> String {
    var members: [String: Any] = [
      "title": title[language], "language": language.rawValue, "notes": (notes + closing).map { $0[language] },
    ]
    for section in sections {
      members[section.code] = section.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(section.columns.map(\.code), row.map { $0.json(in: language) }))
      }
    }
    let data = try JSONSerialization.data(
      withJSONObject: members, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
