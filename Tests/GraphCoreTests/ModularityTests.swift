import GraphCore
import TestSupport
import Testing

@Suite("Modularity")
struct ModularityTests {
  @Test("is a half for two separate pairs, and 0 for one cluster of everything")
  func byHand() {
    let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 1, 1])) == 0.5)
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 0, 0])) == 0)
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 1, 1]), resolution: 2) == 0)
    #expect(CSRGraph(nodeCount: 2, edges: []).modularity(of: Partition(labels: [0, 1])) == 0)
  }

  @Test("counts weight less density times pairs in the constant Potts model")
  func constantPotts() throws {
    let graph = try CSRGraph(nodeCount: 4, weightedEdges: [(0, 1, 2), (1, 2, 1), (2, 3, 1)])
    #expect(graph.constantPottsQuality(of: Partition(labels: [0, 0, 0, 1]), resolution: 0.5) == 3 - 0.5 * 3)
  }

  @Test("matches the sum over all pairs on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    var generator = TestGenerator(seed: seed)
    let labels = graph.nodes.map { _ in Int(generator.next() % 4) }
    let partition = Partition(labels: labels)
    for resolution in [0.5, 1, 1.5] {
      let expected = Oracle.modularity(of: graph, labels: labels, resolution: resolution)
      #expect(agree(graph.modularity(of: partition, resolution: resolution), expected))
      let potts = Oracle.constantPotts(of: graph, labels: labels, resolution: resolution)
      #expect(agree(graph.constantPottsQuality(of: partition, resolution: resolution), potts))
    }
  }

  @Test("traps on a partition of another graph")
  func mismatch() async {
    await #expect(processExitsWith: .failure) {
      _ = CSRGraph(nodeCount: 2, edges: []).modularity(of: Partition(labels: [0]))
    }
  }
}
