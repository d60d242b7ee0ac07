import GraphCore
import TestSupport
import Testing

@Suite("Minimum node cut")
struct NodeCutTests {
  @Test("needs both other corners of a square, nothing without a path, and cannot part neighbours")
  func byHand() throws {
    let square = CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.minimumNodeCut(from: 0, to: 2) == [1, 3])
    #expect(try square.minimumNodeCut(from: 0, to: 4) == [])
    #expect(try square.minimumNodeCut(from: 0, to: 1) == nil)
    let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
    #expect(try path.minimumNodeCut(from: 0, to: 3) == [1])
  }

  @Test("parts the two, and no smaller set does, on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let count = graph.nodeCount
    guard count > 1 else { return }
    let matrix = AdjacencyMatrix(graph)
    func isParted(_ source: Int, _ target: Int, by removed: Int) -> Bool {
      var reached = 1 << source
      for _ in 0..<count {
        for i in 0..<count where reached >> i & 1 == 1 {
          for j in 0..<count where matrix.isTied(i, j) && removed >> j & 1 == 0 { reached |= 1 << j }
        }
      }
      return reached >> target & 1 == 0
    }
    let (source, target) = (0, count - 1)
    let found = try graph.minimumNodeCut(from: NodeID(source), to: NodeID(target))
    guard !matrix.isTied(source, target) else { return #expect(found == nil) }
    let cut = try #require(found)
    #expect(isParted(source, target, by: cut.reduce(0) { $0 | 1 << $1.index }))
    let others = (0..<1 << count).filter { $0 >> source & 1 == 0 && $0 >> target & 1 == 0 }
    #expect(others.allSatisfy { $0.nonzeroBitCount >= cut.count || !isParted(source, target, by: $0) })
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try Reference.zachary.minimumNodeCut(from: 16, to: 26) }
  }
}
