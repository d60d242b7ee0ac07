import TestSupport
import Testing

@testable import GraphCore

@Suite("Brokerage")
struct BrokerageTests {
  /// One path a → b → c for each way to put its three nodes into groups.
  @Test(
    "names the role by the groups of the three",
    arguments: [
      ("AAA", BrokerageRole.coordinator), ("ABA", .itinerant), ("ABB", .gatekeeper), ("AAB", .representative),
      ("ABC", .liaison),
    ])
  func roles(groups: String, role: BrokerageRole) throws {
    let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)], isDirected: true)
    let brokerage = try path.brokerage(groups: Partition(labels: Array(groups)))
    for other in BrokerageRole.allCases {
      #expect(brokerage[1, other].observed == (other == role ? 1 : 0))
      #expect(brokerage[0, other].observed == 0)
    }
    #expect(brokerage.totals.values == [0, 1, 0])
  }

  @Test("counts no path whose ends are tied, and an undirected path both ways")
  func conventions() throws {
    let closed = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (0, 2)], isDirected: true)
    #expect(try closed.brokerage(groups: Partition(labels: [0, 0, 0])).totals.values == [0, 0, 0])
    let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    let found = try path.brokerage(groups: Partition(labels: [0, 0, 1]))
    #expect(found[1, .gatekeeper].observed == 1 && found[1, .representative].observed == 1)
  }

  @Test("matches the count over all triples on random graphs", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) throws {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let labels = (0..<graph.nodeCount).map { $0 * 7 % 5 % 3 }
    let found = try graph.brokerage(groups: Partition(labels: labels))
    let counts = Self.counts(AdjacencyMatrix(graph), labels)
    for node in graph.nodes {
      for role in BrokerageRole.allCases {
        #expect(found[node, role].observed == counts[node.index][role.rawValue])
      }
    }
  }

  @Test("expects what all graphs of four nodes average to, weighted by their probability", arguments: [false, true])
  func expectation(isDirected: Bool) throws {
    let pairs: [(NodeID, NodeID)] = (0..<4).flatMap { i in
      (0..<4).filter { isDirected ? $0 != i : $0 > i }.map { (NodeID(i), NodeID($0)) }
    }
    // A graph with a third of the ties, so that the density is 1/3.
    let sample = CSRGraph(nodeCount: 4, edges: Array(pairs.prefix(pairs.count / 3)), isDirected: isDirected)
    for labels in [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]] {
      var sums = Array(repeating: Array(repeating: (first: 0.0, second: 0.0), count: 5), count: 4)
      for code in 0..<(1 << pairs.count) {
        let edges = pairs.indices.filter { code >> $0 & 1 == 1 }.map { pairs[$0] }
        let absent = Double(pairs.count - edges.count)
        var probability = 1.0
        for _ in edges { probability /= 3 }
        for _ in 0..<Int(absent) { probability *= 2.0 / 3 }
        let matrix = AdjacencyMatrix(CSRGraph(nodeCount: 4, edges: edges, isDirected: isDirected))
        for (node, roles) in Self.counts(matrix, labels).enumerated() where node == 0 {
          for (role, count) in roles.enumerated() {
            sums[node][role].first += probability * Double(count)
            sums[node][role].second += probability * Double(count * count)
          }
        }
      }
      let found = try sample.brokerage(groups: Partition(labels: labels))
      for role in BrokerageRole.allCases {
        let expected = sums[0][role.rawValue]
        #expect(agree(found[0, role].expected, expected.first))
        let variance = expected.second - expected.first * expected.first
        #expect(agree(found[0, role].deviation * found[0, role].deviation, variance), "\(labels) \(role)")
      }
    }
  }

  // R package sna 2.7-1, function brokerage, run by Tests/Peers/brokerage.R. No paper that was found prints a network
  // with its groups and its counts.
  @Test("has the counts, expectations and deviations that sna finds in Zachary's club, made directed")
  func reference() throws {
    let arcs = Reference.zachary.edges.flatMap { edge in
      let isMutual = (edge.source.index + edge.target.index).isMultiple(of: 3)
      return [(edge.source, edge.target)] + (isMutual ? [(edge.target, edge.source)] : [])
    }
    let graph = CSRGraph(nodeCount: 34, edges: arcs, isDirected: true)
    let found = try graph.brokerage(groups: Partition(labels: (0..<34).map { $0 % 3 }))
    // For each node the roles in their order.
    let counts = [
      [10, 0, 0, 46, 0], [0, 3, 4, 0, 5], [0, 12, 9, 0, 12], [0, 0, 4, 2, 0], [0, 0, 0, 0, 0], [0, 2, 0, 0, 3],
      [0, 1, 2, 1, 0], [0, 0, 0, 0, 1], [0, 2, 1, 2, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0], [0, 2, 0, 1, 2], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1], [0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0], [0, 1, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 2, 0, 2],
      [0, 0, 0, 2, 0], [0, 0, 1, 0, 1], [0, 0, 0, 0, 0], [2, 0, 3, 0, 0], [0, 0, 1, 0, 1], [1, 0, 0, 0, 0],
      [0, 0, 1, 1, 1], [0, 2, 0, 3, 2], [0, 2, 0, 13, 6], [20, 0, 58, 0, 0],
    ]
    // For a node of each group.
    let means = [
      [0.780836556075718, 1.56167311215144, 1.71784042336658, 1.71784042336658, 1.71784042336658],
      [0.63886627315286, 1.71784042336658, 1.63265825361286, 1.63265825361286, 1.87400773458172],
      [0.63886627315286, 1.71784042336658, 1.63265825361286, 1.63265825361286, 1.87400773458172],
    ]
    let deviations = [
      [1.34396827857453, 1.90065816695932, 2.36892964615161, 2.36892964615161, 2.05566614872433],
      [1.17648550766692, 2.02761252264886, 2.30944911657483, 2.30944911657483, 2.17884936238974],
      [1.17648550766692, 2.02761252264886, 2.30944911657483, 2.30944911657483, 2.17884936238974],
    ]
    for node in graph.nodes {
      for role in BrokerageRole.allCases {
        let count = found[node, role]
        #expect(count.observed == counts[node.index][role.rawValue])
        #expect(agree(count.expected, means[node.index % 3][role.rawValue]))
        #expect(agree(count.deviation, deviations[node.index % 3][role.rawValue]))
      }
    }
  }

  @Test("says by how many deviations the observed exceeds the expected, or nothing without spread")
  func zScore() {
    #expect(Brokerage.Count(observed: 7, expected: 4, deviation: 2).zScore == 1.5)
    #expect(Brokerage.Count(observed: 0, expected: 0, deviation: 0).zScore == nil)
  }

  private static func counts(_ matrix: AdjacencyMatrix, _ labels: [Int]) -> [[Int]] {
    (0..<matrix.size).map { j in
      var counts = [Int](repeating: 0, count: 5)
      for i in 0..<matrix.size where i != j && matrix.isTied(i, j) {
        for k in 0..<matrix.size where k != j && k != i && matrix.isTied(j, k) && !matrix.isTied(i, k) {
          switch (labels[i] == labels[j], labels[j] == labels[k], labels[i] == labels[k]) {
          case (true, true, _): counts[0] += 1
          case (false, false, true): counts[1] += 1
          case (false, true, _): counts[2] += 1
          case (true, false, _): counts[3] += 1
          case (false, false, false): counts[4] += 1
          }
        }
      }
      return counts
    }
  }
}
