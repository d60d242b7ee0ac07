import GraphCore
import TestSupport
import Testing

@Suite("Distance summaries")
struct DistanceSummariesTests {
  @Test("sums up the distances of a path with a node apart")
  func path() throws {
    let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
    let summary = try graph.distanceSummaries().summaries[0]
    #expect((summary.reachedCount, summary.totalDistance) == (2, 3))
    #expect((summary.totalInverse, summary.greatestDistance) == (1.5, 2))
    let apart = try graph.distanceSummaries().summaries[3]
    #expect((apart.reachedCount, apart.totalDistance, apart.greatestDistance) == (0, 0, 0))
  }

  @Test("matches Floyd and Warshall on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let summaries = try graph.distanceSummaries(lengths: lengths).summaries
      for (source, row) in Oracle.distances(of: graph, lengths).enumerated() {
        let reached = row.indices.filter { $0 != source }.compactMap { row[$0] }
        #expect(summaries[source].reachedCount == reached.count)
        #expect(agree(summaries[source].totalDistance, reached.reduce(0, +)))
        #expect(agree(summaries[source].totalInverse, reached.reduce(0) { $0 + 1 / $1 }))
        #expect(agree(summaries[source].greatestDistance, reached.max() ?? 0))
      }
      let all = Oracle.distances(of: graph, lengths).flatMap { $0 }.compactMap { $0 }.filter { $0 > 0 }
      let distances = try graph.distanceSummaries(lengths: lengths)
      #expect(distances.reachedPairCount == all.count)
      #expect(agree(distances.diameter ?? 0, all.max() ?? 0))
      #expect(agree(distances.meanDistance ?? 0, all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)))
    }
  }

  @Test("gives the diameter and mean distance that igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    let distances = try published.graph.distanceSummaries()
    #expect([distances.diameter] == published["igraph diameter"])
    #expect(agree([distances.meanDistance ?? .nan], published["igraph mean distance"]))
    let none = try CSRGraph(nodeCount: 2, edges: []).distanceSummaries()
    #expect(none.diameter == nil && none.meanDistance == nil)
  }

  @Test("is the same for 512 sources at once as for one by one, on sparse, dense and long graphs")
  func batches() throws {
    let long = CSRGraph(nodeCount: 520, edges: (1..<520).map { (NodeID($0 - 1), NodeID($0)) })
    let graphs = [
      long, CSRGraph.random(nodeCount: 1030, degree: 1, seed: 3),
      CSRGraph.random(nodeCount: 540, degree: 12, seed: 4),
      CSRGraph.random(nodeCount: 520, degree: 2, seed: 5, isDirected: true),
    ]
    for graph in graphs {
      let ones = try CSRGraph(
        nodeCount: graph.nodeCount, weightedEdges: graph.edges.map { ($0.source, $0.target, 1) },
        isDirected: graph.isDirected)
      let together = try graph.distanceSummaries().summaries
      let alone = try ones.distanceSummaries(lengths: .weights).summaries
      for (one, other) in zip(together, alone) {
        #expect(one.reachedCount == other.reachedCount && one.totalDistance == other.totalDistance)
        #expect(one.greatestDistance == other.greatestDistance)
        #expect(agree(one.totalInverse, other.totalInverse))
      }
    }
  }

  @Test("gives the same bits on any number of threads", arguments: TieLength.allCases)
  func threads(lengths: TieLength) throws {
    let graph = CSRGraph.random(nodeCount: 600, degree: 2, seed: 7, isWeighted: true)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.distanceSummaries(lengths: lengths) }
    #expect(try Computation.$threadLimit.withValue(2) { try graph.distanceSummaries(lengths: lengths) } == alone)
    #expect(try Computation.$threadLimit.withValue(7) { try graph.distanceSummaries(lengths: lengths) } == alone)
  }

  @Test("stops when its task is cancelled", arguments: TieLength.allCases)
  func cancellation(lengths: TieLength) async {
    let graph = CSRGraph.random(nodeCount: 50, degree: 2, seed: 1, isWeighted: true)
    await expectCancellation { _ = try graph.distanceSummaries(lengths: lengths) }
  }
}
