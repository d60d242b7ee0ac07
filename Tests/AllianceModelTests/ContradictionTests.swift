import AllianceModel
import Testing

@Suite("Contradiction")
struct ContradictionTests {
  @Test("is what sources say against the table or each other; a day in a year is none")
  func contradictions() {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"), actors: [.init(id: "a", name: "A", start: PartialDate("2008"))],
      alliances: [],
      sources: [
        .init(subject: "a", field: "start", value: "2007", title: "rapport"),
        .init(subject: "a", field: "start", value: "2008-03"),
        .init(subject: "a", field: "name", value: "A"), .init(subject: "a", field: "size", value: "sme"),
        .init(subject: "a", title: "toute la ligne"),
      ])
    #expect(graph.contradictions().map(\.field) == ["start"])
    #expect(graph.contradictions()[0].statements.map(\.value) == ["2008", "2007", "2008-03"])
    #expect(graph.contradictions()[0].statements.map(\.source) == [nil, "rapport", ""])
  }
}
