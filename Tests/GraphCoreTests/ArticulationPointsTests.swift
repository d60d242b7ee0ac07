import TestSupport
import Testing

@testable import GraphCore

@Suite("Articulation points")
struct ArticulationPointsTests {
  /// Two triangles that share node 2, and a tail 4–5–6.
  private let bowTie = CSRGraph(
    nodeCount: 8, edges: [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (4, 5), (5, 6)])

  @Test("are the nodes that hold others together")
  func byHand() {
    #expect(bowTie.articulationPoints() == [2, 4, 5])
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)]).articulationPoints() == [])
    #expect(CSRGraph(nodeCount: 2, edges: [(0, 1)]).articulationPoints() == [])
    #expect(CSRGraph(nodeCount: 0, edges: []).articulationPoints() == [])
  }

  @Test("tell whom they would cut off: all but the largest part, of equal ones the one with the lowest node stays")
  func cutOff() {
    #expect(bowTie.separation(byRemoving: 2).parts == [[3, 4, 5, 6], [0, 1]])
    #expect(bowTie.separation(byRemoving: 2).cutOff == [0, 1])
    #expect(bowTie.separation(byRemoving: 5).cutOff == [6])
    #expect(bowTie.separation(byRemoving: 0).parts == [[1, 2, 3, 4, 5, 6]])
    #expect(bowTie.separation(byRemoving: 7).parts == [])
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).separation(byRemoving: 1).cutOff == [2])
    #expect(
      bowTie.fragilePoints() == [
        .init(node: 2, partCount: 2, cutOffCount: 2), .init(node: 4, partCount: 2, cutOffCount: 2),
        .init(node: 5, partCount: 2, cutOffCount: 1),
      ])
  }

  @Test("matches removing each node on random graphs", arguments: 0..<300 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    var expected: [CSRGraph.FragilePoint] = []
    for node in graph.nodes {
      let parts = Oracle.parts(of: graph, removing: node.index)
      #expect(graph.separation(byRemoving: node).parts.map { $0.map(\.index) } == parts)
      guard parts.count > 1 else { continue }
      let cutOff = parts.dropFirst().reduce(0) { $0 + $1.count }
      expected.append(.init(node: node, partCount: parts.count, cutOffCount: cutOff))
    }
    #expect(graph.fragilePoints() == expected)
    #expect(graph.articulationPoints() == expected.map(\.node))
  }

  @Test("is node 1 of Zachary's club alone, as igraph finds, and cuts off the group of five and member 12")
  func zachary() {
    #expect(Reference.zachary.articulationPoints() == [0])
    #expect(Reference.zachary.separation(byRemoving: 0).cutOff == [4, 5, 6, 10, 11, 16])
  }
}
