import TestSupport
import Testing

@testable import GraphCore

/// Edges in any order become rows: the definition with a dictionary against the sort by digits.
@Suite("ArcSorter")
struct ArcSorterTests {
  /// What a graph of these edges holds by definition: the weights between two nodes added in the order of the edges.
  private static func expected(
    _ edges: [(NodeID, NodeID, Double)], isDirected: Bool
  ) -> [[NodeID: Double]] {
    var rows = [[NodeID: Double]](repeating: [:], count: (edges.flatMap { [$0.0, $0.1] }.max()?.index ?? -1) + 1)
    for (source, target, weight) in edges {
      rows[source.index][target, default: 0] += weight
      if !isDirected { rows[target.index][source, default: 0] += weight }
    }
    return rows
  }

  private static func drawn(_ count: Int, nodeCount: Int, seed: UInt64) -> [(NodeID, NodeID, Double)] {
    var generator = SeededGenerator(seed: seed)
    var edges: [(NodeID, NodeID, Double)] = []
    while edges.count < count {
      // The lower of two draws: some rows are long and have repeats.
      let source = min(generator.below(nodeCount), generator.below(nodeCount))
      let target = generator.below(nodeCount)
      if source != target { edges.append((NodeID(source), NodeID(target), Double(1 + generator.below(1000)) / 7)) }
    }
    return edges
  }

  private static func check(_ edges: [(NodeID, NodeID, Double)], nodeCount: Int, isDirected: Bool) throws {
    let graph = try CSRGraph(nodeCount: nodeCount, weightedEdges: edges, isDirected: isDirected)
    let plain = CSRGraph(nodeCount: nodeCount, edges: edges.map { ($0.0, $0.1) }, isDirected: isDirected)
    #expect(plain == graph.unweighted)
    let rows = expected(edges, isDirected: isDirected)
    #expect(graph.arcCount == rows.reduce(0) { $0 + $1.count })
    for (row, heads) in rows.enumerated() {
      let node = NodeID(row)
      let isSame =
        graph.neighbors(of: node).elementsEqual(heads.keys.sorted())
        && zip(graph.neighbors(of: node), graph.weights(of: node) ?? []).allSatisfy { heads[$0] == $1 }
      if !isSame { Issue.record("row \(row) of \(nodeCount)") }
    }
  }

  @Test("makes the rows of the definition on random edges", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let nodeCount = Int(2 + seed % 40)
    let edges = Self.drawn(Int(seed % 97), nodeCount: nodeCount, seed: seed)
    try Self.check(edges, nodeCount: nodeCount, isDirected: isDirected)
  }

  @Test("makes the same rows when arcs are dealt into buckets and chunks", arguments: 0..<200 as Range<UInt64>)
  func parts(seed: UInt64) {
    let nodeCount = Int(2 + seed % 60)
    let drawn = Self.drawn(Int(seed), nodeCount: nodeCount, seed: seed)
    let edges = drawn.map { ($0.0, $0.1) }
    for weights in [drawn.map(\.2), nil] {
      for isSymmetric in [false, true] {
        let whole = ArcSorter(edges: edges, weights: weights, rowCount: nodeCount, isSymmetric: isSymmetric).rows()
        let sizes = ArcSorter.Sizes(bucket: 8, chunk: 16, smallRowCount: 0)
        let cut = ArcSorter(
          edges: edges, weights: weights, rowCount: nodeCount, isSymmetric: isSymmetric, sizes: sizes
        ).rows()
        #expect((cut.offsets, cut.targets) == (whole.offsets, whole.targets))
        #expect(cut.weights == whole.weights)
      }
    }
  }

  @Test("sorts heads that take more bits than a short key has")
  func wideKeys() {
    let far = NodeID(3_000_000)
    let edges: [(NodeID, NodeID)] = [(far, 7), (2, far), (far, 0), (7, far)]
    let graph = CSRGraph(nodeCount: 3_000_001, edges: edges)
    #expect(Array(graph.neighbors(of: far)) == [0, 2, 7])
    #expect(graph.edgeCount == 3 && Array(graph.neighbors(of: 7)) == [far])
  }

  @Test("gives the same bits on any number of threads")
  func threads() throws {
    let edges = Self.drawn(150_000, nodeCount: 40_000, seed: 9)
    let graphs = try [1, 2, 5].map { threads in
      try Computation.$threadLimit.withValue(threads) { try CSRGraph(nodeCount: 40_000, weightedEdges: edges) }
    }
    #expect(graphs[0] == graphs[1] && graphs[0] == graphs[2])
  }

  @Test("traps on an end outside the graph, and on a loop")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = CSRGraph(nodeCount: 2, edges: [(0, 2)]) }
    await #expect(processExitsWith: .failure) { _ = CSRGraph(nodeCount: 2, edges: [(1, 1)]) }
  }
}
