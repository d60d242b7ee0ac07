import GraphCore
import TestSupport
import Testing

@Suite("PageRank")
struct PageRankTests {
  @Test("solves its equations for a star of three: the middle gets 0.05 + 0.85 · what both ends have")
  func byHand() throws {
    let star = try CSRGraph(nodeCount: 3, edges: [(0, 1), (0, 2)]).pageRank()
    // x = 0.05 + 0.85 (1 − x)
    let middle = 0.9 / 1.85
    #expect(agree(star.values, [middle, (1 - middle) / 2, (1 - middle) / 2]))
    #expect(star.hasConverged && star.residual <= 1e-13)
  }

  @Test("starts anew from a node that no arc leaves, where the restart says")
  func restart() throws {
    let arc = CSRGraph(nodeCount: 2, edges: [(0, 1)], isDirected: true)
    // y = 0.85 x, x + y = 1 with all restarts at 0.
    #expect(agree(try arc.pageRank(restart: [7, 0]).values, [1 / 1.85, 0.85 / 1.85]))
    #expect(try CSRGraph(nodeCount: 4, edges: []).pageRank().values == [0.25, 0.25, 0.25, 0.25])
    #expect(try CSRGraph(nodeCount: 0, edges: []).pageRank().values == [])
  }

  @Test("solves its equations on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let count = graph.nodeCount
    guard count > 0 else { return }
    let shares = (0..<count).map { Double($0 % 3 + 1) }
    let restart = shares.map { $0 / shares.reduce(0, +) }
    let rows = Oracle.matrix(of: graph).map { row in
      let sum = row.reduce(0, +)
      return sum > 0 ? row.map { $0 / sum } : restart
    }
    for damping in [0.5, 0.85] {
      let system = (0..<count).map { target in
        (0..<count).map { source in (source == target ? 1 : 0) - damping * rows[source][target] }
      }
      let expected = Oracle.solution(of: system, restart.map { $0 * (1 - damping) })
      #expect(agree(try graph.pageRank(damping: damping, restart: shares).values, expected))
    }
  }

  @Test("keeps its bound on the distance from the limit, with and without directions", arguments: [false, true])
  func bound(isDirected: Bool) throws {
    let graph = CSRGraph.random(nodeCount: 3_000, degree: 3, seed: 4, isDirected: isDirected, isWeighted: true)
    let limit = try graph.pageRank(tolerance: 1e-15).values
    for tolerance in [1e-3, 1e-6, 1e-9] {
      let found = try graph.pageRank(tolerance: tolerance)
      let distance = zip(found.values, limit).reduce(0) { $0 + abs($1.0 - $1.1) }
      #expect(found.hasConverged && found.residual <= tolerance && distance <= found.residual + 1e-14)
    }
    #expect(try !graph.pageRank(maximumIterations: 2).hasConverged)
  }

  @Test("is the same for ties as for pairs of opposite arcs, in a graph too large to be taken in its own order")
  func large() throws {
    let ties = CSRGraph.random(nodeCount: 70_000, degree: 1, seed: 6)
    let both = ties.edges.flatMap { [($0.source, $0.target), ($0.target, $0.source)] }
    let arcs = CSRGraph(nodeCount: 70_000, edges: both, isDirected: true)
    let (found, expected) = (try ties.pageRank(tolerance: 1e-10), try arcs.pageRank(tolerance: 1e-10))
    #expect(found.hasConverged && expected.hasConverged)
    #expect(zip(found.values, expected.values).reduce(0) { $0 + abs($1.0 - $1.1) } <= 2e-10)
  }

  @Test("comes through weights that are far apart")
  func extremeWeights() throws {
    let graph = try CSRGraph(nodeCount: 4, weightedEdges: [(0, 1, 1e-300), (1, 2, 1e300), (2, 3, 1)])
    let found = try graph.pageRank()
    #expect(found.hasConverged && abs(found.values.reduce(0, +) - 1) < 1e-12)
    // The outer nodes hand all inward, and the inner two all but nothing but to each other.
    let outer = 0.15 / 4
    let inner = (outer + 0.85 * outer) / 0.15
    #expect(agree(found.values, [outer, inner, inner, outer]))
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.pageRank().values, published["igraph pagerank"]))
  }

  @Test("gives the same bits on any number of threads")
  func threads() throws {
    let graph = CSRGraph.random(nodeCount: 30_000, degree: 4, seed: 2, isWeighted: true)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.pageRank(maximumIterations: 5) }
    #expect(try Computation.$threadLimit.withValue(2) { try graph.pageRank(maximumIterations: 5) } == alone)
    #expect(try Computation.$threadLimit.withValue(5) { try graph.pageRank(maximumIterations: 5) } == alone)
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try Reference.zachary.pageRank() }
  }

  @Test("traps on shares that do not fit")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try CSRGraph(nodeCount: 2, edges: [(0, 1)]).pageRank(restart: [0, 0])
    }
  }
}
