import GraphCore

/// The blocks of a network and the nodes that they share: what tells at once which fragile spots a new tie removes.
///
/// A new tie between two nodes of one part makes a single block of all blocks on the way between them. So the bridges on
/// that way are bridges no more, and so is every node on it that held only two blocks together.
///
/// - SeeAlso: K. P. Eswaran, R. E. Tarjan, *Augmentation problems*, SIAM Journal on Computing 5(4), 1976,
///   [doi:10.1137/0205044](https://doi.org/10.1137/0205044).
struct BlockTrees: Sendable {
  private let blocks: [[NodeID]]
  /// The blocks that each node is in.
  private let blocksOf: [[Int]]
  let components: Partition

  init(_ graph: CSRGraph) {
    let blocks = graph.biconnectedComponents().components
    var blocksOf = [[Int]](repeating: [], count: graph.nodeCount)
    for (number, block) in blocks.enumerated() { for node in block { blocksOf[node.index].append(number) } }
    (self.blocks, self.blocksOf, components) = (blocks, blocksOf, graph.components())
  }

  var fragility: Fragility {
    Fragility(
      bridges: blocks.count { $0.count == 2 }, cutPoints: blocksOf.count { $0.count > 1 },
      parts: components.clusterCount)
  }

  /// What a tie between `source` and each other node would remove.
  ///
  /// - Complexity: O(*n*).
  func gains(of source: NodeID) -> [Fragility] {
    // A tie to another part is a bridge itself, and makes an end that has ties, and divides nothing yet, a cut point.
    let cost = blocksOf[source.index].count == 1 ? 1 : 0
    var gains = blocksOf.map { Fragility(bridges: -1, cutPoints: -cost - ($0.count == 1 ? 1 : 0), parts: 1) }
    gains[source.index] = Fragility(bridges: 0, cutPoints: 0, parts: 0)
    var waiting: [(node: NodeID, from: Int?)] = [(source, nil)]
    while let (node, from) = waiting.popLast() {
      let own = blocksOf[node.index]
      let here = gains[node.index]
      for block in own where block != from {
        let isPassed = from != nil
        let gain = Fragility(
          bridges: here.bridges + (blocks[block].count == 2 ? 1 : 0),
          cutPoints: here.cutPoints + (isPassed && own.count == 2 ? 1 : 0), parts: 0)
        for next in blocks[block] where next != node {
          gains[next.index] = gain
          if blocksOf[next.index].count > 1 { waiting.append((next, block)) }
        }
      }
    }
    return gains
  }

  /// Single links at whose end hangs an actor with no other tie.
  var pendantLinks: Int {
    blocks.count { block in block.count == 2 && block.contains { blocksOf[$0.index].count == 1 } }
  }
}

/// How many fragile spots a network has, or how many there are less.
struct Fragility: Sendable, Equatable {
  var bridges: Int
  var cutPoints: Int
  var parts: Int

  /// A part apart weighs four: the tie that joins it may itself be a bridge between two new cut points, so joining is
  /// always a gain.
  static let partWeight = 4
  var total: Int { bridges + cutPoints + Fragility.partWeight * parts }
}
