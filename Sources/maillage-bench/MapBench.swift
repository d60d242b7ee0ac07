import AllianceModel
import Cartography
import Foundation
import GeneratedGraphs
import GraphCore
import GraphvizKit
import Workspace

/// The time of `maillage map`, from the command to the SVG, beside that of the plain commands of Graphviz.
///
///     maillage-bench map GRAPH… [--repeats N]      a graph is a path, or generated:ACTORS
///
/// One line of JSON for each graph.
///
/// - `ratio` is the time of the command over that of the same passes as commands: the first pass with its engine
///   (`neato`, or `sfdp` for large ones) and `neato -n2` on the drawing. `ratioWithRouting` lets Graphviz route the ties,
///   as it must for anyone who does not bring curves. `millisecondsOverLimit` is what is above 1.15 × the same passes
///   + 30 ms; below 0 is within.
/// - `plain` are the commands `neato`, `sfdp` and `dot` on the network that the graph is: a node for each actor, a tie for
///   each pair with an alliance. What a minute does not finish is left out.
enum MapBench {
  static func run(_ arguments: [String]) async throws {
    var paths = arguments
    var repeats = 7
    if let place = paths.firstIndex(of: "--repeats"), place + 1 < paths.count, let count = Int(paths[place + 1]) {
      repeats = max(1, count)
      paths.removeSubrange(place...place + 1)
    }
    guard !paths.isEmpty else {
      print("maillage-bench map GRAPH… [--repeats N]")
      return
    }
    for path in paths {
      try await Scratch.withFolder { folder in print(try await line(for: path, repeats: repeats, in: folder)) }
    }
    print(try helpLine(repeats: 3 * repeats))
  }

  /// The time of `maillage --help`: what every command costs before it does anything.
  private static func helpLine(repeats: Int) throws -> String {
    let own = try Scratch.sibling("maillage")
    let times = try (0..<repeats).map { _ in try seconds(own, ["--help"]) ?? .infinity }.sorted()
    return "{\"case\":\"help\",\"median\":\(times[repeats / 2]),\"minimum\":\(times[0]),\"repeats\":\(repeats)}"
  }

  private struct Times: Encodable {
    let `case`: String
    let n: Int
    let m: Int
    let repeats: Int
    let median: Double
    let minimum: Double
    let firstPass: Double
    let routing: Double
    let drawing: Double
    let ratio: Double
    let ratioWithRouting: Double
    let millisecondsOverLimit: Double
    /// The time of the command over that of each plain one.
    let ratioToPlain: [String: Double]
    let plain: [String: Double]
    let findings: Int
    let bytes: Int
    let checksum: String
  }

  /// The graph of a name, and where the command finds it.
  private static func graph(_ name: String, in folder: URL) throws -> (AllianceGraph, path: String) {
    let parts = name.split(separator: ":")
    guard parts.count == 2, parts[0] == "generated", let count = Int(parts[1]), count > 0 else {
      return (try Workspace.open([name]).graph, name)
    }
    let graph = AllianceGraph.generated(actorCount: count, seed: 1)
    let path = folder.appending(path: "graph").path
    try Workspace.save(graph, to: path)
    return (graph, path)
  }

