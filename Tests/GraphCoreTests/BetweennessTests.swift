import GraphCore
import TestSupport
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Test("counts the pairs that a node lies between")
  func path() throws {
    let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    #expect(try path.betweenness().values == [0, 1, 0])
  }

  @Test("shares a pair among its shortest paths: each corner of a square gets half of the other diagonal")
  func square() throws {
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.betweenness().values == [0.5, 0.5, 0.5, 0.5])
  }

  @Test("goes round where the way round is shorter by the lengths asked for")
  func lengths() throws {
    // 0–1 directly is 4 long; over 2 it is 3.
    let graph = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 4), (0, 2, 1), (2, 1, 2)])
    #expect(try graph.betweenness(lengths: .hops).values == [0, 0, 0])
    #expect(try graph.betweenness(lengths: .weights).values == [0, 0, 1])
    // As strengths: 0–2 directly is 1 long; over 1 it is 1/4 + 1/2.
    #expect(try graph.betweenness(lengths: .inverseWeights).values == [0, 1, 0])
  }

  @Test("lets paths tie whose lengths differ in the last bit only")
  func roundedTies() throws {
    // 0.1 + 0.2 + 0.3 is one bit more than 0.3 + 0.2 + 0.1.
    let ring: [(NodeID, NodeID, Double)] = [
      (0, 1, 0.1), (1, 2, 0.2), (2, 5, 0.3), (0, 3, 0.3), (3, 4, 0.2), (4, 5, 0.1),
    ]
    let graph = try CSRGraph(nodeCount: 6, weightedEdges: ring)
    let inTenths = try CSRGraph(nodeCount: 6, weightedEdges: ring.map { ($0.0, $0.1, ($0.2 * 10).rounded()) })
    let oracle = Oracle.betweenness(of: inTenths, .weights).map { $0 / 2 }
    #expect(agree(try graph.betweenness(lengths: .weights).values, oracle))
  }

  @Test("divides by the pairs when normalized; scores are 0 with fewer than three nodes")
  func normalized() throws {
    let star = CSRGraph(nodeCount: 4, edges: [(0, 1), (0, 2), (0, 3)])
    #expect(try star.betweenness(isNormalized: true).values == [1, 0, 0, 0])
    let directed = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(try directed.betweenness(isNormalized: true).values == [0, 0.5, 0])
    #expect(try CSRGraph(nodeCount: 2, edges: [(0, 1)]).betweenness(isNormalized: true).values == [0, 0])
    #expect(try CSRGraph(nodeCount: 0, edges: []).betweenness().values.isEmpty)
  }

  @Test("matches the definition on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let oracle = Oracle.betweenness(of: graph, lengths).map { isDirected ? $0 : $0 / 2 }
      #expect(agree(try graph.betweenness(lengths: lengths).values, oracle), "\(lengths) \(graph)")
    }
  }

  @Test("is what Jackson publishes for the families of Florence: Medici 0.522, Guadagni 0.255, Strozzi 0.103")
  func florentine() throws {
    // M. O. Jackson, Social and Economic Networks, Princeton University Press, 2008, section 1.2.1.
    let scores = try Reference.florentine.betweenness(isNormalized: true)
    #expect(scores.top(2).map { ($0.score * 1000).rounded() } == [522, 255])
    #expect(scores.values.contains { ($0 * 1000).rounded() == 103 })
  }

  @Test("goes as well by lengths of very different orders", arguments: 0..<200 as Range<UInt64>, [false, true])
  func wideRange(seed: UInt64, isDirected: Bool) throws {
    let random = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let far = NodeID(random.nodeCount)
    let ties = random.edges.map { ($0.source, $0.target, $0.weight) } + random.nodes.prefix(1).map { (far, $0, 4096) }
    let graph = try CSRGraph(nodeCount: random.nodeCount + 1, weightedEdges: ties, isDirected: isDirected)
    let oracle = Oracle.betweenness(of: graph, .weights).map { isDirected ? $0 : $0 / 2 }
    #expect(agree(try graph.betweenness(lengths: .weights).values, oracle))
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.betweenness().values, published["igraph betweenness"]))
    if published.has("igraph betweenness inverse") {
      let scores = try published.graph.betweenness(lengths: .inverseWeights)
      #expect(agree(scores.values, published["igraph betweenness inverse"]))
    }
  }

  @Test("gives the same bits on any number of threads", arguments: TieLength.allCases)
  func threads(lengths: TieLength) throws {
    let graph = CSRGraph.random(nodeCount: 150, degree: 4, seed: 7, isWeighted: true)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.betweenness(lengths: lengths) }
    for threads in [2, 5] {
      #expect(try Computation.$threadLimit.withValue(threads) { try graph.betweenness(lengths: lengths) } == alone)
    }
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try CSRGraph.random(nodeCount: 200, degree: 3, seed: 1).betweenness() }
  }
}
