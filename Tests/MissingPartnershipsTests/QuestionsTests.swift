import AllianceModel
import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Completion, strengthening and verification")
struct QuestionsTests {
  @Test("misses at the table whom the members know, the alliance itself left out")
  func completion() throws {
    let graph = Territory.small([Territory.alliance("ab", ["a", "b"])])
    let missing = try MissingPartnerships(of: graph)
    let completion = missing.completion(of: 5, top: 10)
    // C and D are partners of both A and B; E is two steps away, F unknown.
    #expect(Set(completion.candidates.prefix(2).map(\.actor)) == [2, 3])
    #expect(completion.candidates.map(\.actor).contains(4))
    #expect(!completion.candidates.map(\.actor).contains(5))
    let best = completion.candidates[0]
    #expect(best.knownBy == [0, 1])
    #expect(best.rows.allSatisfy { $0.id != "ab" } && best.rows.count == 2)
  }

  @Test("strengthens a path best by tying its ends, and joins a part that stands alone")
  func strengthening() throws {
    let path = Territory.graph(
      ["a", "b", "c", "d"].map { Territory.actor($0) },
      [("a", "b"), ("b", "c"), ("c", "d")].map { Territory.alliance($0.0 + $0.1, [$0.0, $0.1]) })
    let ring = try MissingPartnerships(of: path).strengthening(3)
    // Three bridges and two cut points; the ring has none, and nothing is left to gain.
    #expect(ring.fragilityBefore == 5 && ring.fragilityAfter == 0 && ring.isExhaustive)
    #expect(ring.steps.count == 1)
    let step = try #require(ring.steps.first)
    #expect(step.first == 0 && step.second == 3)
    #expect(
      step.sentence.french
        == "A et D\u{A0}: 3 liens uniques doublés, 2 acteurs dont le départ ne coupe plus personne")

    let apart = try MissingPartnerships(of: Territory.small()).strengthening(1)
    let joined = try #require(apart.steps.first)
    #expect(joined.parts == 1)
    #expect(joined.gain > 0)
  }

  @Test("agrees with the definition of each measure of quality")
  func quality() {
    // Ranked 0–1, 0–2, 1–2, 0–3; new are 0–1 and 1–2.
    let whole = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (1, 3)])
    let pairs = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(0, 3)]
    let ranking = pairs.enumerated().map { PairRanking.Entry(pair: $1, score: -Double($0), isNear: true) }
    let quality = RankingQuality(ranking, whole: whole, isCalibrated: false)
    #expect(quality.newPairs == 2 && quality.candidates == 4)
    let precision: Double = (1.0 + 2.0 / 3.0) / 2.0
    #expect(agree(quality.averagePrecision, precision))
    #expect(quality.hitsAtTen == 1)
    // Negatives 0–2 and 0–3 weigh 1 · 2 and 1 · 2: the first new pair is above both, the second above one of them.
    #expect(agree(quality.degreeCorrectedAUC, 0.75))
    #expect(quality.predictedPerObserved == nil)
    let completion = CompletionQuality(ranks: [1, 2, 20])
    let reciprocal: Double = 1.55 / 3
    let hits: Double = 2.0 / 3
    #expect(agree(completion.meanReciprocalRank, reciprocal))
    #expect(agree(completion.hitsAtTen, hits))
  }

  @Test("verifies only graphs with dates and years to come")
  func verification() throws {
    #expect(try MissingPartnerships.verification(of: Territory.small(), upTo: 2018) == nil)
    let graph = Territory.large(seed: 5)
    let result = try #require(try MissingPartnerships.verification(of: graph, upTo: 2015))
    #expect(result.model.newPairs > 0 && result.model.newPairs == result.resourceAllocation.newPairs)
    #expect(try MissingPartnerships.verification(of: graph, upTo: 2019) == nil)
  }
}
