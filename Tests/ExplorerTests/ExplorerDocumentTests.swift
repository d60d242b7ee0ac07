import AllianceModel
import Foundation
import Testing

@testable import Explorer

/// Small graphs for the tests of the explorer.
enum SampleGraphs {
  static func party(_ actor: String, _ role: String? = nil) -> AllianceGraph.Party {
    AllianceGraph.Party(actor: actor, role: role)
  }

  /// Three organisations, one object, one person without a public role; hostile words in names.
  static let hostile = AllianceGraph(
    info: GraphInfo(name: "essai", title: "Essai </script><script>alert(1)</script> {{body}}"),
    actors: [
      AllianceGraph.Actor(
        id: "a", name: "<img src=x onerror=alert(1)>", kind: ActorKind(rawValue: "association"),
        description: "écrire à jean.dupont@example.org", url: "javascript:alert(1)"),
      AllianceGraph.Actor(
        id: "b", name: "Bois & Fils", kind: ActorKind(rawValue: "company"), url: "https://example.org/"),
      AllianceGraph.Actor(id: "c", name: "Commune de C", kind: ActorKind(rawValue: "local_authority"), place: "26362"),
      AllianceGraph.Actor(id: "p", name: "Jeanne Secrète", kind: .person),
    ],
    alliances: [
      AllianceGraph.Alliance(
        id: "x", title: "Chantier", parties: [party("a", "porteur"), party("b"), party("p")],
        forms: [PartnershipForm(rawValue: "economic_cooperation")], start: PartialDate("2019-06"),
        end: PartialDate("2021")),
      AllianceGraph.Alliance(id: "y", title: "Charte", parties: [party("b"), party("c")]),
    ],
    places: [AllianceGraph.Place(id: "26362", level: "commune", name: "Valence")])
}

@Suite("ExplorerDocument")
struct ExplorerDocumentTests {
  private func object(_ document: ExplorerDocument) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: document.json()) as? [String: Any])
  }

  @Test("goes through the publication gate, unless it is internal")
  func gate() throws {
    let text = String(decoding: try ExplorerDocument(of: SampleGraphs.hostile).json(), as: UTF8.self)
    #expect(!text.contains("Jeanne") && !text.contains("example.org\""))
    #expect(!text.contains("jean.dupont"))
    let whole = String(decoding: try ExplorerDocument(of: SampleGraphs.hostile, isInternal: true).json(), as: UTF8.self)
    #expect(whole.contains("Jeanne Secrète"))
  }

  @Test("links only to http and https, and leaves out what is not known")
  func rows() throws {
    let actors = try #require(try object(ExplorerDocument(of: SampleGraphs.hostile))["actors"] as? [[String: Any]])
    #expect(actors[0]["url"] == nil)
    #expect(actors[1]["url"] as? String == "https://example.org/")
    #expect(actors[0]["place"] == nil && actors[0]["latitude"] == nil)
    #expect(actors[3]["family"] == nil)
  }

  @Test("gives the years that an alliance is known to span")
  func years() throws {
    let rows = try #require(try object(ExplorerDocument(of: SampleGraphs.hostile))["alliances"] as? [[String: Any]])
    #expect(rows[0]["firstYear"] as? Int == 2019 && rows[0]["lastYear"] as? Int == 2021)
    #expect(rows[0]["dates"] as? String == "juin 2019 – 2021")
    #expect(rows[1]["firstYear"] == nil && rows[1]["dates"] == nil)
  }

  @Test("says a period in words", arguments: [Language.french, .english])
  func period(language: Language) {
    let (start, end) = (PartialDate("2019"), PartialDate("2021"))
    #expect(Period.words(from: start, to: end, in: language) == "2019 – 2021")
    #expect(Period.words(from: start, to: start, in: language) == "2019")
    #expect(Period.words(from: start, to: nil, in: language) == "2019")
    #expect(
      Period.words(from: nil, to: end, in: language) == (language == .french ? "jusqu’à 2021" : "until 2021"))
    #expect(Period.words(from: nil, to: nil, in: language) == nil)
  }

  @Test("has a legend of what is there only, with counts")
  func legend() {
    let legend = ExplorerLegend(of: SampleGraphs.hostile, language: .french)
    #expect(legend.families.map(\.code) == ["companies", "associations", "authorities"])
    #expect(legend.families.allSatisfy { $0.count == 1 })
    #expect(legend.objects.map(\.code) == ["person"])
    #expect(legend.forms.map(\.code) == ["economic_cooperation", "unknown"])
  }

  @Test("is the same bytes for the same graph")
  func determinism() throws {
    #expect(
      try ExplorerDocument(of: SampleGraphs.hostile).json() == ExplorerDocument(of: SampleGraphs.hostile).json())
  }

  @Test("opens an empty graph")
  func empty() throws {
    let graph = AllianceGraph(info: GraphInfo(name: "vide", title: "Vide"), actors: [], alliances: [])
    #expect(try object(ExplorerDocument(of: graph))["format"] as? String == "maillage-explorer/1")
  }
}
