import Exchange
import Foundation
import GraphCore

/// Every measure that other programs know too, of one list of edges, as JSON for `Tests/Peers/check.py`.
///
///     maillage-bench values FILE [--directed] [--weighted]
///
/// Clusters to measure by are the same on both sides: node *i* is in cluster *i* mod 3, or *i* mod 4 for the other one.
enum GraphValues {
  static func run(_ arguments: [String]) throws {
    guard let path = arguments.first else {
      print("maillage-bench values FILE [--directed] [--weighted]")
      return
    }
    let isWeighted = arguments.contains("--weighted")
    let list = try EdgeList(contentsOf: URL(filePath: path), isDirected: arguments.contains("--directed"))
    let graph = isWeighted ? list.graph : list.graph.unweighted
    var values = try nodeValues(of: list.graph, isWeighted: isWeighted)
    values.merge(try pathValues(of: graph, isWeighted: isWeighted)) { $1 }
    values.merge(try graphValues(of: graph)) { $1 }
    values.merge(try pairValues(of: graph)) { $1 }
    let report = Report(
      nodes: list.names, edges: graph.edges.map { [$0.source.index, $0.target.index] },
      values: values.mapValues { $0.map { $0.isFinite ? $0 : nil } })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }

  private struct Report: Encodable {
    let nodes: [String]
    let edges: [[Int]]
    /// Undefined numbers are null.
    let values: [String: [Double?]]
  }

  private static func nodeValues(of graph: CSRGraph, isWeighted: Bool) throws -> [String: [Double]] {
    var generator = SeededGenerator(seed: 1)
    let table = try graph.nodeTable(isWeighted: isWeighted, using: &generator)
    var values: [String: [Double]] = [:]
    for (measure, column) in zip(table.measures, table.columns) { values[measure.rawValue] = column.values }
    let ties = isWeighted ? graph : graph.unweighted
    var restart = [Double](repeating: 0, count: graph.nodeCount)
    restart[0] = 1
    values["personalized_pagerank"] = try ties.pageRank(restart: restart).values
    values["reach_2"] = try ties.reach(within: 2).values
    let clusters = Partition(labels: table[.community]?.values ?? [])
    values["community_modularity"] = [ties.modularity(of: clusters)]
    return values
  }

  private static func pathValues(of graph: CSRGraph, isWeighted: Bool) throws -> [String: [Double]] {
    let lengths: TieLength = isWeighted ? .inverseWeights : .hops
    let summaries = try graph.distanceSummaries(lengths: lengths)
    let far = NodeID(graph.nodeCount - 1)
    let cut = try graph.minimumNodeCut(from: 0, to: far)
    return [
      "edge_betweenness": try graph.edgeBetweenness(lengths: lengths).values,
      "distances": graph.shortestPaths(from: 0, lengths: lengths).distances.map { $0 ?? .nan },
      "diameter": [summaries.diameter ?? .nan], "mean_distance": [summaries.meanDistance ?? .nan],
      "spanning_forest": [
        graph.spanningForest(lengths: lengths).reduce(0) { $0 + (isWeighted ? 1 / $1.weight : 1) }
      ],
      "node_cut": [cut.map { Double($0.count) } ?? .nan],
    ]
  }

  private static func graphValues(of graph: CSRGraph) throws -> [String: [Double]] {
    let triangles = try graph.triangles()
    let thirds = Partition(labels: (0..<graph.nodeCount).map { $0 % 3 })
    let comparison = thirds.compared(with: Partition(labels: (0..<graph.nodeCount).map { $0 % 4 }))
    func marks(_ nodes: [NodeID]) -> [Double] {
      var marks = [Double](repeating: 0, count: graph.nodeCount)
      for node in nodes { marks[node.index] = 1 }
      return marks
    }
    return [
      "density": [graph.density ?? .nan], "reciprocity": [graph.reciprocity ?? .nan],
      "transitivity": [triangles.transitivity ?? .nan], "average_clustering": [triangles.averageClustering ?? .nan],
      "degree_assortativity": [graph.degreeAssortativity() ?? .nan],
      "nominal_assortativity": [graph.assortativity(of: thirds) ?? .nan],
      "modularity": [graph.modularity(of: thirds)], "coverage": [graph.coverage(of: thirds) ?? .nan],
      "conductance": graph.conductance(of: thirds).map { $0 ?? .nan },
      "components": graph.components().labels.map { Double($0) },
      "strong_components": graph.strongComponents().labels.map { Double($0) },
      "articulation_points": marks(graph.articulationPoints()),
      "bridges": [Double(graph.bridges().count)],
      "biconnected_components": [Double(graph.biconnectedComponents().components.count)],
      "nmi": [comparison.normalizedMutualInformation], "ari": [comparison.adjustedRandIndex],
      "ami": [comparison.adjustedMutualInformation], "vi": [comparison.variationOfInformation],
    ]
  }

  /// The scores of node 0 with every other node; those with itself are left out.
  private static func pairValues(of graph: CSRGraph) throws -> [String: [Double]] {
    let kinds: [(String, PairScore)] = [
      ("common_neighbors", .commonNeighbors), ("jaccard", .jaccard), ("adamic_adar", .adamicAdar),
      ("resource_allocation", .resourceAllocation), ("preferential_attachment", .preferentialAttachment),
    ]
    return Dictionary(
      uniqueKeysWithValues: try kinds.map { name, kind in
        (name, Array(try graph.pairScores(kind, of: 0).values.dropFirst()))
      })
  }
}
