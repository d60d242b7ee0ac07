import AllianceModel
import Testing

@testable import Reporting

/// Every sentence that is printed says on which rows it rests, and these rows are there.
@Suite("Sentences and their rows")
struct SentenceTests {
  @Test("every sentence and table row names rows of the graph", arguments: ReportPages.graphs, Report.Kind.allCases)
  func rows(name: String, kind: Report.Kind) throws {
    for language in Language.allCases {
      let report = try ReportPages.report(kind, name, language)
      let html = ReportPages.html(report)
      let sentences = html.matches(of: /<span class="phrase" data-rows="([^"]*)"[^>]*>/).count
      #expect(sentences == html.matches(of: /<span/).count, "a sentence without rows")
      #expect(html.matches(of: /<tbody>\n<tr>/).isEmpty, "a table row without rows")
      let attributes = html.matches(of: /data-rows="([^"]*)"/).map { String($0.1) }
      #expect(attributes.count >= sentences)
      for attribute in Set(attributes) {
        let rows = try #require([RowReference](attribute: attribute), "\(attribute)")
        #expect(!rows.isEmpty)
        for row in rows { #expect(Self.exists(row, in: report.graphs), "\(row)") }
      }
    }
  }

  private static func exists(_ row: RowReference, in graphs: [AllianceGraph]) -> Bool {
    graphs.contains { graph in
      switch row.table {
      case "actors": row.id == "*" || graph.actors.contains { $0.id == row.id }
      case "alliances": row.id == "*" || graph.alliances.contains { $0.id == row.id }
      case "parties": row.id == "*"
      case "places": graph.places.contains { $0.id == row.id }
      case "sources": row.id == "*" || source(row.id, in: graph)
      case "datapackage": ["description", "territory", "sources", "licenses"].contains(row.id)
      default: false
      }
    }
  }

  private static func source(_ id: String, in graph: AllianceGraph) -> Bool {
    guard let slash = id.lastIndex(of: "/"), let number = Int(id[id.index(after: slash)...]) else { return false }
    return (1...graph.sources.count { $0.subject == id[..<slash] }).contains(number)
  }

  @Test("cannot be made without a row or without text")
  func noRow() {
    let text = LocalizedText("Bonjour")
    #expect(Sentence(text, in: .french, rows: []) == nil)
    #expect(Sentence(LocalizedText(""), in: .french, rows: [.actor("a")]) == nil)
    #expect(Sentence(text, in: .french, rows: [.actor("a"), .actor("a")])?.rows == [.actor("a")])
  }

  @Test("writes rows as an attribute that reads back, whatever the id", arguments: ["a", "a b", "é%/\"<>", "x:y&z"])
  func attribute(id: String) {
    let rows: [RowReference] = [.actor(id), .source(3, of: id), .table("alliances")]
    #expect([RowReference](attribute: rows.attribute) == rows)
    #expect(!rows.attribute.contains("\""))
  }

  @Test("French pages have the spaces, quotes and apostrophes of French", arguments: ReportPages.graphs)
  func typography(name: String) throws {
    for kind in Report.Kind.allCases {
      for line in ReportPages.text(of: ReportPages.html(try ReportPages.report(kind, name, .french))) {
        guard !line.contains("http") else { continue }
        #expect(!line.contains(/\ [:;!?»%€]/), "plain space before a sign: \(line)")
        #expect(!line.contains(/«[^\u{A0}]/), "no space after «: \(line)")
        #expect(!line.contains(/\p{L}'\p{L}/), "straight apostrophe: \(line)")
        #expect(!line.contains("  ") && !line.contains("..") && !line.contains(" ."), "doubled sign: \(line)")
        #expect(!line.contains("nil") && !line.contains("Optional"), "\(line)")
      }
    }
  }
}
