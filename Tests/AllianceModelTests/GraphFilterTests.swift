import AllianceModel
import Testing

@Suite("Graph filter")
struct GraphFilterTests {
  private static let graph = AllianceGraph(
    info: GraphInfo(name: "g", title: "G"), actors: [.init(id: "a", name: "A"), .init(id: "b", name: "B")],
    alliances: ["x", "y", "z"].enumerated().map { row, id in
      .init(
        id: id, title: id, parties: [.init(actor: "a"), .init(actor: "b")], start: PartialDate(year: 2015 + row),
        odd: [8 + row])
    })

  private func chosen(_ conditions: String...) throws -> [Int] {
    try GraphFilter(try conditions.map { try #require(GraphFilter.Condition($0)) }).alliances(in: Self.graph)
  }

  @Test("chooses alliances by id, goal and period, in the order of the table")
  func alliances() throws {
    #expect(try chosen() == [0, 1, 2])
    #expect(try chosen("id=z", "alliance=x") == [0, 2])
    #expect(try chosen("odd=9") == [1])
    #expect(try chosen("période=2016-2017") == [1, 2])
    #expect(try chosen("id=x", "odd=9") == [])
  }

  @Test("says which values it knows, for the option that was written")
  func unknown() throws {
    let filter = GraphFilter([.init(.id, "q")])
    #expect(throws: GraphFilter.UnknownValue(key: .id, value: "q", known: ["x", "y", "z"])) {
      try filter.alliances(in: Self.graph)
    }
    let message = GraphFilter.UnknownValue(key: .id, value: "q", known: ["x"]).message(option: "--select")
    #expect(message.english == "--select id: “q” is not known. Possible values: x.")
  }
}
