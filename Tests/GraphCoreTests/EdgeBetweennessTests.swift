import GraphCore
import TestSupport
import Testing

@Suite("Edge betweenness")
struct EdgeBetweennessTests {
  @Test("counts the pairs that an edge lies between, its own ends included")
  func byHand() throws {
    let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    #expect(try path.edgeBetweenness().values == [2, 2])
    // Each side of a square carries its ends, and half of both diagonals.
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.edgeBetweenness().values == [2, 2, 2, 2])
    #expect(try square.edgeBetweenness().top(1)[0].edge == .init(source: 0, target: 1))
    #expect(try CSRGraph(nodeCount: 0, edges: []).edgeBetweenness().values == [])
  }

  @Test("matches the definition on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let units = Oracle.unitLengths(of: graph, lengths)
      let distances = Oracle.unitDistances(units)
      let counts = Oracle.pathCounts(units, distances)
      // The share of the paths from s to t that run along the arc u → v, over all ordered pairs.
      func carried(_ u: Int, _ v: Int) -> Double {
        var sum = 0.0
        for s in units.indices {
          for t in units.indices where s != t {
            guard let first = distances[s][u], let last = distances[v][t], let all = distances[s][t],
              let length = units[u][v], first + length + last == all
            else { continue }
            sum += counts[s][u] * counts[v][t] / counts[s][t]
          }
        }
        return sum
      }
      let expected = graph.edges.map { edge in
        let (u, v) = (edge.source.index, edge.target.index)
        return isDirected ? carried(u, v) : (carried(u, v) + carried(v, u)) / 2
      }
      #expect(agree(try graph.edgeBetweenness(lengths: lengths).values, expected))
    }
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.edgeBetweenness().values, published["igraph edge betweenness"]))
    if published.has("igraph edge betweenness inverse") {
      let scores = try published.graph.edgeBetweenness(lengths: .inverseWeights)
      #expect(agree(scores.values, published["igraph edge betweenness inverse"]))
    }
  }

  @Test("gives the same bits on any number of threads, and stops when cancelled")
  func threads() async throws {
    let graph = CSRGraph.random(nodeCount: 200, degree: 4, seed: 7)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.edgeBetweenness() }
    #expect(try Computation.$threadLimit.withValue(3) { try graph.edgeBetweenness() } == alone)
    await expectCancellation { _ = try Reference.zachary.edgeBetweenness() }
  }
}
