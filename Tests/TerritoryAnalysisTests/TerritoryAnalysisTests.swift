import AllianceModel
import Foundation
import GraphCore
import Testing

@testable import TerritoryAnalysis

/// Two groups that a town joins; a company known only by a place; a network that nobody works with.
enum Town {
  static func actor(_ id: String, _ kind: String) -> AllianceGraph.Actor {
    .init(id: id, name: id.uppercased(), kind: ActorKind(rawValue: kind))
  }

  static func alliance(_ id: String, _ parties: [String], theme: String? = nil) -> AllianceGraph.Alliance {
    .init(id: id, title: "Alliance \(id)", parties: parties.map { .init(actor: $0) }, themes: theme.map { [$0] } ?? [])
  }

  static let graph = AllianceGraph(
    info: GraphInfo(name: "town", title: "Town"),
    actors: [
      actor("c1", "company"), actor("c2", "company"), actor("c3", "company"), actor("c4", "company"),
      actor("a1", "association"), actor("a2", "association"), actor("a3", "association"), actor("m", "local_authority"),
      actor("n", "network"), actor("p", "place"),
    ],
    alliances: [
      alliance("x1", ["c1", "c2", "c3"], theme: "bois"), alliance("x2", ["c1", "c2"], theme: "bois"),
      alliance("x3", ["a1", "a2", "a3"], theme: "culture"), alliance("x4", ["a1", "a2"], theme: "bois"),
      alliance("x5", ["m", "c1"]), alliance("x6", ["m", "a1"]), alliance("x7", ["p", "c4"]),
      alliance("x8", ["p", "c2"]),
      alliance("x9", ["m", "c1"]),
    ])
}

@Suite("TerritoryAnalysis")
struct TerritoryAnalysisTests {
  let analysis: TerritoryAnalysis

  init() throws { analysis = try TerritoryAnalysis(of: Town.graph) }

  private func sentences(_ kind: Insight.Kind) -> [String] {
    analysis.findings.filter { $0.kind == kind }.map { $0.sentence.english }
  }

  @Test("finds the two groups, and attaches what stands with them")
  func clusters() {
    let clusters = analysis.clusters
    #expect(clusters.clusters.map(\.organisations) == [[0, 1, 2, 7], [4, 5, 6]])
    // The place stands with c2; the company known only by the place stands with the place; nobody stands with the network.
    #expect(clusters.clusters[0].attached == [3, 9])
    #expect(clusters.actorCluster[8] == nil)
    #expect(clusters.clusters[1].alliances == [2, 3])
    // x6 joins one member of each group: it stands with the larger.
    #expect(clusters.clusters[0].alliances == [0, 1, 4, 5, 6, 7, 8])
  }

  @Test("names groups by their own theme, no theme twice, and by the organisation with most alliances inside")
  func names() {
    // bois: 9/3 + 4/2 for the companies; culture 9/3 and bois 4/2 for the associations.
    #expect(analysis.clusters.clusters.map(\.theme) == ["bois", "culture"])
    #expect(analysis.clusters.clusters.map(\.pivot) == [0, 4])
  }

  @Test("counts alliances, partners and those cut off, as by hand")
  func measures() {
    let byID = Dictionary(uniqueKeysWithValues: analysis.actors.map { (Town.graph.actors[$0.actor].id, $0) })
    #expect(byID["c1"]?.strength == 4)
    #expect(byID["c1"]?.degree == 3)
    #expect(byID["c2"]?.alliances == 3)
    #expect(byID["c2"]?.strength == 2)
    #expect(byID["c4"]?.strength == 0)
    #expect(byID["c4"]?.alliances == 1)
    #expect(byID["m"]?.cutOff == 3)
    #expect(byID["c1"]?.cutOff == 2)
    #expect(byID["c4"]?.cluster == nil)
    #expect(byID["p"] == nil)
    #expect(analysis.tyingAlliances == 7)
    #expect(analysis.tieCount == 8)
  }

