import GraphCore
import TestSupport
import Testing

@Suite("Cycles")
struct CyclesTests {
  @Test("are there when a way leads back, and in every undirected tie")
  func byHand() {
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)], isDirected: true).isAcyclic)
    #expect(!CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (2, 0)], isDirected: true).isAcyclic)
    #expect(!CSRGraph(nodeCount: 2, edges: [(0, 1)]).isAcyclic)
    #expect(CSRGraph(nodeCount: 2, edges: []).isAcyclic)
  }

  @Test("are there when the head of an arc reaches its tail, on random graphs", arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) {
    let graph = CSRGraph.random(seed: seed, isDirected: true)
    let distances = Oracle.distances(of: graph)
    let returns = graph.edges.contains { distances[$0.target.index][$0.source.index] != nil }
    #expect(graph.isAcyclic == !returns)
  }
}
