import Foundation
import GraphCore
import TestSupport
import Testing

@Suite("Structural holes")
struct StructuralHolesTests {
  @Test("leaves the middle of a star free and binds its ends")
  func star() throws {
    let holes = try CSRGraph(nodeCount: 4, edges: [(0, 1), (0, 2)]).structuralHoles()
    #expect(agree(holes.constraint.values, [0.5, 1, 1, .nan]))
    #expect(agree(holes.effectiveSize.values, [2, 1, 1, .nan]))
    #expect(agree(holes.efficiency.values, [1, 1, 1, .nan]))
    #expect(agree(holes.hierarchy.values, [0, .nan, .nan, .nan]))
    #expect(holes.constraint[3] == nil)
  }

  @Test("counts the detour in a triangle: (1/2 + 1/4)² for each of two contacts")
  func triangle() throws {
    let holes = try CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)]).structuralHoles()
    #expect(agree(holes.constraint.values, [1.125, 1.125, 1.125]))
    #expect(agree(holes.effectiveSize.values, [1, 1, 1]))
  }

  @Test("matches Burt's equations on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: seed % 2 == 0)
    let holes = try graph.structuralHoles()
    let matrix = Oracle.matrix(of: graph)
    let all = matrix.indices
    func mutual(_ i: Int, _ j: Int) -> Double { i == j ? 0 : matrix[i][j] + matrix[j][i] }
    for i in all {
      let contacts = all.filter { mutual(i, $0) > 0 }
      func share(_ i: Int, _ j: Int) -> Double { mutual(i, j) / all.reduce(0) { $0 + mutual(i, $1) } }
      func marginal(_ j: Int, _ q: Int) -> Double { mutual(j, q) / (all.map { mutual(j, $0) }.max() ?? 1) }
      let parts = contacts.map { j in
        let round = contacts.filter { $0 != j }.reduce(0) { $0 + share(i, $1) * share($1, j) }
        return (share(i, j) + round) * (share(i, j) + round)
      }
      let size = contacts.reduce(0.0) { sum, j in
        sum + 1 - contacts.filter { $0 != j }.reduce(0) { $0 + share(i, $1) * marginal(j, $1) }
      }
      let isolated = contacts.isEmpty
      let constraint = parts.reduce(0, +)
      let count = Double(contacts.count)
      let hierarchy = parts.reduce(0) { $0 + $1 / (constraint / count) * log($1 / (constraint / count)) }
      #expect(agree(holes.constraint.values[i], isolated ? .nan : constraint))
      #expect(agree(holes.effectiveSize.values[i], isolated ? .nan : size))
      #expect(agree(holes.efficiency.values[i], isolated ? .nan : size / count))
      #expect(agree(holes.hierarchy.values[i], contacts.count < 2 ? .nan : hierarchy / (count * log(count))))
    }
  }

  @Test("is what igraph and networkx find on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) throws {
    let holes = try published.graph.structuralHoles()
    #expect(agree(holes.constraint.values, published["igraph constraint"]))
    let plain = try published.graph.unweighted.structuralHoles()
    #expect(agree(plain.effectiveSize.values, published["networkx effective size"]))
    if published.has("networkx effective size weighted") {
      #expect(agree(holes.effectiveSize.values, published["networkx effective size weighted"]))
    }
  }

  @Test("gives the same bits on any number of threads, and stops when cancelled")
  func threads() async throws {
    let graph = CSRGraph.random(nodeCount: 3000, degree: 6, seed: 9, isWeighted: true)
    let alone = try Computation.$threadLimit.withValue(1) { try graph.structuralHoles() }
    #expect(try Computation.$threadLimit.withValue(2) { try graph.structuralHoles() } == alone)
    await expectCancellation { _ = try Reference.zachary.structuralHoles() }
  }
}
