import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Candidate pairs")
struct CandidatePairsTests {
  @Test("are the pairs without a tie whose two ends have one", arguments: 0..<100 as Range<UInt64>)
  func definition(seed: UInt64) {
    let graph = CSRGraph.random(seed: seed)
    let matrix = AdjacencyMatrix(graph)
    var expected: [NodePair] = []
    for low in 0..<matrix.size {
      for high in (low + 1)..<max(low + 1, matrix.size) where !matrix.isTied(low, high) {
        if matrix.weights[low].contains(where: { $0 != nil }), matrix.weights[high].contains(where: { $0 != nil }) {
          expected.append(NodePair(NodeID(low), NodeID(high)))
        }
      }
    }
    let candidates = CandidatePairs(graph)
    #expect(candidates.all == expected)
    #expect(candidates.count == expected.count)
  }

  @Test("draws candidates only, the same for the same seed, and popular ones more often")
  func draws() {
    // A star of 20 beside ten pairs: leaves of the star have degree 1, like the ends of the pairs; the hub has 20.
    let star = (1...20).map { (NodeID(0), NodeID($0)) }
    let pairs = (0..<10).map { (NodeID(21 + 2 * $0), NodeID(22 + 2 * $0)) }
    let candidates = CandidatePairs(CSRGraph(nodeCount: 41, edges: star + pairs))
    var (first, second) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
    let drawn = candidates.byDegree(2_000, using: &first)
    #expect(drawn == candidates.byDegree(2_000, using: &second))
    #expect(Set(drawn).isSubset(of: Set(candidates.all)))
    func shareOfHub(_ pairs: [NodePair]) -> Double { Double(pairs.count { $0.low == 0 }) / Double(pairs.count) }
    // By degree 20·20 of the 20·20 + C(40,2) − 10 weights are the hub's, 34 %; evenly 20 of 790 pairs, 2.5 %.
    #expect(abs(shareOfHub(drawn) - 400.0 / 1_170) < 0.04)
    #expect(abs(shareOfHub(candidates.uniform(2_000, using: &first)) - 20.0 / 790) < 0.015)
  }

  @Test("of a complete graph are none, and none are drawn")
  func complete() {
    let candidates = CandidatePairs(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)]))
    var generator = SeededGenerator(seed: 1)
    #expect(candidates.count == 0)
    #expect(candidates.uniform(5, using: &generator).isEmpty)
    #expect(candidates.byDegree(5, using: &generator).isEmpty)
  }
}
