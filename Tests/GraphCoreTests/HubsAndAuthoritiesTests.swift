import GraphCore
import TestSupport
import Testing

@Suite("Hubs and authorities")
struct HubsAndAuthoritiesTests {
  @Test("makes those that point hubs, and those pointed to authorities")
  func byHand() throws {
    let graph = CSRGraph(nodeCount: 3, edges: [(0, 2), (1, 2)], isDirected: true)
    let found = try graph.hubsAndAuthorities()
    #expect(agree(found.hubs.values, [1, 1, 0]))
    #expect(agree(found.authorities.values, [0, 0, 1]))
    #expect(try CSRGraph(nodeCount: 2, edges: [], isDirected: true).hubsAndAuthorities().hubs.values == [1, 1])
  }

  @Test("is the limit of powers of A Aᵀ and Aᵀ A on random graphs", arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: true, isWeighted: true)
    guard graph.arcCount > 0 else { return }
    let matrix = Oracle.matrix(of: graph)
    let transposed = Oracle.transposed(matrix)
    let hubs = Oracle.limit(of: Oracle.product(matrix, transposed), from: graph.degree(.outgoing).values)
    let authorities = Oracle.limit(of: Oracle.product(transposed, matrix), from: graph.degree(.incoming).values)
    let found = try graph.hubsAndAuthorities()
    #expect(agree(found.hubs.values, hubs))
    #expect(agree(found.authorities.values, authorities))
  }

  @Test("is eigenvector centrality without directions, as igraph finds", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    let found = try published.graph.unweighted.hubsAndAuthorities()
    #expect(agree(found.hubs.values, published["igraph hub"], to: 1e-8))
    #expect(found.hubs == found.authorities)
  }
}
