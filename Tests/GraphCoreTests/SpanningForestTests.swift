import GraphCore
import TestSupport
import Testing

@Suite("Spanning forest")
struct SpanningForestTests {
  @Test("drops the longest tie of each circle")
  func byHand() throws {
    let triangle = try CSRGraph(nodeCount: 4, weightedEdges: [(0, 1, 1), (1, 2, 3), (0, 2, 2)])
    #expect(triangle.spanningForest(lengths: .weights).map(\.weight) == [1, 2])
    #expect(triangle.spanningForest(lengths: .inverseWeights).map(\.weight) == [2, 3])
    #expect(triangle.spanningForest(lengths: .hops).map(\.target) == [1, 2])
    #expect(CSRGraph(nodeCount: 0, edges: []).spanningForest(lengths: .hops).isEmpty)
  }

  @Test("is as light as Prim's rule grows it on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let rows = AdjacencyMatrix(graph.undirected).weights
    for lengths in [TieLength.weights, .inverseWeights] {
      func length(_ weight: Double) -> Double { lengths == .weights ? weight : 1 / weight }
      var total = 0.0
      var rest = Set(rows.indices)
      var grown: Set<Int> = []
      while !rest.isEmpty {
        let ways = grown.flatMap { i in rest.compactMap { j in rows[i][j].map { (length($0), j) } } }
        let next = ways.min { $0 < $1 }
        let node = next?.1 ?? rest.min() ?? 0
        total += next?.0 ?? 0
        rest.remove(node)
        grown.insert(node)
      }
      let forest = graph.spanningForest(lengths: lengths)
      #expect(agree(forest.reduce(0) { $0 + length($1.weight) }, total))
      let tree = CSRGraph(nodeCount: graph.nodeCount, edges: forest.map { ($0.source, $0.target) })
      #expect(Oracle.componentRoots(of: tree) == Oracle.componentRoots(of: graph))
      #expect(forest.count == graph.nodeCount - Set(Oracle.componentRoots(of: graph)).count)
    }
  }
}
