import GraphCore
import TestSupport
import Testing

@Suite("Louvain")
struct LouvainTests {
  private func louvain(
    _ graph: CSRGraph, _ quality: ClusterQuality = .modularity(), seed: UInt64 = 1
  ) throws -> Clustering {
    var generator = SeededGenerator(seed: seed)
    return try graph.louvain(quality: quality, using: &generator)
  }

  @Test("finds two separate pairs and leaves a node without ties alone")
  func byHand() throws {
    let found = try louvain(CSRGraph(nodeCount: 5, edges: [(0, 1), (2, 3)]))
    #expect(found.partition.clusters == [[0, 1], [2, 3], [4]])
    #expect(found.quality == 0.5)
    #expect(try louvain(CSRGraph(nodeCount: 0, edges: [])).partition.clusterCount == 0)
    let square = try CSRGraph(nodeCount: 4, weightedEdges: [(0, 1, 9), (1, 2, 1), (2, 3, 9), (3, 0, 1)])
    #expect(try louvain(square, .constantPotts(resolution: 2)).partition.clusters == [[0, 1], [2, 3]])
  }

  @Test("reports its quality, and gains by joining no two clusters", arguments: 0..<200 as Range<UInt64>)
  func properties(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      let found = try louvain(graph, seed: seed)
      let labels = found.partition.labels
      #expect(agree(found.quality, Oracle.modularity(of: graph.undirected, labels: labels)))
      for first in 0..<found.partition.clusterCount {
        for second in 0..<first {
          let joined = labels.map { $0 == first ? second : $0 }
          #expect(Oracle.modularity(of: graph.undirected, labels: joined) <= found.quality + 1e-9)
        }
      }
    }
  }

  @Test("comes near the optimum of Zachary's club, 0.4198, and never above")
  func zachary() throws {
    for seed in 0..<20 as Range<UInt64> {
      let quality = try louvain(Reference.zachary, seed: seed).quality
      #expect(quality > 0.38 && quality < 0.41985)
    }
  }

  @Test("is the same for the same seed, and stops when cancelled")
  func determinism() async throws {
    let graph = CSRGraph.random(nodeCount: 2000, degree: 4, seed: 5)
    #expect(try louvain(graph, seed: 3) == louvain(graph, seed: 3))
    await expectCancellation {
      var generator = SeededGenerator(seed: 1)
      _ = try Reference.zachary.louvain(using: &generator)
    }
  }
}
