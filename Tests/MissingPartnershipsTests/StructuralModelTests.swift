import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Structural model")
struct StructuralModelTests {
  /// Three groups of 16 in which half of the pairs are tied, and 24 ties between groups.
  static func groups(seed: UInt64) -> CSRGraph {
    var generator = TestGenerator(seed: seed)
    var edges: [(NodeID, NodeID)] = []
    for low in 0..<48 {
      for high in (low + 1)..<max(low + 1, 48) where low / 16 == high / 16 && generator.next() % 2 == 0 {
        edges.append((NodeID(low), NodeID(high)))
      }
    }
    for _ in 0..<24 {
      edges.append((NodeID(Int(generator.next() % 16)), NodeID(16 + Int(generator.next() % 32))))
    }
    return CSRGraph(nodeCount: 48, edges: edges)
  }

  @Test("ranks pairs within a group above pairs across groups")
  func findsGroups() throws {
    let ranking = try StructuralModel(of: Self.groups(seed: 3)).ranking().pairs
    let best = ranking.prefix(50).count { $0.pair.low.index / 16 == $0.pair.high.index / 16 }
    #expect(best == 50)
  }

  @Test("scores a pair by the sum of its contributions and the intercept", arguments: [true, false])
  func additive(isTrained: Bool) throws {
    let model = try StructuralModel(of: Self.groups(seed: 4), isTrained: isTrained)
    for entry in try model.ranking().pairs.prefix(40) {
      #expect(agree(try model.contributions(of: entry.pair).reduce(model.intercept, +), entry.score))
    }
  }

  @Test("learns from thirty ties on, and never turns evidence into its contrary", arguments: 0..<2 as Range<UInt64>)
  func training(seed: UInt64) throws {
    let path = (0..<29).map { (NodeID($0), NodeID($0 + 1)) }
    let small = try StructuralModel(of: CSRGraph(nodeCount: 31, edges: path))
    #expect(!small.isTrained)
    #expect(small.weights == StructuralFeature.allCases.map(\.priorWeight))
    let model = try StructuralModel(of: CSRGraph.random(nodeCount: 60, degree: 2, seed: seed))
    #expect(model.isTrained && model.hasConverged)
    for feature in StructuralFeature.allCases where feature.isEvidence { #expect(model.weights[feature.rawValue] >= 0) }
  }

  @Test("does not look at weights: a tie told twice changes no score")
  func repetition() throws {
    let graph = Self.groups(seed: 5)
    let heavy = try CSRGraph(
      nodeCount: 48, weightedEdges: graph.edges.map { ($0.source, $0.target, $0.source == 0 ? 2.0 : 1.0) })
    #expect(try StructuralModel(of: heavy).ranking() == StructuralModel(of: graph).ranking())
  }

  @Test("ranks every candidate once, ties by the lower nodes, in the same bits on any number of threads")
  func determinism() throws {
    let graph = CSRGraph.random(nodeCount: 300, degree: 3, seed: 2)
    let alone = try Computation.$threadLimit.withValue(1) { try StructuralModel(of: graph).ranking() }
    let many = try Computation.$threadLimit.withValue(5) { try StructuralModel(of: graph).ranking() }
    #expect(alone == many)
    #expect(alone.pairs.map(\.pair).sorted() == CandidatePairs(graph).all)
    for (better, worse) in zip(alone.pairs, alone.pairs.dropFirst()) {
      #expect(better.score > worse.score || (better.score == worse.score && better.pair < worse.pair))
    }
  }

  @Test("has nothing to rank in graphs without candidates", arguments: [0, 1, 2])
  func empty(nodeCount: Int) throws {
    let edges: [(NodeID, NodeID)] = nodeCount == 2 ? [(0, 1)] : []
    #expect(try StructuralModel(of: CSRGraph(nodeCount: nodeCount, edges: edges)).ranking().pairs.isEmpty)
  }

  @Test("stops when its task is cancelled")
  func cancellation() async {
    let graph = CSRGraph.random(nodeCount: 500, degree: 4, seed: 1)
    await expectCancellation { _ = try StructuralModel(of: graph).ranking() }
  }
}
