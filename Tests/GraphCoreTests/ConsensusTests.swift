import GraphCore
import TestSupport
import Testing

@Suite("Consensus")
struct ConsensusTests {
  private func consensus(_ graph: CSRGraph, seed: UInt64 = 1) throws -> ConsensusClustering {
    var generator = SeededGenerator(seed: seed)
    return try graph.consensusClusters(using: &generator)
  }

  @Test("is certain of two cliques on a bridge")
  func cliques() throws {
    var edges: [(NodeID, NodeID)] = [(0, 5)]
    for i in 0..<5 { for j in 0..<i { edges += [(NodeID(i), NodeID(j)), (NodeID(i + 5), NodeID(j + 5))] } }
    let found = try consensus(CSRGraph(nodeCount: 11, edges: edges))
    #expect(found.partition.clusters == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10]])
    #expect(found.hasConverged && found.roundCount == 1)
    #expect(agree(found.stability.values, Array(repeating: 1, count: 11)))
    #expect(agree(found.clusterStability, [1, 1, 1]))
  }

  @Test("is unsure in a ring, where clusters could start anywhere")
  func ring() throws {
    let found = try consensus(CSRGraph(nodeCount: 30, edges: (0..<30).map { (NodeID($0), NodeID(($0 + 1) % 30)) }))
    #expect(found.stability.values.allSatisfy { $0 > 0 && $0 < 0.95 })
  }

  @Test("is the same for the same seed and keeps its bounds on random graphs", arguments: 0..<200 as Range<UInt64>)
  func properties(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed, isWeighted: true)
    var generator = SeededGenerator(seed: seed)
    let found = try graph.consensusClusters(runCount: 5, using: &generator)
    var again = SeededGenerator(seed: seed)
    #expect(try graph.consensusClusters(runCount: 5, using: &again) == found)
    #expect(found.stability.values.allSatisfy { $0 > 0 && $0 <= 1 + 1e-12 })
    #expect(found.clusterStability.count == found.partition.clusterCount)
    // Nodes without a tie between them are together only where ties lead from one to the other.
    let components = Oracle.componentRoots(of: graph)
    for cluster in found.partition.clusters { #expect(Set(cluster.map { components[$0.index] }).count == 1) }
  }
}
