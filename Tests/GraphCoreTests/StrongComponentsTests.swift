import GraphCore
import TestSupport
import Testing

@Suite("Strong components")
struct StrongComponentsTests {
  @Test("puts together nodes that reach each other")
  func byHand() {
    let graph = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 0), (1, 2)], isDirected: true)
    #expect(graph.strongComponents().clusters == [[0, 1], [2]])
    #expect(CSRGraph(nodeCount: 0, edges: [], isDirected: true).strongComponents().clusterCount == 0)
  }

  @Test("matches mutual reachability on random graphs", arguments: 0..<300 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let distances = Oracle.distances(of: graph)
    let labels = distances.indices.map { node in
      distances.indices.first { distances[node][$0] != nil && distances[$0][node] != nil } ?? node
    }
    #expect(graph.strongComponents() == Partition(labels: labels))
  }

  @Test("needs no deep stack for a ring of many nodes")
  func long() {
    let edges = (0..<100_000).map { (NodeID($0), NodeID(($0 + 1) % 100_000)) }
    #expect(CSRGraph(nodeCount: 100_000, edges: edges, isDirected: true).strongComponents().clusterCount == 1)
  }
}
