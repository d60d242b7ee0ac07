import GraphCore
import TestSupport
import Testing

@Suite("Coverage and conductance")
struct ClusterMeasuresTests {
  @Test("weigh what stays within clusters against what leaves them")
  func byHand() {
    let square = CSRGraph(nodeCount: 5, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    let halves = Partition(labels: [0, 0, 1, 1, 2])
    #expect(square.coverage(of: halves) == 0.5)
    #expect(square.conductance(of: halves) == [0.5, 0.5, nil])
    #expect(CSRGraph(nodeCount: 1, edges: []).coverage(of: Partition(labels: [0])) == nil)
  }

  @Test("match their definitions on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected, isWeighted: true)
    let labels = (0..<graph.nodeCount).map { $0 % 3 }
    let partition = Partition(labels: labels)
    let total = graph.edges.reduce(0) { $0 + $1.weight }
    let within = graph.edges.filter { labels[$0.source.index] == labels[$0.target.index] }.reduce(0) { $0 + $1.weight }
    #expect(agree([graph.coverage(of: partition) ?? .nan], [total > 0 ? within / total : .nan]))
    let found = graph.conductance(of: partition)
    for (number, members) in partition.clusters.enumerated() {
      var (cut, own, rest) = (0.0, 0.0, 0.0)
      for edge in graph.edges {
        let ends = [edge.source, edge.target].map { members.contains($0) }
        if ends[0] != ends[1] { cut += edge.weight }
        for isOwn in ends { if isOwn { own += edge.weight } else { rest += edge.weight } }
      }
      let expected = min(own, rest) > 0 ? cut / min(own, rest) : .nan
      #expect(agree([found[number] ?? .nan], [expected]))
    }
  }
}
