import GraphCore
import TestSupport
import Testing

@Suite("Biconnected components")
struct BiconnectedComponentsTests {
  @Test("are a triangle and its tail, which share a node")
  func byHand() {
    let found = CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (0, 2), (2, 3)]).biconnectedComponents()
    #expect(found.components == [[0, 1, 2], [2, 3]])
    #expect(found.edgeLabels == [0, 0, 0, 1])
    #expect(CSRGraph(nodeCount: 1, edges: []).biconnectedComponents().components == [])
  }

  /// Two ties belong together when they share an end and what lies beyond it still hangs together without that end.
  @Test("joins ties that no single node parts, on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let edges = graph.undirected.edges
    let apart = (0..<graph.nodeCount).map { Oracle.componentRoots(of: graph, without: $0) }
    var labels = Array(edges.indices)
    var before: [Int] = []
    while before != labels {
      before = labels
      for (i, first) in edges.enumerated() {
        for (j, second) in edges.enumerated() {
          for (shared, ends) in [
            (first.source, (first.target, second.target)), (first.target, (first.source, second.source)),
            (first.source, (first.target, second.source)), (first.target, (first.source, second.target)),
          ] where i != j {
            let isShared = [second.source, second.target].contains(shared) && ends.1 != shared
            if isShared, apart[shared.index][ends.0.index] == apart[shared.index][ends.1.index] {
              labels[i] = min(labels[i], labels[j])
              labels[j] = labels[i]
            }
          }
        }
      }
    }
    let found = graph.biconnectedComponents()
    #expect(Partition(labels: found.edgeLabels) == Partition(labels: labels))
    for (number, component) in found.components.enumerated() {
      let ends = edges.indices.filter { found.edgeLabels[$0] == number }
        .flatMap { [edges[$0].source, edges[$0].target] }
      #expect(component == Set(ends).sorted())
    }
    #expect(found.components.map(\.count) == found.components.map(\.count).sorted(by: >))
  }
}
