import GraphCore
import TestSupport
import Testing

@Suite("E-I index")
struct HomophilyTests {
  @Test("is −1 when all ties stay within groups, 1 when none does, and not defined without ties")
  func byHand() throws {
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(square.externalInternalIndex(groups: Partition(labels: [0, 0, 0, 0])).index == -1)
    #expect(square.externalInternalIndex(groups: Partition(labels: [0, 1, 0, 1])).index == 1)
    #expect(square.externalInternalIndex(groups: Partition(labels: [0, 0, 0, 1])).index == 0)
    #expect(square.externalInternalIndices(groups: Partition(labels: [0, 0, 0, 1])).values == [0, -1, 0, 1])
    #expect(CSRGraph(nodeCount: 2, edges: []).externalInternalIndex(groups: Partition(labels: [0, 1])).index == nil)
    let weighted = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 3), (1, 2, 1)])
    #expect(weighted.externalInternalIndex(groups: Partition(labels: [0, 0, 1])).index == -0.5)
  }

  @Test("matches the sums over the matrix on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let labels = (0..<graph.nodeCount).map { $0 % 3 }
    let rows = Oracle.matrix(of: graph)
    var (external, within) = (0.0, 0.0)
    for (i, row) in rows.enumerated() {
      for (j, weight) in row.enumerated() where isDirected || i < j {
        if labels[i] == labels[j] { within += weight } else { external += weight }
      }
    }
    let found = graph.externalInternalIndex(groups: Partition(labels: labels))
    #expect(agree([found.external, found.internal], [external, within]))
  }

  @Test("expects the mean over all deals of the groups, and shares that come near those of all deals")
  func test() throws {
    let graph = CSRGraph(nodeCount: 6, edges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (2, 3)])
    let labels = [0, 0, 0, 1, 1, 2]
    var indices: [Double] = []
    var order = Array(0..<6)
    permute(&order, from: 0) { order in
      let dealt = Partition(labels: order.map { labels[$0] })
      indices.append(graph.externalInternalIndex(groups: dealt).index ?? .nan)
    }
    #expect(indices.count == 720)
    var generator = SeededGenerator(seed: 1)
    let found = try graph.externalInternalTest(groups: Partition(labels: labels), using: &generator)
    let observed = found.observed.index ?? .nan
    #expect(agree([found.expected ?? .nan], [indices.reduce(0, +) / 720]))
    #expect(agree([found.shareAsLow], [Double(indices.count { $0 <= observed + 1e-12 }) / 720], to: 0.02))
    #expect(agree([found.shareAsHigh], [Double(indices.count { $0 >= observed - 1e-12 }) / 720], to: 0.02))
    #expect(found.permutationCount == 9999)
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation {
      var generator = SeededGenerator(seed: 1)
      let groups = Partition(labels: (0..<34).map { $0 % 2 })
      _ = try Reference.zachary.externalInternalTest(groups: groups, using: &generator)
    }
  }

  private func permute(_ order: inout [Int], from place: Int, _ body: ([Int]) -> Void) {
    if place == order.count { return body(order) }
    for other in place..<order.count {
      order.swapAt(place, other)
      permute(&order, from: place + 1, body)
      order.swapAt(place, other)
    }
  }
}
