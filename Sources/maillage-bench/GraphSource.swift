import Exchange
import Foundation
import GraphCore

/// The graphs that algorithms are timed on: made from a seed, the same everywhere.
enum GraphSource {
  struct UnknownGraph: Error, CustomStringConvertible {
    let name: String
    var description: String { "no graph is called \(name): write rmat:SCALE, lfr:NODES[:TIES] or FILE" }
  }

  /// The graph of a name: `rmat:13` has 2¹³ nodes, `lfr:10000` ten thousand; both about 16 ties each,
  /// and the nodes of `lfr:10000:10` ten.
  ///
  /// Any other name is the path of a file as ``write(_:to:)`` writes it: node numbers, and weights.
  static func graph(_ name: String) throws -> CSRGraph {
    if FileManager.default.fileExists(atPath: name) { return try read(name) }
    let parts = name.split(separator: ":")
    guard (2...3).contains(parts.count), let size = Int(parts[1]), size > 0 else { throw UnknownGraph(name: name) }
    switch parts[0] {
    case "rmat" where size <= 26 && parts.count == 2: return try rmat(scale: size)
    case "lfr" where size >= 200:
      guard let degree = parts.count == 3 ? Int(parts[2]) : 16, (4...size / 10).contains(degree) else { break }
      return try LFRGraph.graph(nodeCount: size, meanDegree: degree)
    default: break
    }
    throw UnknownGraph(name: name)
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
    var text: [UInt8] = []
    for edge in graph.edges { text += "\(edge.source)\t\(edge.target)\t\(Int(edge.weight))\n".utf8 }
    try Data(text).write(to: URL(filePath: path))
  }
}
