import AllianceModel
import GraphCore

/// Small graphs of organisations, objects and alliances, the same for the same seed.
enum RandomTerritory {
  static func graph(seed: UInt64, actors: ClosedRange<Int> = 1...10, alliances: ClosedRange<Int> = 0...8)
    -> AllianceGraph
  {
    var generator = SeededGenerator(seed: seed)
    let kinds = ["company", "association", "local_authority", "network", "place"]
    let count = Int.random(in: actors, using: &generator)
    let people = (0..<count).map { number in
      Town.actor("o\(number)", kinds[Int.random(in: 0..<kinds.count, using: &generator)])
    }
    let rows = (0..<Int.random(in: alliances, using: &generator)).map { number in
      let parties = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        AllianceGraph.Party(actor: "o\(Int.random(in: 0..<count, using: &generator))")
      }
      let odd = [1, 8, 17].filter { _ in Bool.random(using: &generator) }
      let start =
        Bool.random(using: &generator) ? PartialDate(year: Int.random(in: 2010...2020, using: &generator)) : nil
      let end = Bool.random(using: &generator) ? PartialDate(year: Int.random(in: 2012...2022, using: &generator)) : nil
      return AllianceGraph.Alliance(
        id: "x\(number)", title: "X\(number)", parties: parties, start: start, end: end, odd: odd)
    }
    return AllianceGraph(
      info: GraphInfo(name: "r", title: "R", created: PartialDate("2023")), actors: people, alliances: rows)
  }

  /// For each alliance, its organisations, found anew.
  static func organisations(of graph: AllianceGraph) -> [Set<Int>] {
    graph.alliances.map { alliance in
      Set(alliance.parties.compactMap { party in graph.actors.firstIndex { $0.id == party.actor } })
        .filter { graph.actors[$0].kind != .place }
    }
  }
}
