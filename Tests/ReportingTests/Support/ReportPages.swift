import AllianceModel
import Foundation
import TestSupport
import Workspace

@testable import Reporting

/// Reports about graphs that ship, and what their pages hold.
enum ReportPages {
  static let graphs = ["economie-de-l-alliance", "grand-figeac", "redon", "valence-romans"]

  static func graph(_ name: String) throws -> AllianceGraph {
    try Workspace.open([RealData.packageRoot.appending(path: "Graphs/\(name)").path]).graph
  }

  /// The page without pictures: words do not wait for Graphviz.
  static func html(_ report: Report) -> String { HTMLWriter(report, pictures: [:]).page }

  static func markdown(_ report: Report) -> String {
    MarkdownWriter(report, pictures: [:], folder: "images").text
  }

  /// The text between tags, one line for each piece, entities resolved.
  static func text(of html: String) -> [String] {
    html.replacing(/(?s)<style>.*?<\/style>/, with: "").replacing(/<[^>]*>/, with: "\n")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      .split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// An actor of the graph with most alliances, for sheets.
  static func busiest(in graph: AllianceGraph) -> String {
    let counts = Dictionary(graph.alliances.flatMap { $0.parties.map { ($0.actor, 1) } }, uniquingKeysWith: +)
    let organisations = Set(graph.actors.filter(\.isOrganisation).map(\.id))
    return counts.filter { organisations.contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  static func report(_ kind: Report.Kind, _ name: String, _ language: Language) throws -> Report {
    let graph = try graph(name)
    return try Report(
      kind, of: [graph], options: ReportOptions(language: language, actor: kind == .actor ? busiest(in: graph) : nil))
  }
}
