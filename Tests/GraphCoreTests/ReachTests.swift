import GraphCore
import TestSupport
import Testing

@Suite("Reach")
struct ReachTests {
  @Test("counts the nodes within so many steps")
  func byHand() throws {
    let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
    #expect(try path.reach(within: 0).values == [0, 0, 0, 0])
    #expect(try path.reach(within: 2).values == [2, 3, 3, 2])
    #expect(try path.reach(within: 9).values == [3, 3, 3, 3])
  }

  @Test("matches the distances on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let distances = Oracle.distances(of: graph)
    for steps in 0...4 {
      let expected = distances.map { row in Double(row.count { ($0 ?? 0) > 0 && ($0 ?? 0) <= Double(steps) }) }
      #expect(try graph.reach(within: steps).values == expected)
    }
  }

  @Test("leaves nothing behind from one batch to the next, and stops when cancelled")
  func batches() async throws {
    let ring = CSRGraph(nodeCount: 1200, edges: (0..<1200).map { (NodeID($0), NodeID(($0 + 1) % 1200)) })
    #expect(try ring.reach(within: 3).values.allSatisfy { $0 == 6 })
    await expectCancellation { _ = try ring.reach(within: 3) }
  }
}
