import AllianceModel

/// A report as Markdown with its pictures in files beside it.
public struct MarkdownWriter {
  /// A file that the text shows.
  public struct File: Sendable, Equatable {
    public let name: String
    public let bytes: [UInt8]
  }

  private let report: Report
  private let pictures: [String: Picture]
  private let folder: String
  private var language: Language { report.language }

  /// - Parameters:
  ///   - pictures: Of the figures, by their ids.
  ///   - folder: The name of the folder of the pictures, as seen from the text.
  public init(_ report: Report, pictures: [String: Picture], folder: String) {
    (self.report, self.pictures, self.folder) = (report, pictures, folder)
  }

  private func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  /// The pictures, in the order of the text.
  public var files: [File] {
    report.figures.compactMap { figure in
      pictures[figure.id].map { File(name: "\(figure.id).svg", bytes: Array($0.svg.utf8)) }
    }
  }

  /// The text: CommonMark, with tables of GitHub.
  public var text: String {
    var parts = ["# \(plain(report.title.typeset(in: language)))"]
    if report.isInternal { parts.append("**\(plain(ReportWords.internalStamp[language]))**") }
    parts.append("*\(plain(report.overline))*")
    if !report.lead.isEmpty { parts.append(paragraph(report.lead)) }
    parts += report.cover.map { block($0, in: "couverture") }
    parts += report.sections.flatMap { section($0, level: 2) }
    parts.append("---\n\n*\(plain(ReportWords.footer(of: report)))*")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ section: Report.Section, level: Int) -> [String] {
    let overline = section.overline.map { "*\(plain($0.typeset(in: language)))*" }
    let title = String(repeating: "#", count: min(level, 6)) + " " + plain(section.title.typeset(in: language))
    return [title, overline].compactMap(\.self) + section.blocks.map { block($0, in: section.id) }
      + section.sections.flatMap { self.section($0, level: level + 1) }
  }

  private func block(_ block: Block, in section: String) -> String {
    switch block {
    case .paragraph(let sentences): return paragraph(sentences, in: section)
    case .list(let sentences): return sentences.map { "- " + text(of: $0, in: section) }.joined(separator: "\n")
    case .facts(let facts):
      return facts.map { fact in
        let values = fact.sentences.map { text(of: $0, in: section) }
        return "- **\(plain(fact.label.typeset(in: language)))**" + say(" : ", ": ")
          + (values.count == 1 ? values[0] : values.map { "\n  - " + $0 }.joined())
      }.joined(separator: "\n")
    case .keyFigures(let figures):
      return figures.map { "- **\($0.value)** \(text(of: $0.label, in: section))" }.joined(separator: "\n")
    case .goals(let goals): return goals.map { "- " + text(of: $0.label, in: section) }.joined(separator: "\n")
    case .figure(let figure): return self.figure(figure)
    case .table(let table): return self.table(table)
    case .footnotes(let notes):
      return notes.map { note in
        let text = plain(note.sentence.text)
        return "[^\(section)-\(note.number)]: " + (note.address == nil ? text : "<\(note.sentence.text)>")
      }.joined(separator: "\n")
    }
  }

  private func paragraph(_ sentences: [Sentence], in section: String = "") -> String {
    sentences.map { text(of: $0, in: section) }.joined(separator: " ")
  }

  private func text(of sentence: Sentence, in section: String) -> String {
    plain(sentence.text) + sentence.notes.map { "[^\(section)-\($0)]" }.joined()
  }

  private func figure(_ figure: Figure) -> String {
    let table = figure.table.map { self.table($0) }
    guard pictures[figure.id] != nil else { return table ?? "" }
    return ["![\(plain(figure.alternative))](\(folder)/\(figure.id).svg)", "*\(plain(figure.caption.text))*", table]
      .compactMap(\.self).joined(separator: "\n\n")
  }

  private func table(_ table: Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func cell(_ text: String) -> String { plain(text.typeset(in: language)).replacing("|", with: "\\|") }
    let rules = table.columns.map { $0.isNumber ? "---:" : "---" }
    return "**\(plain(table.caption))**\n\n"
      + ([line(table.columns.map { cell($0.title) }), line(rules)] + table.rows.map { line($0.cells.map(cell)) })
      .joined(separator: "\n")
  }

  /// The text with the signs escaped that Markdown would read, on one line.
  private func plain(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#": result += "\\\(character)"
      case "\n", "\r\n", "\t": result.append(" ")
      default: result.append(character)
      }
    }
  }
}
