import Foundation
import TestSupport
import Testing

@testable import GraphCore

@Suite("Pair scores")
struct PairScoreTests {
  static let kinds: [PairScore] = [
    .commonNeighbors, .jaccard, .adamicAdar, .resourceAllocation, .preferentialAttachment, .lengthThree, .localPath(),
    .localPath(weight: 0.5), .katz(attenuation: 0.05), .rootedPageRank(),
  ]

  @Test("score the ends of a path of three by their one shared neighbour")
  func byHand() throws {
    let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
    #expect(try path.pairScore(.commonNeighbors, 0, 2) == 1)
    #expect(try path.pairScore(.jaccard, 0, 2) == 1)
    #expect(try path.pairScore(.resourceAllocation, 2, 0) == 0.5)
    #expect(agree(try path.pairScore(.adamicAdar, 0, 2), 1 / log(2)))
    #expect(try path.pairScore(.preferentialAttachment, 0, 1) == 2)
    #expect(try path.pairScores(.commonNeighbors, of: 0)[0] == nil)
    #expect(try path.topPairs(.commonNeighbors, count: 5) == [.init(first: 0, second: 2, score: 1)])
    #expect(try path.topPairs(.commonNeighbors, count: 0) == [])
  }

  @Test("match their formulas on random graphs, for one pair, one node and all", arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: seed % 3 == 0, isWeighted: seed % 2 == 0)
    for kind in Self.kinds {
      let expected = Self.scores(kind, graph.undirected.unweighted)
      var candidates: [(score: Double, pair: [Int])] = []
      for node in graph.nodes {
        var row = expected[node.index]
        row[node.index] = .nan
        #expect(agree(try graph.pairScores(kind, of: node).values, row, to: 1e-8), "\(kind)")
        for other in graph.nodes where node < other {
          let isTied = graph.hasEdge(from: node, to: other) || graph.hasEdge(from: other, to: node)
          if !isTied && row[other.index] > 1e-15 { candidates.append((row[other.index], [node.index, other.index])) }
        }
      }
      // Scores that differ by rounding alone may stand in either order.
      let top = try graph.topPairs(kind, count: 7)
      let best = candidates.map(\.score).sorted(by: >).prefix(7)
      #expect(agree(top.map(\.score), best, to: 1e-8), "\(kind)")
      for pair in top {
        let found = candidates.first { $0.pair == [pair.first.index, pair.second.index] }
        #expect(agree(found?.score ?? .nan, pair.score, to: 1e-8))
      }
      if let pair = top.first { #expect(try graph.pairScore(kind, pair.second, pair.first) == pair.score) }
    }
  }

  @Test("rank pairs that tie by their nodes")
  func ties() throws {
    let star = CSRGraph(nodeCount: 5, edges: [(0, 1), (0, 2), (0, 3), (0, 4)])
    let pairs = try star.topPairs(.commonNeighbors, count: 3).map { [$0.first, $0.second] }
    #expect(pairs == [[1, 2], [1, 3], [1, 4]])
  }

  @Test("are undefined where Katz' sum has no limit")
  func divergence() throws {
    let triangle = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)])
    #expect(try triangle.pairScores(.katz(attenuation: 0.6), of: 0).definedCount == 0)
  }

  @Test(
    "give the same bits on any number of threads, and stop when cancelled",
    arguments: [PairScore.adamicAdar, .lengthThree])
  func threads(kind: PairScore) async throws {
    let graph = CSRGraph.random(nodeCount: 2000, degree: 5, seed: 3)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.topPairs(kind, count: 50) }
    #expect(try Computation.$threadLimit.withValue(3) { try graph.topPairs(kind, count: 50) } == alone)
    await expectCancellation { _ = try Reference.zachary.topPairs(kind, count: 1) }
  }

  /// The matrix of a score from its formula.
  private static func scores(_ kind: PairScore, _ graph: CSRGraph) -> [[Double]] {
    let a = Oracle.matrix(of: graph)
    let all = a.indices
    let degree = a.map { $0.reduce(0, +) }
    func each(_ score: (Int, Int) -> Double) -> [[Double]] { all.map { i in all.map { score(i, $0) } } }
    func shared(_ i: Int, _ j: Int) -> [Int] { all.filter { a[i][$0] * a[$0][j] > 0 } }
    switch kind {
    case .commonNeighbors: return each { Double(shared($0, $1).count) }
    case .jaccard:
      return each { i, j in
        let either = all.count { a[i][$0] + a[j][$0] > 0 }
        return either > 0 ? Double(shared(i, j).count) / Double(either) : 0
      }
    case .adamicAdar: return each { i, j in i == j ? 0 : shared(i, j).reduce(0) { $0 + 1 / log(degree[$1]) } }
    case .resourceAllocation: return each { i, j in shared(i, j).reduce(0) { $0 + 1 / degree[$1] } }
    case .preferentialAttachment: return each { degree[$0] * degree[$1] }
    case .lengthThree:
      return each { i, j in
        let walks = all.flatMap { u in all.filter { a[i][u] * a[u][$0] * a[$0][j] > 0 }.map { (u, $0) } }
        return walks.reduce(0) { $0 + 1 / (degree[$1.0] * degree[$1.1]).squareRoot() }
      }
    case .localPath(let weight):
      let two = Oracle.product(a, a)
      let three = Oracle.product(two, a)
      return each { two[$0][$1] + weight * three[$0][$1] }
    case .katz(let attenuation):
      let system = each { ($0 == $1 ? 1 : 0) - attenuation * a[$0][$1] }
      let columns = all.map { j in Oracle.solution(of: system, all.map { $0 == j ? 1 : 0 }) }
      return each { columns[$1][$0] - ($0 == $1 ? 1 : 0) }
    case .rootedPageRank(let damping):
      let system = each { i, j in (i == j ? 1 : 0) - damping * (degree[j] > 0 ? a[j][i] / degree[j] : 0) }
      let rows = all.map { root in Oracle.solution(of: system, all.map { $0 == root ? 1 - damping : 0 }) }
      return each { rows[$0][$1] + rows[$1][$0] }
    }
  }
}
