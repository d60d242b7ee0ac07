import GraphCore
import TestSupport
import Testing

@Suite("Leiden")
struct LeidenTests {
  private func leiden(
    _ graph: CSRGraph, _ quality: ClusterQuality = .modularity(), seed: UInt64 = 1, startCount: Int = 1
  ) throws -> Clustering {
    var generator = SeededGenerator(seed: seed)
    return try graph.leiden(quality: quality, startCount: startCount, using: &generator)
  }

  @Test("finds two separate pairs, and two triangles on a bridge")
  func byHand() throws {
    let pairs = try leiden(CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)]))
    #expect(pairs.partition.clusters == [[0, 1], [2, 3]])
    #expect(pairs.quality == 0.5 && pairs.hasConverged)
    let triangles = CSRGraph(nodeCount: 6, edges: [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)])
    #expect(try leiden(triangles).partition.clusters == [[0, 1, 2], [3, 4, 5]])
  }

  @Test("leaves nodes without ties alone; an empty graph has no clusters")
  func degenerate() throws {
    #expect(try leiden(CSRGraph(nodeCount: 3, edges: [(0, 2)])).partition.clusters == [[0, 2], [1]])
    #expect(try leiden(CSRGraph(nodeCount: 2, edges: [])).partition.clusterCount == 2)
    #expect(try leiden(CSRGraph(nodeCount: 0, edges: [])).partition.clusterCount == 0)
  }

  @Test("lets weights decide, and resolution the size of clusters")
  func weights() throws {
    let square = try CSRGraph(nodeCount: 4, weightedEdges: [(0, 1, 9), (1, 2, 1), (2, 3, 9), (3, 0, 1)])
    #expect(try leiden(square).partition.clusters == [[0, 1], [2, 3]])
    #expect(try leiden(square, .modularity(resolution: 0)).partition.clusterCount == 1)
    #expect(try leiden(square, .modularity(resolution: 9)).partition.clusterCount == 4)
    #expect(try leiden(square, .constantPotts(resolution: 2)).partition.clusters == [[0, 1], [2, 3]])
  }

  @Test("cannot gain by one move, and reports its quality", arguments: 0..<200 as Range<UInt64>)
  func properties(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
      let undirected = graph.undirected
      let found = try leiden(graph, seed: seed)
      let labels = found.partition.labels
      #expect(found.hasConverged)
      #expect(agree(found.quality, Oracle.modularity(of: undirected, labels: labels)))
      for node in labels.indices {
        for other in 0...found.partition.clusterCount {
          var moved = labels
          moved[node] = other
          #expect(Oracle.modularity(of: undirected, labels: moved) <= found.quality + 1e-9)
        }
      }
    }
  }

  @Test("has well-connected clusters, after one iteration and in the end", arguments: 0..<200 as Range<UInt64>)
  func connection(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed, isWeighted: seed.isMultiple(of: 2))
    let strengths = graph.strength().values
    let total = strengths.reduce(0, +)
    let qualities: [(ClusterQuality, masses: [Double], penalty: Double)] = [
      (.modularity(), strengths, total > 0 ? 1 / total : 0),
      (.modularity(resolution: 0.5), strengths, total > 0 ? 0.5 / total : 0),
      (.constantPotts(resolution: 0.4), strengths.map { _ in 1 }, 0.4),
    ]
    for (quality, masses, penalty) in qualities {
      for maximum in [1, 2, 20] {
        var generator = SeededGenerator(seed: seed)
        let found = try graph.leiden(quality: quality, maximumIterations: maximum, using: &generator)
        for cluster in found.partition.clusters {
          #expect(Oracle.isWellConnected(cluster, in: graph, masses: masses, penalty: penalty))
        }
      }
    }
  }

  @Test("holds every cluster together in larger graphs, and no worse for another iteration")
  func larger() throws {
    for (seed, degree) in zip(0..<20 as Range<UInt64>, (2...21).map { $0 / 2 }) {
      let graph = CSRGraph.random(nodeCount: 1500, degree: degree, seed: seed)
      var last = -1.0
      for maximum in [1, 3, 20] {
        var generator = SeededGenerator(seed: seed)
        let found = try graph.leiden(maximumIterations: maximum, using: &generator)
        for cluster in found.partition.clusters { #expect(graph.subgraph(of: cluster).components().clusterCount == 1) }
        #expect(found.iterations <= maximum && found.quality >= last - 1e-12)
        last = found.quality
      }
    }
  }

  @Test("finds the best of all partitions of every small graph, and never claims more")
  func optimum() throws {
    var trials = 0
    var hits = 0
    for seed in 0..<200 as Range<UInt64> where 2...7 ~= Int(seed % 13) {
      let graph = CSRGraph.random(seed: seed, isWeighted: true)
      let best = Oracle.partitions(of: graph.nodeCount).reduce(0) {
        max($0, Oracle.modularity(of: graph, labels: $1))
      }
      let found = try leiden(graph, seed: seed, startCount: 10).quality
      #expect(found <= best + 1e-9)
      trials += 1
      if found >= best - 1e-9 { hits += 1 }
    }
    #expect(trials > 80 && hits == trials, "\(hits) of \(trials)")
  }

  @Test("finds the optimum of Zachary's club, 0.4198 in four clusters, from every seed")
  func zachary() throws {
    // U. Brandes et al., On modularity clustering, IEEE TKDE 20(2), 2008, doi:10.1109/TKDE.2007.190689: 0.4198 is
    // optimal.
    let found = try (0..<20 as Range<UInt64>).map { try leiden(Reference.zachary, seed: $0, startCount: 10) }
    let best = found.filter { abs($0.quality - 0.4198) < 5e-5 }
    #expect(best.count == 20)
    #expect(best.allSatisfy { $0.partition.clusterCount == 4 })
    #expect(found.allSatisfy { $0.quality < 0.41985 })
  }

  @Test("is the same for the same seed, on one thread and on many")
  func determinism() throws {
    let graph = CSRGraph.random(nodeCount: 40_000, degree: 8, seed: 5)
    func few(_ threads: Int) throws -> Clustering {
      var generator = SeededGenerator(seed: 3)
      return try Computation.$threadLimit.withValue(threads) {
        try graph.leiden(maximumIterations: 2, using: &generator)
      }
    }
    let first = try few(1)
    for threads in [1, 2, 5] { #expect(try few(threads) == first) }
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation {
      var generator = SeededGenerator(seed: 1)
      _ = try CSRGraph(nodeCount: 2, edges: [(0, 1)]).leiden(using: &generator)
    }
  }
}
