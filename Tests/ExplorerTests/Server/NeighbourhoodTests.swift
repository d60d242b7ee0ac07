import AllianceModel
import Testing

@testable import Explorer

@Suite("Neighbourhood")
struct NeighbourhoodTests {
  /// a – b – c – d in a row, by the alliances 1, 2 and 3, and 4 beside 2; e stands alone.
  private let steps: Neighbourhood = {
    func alliance(_ id: String, _ actors: String...) -> AllianceGraph.Alliance {
      .init(id: id, title: id, parties: actors.map { .init(actor: $0) })
    }
    return Neighbourhood(
      of: AllianceGraph(
        info: GraphInfo(name: "g", title: "G"), actors: ["a", "b", "c", "d", "e"].map { .init(id: $0, name: $0) },
        alliances: [alliance("1", "a", "b"), alliance("2", "b", "c"), alliance("3", "c", "d"), alliance("4", "c", "b")])
    )
  }()

  @Test("holds the alliances of who is within so many steps")
  func around() {
    #expect(steps.around("a", steps: 1) == ["1"])
    #expect(steps.around("a", steps: 2) == ["1", "2", "4"])
    #expect(steps.around("e", steps: 2) == [])
    #expect(steps.around("z", steps: 1) == nil)
  }

  @Test("holds all alliances behind each step of a shortest way")
  func way() {
    #expect(steps.way(from: "a", to: "d") == ["1", "2", "3", "4"])
    #expect(steps.way(from: "c", to: "c") == [])
    #expect(steps.way(from: "a", to: "e") == [])
    #expect(steps.way(from: "a", to: "z") == nil)
  }
}