  @Test("says plainly what is fragile, apart and alone, with names and counts")
  func findings() {
    #expect(
      sentences(.fragility) == [
        "If M leaves, 3 organisations of 9 lose their only link with the rest of the mesh: A1, A2 and A3.",
        "If C1 leaves, 2 organisations of 9 lose their only link with the rest of the mesh: C2 and C3.",
        "If A1 leaves, 2 organisations of 9 lose their only link with the rest of the mesh: A2 and A3.",
      ])
    #expect(
      sentences(.isolated) == ["2 organisations of 9 have no known alliance with another organisation: C4 and N."])
    #expect(
      sentences(.singleLink) == [
        "The groups “bois” and “culture” meet in one alliance only, of 7: “Alliance x6” (M and A1)."
      ])
    #expect(
      sentences(.familiesApart) == [
        "None of 7 alliances unites “Companies” (4) and “Associations and foundations” (3: A1, A2 and A3)."
      ])
    #expect(sentences(.parts).isEmpty)
    #expect(sentences(.broker).isEmpty)
  }

  @Test("leaves unknown, above the limit of paths, what rests on shortest paths, and says so")
  func pathLimit() throws {
    let limited = try TerritoryAnalysis(of: Town.graph, pathLimit: 1)
    #expect(limited.actors.allSatisfy { $0.harmonic == nil && $0.betweenness == nil })
    #expect(limited.actors.map(\.degree) == analysis.actors.map(\.degree))
    #expect(!limited.findings.contains { $0.kind == .broker })
    let document = AnalysisDocument(limited, of: Town.graph, language: .french)
    #expect(document.conventions.last?.contains("1 organisations") == true)
    let json = String(decoding: try document.json(), as: UTF8.self)
    #expect(!json.contains("\"betweenness\""))
    #expect(analysis.hasPaths && !limited.hasPaths)
  }

  @Test("leaves out every finding of an empty graph")
  func empty() throws {
    let nothing = AllianceGraph(info: GraphInfo(name: "e", title: "E"), actors: [], alliances: [])
    let analysis = try TerritoryAnalysis(of: nothing)
    #expect(analysis.findings.isEmpty)
    #expect(analysis.clusters.clusters.isEmpty)
    #expect(analysis.clusters.modularity == nil)
  }

  @Test("counts those cut off as brute force does", arguments: 0..<200 as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...10, using: &generator)
    let actors = (0..<count).map { Town.actor("o\($0)", "company") }
    let alliances = (0..<Int.random(in: 0...8, using: &generator)).map { number in
      Town.alliance(
        "x\(number)",
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          "o\(Int.random(in: 0..<count, using: &generator))"
        })
    }
    let graph = AllianceGraph(info: GraphInfo(name: "r", title: "R"), actors: actors, alliances: alliances)
    let analysis = try TerritoryAnalysis(of: graph)
    for measure in analysis.actors {
      let before = Self.part(of: measure.actor, without: nil, in: graph)
      let rest = before.subtracting([measure.actor])
      let parts = rest.map { Self.part(of: $0, without: measure.actor, in: graph).count }
      #expect(measure.cutOff == rest.count - (parts.max() ?? 0))
      let joint = alliances.filter { alliance in
        let parties = Set(alliance.parties.map(\.actor))
        return parties.count > 1 && parties.contains("o\(measure.actor)")
      }
      #expect(measure.strength == Double(joint.count))
    }
  }

  /// The organisations that alliances join to `start`, one after the other, when `removed` is gone.
  private static func part(of start: Int, without removed: Int?, in graph: AllianceGraph) -> Set<Int> {
    var found: Set<Int> = [start]
    var grows = true
    while grows {
      grows = false
      for alliance in graph.alliances {
        let parties = Set(alliance.parties.compactMap { Int($0.actor.dropFirst()) }).filter { $0 != removed }
        if !parties.isDisjoint(with: found), !parties.isSubset(of: found) {
          found.formUnion(parties)
          grows = true
        }
      }
    }
    return found
  }

  @Test("writes JSON whose rows can be followed, the same bytes each time")
  func json() throws {
    let document = AnalysisDocument(analysis, of: Town.graph, language: .french)
    let data = try document.json()
    #expect(try data == AnalysisDocument(TerritoryAnalysis(of: Town.graph), of: Town.graph, language: .french).json())
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let actors = try #require(object["actors"] as? [[String: Any]])
    #expect(actors.count == 9)
    #expect(actors[0]["strength"] as? Double == 4)
    #expect(actors[0]["cut_off"] as? Int == 2)
    #expect(actors[3]["cluster"] == nil)
    let ids = Set(Town.graph.actors.map(\.id) + Town.graph.alliances.map(\.id))
    for finding in document.findings {
      #expect(!finding.rows.isEmpty)
      #expect(finding.rows.allSatisfy { ids.contains($0.id) })
    }
    #expect(document.findings[0].sentence.contains("\u{00A0}"))
  }

  @Test("finds an actor by id, name without accents, or a part of it")
  func lookup() {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [.init(id: "tezea", name: "Tézéa"), .init(id: "tz2", name: "Tézéa Bis", aliases: ["TZ"])], alliances: [])
    #expect(graph.actors(named: "tezea") == [0])
    #expect(graph.actors(named: "TÉZÉA") == [0])
    #expect(graph.actors(named: "tz") == [1])
    #expect(graph.actors(named: "zéa") == [0, 1])
    #expect(graph.actors(named: "x").isEmpty)
  }
}
