import GraphCore
import TestSupport
import Testing

@Suite("Density, reciprocity and inequality")
struct DensityTests {
  @Test("density is the share of the possible ties; not defined below two nodes")
  func density() {
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1)]).density == 1.0 / 3)
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1)], isDirected: true).density == 1.0 / 6)
    #expect(CSRGraph(nodeCount: 1, edges: []).density == nil)
    for published in Reference.cases { #expect(agree([published.graph.density ?? .nan], published["igraph density"])) }
  }

  @Test("reciprocity is the share of arcs returned, on random graphs", arguments: 0..<200 as Range<UInt64>)
  func reciprocity(seed: UInt64) {
    let graph = CSRGraph.random(seed: seed, isDirected: true)
    let matrix = AdjacencyMatrix(graph)
    let arcs = (0..<matrix.size).flatMap { i in (0..<matrix.size).filter { matrix.isTied(i, $0) }.map { (i, $0) } }
    let returned = arcs.count { matrix.isTied($1, $0) }
    #expect(graph.reciprocity == (arcs.isEmpty ? nil : Double(returned) / Double(arcs.count)))
    #expect(graph.undirected.reciprocity == (arcs.isEmpty ? nil : 1))
  }

  @Test("the Gini coefficient is half the mean difference over the mean", arguments: 0..<200 as Range<UInt64>)
  func gini(seed: UInt64) {
    let values = CSRGraph.random(seed: seed).degree().values
    let differences = values.flatMap { first in values.map { abs(first - $0) } }.reduce(0, +)
    let total = values.reduce(0, +)
    let count = Double(values.count)
    let expected = total > 0 ? differences / (2 * count * total) : nil
    let found = NodeScores(values).giniCoefficient
    #expect((found == nil) == (expected == nil))
    #expect(agree(found ?? 0, expected ?? 0))
    #expect(NodeScores([0, 0, .nan, 0, 1]).giniCoefficient == 0.75)
  }
}
