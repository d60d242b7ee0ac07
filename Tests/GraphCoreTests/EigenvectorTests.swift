import GraphCore
import TestSupport
import Testing

@Suite("Eigenvector")
struct EigenvectorTests {
  @Test("scores the ends of a path of three 1/√2 of its middle")
  func byHand() throws {
    let path = try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).eigenvector()
    #expect(agree(path.values, [(0.5).squareRoot(), 1, (0.5).squareRoot()]))
    #expect(path.hasConverged && path.residual <= 1e-13)
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(agree(try square.eigenvector().values, [1, 1, 1, 1]))
  }

  @Test("scores 1 without ties, and 0 outside the component with the largest eigenvalue")
  func conventions() throws {
    #expect(try CSRGraph(nodeCount: 2, edges: []).eigenvector().values == [1, 1])
    #expect(try CSRGraph(nodeCount: 0, edges: []).eigenvector().values == [])
    let graph = CSRGraph(nodeCount: 5, edges: [(0, 1), (2, 3), (3, 4), (2, 4)])
    #expect(agree(try graph.eigenvector().values, [0, 0, 1, 1, 1]))
  }

  @Test("says that it has not converged on a directed graph without cycles, and when the limit is too low")
  func convergence() throws {
    let arcs = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(try !arcs.eigenvector().hasConverged)
    #expect(try arcs.eigenvector().scores.definedCount == 0)
    let limited = try Reference.zachary.eigenvector(maximumIterations: 3)
    #expect(!limited.hasConverged && limited.iterations == 3 && limited.residual > 1e-13)
  }

  @Test("is the limit of powers of the matrix on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    guard graph.arcCount > 0, !isDirected || Oracle.isStronglyConnected(graph) else { return }
    let incoming = Oracle.transposed(Oracle.matrix(of: graph))
    let expected = Oracle.limit(of: incoming, from: graph.degree(.incoming).values)
    let found = try graph.eigenvector()
    #expect(found.hasConverged)
    #expect(agree(found.values, expected), "\(found) \(expected)")
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.unweighted.eigenvector().values, published["igraph eigenvector"], to: 1e-8))
  }

  @Test("gives the same bits on any number of threads")
  func threads() throws {
    let graph = CSRGraph.random(nodeCount: 30_000, degree: 4, seed: 2)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.eigenvector(maximumIterations: 5) }
    #expect(try Computation.$threadLimit.withValue(2) { try graph.eigenvector(maximumIterations: 5) } == alone)
    #expect(try Computation.$threadLimit.withValue(5) { try graph.eigenvector(maximumIterations: 5) } == alone)
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try Reference.zachary.eigenvector() }
  }
}
