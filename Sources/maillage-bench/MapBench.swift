import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import Workspace

/// The time of `maillage map`, from the command to the SVG, beside that of the plain commands of Graphviz.
///
///     maillage-bench map GRAPH… [--repeats N]
///
/// One line of JSON for each graph. `ratio` is the time of the command over that of `neato` and `neato -n2` one after the
/// other on the same two DOT texts, the second without our curves: Graphviz then has to route the ties, as it must for
/// anyone who does not bring curves. In `ratioWithCurves` it is spared that and only places letters and writes.
/// `millisecondsOverLimit` is what is above 1.15 × the plain commands with curves + 30 ms; below 0 is within.
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
    for path in paths { print(try await line(for: path, repeats: repeats)) }
    print(try helpLine(repeats: 3 * repeats))
  }

  /// The time of `maillage --help`: what every command costs before it does anything.
  private static func helpLine(repeats: Int) throws -> String {
    let own = try sibling("maillage")
    let times = try (0..<repeats).map { _ in try seconds(own, ["--help"]) }.sorted()
    return "{\"case\":\"help\",\"median\":\(times[repeats / 2]),\"minimum\":\(times[0]),\"repeats\":\(repeats)}"
  }

  private struct Times: Encodable {
    let `case`: String
    let n: Int
    let m: Int
    let repeats: Int
    let median: Double
    let minimum: Double
    let neato: Double
    let routing: Double
    let drawing: Double
    let ratio: Double
    let ratioWithCurves: Double
    let millisecondsOverLimit: Double
    let checksum: String
  }

  private static func line(for path: String, repeats: Int) async throws -> String {
    let graph = try Workspace.open([path]).graph
    let map = try NetworkMap(of: graph)
    let document = try await map.document(as: [.svg], renderer: GraphvizRenderer(.inProcess))
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    func file(_ name: String) -> String { folder.appending(path: name).path }
    try document.firstPass.write(toFile: file("first.dot"), atomically: true, encoding: .utf8)
    try document.drawing.write(toFile: file("drawing.dot"), atomically: true, encoding: .utf8)
    try withoutCurves(document.drawing).write(toFile: file("routing.dot"), atomically: true, encoding: .utf8)

    let own = try sibling("maillage")
    var times = [[Double]](repeating: [], count: 4)
    for _ in 0..<repeats {
      // In turn, so that a busy machine is busy for all.
      times[0].append(try seconds(own, ["map", path, "--output", file("own.svg")]))
      times[1].append(try seconds("neato", ["-Tsvg", "-o", file("first.svg"), file("first.dot")]))
      times[2].append(try seconds("neato", ["-n2", "-Tsvg", "-o", file("drawing.svg"), file("drawing.dot")]))
      times[3].append(try seconds("neato", ["-n2", "-Tsvg", "-o", file("routing.svg"), file("routing.dot")]))
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    let bytes = try Data(contentsOf: URL(filePath: file("own.svg")))
    let result = Times(
      case: "map " + graph.info.name, n: graph.actors.count, m: graph.alliances.count, repeats: repeats,
      median: medians[0], minimum: times[0].min() ?? 0, neato: medians[1], routing: medians[3], drawing: medians[2],
      ratio: medians[0] / (medians[1] + medians[3]), ratioWithCurves: medians[0] / (medians[1] + medians[2]),
      millisecondsOverLimit: 1_000 * (medians[0] - 1.15 * (medians[1] + medians[2])) - 30,
      checksum: checksum(of: bytes))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(result), as: UTF8.self)
  }

  /// The same drawing, with the ties left to Graphviz to route.
  private static func withoutCurves(_ dot: String) throws -> String {
    var document = try DOTDocument(parsing: dot)
    for index in document.edges.indices { document.edges[index].attributes["pos"] = nil }
    document.attributes["splines"] = "true"
    return document.serialized()
  }

  private static func sibling(_ name: String) throws -> String {
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    let path = own.deletingLastPathComponent().appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: path])
    }
    return path
  }

  private static func seconds(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: program.contains("/") ? program : "/usr/bin/env")
    process.arguments = program.contains("/") ? arguments : [program] + arguments
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let time = try clock.measure {
      try process.run()
      process.waitUntilExit()
    }
    return time / .seconds(1)
  }

  /// FNV-1a, 64 bits.
  private static func checksum(of bytes: Data) -> String {
    String(bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}
