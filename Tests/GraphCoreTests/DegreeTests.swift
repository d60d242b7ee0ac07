import GraphCore
import TestSupport
import Testing

@Suite("Degree and strength")
struct DegreeTests {
  @Test("counts ties and adds weights, by direction in a directed graph")
  func byHand() throws {
    let edges: [(NodeID, NodeID, Double)] = [(0, 1, 0.5), (1, 2, 2), (2, 1, 4)]
    let undirected = try CSRGraph(nodeCount: 4, weightedEdges: edges)
    #expect(undirected.degree().values == [1, 2, 1, 0])
    #expect(undirected.degree(.incoming) == undirected.degree())
    #expect(undirected.strength().values == [0.5, 6.5, 6, 0])
    let directed = try CSRGraph(nodeCount: 4, weightedEdges: edges, isDirected: true)
    #expect(directed.degree(.outgoing).values == [1, 1, 1, 0])
    #expect(directed.degree(.incoming).values == [0, 2, 1, 0])
    #expect(directed.degree().values == [1, 3, 2, 0])
    #expect(directed.strength(.incoming).values == [0, 4.5, 2, 0])
    #expect(directed.strength().values == [0.5, 6.5, 6, 0])
    #expect(CSRGraph(nodeCount: 0, edges: []).degree().values.isEmpty)
  }

  @Test("matches sums over the matrix on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let rows = AdjacencyMatrix(graph).weights
    let outgoing = rows.map { $0.compactMap { $0 } }
    let incoming = rows.indices.map { column in rows.compactMap { $0[column] } }
    #expect(graph.degree(.outgoing).values == outgoing.map { Double($0.count) })
    #expect(graph.degree(.incoming).values == incoming.map { Double($0.count) })
    #expect(agree(graph.strength(.outgoing).values, outgoing.map { $0.reduce(0, +) }))
    #expect(agree(graph.strength(.incoming).values, incoming.map { $0.reduce(0, +) }))
    let both = zip(graph.strength(.outgoing).values, graph.strength(.incoming).values).map { $0 + $1 }
    #expect(agree(graph.strength().values, isDirected ? both : graph.strength(.outgoing).values))
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) {
    #expect(agree(published.graph.strength().values, published["igraph strength"]))
  }
}
