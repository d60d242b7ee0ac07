import AllianceModel
import GeneratedGraphs
import TestSupport
import Testing

@testable import Cartography

@Suite("Groups of a large graph")
struct GroupLevelTests {
  private static func actor(_ id: String, _ kind: String = "company") -> AllianceGraph.Actor {
    AllianceGraph.Actor(id: id, name: id, kind: ActorKind(rawValue: kind))
  }

  private static func alliance(_ id: String, _ parties: String, themes: [String] = []) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: id, title: id, parties: parties.split(separator: " ").map { AllianceGraph.Party(actor: String($0)) },
      themes: themes)
  }

  /// Two triangles of alliances, one alliance between them, and somebody alone.
  private static let twoTriangles = AllianceGraph(
    info: GraphInfo(name: "n", title: "T"), actors: ["a", "b", "c", "d", "e", "f", "seul"].map { actor($0) },
    alliances: [
      alliance("ab", "a b"), alliance("bc", "b c"), alliance("ca", "c a", themes: ["eau"]), alliance("de", "d e"),
      alliance("ef", "e f"), alliance("fd", "f d"), alliance("ad", "a d"),
    ])

  @Test("are those who work together, with the alliances inside and between them counted once")
  func byHand() throws {
    let level = try GroupLevel(MapPart(whole: Self.twoTriangles))
    #expect(level.groups.map(\.actors) == [[0, 1, 2], [3, 4, 5], [6]])
    #expect(level.groups.map(\.kind) == [.cluster, .cluster, .untied])
    #expect(level.groups.map(\.innerCount) == [3, 3, 0])
    #expect(level.groups.map(\.outerCount) == [1, 1, 0])
    #expect(level.groups.map(\.number) == ["1", "2", "3"])
    #expect(level.groups[0].theme == "eau")
    #expect(level.bundles.map { [$0.first, $0.second] + $0.alliances } == [[0, 1, 6]])
  }

  @Test("end inside at named neighbours: an actor alone under its name, several under that of their group")
  func neighbours() throws {
    let level = try GroupLevel(MapPart(whole: Self.twoTriangles))
    let inside = MapPart(0, of: level, name: { "Groupe \($0 + 1)" })
    #expect(inside.graph.actors.map(\.id) == ["a", "b", "c", "d"])
    #expect(inside.memberCount == 3)
    #expect(inside.graph.alliances.map(\.id) == ["ab", "bc", "ca", "ad"])
    #expect(inside.members.alliances.last?.parties.map(\.actor) == ["a"])

    let more = AllianceGraph(
      info: Self.twoTriangles.info, actors: Self.twoTriangles.actors,
      alliances: Self.twoTriangles.alliances + [Self.alliance("ae", "a e")])
    let second = MapPart(0, of: try GroupLevel(MapPart(whole: more)), name: { "Groupe \($0 + 1)" })
    #expect(second.graph.actors.map(\.name) == ["a", "b", "c", "Groupe 2"])
  }

  @Test(
    "hold everybody exactly once on every level, down to parts that can be drawn", arguments: [40, 700, 2_000, 5_000])
  func everybody(count: Int) throws {
    let graph = AllianceGraph.generated(actorCount: count, seed: 3)
    var drawn: [String] = []
    func descend(_ part: MapPart, depth: Int) throws {
      try #require(depth < 6)
      let level = try GroupLevel(part)
      #expect(level.groups.count <= GroupLevel.cardLimit)
      #expect(level.groups.flatMap(\.actors).sorted() == Array(0..<part.memberCount))
      for (place, group) in level.groups.enumerated() {
        let inside = MapPart(place, of: level, name: { "g\($0)" })
        #expect(inside.memberCount == group.actors.count)
        let ids = Set(part.graph.actors[..<part.memberCount].map(\.id))
        #expect(inside.graph.actors[..<inside.memberCount].allSatisfy { ids.contains($0.id) })
        if inside.showsActors {
          drawn += inside.graph.actors[..<inside.memberCount].map(\.id)
        } else {
          try descend(inside, depth: depth + 1)
        }
      }
    }
    try descend(MapPart(whole: graph), depth: 0)
    #expect(drawn.sorted() == graph.actors.map(\.id).sorted())
  }

  @Test("cut by name who has no alliance at all, and end there")
  func nothingButNames() throws {
    let actors = (0..<1_500).map { Self.actor("acteur \($0)") }
    let graph = AllianceGraph(info: GraphInfo(name: "n", title: "T"), actors: actors, alliances: [])
    let level = try GroupLevel(MapPart(whole: graph))
    #expect(level.groups.count == 5)
    #expect(level.groups.allSatisfy { $0.actors.count == 300 })
  }

  @Test("keep pairs together when there are hundreds of them")
  func pairs() throws {
    let actors = (0..<1_400).map { Self.actor("p\($0)") }
    let alliances = (0..<700).map { Self.alliance("x\($0)", "p\(2 * $0) p\(2 * $0 + 1)") }
    let graph = AllianceGraph(info: GraphInfo(name: "n", title: "T"), actors: actors, alliances: alliances)
    let level = try GroupLevel(MapPart(whole: graph))
    #expect(level.groups.count > 1)
    #expect(level.bundles.isEmpty)
    #expect(level.groups.map(\.innerCount).reduce(0, +) == 700)
  }

  @Test("are found by number, by name and by one of their actors")
  func finding() throws {
    let graph = Self.twoTriangles
    func members(_ cluster: String) throws -> [String] {
      let map = try NetworkMap(of: graph, options: MapOptions(cluster: cluster, isInternal: true))
      return map.part.graph.actors[..<map.part.memberCount].map(\.id)
    }
    #expect(try members("2") == ["d", "e", "f"])
    #expect(try members("eau") == ["a", "b", "c"])
    #expect(try members("e") == ["d", "e", "f"])
    for wrong in ["9", "2.7", "nobody", "..", "1."] {
      #expect(throws: MapError.self, "\(wrong)") { try members(wrong) }
    }
  }
}
