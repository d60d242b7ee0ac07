import AllianceModel
import Cartography
import Foundation
import Testing

@testable import Reporting

/// A page is whole in itself, and its parts find each other.
@Suite("HTML pages")
struct PageTests {
  @Test(
    "have unique ids, links that lead somewhere, rising headings, and ask nothing of the network",
    arguments: ReportPages.graphs, Report.Kind.allCases)
  func structure(name: String, kind: Report.Kind) throws {
    let html = ReportPages.html(try ReportPages.report(kind, name, .french))
    let ids = html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    for target in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(target.1)), "\(target.1)") }
    for target in html.matches(of: /aria-labelledby="([^"]+)"/) { #expect(ids.contains(String(target.1))) }
    var level = 1
    for heading in html.matches(of: /<h([1-6])/) {
      let next = Int(heading.1) ?? 0
      #expect(next <= level + 1, "from h\(level) to h\(next)")
      level = next
    }
    #expect(html.matches(of: /<h1/).count == 1)
    #expect(html.contains("<html lang=\"fr\">") && html.contains("Content-Security-Policy"))
    #expect(!html.contains(/<(script|link|iframe|object)|@import|url\(["']?http|\ src="http/))
  }

  @Test("give the same bytes each time")
  func determinism() throws {
    let report = try ReportPages.report(.territory, "redon", .french)
    #expect(try ReportPages.report(.territory, "redon", .french) == report)
    #expect(ReportPages.html(report) == ReportPages.html(report))
  }

  @Test("escape what could end an element, an attribute or the style sheet")
  func escaping() throws {
    let evil = "</style><script>x</script>\"' \\ & <b>"
    let actors = ["a", "b"].map {
      AllianceGraph.Actor(id: "\($0)\"<", name: evil, kind: ActorKind(rawValue: "company"))
    }
    let alliance = AllianceGraph.Alliance(
      id: "x y\"", title: evil, parties: actors.map { AllianceGraph.Party(actor: $0.id, role: evil) },
      start: PartialDate("2020"), story: evil)
    let graph = AllianceGraph(
      info: GraphInfo(name: "n", title: evil), actors: actors, alliances: [alliance],
      sources: [AllianceGraph.Source(subject: "x y\"", title: evil, url: "javascript:alert(1)")])
    for kind in Report.Kind.allCases {
      let report = try Report(kind, of: [graph], options: ReportOptions(issue: evil, actor: actors[0].id))
      let html = ReportPages.html(report)
      #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("href=\"javascript"), "\(kind)")
      #expect(html.matches(of: /<\/style>/).count == 1)
    }
  }

  @Test("bear a stamp on every page when they are internal")
  func stamp() throws {
    let graph = try ReportPages.graph("redon")
    let html = ReportPages.html(try Report(.news, of: [graph], options: ReportOptions(isInternal: true)))
    #expect(html.contains("@top-right { content: \"Document interne"))
    #expect(html.contains("class=\"interne\""))
    #expect(!ReportPages.html(try Report(.news, of: [graph])).contains("Document interne"))
  }

  @Test("make the ids of a picture unique by its figure")
  func inlinePictures() {
    let picture = Picture(
      svg: "<?xml version=\"1.0\"?>\n<svg role=\"img\" aria-labelledby=\"titre resume\"><title id=\"titre\">t</title>"
        + "<desc id=\"resume\">d</desc><g fill=\"url(#f)\"><use xlink:href=\"#g\"/></g></svg>", width: 1, height: 1)
    let text = InlineSVG(picture, prefix: "p").text
    #expect(
      text == "<svg role=\"img\" aria-labelledby=\"p-titre p-resume\"><title id=\"p-titre\">t</title>"
        + "<desc id=\"p-resume\">d</desc><g fill=\"url(#p-f)\"><use xlink:href=\"#p-g\"/></g></svg>")
  }

  @Test("show each goal in its colour with ink that can be read on it", arguments: 1...17)
  func goalColours(number: Int) throws {
    let entry = try #require(Vocabulary.goals["\(number)"])
    let color = try #require(GoalColor(entry.family))
    #expect(color.color.contrast(with: color.ink) >= 4.5)
  }
}
