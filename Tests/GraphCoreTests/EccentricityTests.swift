import GraphCore
import TestSupport
import Testing

@Suite("Eccentricity")
struct EccentricityTests {
  @Test("is the distance to the farthest node within reach")
  func byHand() throws {
    #expect(try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).eccentricity().values == [2, 1, 2])
    #expect(try CSRGraph(nodeCount: 3, edges: [(0, 1)]).eccentricity().values == [1, 1, 0])
    let arcs = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(try arcs.eccentricity().values == [2, 1, 0])
  }

  @Test("matches the definition on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    for lengths in TieLength.allCases {
      let oracle = Oracle.distances(of: graph, lengths).map { $0.compactMap { $0 }.max() ?? 0 }
      #expect(agree(try graph.eccentricity(lengths: lengths).values, oracle))
    }
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(try published.graph.eccentricity().values == published["igraph eccentricity"])
    if published.has("igraph eccentricity inverse") {
      let scores = try published.graph.eccentricity(lengths: .inverseWeights)
      #expect(agree(scores.values, published["igraph eccentricity inverse"]))
    }
  }
}
