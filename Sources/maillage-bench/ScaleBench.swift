import Foundation
import GraphCore

/// A large graph from its pairs to its clusters, step by step, in a process of its own, so that its memory can be told.
///
///     maillage-bench scale FILE NODES THREADS
///
/// The file holds both ends of each edge as numbers of 32 bits, lowest byte first. One line of JSON: the seconds of each
/// step, the peak of its memory in megabytes, and what it found.
enum ScaleBench {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let nodeCount = Int(arguments[1]), let threads = Int(arguments[2]) else {
      print("maillage-bench scale FILE NODES THREADS")
      return
    }
    var pairs = try readPairs(arguments[0])
    var seconds: [(step: String, time: Double)] = []
    func time<Result>(_ step: String, _ work: () throws -> Result) rethrows -> Result {
      let start = ContinuousClock.now
      let result = try Computation.$threadLimit.withValue(threads, operation: work)
      seconds.append((step, (ContinuousClock.now - start) / .seconds(1)))
      return result
    }
    let graph = time("build") { CSRGraph(nodeCount: nodeCount, edges: pairs) }
    pairs = []
    let components = time("components") { graph.components() }
    let ranks = try time("pagerank") { try graph.pageRank() }
    let cores = time("cores") { graph.coreness() }
    var generator = SeededGenerator(seed: 1)
    let clusters = try time("leiden") { try graph.leiden(maximumIterations: 2, startCount: 1, using: &generator) }
    let megabytes = try peakMegabytes()
    let steps = seconds.map { "\"\($0.step)\": \($0.time)" }.joined(separator: ", ")
    print(
      "{\"edges\": \(graph.edgeCount), \"seconds\": {\(steps)}, \"megabytes\": \(megabytes), "
        + "\"components\": \(components.clusterCount), \"highest\": \(ranks.values.max() ?? 0), "
        + "\"core\": \(cores.values.max() ?? 0), \"quality\": \(clusters.quality)}")
  }

  /// The most memory that the process ever held, in units of 10⁶ bytes; 0 where the system does not tell it in a file.
  private static func peakMegabytes() throws -> Int {
    let path = "/proc/self/status"
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    let status = try String(contentsOfFile: path, encoding: .utf8)
    guard let kilobytes = status.firstMatch(of: /VmHWM:\s*(\d+)/).flatMap({ Int($0.1) }) else { return 0 }
    return kilobytes * 1024 / 1_000_000
  }

  private static func readPairs(_ path: String) throws -> [(NodeID, NodeID)] {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { handle.closeFile() }
    var pairs: [(NodeID, NodeID)] = []
    pairs.reserveCapacity(Int(try handle.seekToEnd()) / 8)
    try handle.seek(toOffset: 0)
    while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
      let bytes = [UInt8](part)
      func number(at place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
      for place in stride(from: 0, to: bytes.count, by: 8) {
        pairs.append((NodeID(number(at: place)), NodeID(number(at: place + 4))))
      }
    }
    return pairs
  }
}
