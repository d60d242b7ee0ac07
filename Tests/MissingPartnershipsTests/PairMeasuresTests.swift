import Foundation
import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Pair measures")
struct PairMeasuresTests {
  @Test("measures a square by hand: two shared partners, no chain but through them")
  func square() throws {
    let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
    let row = Array(try PairMeasures(square).table(of: [NodePair(0, 2)]).row(0))
    // All degrees are 2. Nodes 0 and 2 share both partners; walks of three steps from 0 end at 1 or 3, never at 2.
    #expect(row[0] == 1)
    #expect(agree(row[1], log(0.3 + 1)))
    #expect(agree(row[2], log(0.5)))
    #expect(agree(row[4], 2 * log(3)))
    #expect(row[5] == 0)
    #expect(agree(row[6], 2 * log(3)))
  }

  @Test("counts the chain of a path: A–x–y–B")
  func path() throws {
    let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
    let row = Array(try PairMeasures(path).table(of: [NodePair(3, 0)]).row(0))
    #expect(row[0] == 0)
    #expect(agree(row[1], log(0.3)))
    #expect(agree(row[2], log(0.5 + 0.5)))
  }

  @Test(
    "matches the definitions on random graphs, tied pairs and nodes without ties too",
    arguments: 0..<200 as Range<UInt64>)
  func definition(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed)
    let oracle = PairOracle(AdjacencyMatrix(graph))
    var pairs: [NodePair] = []
    for low in 0..<graph.nodeCount {
      for high in (low + 1)..<max(low + 1, graph.nodeCount) { pairs.append(NodePair(NodeID(high), NodeID(low))) }
    }
    let table = try PairMeasures(graph).table(of: pairs.reversed())
    for (row, pair) in pairs.reversed().enumerated() {
      #expect(agree(Array(table.row(row)), oracle.features(pair.low.index, pair.high.index)), "\(pair) of \(graph)")
    }
  }

  @Test("gives the same bits on one thread and on many")
  func threads() throws {
    let graph = CSRGraph.random(nodeCount: 400, degree: 5, seed: 8)
    let pairs = CandidatePairs(graph).all
    let alone = try Computation.$threadLimit.withValue(1) { try PairMeasures(graph).table(of: pairs) }
    let many = try Computation.$threadLimit.withValue(7) { try PairMeasures(graph).table(of: pairs) }
    #expect(alone == many)
  }

  @Test("measures around a source what passing over the whole network does", arguments: 0..<100 as Range<UInt64>)
  func nearby(seed: UInt64) throws {
    let graph = seed < 99 ? CSRGraph.random(seed: seed) : CSRGraph.random(nodeCount: 300, degree: 4, seed: seed)
    let measures = PairMeasures(graph)
    var scratch = PairScratch(nodeCount: graph.nodeCount, hasAttributes: false)
    var memory = NearbySums(nodeCount: graph.nodeCount)
    for source in graph.nodes {
      measures.measure([source.index][...], into: &scratch)
      memory.measure(source, with: measures)
      for target in graph.nodes where target != source {
        let (whole, near) = (scratch.sums(lane: 0, target: target.index), memory.sums[target.index])
        #expect(whole.shared == near.shared)
        #expect(agree(whole.rarity, near.rarity))
        #expect(agree(whole.chains, near.chains))
        // Walks are cut off after sixteen steps there, where little of them is left here.
        #expect(abs(whole.visits - near.visits) <= 0.004)
        #expect((whole.shared > 0 || whole.chains > 0) == memory.reached.contains(target))
      }
    }
  }
}
