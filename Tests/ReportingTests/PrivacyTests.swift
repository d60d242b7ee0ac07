import AllianceModel
import Foundation
import Testing

@testable import Reporting

/// Personal data that was sown into every kind of field is in no byte of what is published.
@Suite("Reports and personal data")
struct PrivacyTests {
  static let secrets = ["Zoltanova", "zoltanova", "Quermeur", "zz.secret@exemple.fr", "06 99 88 77 66", "0699887766"]

  static var graph: AllianceGraph {
    let story = "Avec Irma Zoltanova (zz.secret@exemple.fr, 06 99 88 77 66) et Yann Quermeur."
    let actors = [
      AllianceGraph.Actor(id: "zoltanova", name: "Irma Zoltanova", kind: .person, description: story),
      AllianceGraph.Actor(
        id: "quermeur", name: "Yann Quermeur", kind: ActorKind(rawValue: "company"), legalCategory: "1000"),
      AllianceGraph.Actor(
        id: "a", name: "Asso A", aliases: [story], kind: ActorKind(rawValue: "association"), themes: [story],
        description: story, url: "https://a.fr/?c=zz.secret@exemple.fr", fields: [FreeField(name: "note", value: story)]
      ),
      AllianceGraph.Actor(id: "b", name: "Firme B", kind: ActorKind(rawValue: "company"), description: story),
    ]
    let alliance = AllianceGraph.Alliance(
      id: "x", title: "Titre, \(story)", parties: actors.map { AllianceGraph.Party(actor: $0.id, role: story) },
      start: PartialDate("2020"), themes: [story], territory: story, result: story, story: story)
    return AllianceGraph(
      info: GraphInfo(
        name: "n", title: "Titre \(story)", description: story, territory: story, created: PartialDate("2021"),
        sources: [story]),
      actors: actors, alliances: [alliance],
      sources: [
        AllianceGraph.Source(
          subject: "x", field: "start", value: "2019", title: story, url: "https://x.fr/zz.secret@exemple.fr",
          author: story),
        AllianceGraph.Source(subject: "zoltanova", url: "https://x.fr/irma-zoltanova"),
      ])
  }

  @Test("leave it out of HTML, Markdown and what is printed", arguments: Report.Kind.allCases)
  func published(kind: Report.Kind) throws {
    let report = try Report(kind, of: [Self.graph], options: ReportOptions(actor: "b"))
    for text in [ReportPages.html(report), ReportPages.markdown(report)] {
      for secret in Self.secrets { #expect(!text.contains(secret), "\(kind): \(secret)") }
    }
  }

  @Test("keep it when they are internal")
  func kept() throws {
    let report = try Report(.news, of: [Self.graph], options: ReportOptions(isInternal: true))
    for secret in ["Irma Zoltanova", "06 99 88 77 66"] { #expect(ReportPages.html(report).contains(secret)) }
  }

  @Test("refuse the sheet of a person who may not be named")
  func hidden() {
    #expect(throws: ReportError.unknownActor("zoltanova")) {
      try Report(.actor, of: [Self.graph], options: ReportOptions(actor: "zoltanova"))
    }
  }
}
