import AllianceModel
import GeneratedGraphs
import Testing

@testable import Cartography

@Suite("Groups of a large graph, as a nest")
struct GroupTreeTests {
  @Test("hold everybody exactly once in those that show actors", arguments: [(700, 2.0), (1_500, 3.3)])
  func everybody(actors: Int, alliances: Double) throws {
    let graph = AllianceGraph.generated(actorCount: actors, seed: 3, alliancesPerActor: alliances)
    let groups = try GroupTree(of: graph, language: .french).groups
    #expect(groups.filter(\.showsActors).flatMap(\.actors).sorted() == Array(graph.actors.indices))
    let byNumber = Dictionary(uniqueKeysWithValues: groups.map { ($0.number, $0) })
    for group in groups {
      guard let dot = group.number.lastIndex(of: ".") else { continue }
      let outer = try #require(byNumber[String(group.number[..<dot])])
      #expect(!outer.showsActors)
      #expect(Set(group.actors).isSubset(of: outer.actors))
    }
  }

  @Test("are those whose inside a map draws under the same number")
  func numbers() throws {
    let graph = AllianceGraph.generated(actorCount: 700, seed: 3)
    for group in try GroupTree(of: graph, language: .french).groups.prefix(30) {
      let map = try NetworkMap(of: graph, options: MapOptions(cluster: group.number, isInternal: true))
      let members = map.part.graph.actors[..<map.part.memberCount].map(\.id)
      #expect(members.sorted() == group.actors.map { graph.actors[$0].id }.sorted())
    }
  }

  @Test("are none of a graph that one drawing shows, and of a few actors with very many alliances")
  func none() throws {
    #expect(try GroupTree(of: .generated(actorCount: 40, seed: 1), language: .french).groups.isEmpty)
    let dense = Self.dense
    #expect(try GroupTree(of: dense, language: .french).groups.isEmpty)
  }

  @Test("give a card to each of a few actors with too many alliances to draw, and end there")
  func cards() throws {
    let level = try GroupLevel(MapPart(whole: Self.dense))
    #expect(level.showsActors)
    #expect(level.groups.map(\.actors) == [[0], [1], [2]])
    #expect(level.bundles.map(\.alliances.count).sorted() == [100, 100, 100])
  }

  /// Three actors, each two of them in a hundred alliances.
  private static var dense: AllianceGraph {
    let pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    return AllianceGraph(
      info: GraphInfo(name: "dense", title: "Dense"),
      actors: ["a", "b", "c"].map { AllianceGraph.Actor(id: $0, name: $0, kind: ActorKind(rawValue: "association")) },
      alliances: (0..<300).map { index in
        let (one, other) = pairs[index % 3]
        return AllianceGraph.Alliance(
          id: "x\(index)", title: "Alliance \(index)",
          parties: [AllianceGraph.Party(actor: one), AllianceGraph.Party(actor: other)])
      })
  }
}
