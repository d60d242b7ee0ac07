import GraphCore
import TestSupport
import Testing

@Suite("Components")
struct ComponentsTests {
  @Test("puts together what ties join, whatever their direction")
  func byHand() {
    #expect(CSRGraph(nodeCount: 4, edges: [(0, 3), (3, 1)]).components().clusters == [[0, 1, 3], [2]])
    let directed = CSRGraph(nodeCount: 4, edges: [(3, 0), (1, 0), (1, 2)], isDirected: true)
    #expect(directed.components().clusterCount == 1)
    #expect(CSRGraph(nodeCount: 0, edges: []).components().clusterCount == 0)
  }

  @Test("matches the spread of lowest nodes on random graphs", arguments: 0..<300 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    #expect(graph.components() == Partition(labels: Oracle.componentRoots(of: graph)))
  }

  @Test("finds the giant and the small ones of a graph of thousands", arguments: [false, true])
  func large(isDirected: Bool) {
    // Rings of 3 and of 5,000 nodes, shuffled together by a multiplication modulo a prime.
    let place = { (index: Int) in NodeID(index * 7919 % 5003) }
    var edges = (0..<5000).map { (place($0), place(($0 + 1) % 5000)) }
    edges += [(place(5000), place(5001)), (place(5001), place(5002))]
    let graph = CSRGraph(nodeCount: 5003, edges: edges, isDirected: isDirected)
    #expect(graph.components().sizes == [5000, 3])
    #expect(graph.components().members(of: 1).elementsEqual((5000..<5003).map(place).sorted()))
  }
}
