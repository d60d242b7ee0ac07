import GraphCore
import TestSupport
import Testing

@Suite("Harmonic")
struct HarmonicTests {
  @Test("is the mean of the inverse distances, where out of reach counts 0")
  func byHand() throws {
    #expect(try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).harmonic().values == [0.75, 1, 0.75])
    #expect(try CSRGraph(nodeCount: 3, edges: [(0, 1)]).harmonic().values == [0.5, 0.5, 0])
    // The square, where two ways tie: 1 + 1 + 1/2 over 3.
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(agree(try square.harmonic().values, [2.5 / 3, 2.5 / 3, 2.5 / 3, 2.5 / 3]))
    #expect(try CSRGraph(nodeCount: 1, edges: []).harmonic().values == [0])
    #expect(try CSRGraph(nodeCount: 0, edges: []).harmonic().values == [])
  }

  @Test("follows arcs outward, and takes strong ties as short when told to")
  func conventions() throws {
    let arcs = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(try arcs.harmonic().values == [0.75, 0.5, 0])
    let weighted = try CSRGraph(nodeCount: 2, weightedEdges: [(0, 1, 4)])
    #expect(try weighted.harmonic(lengths: .inverseWeights).values == [4, 4])
    #expect(try weighted.harmonic(lengths: .weights).values == [0.25, 0.25])
  }

  @Test("matches the definition on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let oracle = Oracle.distances(of: graph, lengths).map { row in
        let inverse = row.reduce(0.0) { $0 + (($1 ?? 0) > 0 ? 1 / ($1 ?? 0) : 0) }
        return inverse == 0 ? 0 : inverse / Double(row.count - 1)
      }
      #expect(agree(try graph.harmonic(lengths: lengths).values, oracle))
    }
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.harmonic().values, published["igraph harmonic"]))
    if published.has("igraph harmonic inverse") {
      let scores = try published.graph.harmonic(lengths: .inverseWeights)
      #expect(agree(scores.values, published["igraph harmonic inverse"]))
    }
  }
}
