import GraphCore
import TestSupport
import Testing

@Suite("Katz")
struct KatzTests {
  @Test("solves its equations for a path of three with α = 1/2")
  func byHand() throws {
    // y = 1 + x, x = 1 + y / 2: y = 4, x = 3.
    let path = try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).katz(attenuation: 0.5)
    let length = (34.0).squareRoot()
    #expect(agree(path.values, [3 / length, 4 / length, 3 / length]))
    #expect(path.hasConverged)
  }

  @Test("takes 0.1 for α, or 0.85 / λ where that is less")
  func attenuation() throws {
    #expect(try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).defaultKatzAttenuation() == 0.1)
    #expect(try CSRGraph(nodeCount: 3, edges: []).defaultKatzAttenuation() == 0.1)
    // The complete graph of 21 nodes has λ = 20.
    let complete = CSRGraph(nodeCount: 21, edges: (0..<21).flatMap { i in (0..<i).map { (NodeID(i), NodeID($0)) } })
    #expect(agree(try complete.defaultKatzAttenuation(), 0.85 / 20))
  }

  @Test("says that it has not converged when α is too large")
  func divergence() throws {
    let triangle = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)])
    #expect(try !triangle.katz(attenuation: 0.6).hasConverged)
  }

  @Test("solves its equations on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    guard graph.nodeCount > 0 else { return }
    let matrix = Oracle.matrix(of: graph)
    let system = matrix.indices.map { target in
      matrix.indices.map { source in (source == target ? 1 : 0) - 0.04 * matrix[source][target] }
    }
    let solution = Oracle.solution(of: system, matrix.map { _ in 1 })
    let length = solution.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(agree(try graph.katz(attenuation: 0.04).values, solution.map { $0 / length }))
  }

  @Test("is what networkx finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    #expect(agree(try published.graph.unweighted.katz().values, published["networkx katz"], to: 1e-8))
  }

  @Test("gives the same bits on any number of threads")
  func threads() throws {
    let graph = CSRGraph.random(nodeCount: 30_000, degree: 4, seed: 2, isWeighted: true)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.katz(attenuation: 0.01, maximumIterations: 5) }
    for threads in [2, 5] {
      let found = try Computation.$threadLimit.withValue(threads) {
        try graph.katz(attenuation: 0.01, maximumIterations: 5)
      }
      #expect(found == alone)
    }
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    await expectCancellation { _ = try Reference.zachary.katz(attenuation: 0.1) }
  }
}
