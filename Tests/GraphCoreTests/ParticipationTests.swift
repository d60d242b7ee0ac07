import GraphCore
import TestSupport
import Testing

@Suite("Participation and within-module score")
struct ParticipationTests {
  @Test("participation is 0 when all ties are in one cluster and 1/2 when two share them")
  func byHand() {
    let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
    #expect(agree(path.participation(in: Partition(labels: [0, 1, 2, 3])).values, [0, 0.5, 0, .nan]))
    // Within-cluster degrees 2, 1, 1: mean 4/3, variance 2/9.
    let star = CSRGraph(nodeCount: 3, edges: [(0, 1), (0, 2)])
    let deviation = (2.0 / 9).squareRoot()
    let scores = star.withinModuleScore(in: Partition(labels: [0, 0, 0])).values
    #expect(agree(scores, [2 / 3 / deviation, -1 / 3 / deviation, -1 / 3 / deviation]))
    #expect(star.withinModuleScore(in: Partition(labels: [0, 1, 2])).definedCount == 0)
  }

  @Test("match their definitions on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let labels = (0..<graph.nodeCount).map { $0 * 5 % 7 % 3 }
    let rows = Oracle.matrix(of: graph)
    func tie(_ i: Int, _ j: Int) -> Double { isDirected ? rows[i][j] + rows[j][i] : rows[i][j] }
    func strength(_ node: Int, to kind: Int) -> Double {
      rows.indices.filter { labels[$0] == kind }.reduce(0) { $0 + tie(node, $1) }
    }
    let partition = Partition(labels: labels)
    let participation = rows.indices.map { node in
      let parts = (0..<3).map { strength(node, to: $0) }
      let total = parts.reduce(0, +)
      return total > 0 ? 1 - parts.reduce(0) { $0 + ($1 / total) * ($1 / total) } : .nan
    }
    #expect(agree(graph.participation(in: partition).values, participation))
    let within = rows.indices.map { strength($0, to: labels[$0]) }
    let scores = rows.indices.map { node in
      let fellows = rows.indices.filter { labels[$0] == labels[node] }.map { within[$0] }
      let mean = fellows.reduce(0, +) / Double(fellows.count)
      let variance = fellows.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(fellows.count)
      return variance > 1e-12 ? (within[node] - mean) / variance.squareRoot() : .nan
    }
    #expect(agree(graph.withinModuleScore(in: partition).values, scores, to: 1e-8))
  }
}
