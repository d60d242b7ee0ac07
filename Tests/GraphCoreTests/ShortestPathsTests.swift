import GraphCore
import TestSupport
import Testing

@Suite("Shortest paths")
struct ShortestPathsTests {
  @Test("take the shorter way round, and the node reached first of two that tie")
  func byHand() throws {
    let square = CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    let paths = square.shortestPaths(from: 0)
    #expect(paths.distances == [0, 1, 2, 1, nil])
    #expect(paths.path(to: 2) == [0, 1, 2])
    #expect(paths.path(to: 0) == [0])
    #expect(paths.path(to: 4) == nil)
    let weighted = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 4), (0, 2, 1), (2, 1, 2)])
    #expect(weighted.shortestPaths(from: 0, lengths: .weights).path(to: 1) == [0, 2, 1])
    #expect(weighted.shortestPaths(from: 0, lengths: .inverseWeights).path(to: 1) == [0, 1])
  }

  @Test(
    "are as long as Floyd and Warshall say, and their steps add up", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let distances = Oracle.distances(of: graph, lengths)
      let units = Oracle.unitLengths(of: graph, lengths)
      for source in graph.nodes {
        let found = graph.shortestPaths(from: source, lengths: lengths)
        for target in graph.nodes {
          let expected = distances[source.index][target.index]
          #expect((found.distances[target.index] == nil) == (expected == nil))
          #expect(agree(found.distances[target.index] ?? 0, expected ?? 0))
          guard let path = found.path(to: target) else { continue }
          #expect(path.first == source && path.last == target)
          let steps = zip(path, path.dropFirst()).map { units[$0.index][$1.index] ?? .min }
          #expect(agree(Double(steps.reduce(0, +)) / 840, expected ?? -1))
        }
        let inOrder = found.order.map { found.distances[$0.index] ?? -1 }
        #expect(inOrder == inOrder.sorted())
      }
    }
  }
}
