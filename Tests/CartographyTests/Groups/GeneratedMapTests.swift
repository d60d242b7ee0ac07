import AllianceModel
import Cartography
import Foundation
import GeneratedGraphs
import GraphvizKit
import TestSupport
import Testing

@Suite("Network maps of generated graphs", .serialized)
struct GeneratedMapTests {
  static func document(
    _ count: Int, seed: UInt64 = 1, _ options: MapOptions = MapOptions(isInternal: true)
  ) async throws -> MapDocument {
    try await NetworkMap(of: .generated(actorCount: count, seed: seed), options: options)
      .document(as: [.svg], renderer: GraphvizRenderer(.inProcess))
  }

  @Test(
    "have no fault at any size",
    arguments: [(1, 1), (5, 1), (5, 2), (12, 1), (40, 1), (88, 1), (150, 1)])
  func actors(count: Int, seed: Int) async throws {
    let document = try await Self.document(count, seed: UInt64(seed))
    #expect(document.findings == [])
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    let shapes = SVGShape.all(in: svg)
    #expect(shapes.count { $0.classes.contains("acteur") || $0.classes.contains("objet") } == count)
  }

  @Test("show groups beyond what can be read, without a fault and with every count", arguments: [300, 500, 2_000])
  func groups(count: Int) async throws {
    let document = try await Self.document(count)
    #expect(document.findings == [])
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    let marks = SVGShape.all(in: svg).filter { $0.classes.contains("marque") }
    #expect(marks.compactMap { Int($0.text) }.reduce(0, +) == count)
  }

  @Test("show the inside of a group with its neighbours", arguments: ["1", "2"])
  func inside(number: String) async throws {
    let document = try await Self.document(700, MapOptions(cluster: number, isInternal: true))
    #expect(document.findings == [])
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    #expect(svg.contains("Voisins, hors du groupe"))
  }

  @Test("list every name that is a number on the map")
  func numbers() async throws {
    let graph = AllianceGraph.generated(actorCount: 140, seed: 4)
    let map = try NetworkMap(of: graph, options: MapOptions(detail: .numbers, isInternal: true))
    let svg = String(
      decoding: try #require(try await map.document(as: [.svg], renderer: GraphvizRenderer(.inProcess))[.svg]),
      as: UTF8.self
    ).replacing("&#45;", with: "-").replacing("&amp;", with: "&").replacing("&#160;", with: " ")
    let text = svg.split(separator: ">").map { $0.prefix { $0 != "<" } }.joined(separator: " ")
    // A long name stands on several lines.
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for actor in graph.actors {
      let name = actor.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(name), "\(name)")
    }
  }

  @Test("are the same bytes each time", arguments: [150, 700])
  func determinism(count: Int) async throws {
    #expect(try await Self.document(count) == (try await Self.document(count)))
  }

  @Test("go on with another engine when one takes too long, and say so")
  func fallback() async throws {
    let map = try NetworkMap(of: .generated(actorCount: 60, seed: 1), options: MapOptions(isInternal: true))
    let mark = FileManager.default.temporaryDirectory.appending(path: "stuck-\(UUID().uuidString)").path
    defer { do { try FileManager.default.removeItem(atPath: mark) } catch {} }
    let stuck = GraphvizRenderer(
      .worker(executable: RenderWorkerProgram.path, arguments: ["stuck-first", mark]), timeLimit: .seconds(4))
    let document = try await map.document(as: [.svg], renderer: stuck)
    #expect(document.remarks.contains { $0.french.contains("neato") && $0.french.contains("sfdp à la place") })
    #expect(document.findings == [])
  }
}

/// The worker program that is built beside the tests.
enum RenderWorkerProgram {
  static var path: String {
    URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "render-worker").path
  }
}
