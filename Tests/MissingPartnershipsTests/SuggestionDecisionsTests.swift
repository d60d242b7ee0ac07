import AllianceModel
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Decisions about suggestions")
struct SuggestionDecisionsTests {
  private static func pairs(_ graph: AllianceGraph, includesDecided: Bool = false) throws -> [[Int]] {
    try MissingPartnerships(of: graph, includesDecided: includesDecided).suggestions(top: 50).map {
      [$0.first, $0.second]
    }
  }

  @Test("hide a pair until it is reopened or asked for", arguments: SuggestionDecisions.Verdict.allCases)
  func hiding(verdict: SuggestionDecisions.Verdict) throws {
    let graph = Territory.small().recording(verdict, 1, 0)
    #expect(try Self.pairs(graph).contains([0, 1]) == (verdict == .reopened))
    #expect(try Self.pairs(graph, includesDecided: true).contains([0, 1]))
    #expect(try Self.pairs(graph.recording(.reopened, 0, 1)).contains([0, 1]))
  }

  @Test("are counted by year, the latest of each pair")
  func precision() {
    let dates = [2024, 2025].map { PartialDate(year: $0) }
    let graph = Territory.small([Territory.alliance("ce", ["c", "e"])])
      .recording(.setAside, 0, 1, reason: "concurrents", date: dates[0])
      .recording(.accepted, 0, 1, date: dates[1])
      .recording(.setAside, 0, 4, date: dates[1], author: "AB")
      .recording(.exists, 1, 4, date: dates[1])
      .recording(.accepted, 2, 4)
    let decisions = SuggestionDecisions(of: graph)
    #expect(decisions.periods.map(\.year) == [2025, nil])
    #expect(
      decisions.periods[0].accepted == 1 && decisions.periods[0].setAside == 1 && decisions.periods[0].existing == 1)
    #expect(decisions.periods[0].precision == 0.5)
    #expect(decisions.periods[1].precision == 1)
    // Of the two accepted pairs C and E have an alliance.
    #expect(decisions.alliedSince == 1)
    #expect(graph.decisions.count == 5)
    #expect(graph.decisions[0].reason == "concurrents" && graph.decisions[0].subjects == ["a", "b"])
  }

  @Test("take the place of an older one when no date tells which came first")
  func replacing() {
    let graph = Territory.small().recording(.accepted, 0, 1, date: PartialDate(year: 2024)).recording(.setAside, 1, 0)
    #expect(graph.decisions.map(\.verdict) == ["set_aside"])
    let other = graph.recording(.accepted, 0, 2)
    #expect(other.decisions.count == 2)
  }
}
