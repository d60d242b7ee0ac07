import AllianceModel
import Testing

@Suite("Validation")
struct ValidationTests {
  private func actor(_ id: String, kind: String? = "association", siren: String? = nil, place: String? = nil)
    -> AllianceGraph.Actor
  {
    .init(id: id, name: id.uppercased(), kind: kind.map { ActorKind(written: $0) }, siren: siren, place: place)
  }

  private func findings(
    actors: [AllianceGraph.Actor], alliances: [AllianceGraph.Alliance] = [], sources: [AllianceGraph.Source] = []
  ) -> [Finding] {
    AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: alliances, sources: sources)
      .validate()
  }

  @Test("finds nothing in a sound graph")
  func sound() {
    let alliance = AllianceGraph.Alliance(
      id: "x", title: "X", parties: [.init(actor: "a"), .init(actor: "b")],
      forms: [PartnershipForm(written: "mécénat")],
      start: PartialDate("2020"), end: PartialDate("2020-05"), odd: [17])
    let found = findings(
      actors: [actor("a", siren: "200068781", place: "26281"), actor("b")], alliances: [alliance],
      sources: [.init(subject: "x"), .init(subject: "")])
    #expect(found.isEmpty, "\(found)")
  }

  @Test("names every fault in one pass, with its row, column and value")
  func everything() {
    let alliances: [AllianceGraph.Alliance] = [
      .init(id: "x", title: "X", parties: [.init(actor: "a"), .init(actor: "bb"), .init(actor: "a")], odd: [18]),
      .init(
        id: "x", title: " ", parties: [], forms: [PartnershipForm(written: "mecenat"), .none],
        relation: Relation(written: "gouvernanse"), start: PartialDate("2021"), end: PartialDate("2020")),
      .init(
        id: "a", title: "Y", parties: [.init(actor: "a"), .init(actor: "b", role: "r"), .init(actor: "b", role: "s")]),
    ]
    let found = findings(
      actors: [actor("a", siren: "200068782", place: "Romans"), actor("b", kind: "asociation"), actor("a"), actor("")],
      alliances: alliances, sources: [.init(subject: "nobody")])
    func has(_ severity: Finding.Severity, _ row: Finding.Row, _ field: String?, _ value: String?) -> Bool {
      found.contains { $0.severity == severity && $0.row == row && $0.field == field && $0.value == value }
    }
    #expect(has(.warning, .actor(0), "siren", "200068782"))
    #expect(has(.warning, .actor(0), "place", "Romans"))
    #expect(has(.error, .actor(0), "id", "a"))  // shared with an alliance
    #expect(has(.warning, .actor(1), "kind", "asociation"))
    #expect(has(.error, .actor(2), "id", "a"))
    #expect(has(.error, .actor(3), "id", nil))
    #expect(has(.error, .party(alliance: 0, party: 1), "actor", "bb"))
    #expect(has(.warning, .party(alliance: 0, party: 2), "actor", "a"))
    #expect(has(.error, .alliance(0), "odd", "18"))
    #expect(has(.error, .alliance(1), "id", "x"))
    #expect(has(.error, .alliance(1), "title", nil))
    #expect(has(.warning, .alliance(1), "forms", "patronage|none"))
    #expect(has(.warning, .alliance(1), "relation", "gouvernanse"))
    #expect(has(.error, .alliance(1), "end", "2020"))
    #expect(has(.warning, .alliance(1), "parties", "0"))
    #expect(has(.note, .party(alliance: 2, party: 2), "actor", "b"))
    #expect(has(.warning, .source(0), "subject", "nobody"))
    #expect(found.first { $0.value == "bb" }?.cure?.french == "vouliez-vous dire «\u{00A0}b\u{00A0}»\u{202F}?")
    #expect(found.first { $0.value == "asociation" }?.cure?.french.contains("Association") == true)
  }

  @Test("warns of an alliance with one party, which ties nobody")
  func onlyOne() {
    let found = findings(actors: [actor("a")], alliances: [.init(id: "x", title: "X", parties: [.init(actor: "a")])])
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].message.french.contains("n’a qu’une partie"))
  }

  @Test("refuses half a coordinate, (0, 0), and degrees that are on no map")
  func coordinates() {
    let places: [(Double?, Double?, Bool)] = [
      (45.05, 5.04, true), (nil, nil, true), (45, nil, false), (nil, 5, false), (0, 0, false), (91, 5, false),
      (45, 181, false),
      (-21.1, 55.5, true), (.nan, 1, false),
    ]
    for (latitude, longitude, isSound) in places {
      let found = findings(actors: [.init(id: "a", name: "A", latitude: latitude, longitude: longitude)])
      #expect(found.isEmpty == isSound, "\(String(describing: latitude)), \(String(describing: longitude))")
    }
  }

  @Test("counts how many rows have each field, organisations only")
  func coverage() throws {
    let coverage = ProjectionTests.graph.coverage()
    let kinds = try #require(coverage.first { $0.table == "actors" && $0.field == "kind" })
    #expect((kinds.filled, kinds.total) == (3, 4))
    let forms = try #require(coverage.first { $0.table == "alliances" && $0.field == "forms" })
    #expect((forms.filled, forms.total) == (0, 4))
  }
}
