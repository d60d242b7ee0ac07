import GraphCore
import TestSupport
import Testing

@Suite("Cores")
struct CoresTests {
  @Test("is 2 in a triangle, 1 on its tail and 0 without ties")
  func byHand() {
    let graph = CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
    #expect(graph.coreness().values == [2, 2, 2, 1, 0])
    #expect(CSRGraph(nodeCount: 0, edges: []).coreness().values == [])
    // Both arcs of a pair count.
    #expect(CSRGraph(nodeCount: 2, edges: [(0, 1), (1, 0)], isDirected: true).coreness().values == [2, 2])
  }

  @Test("is the last k that a node survives on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let matrix = AdjacencyMatrix(graph)
    var expected = [Double](repeating: 0, count: matrix.size)
    for k in 1...(2 * matrix.size + 1) {
      var rest = Set(0..<matrix.size)
      while let weak = rest.first(where: { node in
        let outgoing = rest.count { matrix.isTied(node, $0) }
        return outgoing + (isDirected ? rest.count { matrix.isTied($0, node) } : 0) < k
      }) { rest.remove(weak) }
      for node in rest { expected[node] = Double(k) }
    }
    #expect(graph.coreness().values == expected)
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) {
    #expect(published.graph.coreness().values == published["igraph coreness"])
  }
}
