import Exchange
import Foundation
import GraphCore

/// The graphs that algorithms are timed on: made from a seed, the same everywhere.
enum GraphSource {
  struct UnknownGraph: Error, CustomStringConvertible {
    let name: String
    var description: String { "no graph is called \(name): write rmat:SCALE, planted:NODES or FILE" }
  }

  /// The graph of a name: `rmat:13` has 2¹³ nodes, `planted:10000` ten thousand; both about 16 ties each.
  ///
  /// Any other name is the path of a file as ``write(_:to:)`` writes it: node numbers, and weights.
  static func graph(_ name: String) throws -> CSRGraph {
    if FileManager.default.fileExists(atPath: name) { return try read(name) }
    let parts = name.split(separator: ":")
    guard parts.count == 2, let size = Int(parts[1]), size > 0 else { throw UnknownGraph(name: name) }
    switch parts[0] {
    case "rmat" where size <= 26: return try rmat(scale: size)
    case "planted": return try planted(nodeCount: size)
    default: throw UnknownGraph(name: name)
    }
  }

  /// A graph with hubs, without clusters: each tie falls into one quarter of the matrix, again and again.
  ///
  /// D. Chakrabarti, Y. Zhan, C. Faloutsos, *R-MAT*, SDM 2004, doi:10.1137/1.9781611972740.43, with the shares of the
  /// Graph 500 benchmark.
  private static func rmat(scale: Int) throws -> CSRGraph {
    var generator = SeededGenerator(seed: UInt64(scale))
    let nodeCount = 1 << scale
    var names = Array(0..<nodeCount)
    generator.shuffle(&names)
    var builder = GraphBuilder(nodeCount: nodeCount, isWeighted: true, selfLoops: .counted)
    builder.reserveCapacity(8 * nodeCount)
    for _ in 0..<8 * nodeCount {
      var (source, target) = (0, 0)
      for _ in 0..<scale {
        let draw = generator.unitInterval()
        source = source << 1 | (draw >= 0.76 ? 1 : 0)
        target = target << 1 | ((draw >= 0.57 && draw < 0.76) || draw >= 0.95 ? 1 : 0)
      }
      try builder.add(NodeID(names[source]), NodeID(names[target]), weight: Double(1 + generator.below(10)))
    }
    return try builder.build().graph
  }

  /// A graph with clusters: sizes of clusters and degrees follow the power laws of the LFR benchmark, and 35 % of the
  /// ties leave their cluster.
  ///
  /// A. Lancichinetti, S. Fortunato, F. Radicchi, *Benchmark graphs for testing community detection algorithms*,
  /// Physical Review E 78, 046110, 2008, doi:10.1103/PhysRevE.78.046110; ends are drawn by degree instead of rewired.
  private static func planted(nodeCount: Int) throws -> CSRGraph {
    var generator = SeededGenerator(seed: UInt64(nodeCount))
    func powerLaw(_ exponent: Double, from low: Double, to high: Double) -> Int {
      let (a, b) = (pow(low, 1 - exponent), pow(high, 1 - exponent))
      return Int(pow(a + (b - a) * generator.unitInterval(), 1 / (1 - exponent)))
    }
    var order = (0..<nodeCount).map { NodeID($0) }
    generator.shuffle(&order)
    var ends: [NodeID] = []
    var builder = GraphBuilder(nodeCount: nodeCount, isWeighted: true, selfLoops: .counted)
    var cross: [NodeID] = []
    var start = 0
    while start < nodeCount {
      let size = min(nodeCount - start, powerLaw(1.5, from: 20, to: Double(max(100, min(1000, nodeCount / 20)))))
      ends.removeAll(keepingCapacity: true)
      for node in order[start..<start + size] {
        let degree = powerLaw(2.5, from: 7, to: Double(max(50, Int(Double(nodeCount).squareRoot()) / 2)))
        for _ in 0..<degree {
          if generator.unitInterval() < 0.35 { cross.append(node) } else { ends.append(node) }
        }
      }
      try tie(&ends, &builder, &generator)
      start += size
    }
    try tie(&cross, &builder, &generator)
    return try builder.build().graph
  }

  /// Ties the ends two by two at random.
  private static func tie(
    _ ends: inout [NodeID], _ builder: inout GraphBuilder, _ generator: inout SeededGenerator
  ) throws {
    generator.shuffle(&ends)
    for place in stride(from: 1, to: ends.count, by: 2) {
      try builder.add(ends[place - 1], ends[place], weight: Double(1 + generator.below(10)))
    }
  }

  /// The graph in a file, each node under the number that it has there, as the peers take it.
  private static func read(_ path: String) throws -> CSRGraph {
    let list = try EdgeList(contentsOf: URL(filePath: path))
    let numbers = try list.names.map { name in
      guard let number = Int(name), number >= 0 else { throw UnknownGraph(name: "\(path) with node \(name)") }
      return NodeID(number)
    }
    let edges = list.graph.edges.map { (numbers[$0.source.index], numbers[$0.target.index], $0.weight) }
    return try CSRGraph(nodeCount: (numbers.max()?.index ?? -1) + 1, weightedEdges: edges)
  }

  /// Writes the edges as rows of two node numbers and a weight, with tabs between, for other programs to read.
  static func write(_ graph: CSRGraph, to path: String) throws {
    var text = ""
    for edge in graph.edges { text += "\(edge.source)\t\(edge.target)\t\(Int(edge.weight))\n" }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
