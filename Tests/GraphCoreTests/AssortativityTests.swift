import GraphCore
import TestSupport
import Testing

@Suite("Assortativity")
struct AssortativityTests {
  @Test("is −1 in a star, and not defined where all degrees are the same")
  func byHand() {
    let star = CSRGraph(nodeCount: 4, edges: [(0, 1), (0, 2), (0, 3)])
    #expect(agree([star.degreeAssortativity() ?? .nan], [-1]))
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)]).degreeAssortativity() == nil)
    #expect(CSRGraph(nodeCount: 2, edges: []).degreeAssortativity() == nil)
    let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
    #expect(pairs.assortativity(of: Partition(labels: [0, 0, 1, 1])) == 1)
    #expect(pairs.assortativity(of: Partition(labels: [0, 1, 0, 1])) == -1)
    #expect(pairs.assortativity(of: Partition(labels: [0, 0, 0, 0])) == nil)
  }

  @Test("is the correlation over arcs on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let matrix = AdjacencyMatrix(graph)
    let all = 0..<matrix.size
    let outgoing = all.map { node in Double(all.count { matrix.isTied(node, $0) }) }
    let incoming = all.map { node in Double(all.count { matrix.isTied($0, node) }) }
    let pairs = all.flatMap { i in all.filter { matrix.isTied(i, $0) }.map { (outgoing[i], incoming[$0]) } }
    let count = Double(pairs.count)
    func mean(_ value: ((Double, Double)) -> Double) -> Double { pairs.reduce(0) { $0 + value($1) } / count }
    let joint = mean { $0.0 * $0.1 } - mean { $0.0 } * mean { $0.1 }
    let sourceSpread = mean { $0.0 * $0.0 } - mean { $0.0 } * mean { $0.0 }
    let spread = sourceSpread * (mean { $0.1 * $0.1 } - mean { $0.1 } * mean { $0.1 })
    let expected = spread > 1e-12 ? joint / spread.squareRoot() : nil
    let found = graph.degreeAssortativity()
    #expect((found == nil) == (expected == nil))
    #expect(agree(found ?? 0, expected ?? 0, to: 1e-8))
    if !isDirected { #expect(graph.assortativity(of: outgoing) == found) }
  }

  @Test("by kind is what modularity is to its greatest value", arguments: 0..<200 as Range<UInt64>, [false, true])
  func kinds(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let labels = (0..<graph.nodeCount).map { $0 % 3 }
    let matrix = AdjacencyMatrix(graph)
    var mixing = Array(repeating: [0.0, 0.0, 0.0], count: 3)
    for edge in graph.edges {
      mixing[labels[edge.source.index]][labels[edge.target.index]] += 1
      if !isDirected { mixing[labels[edge.target.index]][labels[edge.source.index]] += 1 }
    }
    let total = mixing.joined().reduce(0, +)
    let within = (0..<3).reduce(0) { $0 + mixing[$1][$1] } / total
    let chance = (0..<3).reduce(0) { sum, kind in
      sum + mixing[kind].reduce(0, +) / total * (mixing.reduce(0) { $0 + $1[kind] } / total)
    }
    let found = graph.assortativity(of: Partition(labels: labels))
    #expect((found == nil) == (matrix.size < 2 || total == 0 || chance > 1 - 1e-12))
    if let found { #expect(agree(found, (within - chance) / (1 - chance))) }
  }

  @Test("is what igraph finds on published graphs", arguments: Reference.cases)
  func reference(published: Reference.Case) {
    #expect(agree([published.graph.degreeAssortativity() ?? .nan], published["igraph assortativity"]))
  }
}
