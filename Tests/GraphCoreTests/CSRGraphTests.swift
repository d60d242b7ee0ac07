import GraphCore
import TestSupport
import Testing

@Suite("CSRGraph")
struct CSRGraphTests {
  @Test("stores an undirected edge in the rows of both ends, rising")
  func undirectedRows() {
    let graph = CSRGraph(nodeCount: 4, edges: [(3, 1), (0, 1), (1, 2)])
    #expect(Array(graph.neighbors(of: 1)) == [0, 2, 3])
    #expect(Array(graph.neighbors(of: 3)) == [1])
    #expect((graph.nodeCount, graph.edgeCount, graph.arcCount) == (4, 3, 6))
    #expect(graph.weights(of: 1) == nil)
  }

  @Test("stores a directed edge in the row of its source only")
  func directedRows() {
    let graph = CSRGraph(nodeCount: 3, edges: [(2, 1), (2, 0)], isDirected: true)
    #expect(Array(graph.neighbors(of: 2)) == [0, 1])
    #expect(graph.neighbors(of: 0).isEmpty)
    #expect((graph.edgeCount, graph.arcCount) == (2, 2))
    #expect(graph.hasEdge(from: 2, to: 0) && !graph.hasEdge(from: 0, to: 2))
  }

  @Test("adds the weights of equal edges, whichever way an undirected one is written")
  func mergesWeights() throws {
    let edges: [(NodeID, NodeID, Double)] = [(0, 1, 0.5), (1, 2, 4), (1, 0, 0.25)]
    let undirected = try CSRGraph(nodeCount: 3, weightedEdges: edges)
    #expect(undirected.weight(from: 0, to: 1) == 0.75)
    #expect(undirected.weights(of: 1).map(Array.init) == [0.75, 4])
    let directed = try CSRGraph(nodeCount: 3, weightedEdges: edges, isDirected: true)
    #expect(directed.weight(from: 1, to: 0) == 0.25)
    #expect(directed.weight(from: 2, to: 1) == nil)
  }

  @Test("is legal without nodes and without edges")
  func empty() {
    #expect(CSRGraph(nodeCount: 0, edges: []).arcCount == 0)
    #expect(CSRGraph(nodeCount: 2, edges: []).neighbors(of: 1).isEmpty)
  }

  @Test("lends rows that say the same as the neighbours", arguments: 0..<50 as Range<UInt64>, [false, true])
  func rows(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let lent = graph.withRows { offsets, targets in
      (0..<graph.nodeCount).map { row in (offsets[row]..<offsets[row + 1]).map { targets[$0] } }
    }
    #expect(lent == graph.nodes.map { Array(graph.neighbors(of: $0)) })
  }

  @Test("traps on an edge that leaves the graph, and on a loop")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = CSRGraph(nodeCount: 2, edges: [(0, 2)]) }
    await #expect(processExitsWith: .failure) { _ = CSRGraph(nodeCount: 2, edges: [(1, 1)]) }
    await #expect(processExitsWith: .failure) { _ = NodeID(-1) }
  }
}
