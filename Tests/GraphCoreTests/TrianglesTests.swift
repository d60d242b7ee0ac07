import GraphCore
import TestSupport
import Testing

@Suite("Triangles and clustering")
struct TrianglesTests {
  @Test("counts the one triangle of a triangle with a tail, and 3 of 5 paths that close")
  func byHand() throws {
    let found = try CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (0, 2), (2, 3)]).triangles()
    #expect(found.counts.values == [1, 1, 1, 0, 0])
    #expect(agree(found.clustering.values, [1, 1, 1.0 / 3, 0, 0]))
    #expect((found.total, found.transitivity, found.averagedNodeCount) == (1, 0.6, 3))
    #expect(found.averageClustering.map { agree($0, 7.0 / 9) } == true)
  }

  @Test("has no transitivity where no node has two neighbours")
  func undefined() throws {
    let pair = try CSRGraph(nodeCount: 2, edges: [(0, 1)]).triangles()
    #expect(pair.transitivity == nil && pair.averageClustering == nil)
    #expect(try CSRGraph(nodeCount: 0, edges: []).triangles().counts.values == [])
  }

  @Test("matches the count over all triples on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let matrix = AdjacencyMatrix(graph.undirected)
    let found = try graph.triangles()
    var (closed, open) = (0, 0)
    for node in 0..<matrix.size {
      let contacts = (0..<matrix.size).filter { matrix.isTied(node, $0) }
      let pairs = contacts.flatMap { first in contacts.filter { $0 > first }.map { (first, $0) } }
      let tied = pairs.count { matrix.isTied($0, $1) }
      (closed, open) = (closed + tied, open + pairs.count)
      #expect(found.counts.values[node] == Double(tied))
      #expect(agree(found.clustering.values[node], pairs.isEmpty ? 0 : Double(tied) / Double(pairs.count)))
    }
    #expect(found.total * 3 == closed)
    #expect(found.transitivity == (open > 0 ? Double(closed) / Double(open) : nil))
  }

  @Test("is what networkx and igraph find on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    let found = try published.graph.triangles()
    #expect(found.counts.values == published["networkx triangles"])
    #expect(agree(found.clustering.values, published["igraph clustering"]))
    #expect(agree([found.transitivity ?? .nan], published["igraph transitivity"]))
  }

  @Test("gives the same on any number of threads, and stops when cancelled")
  func threads() async throws {
    let graph = CSRGraph.random(nodeCount: 20_000, degree: 6, seed: 9)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.triangles() }
    #expect(try Computation.$threadLimit.withValue(2) { try graph.triangles() } == alone)
    await expectCancellation { _ = try Reference.zachary.triangles() }
  }
}