  private static func line(for name: String, repeats: Int, in folder: URL) async throws -> String {
    let (graph, path) = try graph(name, in: folder)
    let map = try NetworkMap(of: graph)
    let document = try await map.document(as: [.svg], renderer: .worker(beside: try Scratch.sibling("maillage")))
    func file(_ name: String) -> String { folder.appending(path: name).path }
    try document.firstPass.write(toFile: file("first.dot"), atomically: true, encoding: .utf8)
    try document.drawing.write(toFile: file("drawing.dot"), atomically: true, encoding: .utf8)
    try withoutCurves(document.drawing).write(toFile: file("routing.dot"), atomically: true, encoding: .utf8)
    try plainNetwork(of: map.graph).write(toFile: file("plain.dot"), atomically: true, encoding: .utf8)

    let own = try Scratch.sibling("maillage")
    let engine = map.engines.first?.rawValue ?? "neato"
    let commands: [(String, [String])] = [
      (own, ["map", path, "--output", file("own.svg")]),
      (engine, ["-Tsvg", "-o", file("first.svg"), file("first.dot")]),
      ("neato", ["-n2", "-Tsvg", "-o", file("drawing.svg"), file("drawing.dot")]),
      ("neato", ["-n2", "-Tsvg", "-o", file("routing.svg"), file("routing.dot")]),
    ]
    var times = [[Double]](repeating: [], count: commands.count)
    for _ in 0..<repeats {
      // In turn, so that a busy machine is busy for all.
      for (place, command) in commands.enumerated() {
        times[place].append(try seconds(command.0, command.1) ?? .nan)
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    var plain: [String: Double] = [:]
    for engine in ["neato", "sfdp", "dot"] {
      plain[engine] = try seconds(engine, ["-Tsvg", "-o", file("plain.svg"), file("plain.dot")], limit: 60)
    }
    let bytes = try Data(contentsOf: URL(filePath: file("own.svg")))
    let passes = (map.engines.isEmpty ? 0 : medians[1]) + medians[2]
    let result = Times(
      case: "map " + graph.info.name, n: graph.actors.count, m: graph.alliances.count, repeats: repeats,
      median: medians[0], minimum: times[0].min() ?? 0, firstPass: medians[1], routing: medians[3],
      drawing: medians[2], ratio: medians[0] / passes, ratioWithRouting: medians[0] / (medians[1] + medians[3]),
      millisecondsOverLimit: 1_000 * (medians[0] - 1.15 * passes) - 30,
      ratioToPlain: plain.mapValues { medians[0] / $0 }, plain: plain, findings: document.findings.count,
      bytes: bytes.count, checksum: checksum(of: bytes))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(result), as: UTF8.self)
  }

  /// The same drawing, with the ties left to Graphviz to route.
  private static func withoutCurves(_ dot: String) throws -> String {
    var document = try DOTDocument(parsing: dot)
    for index in document.edges.indices { document.edges[index].attributes["pos"] = nil }
    document.attributes["splines"] = "true"
    return document.serialized()
  }

  /// What anyone would give to Graphviz: names, and who works with whom.
  private static func plainNetwork(of graph: AllianceGraph) -> String {
    let network = graph.actorNetwork()
    var document = DOTDocument(name: graph.info.title, isDirected: false)
    document.attributes = ["overlap": "prism"]
    for (index, actor) in graph.actors.enumerated() { document.addNode("n\(index)", ["label": .text(actor.name)]) }
    for edge in network.graph.edges {
      document.addEdge("n\(network.actors[edge.source.index])", "n\(network.actors[edge.target.index])")
    }
    return document.serialized()
  }

  /// How long a program takes; nil when it does not end within `limit` seconds.
  private static func seconds(_ program: String, _ arguments: [String], limit: Int = 600) throws -> Double? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "\(limit)", program] + arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    let clock = ContinuousClock()
    let time = try clock.measure {
      try process.run()
      process.waitUntilExit()
    }
    // 124: it took too long; 127: it is not installed.
    return [124, 127].contains(process.terminationStatus) ? nil : time / .seconds(1)
  }

  /// FNV-1a, 64 bits.
  private static func checksum(of bytes: Data) -> String {
    String(bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}

extension GraphvizRenderer {
  /// With workers that are the program at `path`.
  static func worker(beside path: String) -> GraphvizRenderer { GraphvizRenderer(.worker(executable: path)) }
}

/// Files of a benchmark, and the programs built beside it.
enum Scratch {
  static func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    try await body(folder)
  }

  static func sibling(_ name: String) throws -> String {
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    let path = own.deletingLastPathComponent().appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: path])
    }
    return path
  }
}
