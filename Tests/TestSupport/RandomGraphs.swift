public import GraphCore

extension CSRGraph {
  /// A small random graph of 0–12 nodes, sparse or dense, often disconnected: the same for the same seed.
  ///
  /// Weights are multiples of 1/4 from 1/4 to 2, so that sums of lengths tie, exactly, as often as hops do.
  public static func random(seed: UInt64, isDirected: Bool = false, isWeighted: Bool = false) -> CSRGraph {
    var generator = TestGenerator(seed: seed)
    let nodeCount = Int(seed % 13)
    let density = Double(generator.next() % 100) / 100
    var edges: [(NodeID, NodeID, Double)] = []
    for source in 0..<nodeCount {
      for target in 0..<nodeCount where isDirected ? source != target : source < target {
        let isTied = Double(generator.next() % 1000) / 1000 < density * 0.7
        let weight = Double(generator.next() % 8 + 1) / 4
        if isTied { edges.append((NodeID(source), NodeID(target), weight)) }
      }
    }
    guard isWeighted else {
      return CSRGraph(nodeCount: nodeCount, edges: edges.map { ($0.0, $0.1) }, isDirected: isDirected)
    }
    do {
      return try CSRGraph(nodeCount: nodeCount, weightedEdges: edges, isDirected: isDirected)
    } catch {
      preconditionFailure("the generator made a bad edge: \(error)")
    }
  }

  /// A random graph of any size in which each node sends about `degree` ties to others.
  public static func random(
    nodeCount: Int, degree: Int, seed: UInt64, isDirected: Bool = false, isWeighted: Bool = false
  ) -> CSRGraph {
    var generator = TestGenerator(seed: seed)
    var builder = GraphBuilder(
      nodeCount: nodeCount, isDirected: isDirected, isWeighted: isWeighted, selfLoops: .counted)
    do {
      for source in 0..<nodeCount {
        for _ in 0..<degree {
          let target = NodeID(Int(generator.next() % UInt64(nodeCount)))
          let weight = Double(generator.next() % 8 + 1) / 4
          if isWeighted {
            try builder.add(NodeID(source), target, weight: weight)
          } else {
            try builder.add(NodeID(source), target)
          }
        }
      }
      return try builder.build().graph
    } catch {
      preconditionFailure("the generator made a bad edge: \(error)")
    }
  }
}

/// A linear congruential generator with an output shuffle (PCG-XSH-RR), unlike the one that the product uses.
public struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed &* 0x5851_f42d_4c95_7f2d &+ 0x1405_7b7e_f767_814f
    _ = next()
  }

  public mutating func next() -> UInt64 {
    UInt64(nextHalf()) << 32 | UInt64(nextHalf())
  }

  private mutating func nextHalf() -> UInt32 {
    let old = state
    state = old &* 0x5851_f42d_4c95_7f2d &+ 0x1405_7b7e_f767_814f
    let mixed = UInt32(truncatingIfNeeded: ((old >> 18) ^ old) >> 27)
    let turn = UInt32(old >> 59)
    return mixed >> turn | mixed << ((0 &- turn) & 31)
  }
}
