import GraphCore
import Synchronization
import TestSupport
import Testing

@Suite("NodeTable")
struct NodeTableTests {
  private func table(
    _ graph: CSRGraph, _ measures: [NodeMeasure] = NodeMeasure.allCases, isWeighted: Bool = false
  ) throws -> NodeTable {
    var generator = SeededGenerator(seed: 4)
    return try graph.nodeTable(of: measures, isWeighted: isWeighted, using: &generator)
  }

  @Test("has the columns of a list of edges in their fixed order")
  func columns() {
    let names =
      "degree,strength,closeness,harmonic,betweenness,eigenvector,katz,pagerank,hub,authority,coreness,eccentricity,"
      + "triangles,clustering,constraint,effective_size,community"
    #expect(NodeMeasure.allCases.map(\.rawValue).joined(separator: ",") == names)
  }

  @Test("holds a path worked by hand")
  func byHand() throws {
    let found = try table(CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)]))
    #expect(found.rowCount == 4)
    #expect(found[.degree]?.values == [1, 2, 1, 0])
    #expect(found[.betweenness]?.values == [0, 1, 0, 0])
    #expect(agree(found[.closeness]?.values ?? [], [4.0 / 9, 2.0 / 3, 4.0 / 9, 0]))
    #expect(agree(found[.harmonic]?.values ?? [], [0.5, 2.0 / 3, 0.5, 0]))
    #expect(found[.coreness]?.values == [1, 1, 1, 0])
    #expect(found[.clustering]?.values == [0, 0, 0, 0])
    #expect(found[.constraint]?[3] == nil)
    #expect(found[.community]?.values == [0, 0, 0, 1])
    #expect(found.unconverged.isEmpty)
  }

  @Test("leaves weights to the strength unless they are asked for")
  func weights() throws {
    let graph = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 4), (1, 2, 1), (0, 2, 0.5)])
    let plain = try table(graph, [.strength, .closeness, .betweenness, .constraint])
    #expect(plain[.strength]?.values == [4.5, 5, 1.5])
    #expect(plain[.closeness]?.values == [1, 1, 1])
    #expect(plain[.betweenness]?.values == [0, 0, 0])
    #expect(plain.lengths == .hops)
    let weighted = try table(graph, [.closeness, .betweenness, .constraint], isWeighted: true)
    // The way over node 1 takes 1/4 + 1, the direct one 2.
    #expect(weighted[.betweenness]?.values == [0, 1, 0])
    #expect(agree(weighted[.closeness]?.values ?? [], [2 / 1.5, 2 / 1.25, 2 / 2.25]))
    #expect(weighted[.constraint] == (try graph.structuralHoles().constraint))
    #expect(weighted.lengths == .inverseWeights)
  }

  @Test("holds what each measure finds on its own", arguments: Reference.cases, [false, true])
  func same(published: Reference.Case, isWeighted: Bool) throws {
    let graph = isWeighted ? published.graph : published.graph.unweighted
    let lengths: TieLength = isWeighted ? .inverseWeights : .hops
    let found = try table(published.graph, isWeighted: isWeighted)
    #expect(found[.harmonic] == (try graph.harmonic(lengths: lengths)))
    #expect(found[.eccentricity] == (try graph.eccentricity(lengths: lengths)))
    #expect(found[.betweenness] == (try graph.betweenness(lengths: lengths)))
    #expect(found[.eigenvector] == (try graph.eigenvector().scores))
    #expect(found[.katz] == (try graph.katz().scores))
    #expect(found[.pageRank] == (try graph.pageRank().scores))
    #expect(found[.authority] == (try graph.hubsAndAuthorities().authorities.scores))
    #expect(found[.coreness] == graph.coreness())
    #expect(found[.triangles] == (try graph.triangles().counts))
    #expect(found[.effectiveSize] == (try graph.structuralHoles().effectiveSize))
    var generator = SeededGenerator(seed: 4)
    let clusters = try graph.leiden(using: &generator).partition.labels
    #expect(found[.community]?.values == clusters.map { Double($0) })
  }

  @Test("measures graphs of no node, of one, and without ties")
  func small() throws {
    #expect(try table(CSRGraph(nodeCount: 0, edges: [])).rowCount == 0)
    for count in 1...2 {
      let found = try table(CSRGraph(nodeCount: count, edges: []))
      #expect(found.columns.allSatisfy { $0.values.count == count })
      #expect(found[.constraint]?.definedCount == 0)
    }
  }

  @Test("names the measures that did not converge: no eigenvector exists without a cycle")
  func unconverged() throws {
    let chain = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    #expect(try table(chain).unconverged == [.eigenvector])
  }

  @Test("tells how far all measures together are, rising to the end, on any number of threads", arguments: [1, 4])
  func progress(threads: Int) throws {
    let graph = CSRGraph.random(nodeCount: 3_000, degree: 4, seed: 3)
    let shares = Mutex<[Double]>([])
    let record: @Sendable (Double) -> Void = { share in shares.withLock { $0.append(share) } }
    try Computation.$onProgress.withValue(record) {
      var generator = SeededGenerator(seed: 1)
      _ = try Computation.$threadLimit.withValue(threads) { try graph.nodeTable(using: &generator) }
    }
    let told = shares.withLock { $0 }
    #expect(told.count > 20)
    #expect(zip(told, told.dropFirst()).allSatisfy { $0 <= $1 }, "\(told)")
    #expect(told.allSatisfy { 0 < $0 && $0 <= 1 })
  }
}
