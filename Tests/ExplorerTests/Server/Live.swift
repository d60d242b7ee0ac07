import AllianceModel
import Foundation
import GraphvizKit
import Workspace

@testable import Explorer

/// A service over a graph, without sockets.
enum Live {
  static let host = "127.0.0.1:8080"

  static func service(
    of graph: AllianceGraph = SampleGraphs.hostile, folder: String? = nil, isInternal: Bool = false,
    token: String? = nil
  ) -> ExplorerService {
    let shown = isInternal ? graph : Publication(of: graph, language: .french).graph
    let log = DecisionLog(folder: folder, author: "A. Membre", date: PartialDate("2026-03"))
    let maker = ViewMaker(
      graph: graph, shown: shown, language: .french, isInternal: isInternal, table: nil,
      renderer: GraphvizRenderer(.inProcess), date: nil)
    return ExplorerService(
      live: LiveGraph(graph, language: .french, isInternal: isInternal, log: log), maker: maker,
      door: RequestGuard(host: "127.0.0.1", port: 8080, token: token), width: 1)
  }

  /// A folder with a copy of a graph, for `body`; removed after.
  static func withFolder<Result>(
    of graph: AllianceGraph, _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)").path
    try Workspace.save(graph, to: folder)
    defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
    return try await body(folder)
  }

  /// The bytes of each file of a folder, by name.
  static func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder).appending(path: $0))) })
  }
}

extension ExplorerService {
  func ask(
    _ method: String, _ target: String, headers: [String: String] = [:], body: String = ""
  ) async -> ExplorerResponse {
    await respond(
      to: ExplorerRequest(
        method, target, headers: ["host": Live.host].merging(headers) { $1 }, body: Array(body.utf8)))
  }

  func decide(_ body: String) async -> ExplorerResponse {
    await ask("POST", "/api/decisions", headers: ["content-type": "application/json"], body: body)
  }
}

extension ExplorerResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  func object() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
  }
}
