import GraphCore
import TestSupport
import Testing

@Suite("Closeness")
struct ClosenessTests {
  @Test("scales the closeness within a component by the share of the graph that it holds")
  func byHand() throws {
    let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
    #expect(agree(try graph.closeness().values, [4.0 / 9, 2.0 / 3, 4.0 / 9, 0]))
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.closeness().values == [0.75, 0.75, 0.75, 0.75])
    #expect(try CSRGraph(nodeCount: 1, edges: []).closeness().values == [0])
    #expect(try CSRGraph(nodeCount: 0, edges: []).closeness().values == [])
  }

  @Test("matches the definition on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let oracle = Oracle.distances(of: graph, lengths).map { row in
        let reached = row.compactMap { $0 }.filter { $0 > 0 }
        guard !reached.isEmpty else { return 0.0 }
        let share = Double(reached.count) / Double(row.count - 1)
        return share * Double(reached.count) / reached.reduce(0, +)
      }
      #expect(agree(try graph.closeness(lengths: lengths).values, oracle))
    }
  }

  @Test("is what networkx finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.closeness().values, published["networkx closeness"]))
  }
}
