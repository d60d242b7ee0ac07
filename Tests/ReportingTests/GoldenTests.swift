import AllianceModel
import TestSupport
import Testing

@testable import Reporting

/// The words of the reports about the graphs that ship, read and agreed sentence by sentence.
@Suite("Golden reports")
struct GoldenTests {
  @Test("tell the good news as read and agreed", arguments: ReportPages.graphs)
  func news(name: String) throws {
    let report = try ReportPages.report(.news, name, .french)
    expectSnapshot(ReportPages.markdown(report), named: "news-\(name).fr.md")
  }

  @Test("describe a territory, an actor and a story as read and agreed")
  func others() throws {
    for (kind, name) in [(Report.Kind.territory, "redon"), (.actor, "valence-romans"), (.story, "grand-figeac")] {
      let report = try ReportPages.report(kind, name, .french)
      expectSnapshot(ReportPages.markdown(report), named: "\(kind.rawValue)-\(name).fr.md")
    }
  }

  @Test("speak English too", arguments: [Report.Kind.news, .territory])
  func english(kind: Report.Kind) throws {
    let report = try ReportPages.report(kind, "redon", .english)
    expectSnapshot(ReportPages.markdown(report), named: "\(kind.rawValue)-redon.en.md")
  }
}
