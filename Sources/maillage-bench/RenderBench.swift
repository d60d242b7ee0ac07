import Cartography
import Foundation
import GeneratedGraphs
import GraphvizKit

/// Whether a server that draws map after map keeps its memory.
///
///     maillage-bench renders [COUNT]
///
/// Draws COUNT maps (1,000) of twelve actors in one process, each in a worker of its own, two at a time. One line of
/// JSON: resident memory in MB after a tenth and at the end, and milliseconds for each map.
enum RenderBench {
  static func run(_ arguments: [String]) async throws {
    let count = arguments.first.flatMap { Int($0) } ?? 1_000
    let pool = RenderPool(.worker(beside: try Scratch.sibling("maillage")), width: 2)
    let map = try NetworkMap(of: .generated(actorCount: 12, seed: 1))
    let clock = ContinuousClock()
    let start = clock.now
    func draw(_ count: Int) async throws {
      let results = await pool.map(Array(0..<count)) { _, renderer in
        try await map.document(as: [.svg], renderer: renderer)[.svg]?.count
      }
      for result in results { _ = try result.get() }
    }
    try await draw(count / 10)
    let early = try residentMegabytes()
    // In tenths, so that what the results hold is not taken for a leak.
    for _ in 0..<9 { try await draw(count / 10) }
    let late = try residentMegabytes()
    let each = (clock.now - start) / .milliseconds(1) / Double(max(1, count / 10 * 10))
    print(
      "{\"case\":\"renders\",\"count\":\(count / 10 * 10),\"megabytesEarly\":\(early),\"megabytesLate\":\(late),"
        + "\"millisecondsEach\":\(each)}")
  }

  /// Of this process, from the system's own table.
  private static func residentMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return (kilobytes ?? .nan) / 1_024
  }
}
