import GraphCore
import TestSupport
import Testing

@Suite("Bridges")
struct BridgesTests {
  @Test("are the ties that no way round replaces")
  func byHand() {
    let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
    #expect(graph.bridges() == [.init(source: 2, target: 3)])
    #expect(CSRGraph(nodeCount: 3, edges: [(2, 1), (1, 0)]).bridges().map(\.source) == [0, 1])
    #expect(CSRGraph(nodeCount: 0, edges: []).bridges().isEmpty)
  }

  @Test("are the ties whose loss makes one more component, on random graphs", arguments: 0..<300 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      let edges = graph.undirected.edges
      let before = Set(Oracle.componentRoots(of: graph)).count
      let expected = edges.filter { edge in
        let rest = CSRGraph(
          nodeCount: graph.nodeCount, edges: edges.filter { $0 != edge }.map { ($0.source, $0.target) })
        return Set(Oracle.componentRoots(of: rest)).count > before
      }
      #expect(graph.bridges() == expected)
    }
  }

  @Test("is the tie of member 12 alone in Zachary's club, as igraph finds")
  func zachary() {
    #expect(Reference.zachary.bridges() == [.init(source: 0, target: 11)])
  }
}
