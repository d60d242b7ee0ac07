import GraphCore
import TestSupport
import Testing

@Suite("Sampled betweenness")
struct SampledBetweennessTests {
  private let graph = CSRGraph.random(nodeCount: 300, degree: 2, seed: 11)

  @Test("keeps within the stated error of the exact scores, for every node", arguments: 0..<5 as Range<UInt64>)
  func bound(seed: UInt64) throws {
    let exact = try graph.betweenness(isNormalized: true).values
    var generator = SeededGenerator(seed: seed)
    let sampled = try graph.sampledBetweenness(error: 0.15, probability: 0.99, using: &generator)
    #expect(sampled.sampleCount < 300)
    let worst = zip(sampled.scores.values, exact).map { abs($0 - $1) }.max() ?? 0
    #expect(worst <= 0.15 && worst > 0)
  }

  @Test("is right on average: the mean of many samples comes near the exact scores")
  func unbiased() throws {
    let small = CSRGraph.random(nodeCount: 40, degree: 2, seed: 4, isDirected: true, isWeighted: true)
    let exact = try small.betweenness(lengths: .inverseWeights, isNormalized: true).values
    var generator = SeededGenerator(seed: 1)
    var mean = [Double](repeating: 0, count: 40)
    for _ in 0..<100 {
      let sampled = try small.sampledBetweenness(
        error: 0.6, probability: 0.5, lengths: .inverseWeights, using: &generator)
      for (node, score) in sampled.scores.values.enumerated() { mean[node] += score / 100 }
    }
    #expect(agree(mean, exact, to: 0.03))
  }

  @Test("is exact, and says so, when a sample would be no smaller")
  func exact() throws {
    var generator = SeededGenerator(seed: 1)
    let sampled = try graph.sampledBetweenness(error: 0.001, using: &generator)
    #expect(sampled.scores == (try graph.betweenness(isNormalized: true)))
    #expect((sampled.sampleCount, sampled.error, sampled.probability) == (300, 0, 1))
    #expect(try CSRGraph(nodeCount: 0, edges: []).sampledBetweenness(error: 1, using: &generator).sampleCount == 0)
  }
}
