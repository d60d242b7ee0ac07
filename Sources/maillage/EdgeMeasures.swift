import AllianceModel
import ArgumentParser
import Exchange
import Foundation
import GraphCore
import Workspace

/// The part of `maillage analyze` that gives every measure of every node: `--measure`.
struct EdgeMeasures: ParsableArguments {
  @Option(
    name: .customLong("measure"),
    help: help(
      "Mesures de chaque nœud, d’une liste de liens ou d’un graphe : all, ou degree,pagerank…",
      "Measures of each node, of a list of edges or a graph: all, or degree,pagerank…"))
  var list: String?

  @Flag(
    name: .customLong("directed"),
    help: help("Liste de liens : du premier nom vers le second.", "List of edges: from the first name to the second."))
  var isDirected = false

  @Flag(
    name: .customLong("weighted"),
    help: help(
      "Liste de liens : les poids comptent partout ; sur un chemin, longueur 1/poids.",
      "List of edges: weights count everywhere; on a path, length 1/weight."))
  var isWeighted = false

  /// Whether measures of nodes are asked for.
  var isWanted: Bool { list != nil }

  func validate() throws {
    _ = try measures()
    guard isWanted || !isDirected && !isWeighted else {
      throw ValidationError(
        spoken("--directed et --weighted vont avec --measure.", "--directed and --weighted go with --measure."))
    }
  }

  /// The measures named, each once, in the order of the names.
  func measures() throws -> [NodeMeasure] {
    guard let list, list != "all" else { return NodeMeasure.allCases }
    var measures: [NodeMeasure] = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let measure = NodeMeasure(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
        let known = NodeMeasure.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          spoken(
            "--measure connaît all, \(known) ; pas « \(name) ».", "--measure knows all, \(known); not “\(name)”."))
      }
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }

  /// Measures the list of edges, or the graph, at `path`. What was merged and left out goes to standard error.
  func report(on path: String, resolution: Double, seed: UInt64) throws -> NodeReport {
    guard !Workspace.holdsGraph(path) else {
      let graph = try GraphInput.open(path)
      let network = graph.actorNetwork()
      let names = network.actors.map { graph.actors[$0].id }
      return try report(on: network.graph, names: names, isWeighted: true, resolution: resolution, seed: seed)
    }
    let edges = try read(path)
    Terminal.say(summary(of: edges, path: path))
    return try report(
      on: edges.graph, names: edges.names, isWeighted: isWeighted, resolution: resolution, seed: seed)
  }

  private func report(
    on graph: CSRGraph, names: [String], isWeighted: Bool, resolution: Double, seed: UInt64
  ) throws -> NodeReport {
    var generator = SeededGenerator(seed: seed)
    let table = try ProgressLine.during(LocalizedText(french: "mesures", english: "measures")) {
      try graph.nodeTable(of: measures(), isWeighted: isWeighted, resolution: resolution, using: &generator)
    }
    for measure in table.unconverged {
      Terminal.say(
        LocalizedText(
          french: "\(measure.rawValue) : l’itération n’a pas convergé, les valeurs sont approchées ou absentes",
          english: "\(measure.rawValue): the iteration did not converge, the values are approximate or absent"))
    }
    return NodeReport(names: names, table: table)
  }

  private func read(_ path: String) throws -> EdgeList {
    let bytes = try Workspace.bytes(of: path, limit: EdgeList.byteLimit)
    do {
      return try EdgeList(bytes, isDirected: isDirected)
    } catch let error as EdgeListError {
      Terminal.say(error.text(file: path, in: Terminal.language))
      throw Terminal.failure(
        .data,
        LocalizedText(
          french: "\(path) : \(error.faultCount) erreur(s), rien n’a été mesuré",
          english: "\(path): \(error.faultCount) error(s), nothing was measured"))
    }
  }

  /// What was read, and how ties and lengths were counted.
  private func summary(of edges: EdgeList, path: String) -> LocalizedText {
    let graph = edges.graph
    let areWeightsUsed = isWeighted && graph.isWeighted
    let merged = (edges.mergedCount, edges.selfLoopCount)
    let hint =
      isWeighted && !graph.isWeighted
      ? LocalizedText(french: " ; pas de colonne de poids", english: "; no column of weights") : LocalizedText("")
    return LocalizedText(
      french: "\(path) : \(edges.rowCount) lignes, \(graph.nodeCount) nœuds, \(graph.edgeCount) liens ; \(merged.0) "
        + "doublons fusionnés, \(merged.1) boucles écartées ; longueur d’un lien : \(areWeightsUsed ? "1/poids" : "1")"
        + hint.french,
      english: "\(path): \(edges.rowCount) rows, \(graph.nodeCount) nodes, \(graph.edgeCount) edges; \(merged.0) "
        + "duplicates merged, \(merged.1) loops dropped; length of a tie: \(areWeightsUsed ? "1/weight" : "1")"
        + hint.english)
  }
}

/// A table of nodes as text.
struct NodeReport {
  let names: [String]
  let table: NodeTable

  private var header: [String] { ["node"] + table.measures.map(\.rawValue) }

  private var rows: [[String]] {
    names.indices.map { node in [names[node]] + table.columns.map { $0.values[node].exactText } }
  }

  /// Comma-separated, one row for each node in the order of first appearance; a value that is not defined is empty.
  var csv: String { CSVWriter.package.text(header: header, rows: rows) }

  var text: String {
    TextTable(columns: header.map { TextTable.Column(title: $0, isNumber: $0 != "node") }, rows: rows).text
  }

  /// A list of objects; a value that is not defined is null.
  var json: String {
    let keys = table.measures.map { "\"\($0.rawValue)\": " }
    let objects = names.indices.map { node in
      let values = table.columns.indices.map { column in
        let text = table.columns[column].values[node].exactText
        return keys[column] + (text.isEmpty ? "null" : text)
      }
      return "  {" + (["\"node\": \(names[node].jsonQuoted)"] + values).joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

extension Double {
  /// The shortest text that reads back as the same number; whole numbers stand without a point, no number is empty.
  fileprivate var exactText: String {
    guard isFinite else { return "" }
    return self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : description
  }
}

extension String {
  /// The text as JSON writes it.
  fileprivate var jsonQuoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20: result += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
