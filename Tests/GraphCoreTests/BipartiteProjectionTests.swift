import GraphCore
import TestSupport
import Testing

@Suite("BipartiteProjection")
struct BipartiteProjectionTests {
  @Test("gives each pair of a group of m members the weight 1/(m − 1) and keeps the groups")
  func byHand() {
    let projection = BipartiteProjection(nodeCount: 5, groups: [[0, 1], [2, 0, 1], [3], [], [1, 1, 4]])
    #expect(projection.graph.edges.map(\.source) == [0, 0, 1, 1])
    #expect(projection.graph.edges.map(\.target) == [1, 2, 2, 4])
    #expect(projection.graph.edges.map(\.weight) == [1.5, 0.5, 0.5, 1])
    #expect(projection.groups(between: 1, and: 0) == [0, 1])
    #expect(projection.groups(between: 4, and: 1) == [4])
    #expect(projection.groups(between: 0, and: 3) == [])
    #expect(projection.groups(between: 2, and: 2) == [])
    #expect(projection.graph.neighbors(of: 3).isEmpty)
  }

  @Test("is legal without groups and without nodes")
  func empty() {
    #expect(BipartiteProjection(nodeCount: 0, groups: []).graph.nodeCount == 0)
    #expect(BipartiteProjection(nodeCount: 2, groups: [[1]]).graph.edgeCount == 0)
  }

  @Test(
    "makes strength the number of groups shared with others, and finds the groups", arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let nodeCount = Int(generator.next() % 9 + 1)
    let groups = (0..<Int(generator.next() % 8)).map { _ in
      (0..<Int(generator.next() % 6)).map { _ in NodeID(Int(generator.next() % UInt64(nodeCount))) }
    }
    let projection = BipartiteProjection(nodeCount: nodeCount, groups: groups)
    for node in projection.graph.nodes {
      let strength = projection.graph.weights(of: node)?.reduce(0, +) ?? 0
      #expect(agree(strength, Double(groups.count { $0.contains(node) && Set($0).count >= 2 })))
      for other in projection.graph.nodes where other != node {
        let expected = groups.indices.filter { groups[$0].contains(node) && groups[$0].contains(other) }
        #expect(projection.groups(between: node, and: other) == expected)
        #expect(projection.graph.hasEdge(from: node, to: other) == !expected.isEmpty)
      }
    }
    for tie in projection.ties {
      #expect(tie.groups == projection.groups(between: tie.edge.source, and: tie.edge.target))
    }
  }
}
