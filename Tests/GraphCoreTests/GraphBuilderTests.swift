import GraphCore
import Testing

@Suite("GraphBuilder")
struct GraphBuilderTests {
  @Test("merges repeated edges and counts them")
  func duplicates() throws {
    var builder = GraphBuilder(nodeCount: 3)
    try builder.add(2, 0)
    try builder.add(0, 2)
    try builder.add(0, 1)
    let built = try builder.build()
    #expect(built.graph == CSRGraph(nodeCount: 3, edges: [(0, 1), (0, 2)]))
    #expect((built.duplicateCount, built.selfLoopCount) == (1, 0))
  }

  @Test("keeps opposite arcs of a directed graph apart")
  func opposite() throws {
    var builder = GraphBuilder(nodeCount: 2, isDirected: true)
    try builder.add(0, 1)
    try builder.add(1, 0)
    let built = try builder.build()
    #expect((built.graph.edgeCount, built.duplicateCount) == (2, 0))
  }

  @Test("refuses a loop, or leaves it out and counts it when told to")
  func selfLoops() throws {
    var refusing = GraphBuilder(nodeCount: 2)
    #expect(throws: GraphError.selfLoop(edge: 0, node: 1)) { try refusing.add(1, 1) }
    #expect(refusing.addedCount == 0)

    var counting = GraphBuilder(nodeCount: 2, isWeighted: true, selfLoops: .counted)
    try counting.add(1, 1, weight: 3)
    try counting.add(0, 1, weight: 2)
    let built = try counting.build()
    #expect(built.selfLoopCount == 1)
    #expect(try built.graph == CSRGraph(nodeCount: 2, weightedEdges: [(0, 1, 2)]))
  }

  @Test(
    "refuses a weight that is no positive number, and goes on",
    arguments: [0, -1, -0.0, .nan, .infinity, -.infinity, 0x1p-1074])
  func weights(weight: Double) throws {
    var builder = GraphBuilder(nodeCount: 2, isWeighted: true)
    try builder.add(0, 1, weight: 1)
    #expect(throws: GraphError.invalidWeight(edge: 1, weight: "\(weight)")) {
      try builder.add(0, 1, weight: weight)
    }
    #expect(try builder.build().graph.weight(from: 0, to: 1) == 1)
  }

  @Test("refuses weights whose sum cannot be represented")
  func totalWeight() {
    #expect(throws: GraphError.totalWeightTooLarge) {
      try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 1e308), (1, 2, 1e308)])
    }
  }

  @Test("names the edge and the node that leaves the graph")
  func range() throws {
    var builder = GraphBuilder(nodeCount: 2)
    try builder.add(0, 1)
    let error = GraphError.nodeOutOfRange(edge: 1, node: 2, nodeCount: 2)
    #expect(throws: error) { try builder.add(0, 2) }
    #expect(error.description == "edge 1: node 2 is not among the 2 nodes of the graph (counted from 0)")
  }
}
