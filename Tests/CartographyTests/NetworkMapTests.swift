import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import TestSupport
import Testing
import Workspace

@Suite("Network map", .serialized)
struct NetworkMapTests {
  static let shipped = ["economie-de-l-alliance", "grand-figeac", "redon", "valence-romans"]

  static func graph(_ name: String) throws -> AllianceGraph {
    try Workspace.open([RealData.packageRoot.appending(path: "Graphs/\(name)").path]).graph
  }

  static func document(
    _ graph: AllianceGraph, _ options: MapOptions = MapOptions(), as formats: [MapFormat] = [.svg]
  ) async throws -> MapDocument {
    try await NetworkMap(of: graph, options: options).document(as: formats, renderer: GraphvizRenderer(.inProcess))
  }

  static func svg(_ document: MapDocument) throws -> String {
    String(decoding: try #require(document[.svg]), as: UTF8.self)
  }

  @Test("draws the shipped graphs without a finding, every actor and object with its full name", arguments: shipped)
  func shippedGraphs(name: String) async throws {
    let graph = try Self.graph(name)
    let document = try await Self.document(graph, MapOptions(isInternal: true))
    #expect(document.findings == [])
    let shapes = SVGShape.all(in: try Self.svg(document))
    for actor in graph.actors {
      let id = "acteur_" + String(actor.id.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      let shape = try #require(shapes.first { $0.id == id }, "\(actor.name)")
      // A dot before the name says that the hub is a party too.
      let text = shape.text.hasPrefix("● ") ? String(shape.text.dropFirst(2)) : shape.text
      #expect(text.hasPrefix(actor.name), "\(shape.text)")
      #expect(shape.classes.contains(actor.isOrganisation ? "acteur" : "objet"))
    }
    #expect(shapes.count { $0.classes.contains("acteur") || $0.classes.contains("objet") } == graph.actors.count)
  }

  @Test("fits each page, with its exact size and without a finding", arguments: MapPage.allCases)
  func pages(page: MapPage) async throws {
    let document = try await Self.document(try Self.graph("grand-figeac"), MapOptions(page: page))
    #expect(document.findings == [])
    #expect(abs(document.width - page.size.width) < 1e-6 && abs(document.height - page.size.height) < 1e-6)
    let millimetres = page == .a4 ? "width=\"210mm\" height=\"297mm\"" : "mm\""
    #expect(try Self.svg(document).contains(millimetres))
  }

  @Test("keeps the largest graph readable on A3: no text under 7 pt")
  func a3() async throws {
    let document = try await Self.document(try Self.graph("economie-de-l-alliance"), MapOptions(page: .a3))
    #expect(document.smallestText >= 6.95)
    #expect(document.findings == [])
  }
}

/// A shape of an SVG by Graphviz, with the words that stand in it.
struct SVGShape {
  let id: String
  let classes: [String]
  /// Lines joined by spaces.
  let text: String

  static func all(in svg: String) -> [SVGShape] {
    svg.split(separator: "<!-- ").compactMap { part in
      guard let head = part.firstMatch(of: /<g id="([^"]*)" class="node ?([^"]*)"/) else { return nil }
      let lines = part.matches(of: /<text[^>]*>([^<]*)<\/text>/).map {
        decoded($0.1).trimmingCharacters(in: .whitespaces)
      }
      return SVGShape(
        id: String(head.1), classes: head.2.split(separator: " ").map(String.init), text: lines.joined(separator: " "))
    }
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).replacing("&#160;", with: "\u{A0}").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
      .replacing("&#45;", with: "-").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
        "&amp;", with: "&")
  }
}
