import GraphCore
import TestSupport
import Testing

@Suite("Edges, reverse and subgraphs")
struct CSRGraphEdgesTests {
  @Test("lists every edge once, and making a graph of them gives it back", arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      #expect(graph.edges.count == graph.edgeCount)
      let again = try CSRGraph(
        nodeCount: graph.nodeCount, weightedEdges: graph.edges.map { ($0.source, $0.target, $0.weight) },
        isDirected: isDirected)
      #expect(again == graph)
    }
  }

  @Test("turns every arc of a directed graph round", arguments: 0..<100 as Range<UInt64>)
  func reverse(seed: UInt64) {
    let graph = CSRGraph.random(seed: seed, isDirected: true, isWeighted: true)
    let reversed = graph.reversed
    for edge in graph.edges { #expect(reversed.weight(from: edge.target, to: edge.source) == edge.weight) }
    #expect(reversed.edgeCount == graph.edgeCount)
    #expect(reversed.reversed == graph)
    let undirected = CSRGraph.random(seed: seed)
    #expect(undirected.reversed == undirected)
  }

  @Test("adds the weights of opposite arcs when directions are left out")
  func undirected() throws {
    let graph = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 1), (1, 0, 2), (2, 1, 4)], isDirected: true)
    let expected = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 3), (1, 2, 4)])
    #expect(graph.undirected == expected)
  }

  @Test("keeps exactly the ties among the members", arguments: 0..<100 as Range<UInt64>, [false, true])
  func subgraph(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    var generator = TestGenerator(seed: seed)
    let members = graph.nodes.filter { _ in generator.next() % 2 == 0 }.shuffled(using: &generator)
    let part = graph.subgraph(of: members)
    for (i, source) in members.enumerated() {
      for (j, target) in members.enumerated() {
        #expect(part.weight(from: NodeID(i), to: NodeID(j)) == graph.weight(from: source, to: target))
      }
    }
  }
}
