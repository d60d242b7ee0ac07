import AllianceModel
import GraphCore
import TestSupport
import Testing

@testable import TerritoryAnalysis

@Suite("Structure of a territory")
struct StructureTests {
  @Test("names those who are cut off as brute force does", arguments: 0..<200 as Range<UInt64>)
  func fragility(seed: UInt64) {
    let graph = RandomTerritory.graph(seed: seed)
    let alliances = RandomTerritory.organisations(of: graph)
    let fragilities = graph.fragilities()
    let organisations = graph.actors.indices.filter { graph.actors[$0].kind != .place }
    for actor in organisations {
      let before = Self.part(of: actor, without: nil, in: alliances)
      var rest = before.subtracting([actor])
      var parts: [Set<Int>] = []
      while let start = rest.min() {
        parts.append(Self.part(of: start, without: actor, in: alliances))
        rest.subtract(parts[parts.count - 1])
      }
      // Of equal parts the one with the first organisation stays.
      let sorted = parts.sorted { (-$0.count, $0.min() ?? 0) < (-$1.count, $1.min() ?? 0) }
      let found = fragilities.first { $0.actor == actor }
      #expect((found?.parts.map(Set.init) ?? []) == sorted.dropFirst().map { $0 }, "\(graph.actors[actor].id)")
      guard let found else { continue }
      #expect(sorted[0].contains(found.anchor))
      #expect(found.organisationCount == organisations.count)
      #expect(
        found.alliances
          == alliances.indices.filter { alliances[$0].contains(actor) && !alliances[$0].isDisjoint(with: found.cutOff) }
      )
    }
    #expect(fragilities.map(\.cutOff.count) == fragilities.map(\.cutOff.count).sorted(by: >))
  }

  /// The organisations that alliances join to `start` when `removed` is gone.
  private static func part(of start: Int, without removed: Int?, in alliances: [Set<Int>]) -> Set<Int> {
    var found: Set<Int> = [start]
    while true {
      let next = alliances.map { $0.filter { $0 != removed } }.filter { !$0.isDisjoint(with: found) }
        .reduce(found) { $0.union($1) }
      guard next != found else { return found }
      found = next
    }
  }

  @Test("counts pairs that only a broker relates as looking at all triples does", arguments: 0..<100 as Range<UInt64>)
  func brokers(seed: UInt64) throws {
    let graph = RandomTerritory.graph(seed: seed)
    let alliances = RandomTerritory.organisations(of: graph)
    func areTied(_ one: Int, _ other: Int) -> Bool { alliances.contains { $0.isSuperset(of: [one, other]) } }
    let brokerage = try graph.familyBrokerage()
    let organisations = graph.actors.indices.filter { graph.actors[$0].kind != .place }
    for actor in organisations {
      var count: [FamilyBrokerage.FamilyPair: Int] = [:]
      for one in organisations where one != actor && areTied(one, actor) {
        for other in organisations where other > one && other != actor && areTied(other, actor) && !areTied(one, other)
        {
          let families = [graph.actors[one].family ?? .others, graph.actors[other].family ?? .others]
          if families[0] != families[1] { count[.init(families[0], families[1]), default: 0] += 1 }
        }
      }
      let broker = brokerage.brokers.first { $0.actor == actor }
      #expect(Dictionary(uniqueKeysWithValues: (broker?.pairs ?? []).map { ($0.families, $0.count) }) == count)
      guard let broker else { continue }
      let between: [BrokerageRole] = [.gatekeeper, .representative, .liaison]
      #expect(between.reduce(0) { $0 + (broker.roles[$1]?.observed ?? 0) } == 2 * broker.pairCount)
      #expect(broker.alliances == alliances.indices.filter { alliances[$0].contains(actor) && alliances[$0].count > 1 })
    }
    #expect(brokerage.brokers.map(\.pairCount) == brokerage.brokers.map(\.pairCount).sorted(by: >))
  }

  @Test("expects of ties what a deal of families gives on average")
  func expectedIndex() throws {
    // Town: 4 companies, 3 associations, 1 authority, 1 network; (12 + 6) of 72 ordered pairs are of one family.
    let brokerage = try Town.graph.familyBrokerage()
    let expected = try #require(brokerage.expectedIndex)
    #expect(abs(expected - (1 - 2 * 18.0 / 72)) < 1e-12)
    #expect(brokerage.tieCount == 8)
    #expect(brokerage.organisationCount == 9)
    // m: c1 and a1 are not tied. c1: m with c2 and c3. a1: m with a2 and a3.
    #expect(brokerage.brokers.map { Town.graph.actors[$0.actor].id } == ["c1", "a1", "m"])
    #expect(brokerage.brokers.map(\.pairCount) == [2, 2, 1])
    // Within: c1c2 1.5, c1c3 0.5, c2c3 0.5, a1a2 1.5, a1a3 0.5, a2a3 0.5; between: mc1 2, ma1 1.
    #expect(brokerage.index.internal == 5)
    #expect(brokerage.index.external == 3)
  }

  @Test("counts partners, the isolated too")
  func degrees() {
    let distribution = Town.graph.degreeDistribution()
    // c4 and n stand alone; c2, c3, a2, a3 and m have two partners, c1 and a1 three.
    #expect(distribution.bars.map(\.degree) == [0, 2, 3])
    #expect(distribution.bars.map(\.organisations) == [[3, 8], [1, 2, 5, 6, 7], [0, 4]])
    #expect(distribution.organisationCount == 9)
    #expect(distribution.mean == 16.0 / 9)
    #expect(distribution.median == 2)
    #expect(distribution.maximum == 3)
    let nothing = AllianceGraph(info: GraphInfo(name: "e", title: "E"), actors: [], alliances: [])
    #expect(nothing.degreeDistribution().mean == nil)
  }

  @Test("shows what stands around an alliance")
  func ego() {
    let ego = Town.graph.ego(ofAlliance: 0)
    #expect(ego.parties == [0, 1, 2])
    #expect(ego.shared == [1])
    #expect(ego.partners == [7])
    // x8 unites a place and c2: the others of c2 stand around it.
    #expect(Town.graph.ego(ofAlliance: 7).parties == [9, 1])
    #expect(Town.graph.ego(ofAlliance: 7).partners == [0, 2])
    let part = Town.graph.part(actors: [0, 1], alliances: [0, 1, 4])
    #expect(part.actors.map(\.id) == ["c1", "c2"])
    #expect(part.alliances.map { $0.parties.map(\.actor) } == [["c1", "c2"], ["c1", "c2"], ["c1"]])
  }

  @Test("portrays a group by its members and alliances")
  func portrait() throws {
    let portraits = try TerritoryAnalysis(of: Town.graph).clusters.portraits(of: Town.graph)
    #expect(portraits.map(\.number) == [0, 1])
    #expect(portraits[0].families.entries.map(\.value) == [.companies, .authorities])
    #expect(portraits[0].families.entries.map(\.rows) == [[0, 1, 2], [7]])
    #expect(portraits[0].places.known == 0)
    #expect(portraits[0].places.total == 4)
    #expect(portraits[0].outward == [.init(cluster: 1, alliances: [5])])
    #expect(portraits[1].outward == [.init(cluster: 0, alliances: [5])])
    #expect(portraits[0].years == nil)
    #expect(portraits[0].theme == "bois")
  }

  @Test("tallies a value once for each row, and knows how many rows have any")
  func tally() {
    let words = [["b", "a", "b"], [], ["a"]]
    let tally = Tally(of: words.indices) { words[$0] }
    #expect(tally.entries == [.init(value: "a", rows: [0, 2]), .init(value: "b", rows: [0])])
    #expect(tally.known == 2)
    #expect(tally.total == 3)
    #expect(tally.rows(of: "c").isEmpty)
  }
}
