import AllianceModel
import TerritoryAnalysis
import Testing

@Suite("Quality of the data")
struct QualityTests {
  private static let graph = AllianceGraph(
    info: GraphInfo(name: "g", title: "G"),
    actors: [
      .init(id: "a", name: "A", siret: "3,52E+13", start: PartialDate("2008")), .init(id: "b", name: "B", siren: "12"),
      .init(id: "p", name: "P", kind: .place),
    ],
    alliances: [
      .init(
        id: "x", title: "X", parties: [.init(actor: "a"), .init(actor: "b")], forms: [.none], start: PartialDate("2019")
      ),
      .init(id: "y", title: "Y", parties: [.init(actor: "a"), .init(actor: "b")], themes: ["t"], odd: [8]),
      .init(id: "z", title: "Z", parties: [], themes: ["t"], story: "S"),
      .init(id: "w", title: "W", parties: [], forms: [.none], start: PartialDate("2020-02")),
    ],
    sources: [
      .init(subject: "a", field: "start", value: "2007", title: "rapport"), .init(subject: "y", title: "un"),
      .init(subject: "y", title: "deux"),
    ])

  @Test("tells what is unsourced, lost and contradictory")
  func quality() {
    let quality = Self.graph.dataQuality()
    #expect(quality.unsourcedActors == [1])
    #expect(quality.unsourcedAlliances == [0, 2, 3])
    #expect(quality.lostIdentifiers.map(\.subject) == ["a"])
    #expect(quality.contradictions.map(\.field) == ["start"])
    #expect(quality.organisationCount == 2)
    #expect(quality.coverage.contains { $0.field == "forms" && $0.filled == 2 && $0.total == 4 })
  }

  @Test("puts the best-documented alliances first: fields, then sources, then the latest start")
  func documentation() {
    // Two fields each: y with two sources, then w (2020) and x (2019), then z without a date.
    #expect(Self.graph.bestDocumented(9).map { Self.graph.alliances[$0.alliance].id } == ["y", "w", "x", "z"])
    #expect(Self.graph.bestDocumented(1, among: [0, 2]).map(\.alliance) == [0])
    #expect(Self.graph.allianceDocumentation()[1].filled == ["themes", "odd"])
    #expect(Self.graph.allianceDocumentation()[1].sources == [1, 2])
    #expect(AllianceDocumentation.fields.count == 13)
  }

  @Test("names rows as a reader can look them up")
  func rows() {
    #expect(Self.graph.rows(actors: [1], alliances: [0]).map(\.description) == ["actors/b", "alliances/x"])
  }
}
