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

    // A and D hang on one link each; the one alliance can relieve both.
    #expect(ring.leastFragility == 0)

    let apart = try MissingPartnerships(of: Territory.small()).strengthening(1)
    let joined = try #require(apart.steps.first)
    #expect(joined.parts == 1)
    #expect(joined.gain > 0)
  }

  @Test("counts what a tie removes as taking it into the network does", arguments: 0..<200 as Range<UInt64>)
  func blockTrees(seed: UInt64) {
    let graph = CSRGraph.random(seed: seed)
    func spots(_ graph: CSRGraph) -> Fragility {
      Fragility(
        bridges: graph.bridges().count, cutPoints: graph.articulationPoints().count,
        parts: graph.components().clusterCount)
    }
    let trees = BlockTrees(graph)
    #expect(trees.fragility == spots(graph))
    for low in graph.nodes {
      let gains = trees.gains(of: low)
      for high in graph.nodes where low < high && !graph.hasEdge(from: low, to: high) {
        let after = spots(graph.adding([NodePair(low, high)]))
        let before = trees.fragility
        #expect(
          gains[high.index]
            == Fragility(
              bridges: before.bridges - after.bridges, cutPoints: before.cutPoints - after.cutPoints,
              parts: before.parts - after.parts), "\(graph), \(low)–\(high)")
      }
    }
  }

  @Test("stays above its bound, and reaches the best single alliance", arguments: 0..<20 as Range<UInt64>)
  func bound(seed: UInt64) throws {
    let network = CSRGraph.random(seed: seed)
    let graph = Territory.graph(
      network.nodes.map { Territory.actor("n\($0.index)") },
      network.edges.map {
        Territory.alliance("\($0.source)-\($0.target)", ["n\($0.source.index)", "n\($0.target.index)"])
      })
    let missing = try MissingPartnerships(of: graph)
    for count in 1...3 {
      let result = try missing.strengthening(count)
      #expect(result.fragilityAfter >= result.leastFragility)
      #expect(result.fragilityBefore - result.steps.reduce(0) { $0 + $1.gain } == result.fragilityAfter)
    }
    let trees = BlockTrees(network)
    let best =
      network.nodes.flatMap { low in
        network.nodes.filter { $0 > low && !network.hasEdge(from: low, to: $0) }.map {
          trees.gains(of: low)[$0.index].total
        }
      }.max() ?? 0
    #expect(try missing.strengthening(1).steps.first?.gain ?? 0 == max(0, best))
  }

  @Test("shortens a path most by tying nodes a third from its ends, and says the mean distance")
  func distance() throws {
    let names = (0..<7).map { "n\($0)" }
    let path = Territory.graph(
      names.map { Territory.actor($0) }, zip(names, names.dropFirst()).map { Territory.alliance($0 + $1, [$0, $1]) })
    let result = try MissingPartnerships(of: path).strengthening(1, for: .distance)
    let step = try #require(result.steps.first)
    let change = try #require(step.meanDistance)
    // All pairs of a path of seven: (6·1 + 5·2 + 4·3 + 3·4 + 2·5 + 1·6) / 21.
    #expect(agree(change.before, 56.0 / 21))
    #expect(change.after < change.before && result.isExhaustive)
    #expect(step.sentence.french.hasPrefix("\(names[step.first].uppercased()) et "))
    let network = AllianceHistory(of: path).network
    func mean(_ graph: CSRGraph) -> Double {
      graph.nodes.reduce(0.0) { sum, node in
        let paths = graph.shortestPaths(from: node)
        return sum + graph.nodes.reduce(0.0) { $0 + Double((paths.path(to: $1)?.count ?? 1) - 1) }
      } / 42
    }
    let best =
      network.nodes.flatMap { low in
        network.nodes.filter { $0 > low && !network.hasEdge(from: low, to: $0) }
          .map { mean(network.adding([NodePair(low, $0)])) }
      }.min() ?? 0
    #expect(agree(change.after, best))
  }

  @Test("ties isolated actors to the mesh, not to each other")
  func isolation() throws {
    let result = try MissingPartnerships(of: Territory.small()).strengthening(3, for: .isolation)
    // F alone has no alliance; A shares its theme, goal and place.
    #expect(result.steps.map { [$0.first, $0.second] } == [[0, 5]])
  }

  @Test("agrees with the definition of each measure of quality")
  func quality() {
    // Ranked 0–1, 0–2, 1–2, 0–3; new are 0–1 and 1–2.
    let whole = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (1, 3)])
    let pairs = [NodePair(0, 1), NodePair(0, 2), NodePair(1, 2), NodePair(0, 3)]
    let ranking = pairs.enumerated().map { PairRanking.Entry(pair: $1, score: -Double($0), isNear: true) }
    let before = CSRGraph(nodeCount: 4, edges: [(2, 3), (1, 3)])
    let quality = RankingQuality(ranking, before: before, whole: whole, isCalibrated: false)
    #expect(quality.newPairs == 2 && quality.candidates == 4)
    let precision: Double = (1.0 + 2.0 / 3.0) / 2.0
    #expect(agree(quality.averagePrecision, precision))
    #expect(quality.hitsAtTen == 1)
    // Negatives 0–2 and 0–3 weigh 1 · 2 and 1 · 3: the first new pair is above both, the second above the latter.
    #expect(agree(quality.degreeCorrectedAUC, (5.0 + 3.0) / 10.0))
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
