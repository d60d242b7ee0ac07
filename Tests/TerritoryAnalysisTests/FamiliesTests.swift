import AllianceModel
import TerritoryAnalysis
import TestSupport
import Testing

@Suite("Families of a territory")
struct FamiliesTests {
  @Test("expects the mean over every way to deal the families", arguments: 0..<40 as Range<UInt64>)
  func expected(seed: UInt64) {
    let graph = RandomTerritory.graph(seed: seed, actors: 1...6)
    let organisations = graph.actors.indices.filter { graph.actors[$0].kind != .place }
    let alliances = RandomTerritory.organisations(of: graph).filter { $0.count > 1 }
    let families = organisations.map { graph.actors[$0].family ?? .others }
    let mixing = graph.familyMixing()
    #expect(mixing.allianceCount == alliances.count)
    let deals = Self.orders(of: Array(families.indices))
    for first in mixing.families {
      for second in mixing.families {
        func count(_ deal: [Int]) -> Int {
          alliances.count { parties in
            let present = parties.compactMap { organisations.firstIndex(of: $0) }.map { families[deal[$0]] }
            return first == second
              ? present.count { $0 == first } > 1 : present.contains(first) && present.contains(second)
          }
        }
        let mean = Double(deals.reduce(0) { $0 + count($1) }) / Double(deals.count)
        #expect(abs(mixing[first, second].expected - mean) < 1e-9, "\(first) \(second)")
        #expect(mixing[first, second].observed == count(Array(families.indices)))
      }
    }
  }

  /// Every order of the items.
  private static func orders(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in orders(of: items.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test("counts goals by family as reading the rows does", arguments: 0..<50 as Range<UInt64>)
  func goals(seed: UInt64) {
    let graph = RandomTerritory.graph(seed: seed)
    let parties = RandomTerritory.organisations(of: graph)
    for isWhole in [false, true] {
      let coverage = graph.goalCoverage(includesPartnerships: isWhole)
      #expect(coverage.goals == Array(1...(isWhole ? 17 : 16)))
      for goal in coverage.goals {
        for family in coverage.families {
          let served = graph.alliances.indices.filter { row in
            graph.alliances[row].odd.contains(goal) && parties[row].contains { graph.actors[$0].family == family }
          }
          #expect(coverage[goal, family].alliances == served)
        }
      }
      let counted = graph.alliances.count { $0.odd.contains { $0 != 17 || isWhole } }
      #expect(coverage.documented == counted)
      #expect(
        coverage.documented + coverage.partnershipsOnly.count + coverage.undocumented.count == graph.alliances.count)
    }
  }

  @Test("counts an organisation that states a goal itself")
  func stated() {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [.init(id: "a", name: "A", kind: ActorKind(rawValue: "company"), odd: [4]), .init(id: "b", name: "B")],
      alliances: [.init(id: "x", title: "X", parties: [.init(actor: "a"), .init(actor: "b")], odd: [8, 17])])
    let coverage = graph.goalCoverage()
    #expect(coverage[4, .companies].organisations == [0])
    #expect(coverage[4, .companies].alliances.isEmpty)
    #expect(coverage[8, .others].organisations == [1])
    #expect(coverage.uncovered == [1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16])
  }
}
