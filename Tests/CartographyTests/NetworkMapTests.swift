import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import TestSupport
import Testing
import Workspace

#if canImport(FoundationXML)
  import FoundationXML
#endif

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
    #expect(PictureInspection(of: try #require(document[.svg])).findings == [])
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

  @Test("tells ids apart that differ in their punctuation only")
  func similarIDs() async throws {
    let ids = ["a-b", "a_b", "a.b", "a b", "a/b", "ab", "é", "a.2d.b"]
    let graph = AllianceGraph(
      info: GraphInfo(name: "essai", title: "Essai"),
      actors: ids.map { AllianceGraph.Actor(id: $0, name: "Acteur \($0)", kind: ActorKind(rawValue: "association")) },
      alliances: [
        AllianceGraph.Alliance(
          id: "x", title: "Charte", parties: ids.map { AllianceGraph.Party(actor: $0, role: nil) })
      ], places: [])
    let shapes = SVGShape.all(in: try Self.svg(try await Self.document(graph)))
    let names = shapes.compactMap { $0.id.hasPrefix("acteur_") ? $0.id : nil }
    #expect(Set(names).count == ids.count && names.count == ids.count)
    #expect(names.contains("acteur_a_b") && names.contains("acteur_a.2d.b"))
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

  @Test("gives the same bytes each time, and others for another seed")
  func determinism() async throws {
    let graph = FilteredMapTests.graph
    let formats: [MapFormat] = [.svg, .pdf, .png]
    let first = try await Self.document(graph, as: formats)
    #expect(try await Self.document(graph, as: formats) == first)
    #expect(try await Self.document(graph, MapOptions(seed: 2), as: formats) != first)
  }

  @Test("draws a titled page that says what is missing, for a graph without alliances or without anything")
  func empty() async throws {
    let info = GraphInfo(name: "vide", title: "Vide")
    let nothing = try Self.svg(try await Self.document(AllianceGraph(info: info, actors: [], alliances: [])))
    #expect(nothing.contains("Vide") && nothing.contains("Aucun acteur"))
    let alone = AllianceGraph(info: info, actors: FilteredMapTests.graph.actors, alliances: [])
    let document = try await Self.document(alone, MapOptions(language: .english))
    let svg = try Self.svg(document)
    #expect(svg.contains("No alliance is recorded"))
    #expect(SVGShape.all(in: svg).count { $0.classes.contains("acteur") } == 4)
    #expect(document.findings == [])
  }

  @Test("says how many a filter does not show")
  func filtered() async throws {
    let filter = GraphFilter([GraphFilter.Condition(.family, "companies")])
    let svg = try Self.svg(try await Self.document(FilteredMapTests.graph, MapOptions(filter: filter)))
    #expect(svg.contains("2\u{A0}acteurs et objets, 2\u{A0}alliances"))
  }

  @Test("draws awkward names exactly, in well-formed XML")
  func awkwardNames() async throws {
    let names = ["A & B <C>", "C:\\Nord \\N", "R&eacute;gion", "« Œuvre » \"x\"", "O'Neil ; &amp;", "Ж 漢 é"]
    let actors = names.enumerated().map { index, name in
      AllianceGraph.Actor(id: "a-\(index)&", name: name, kind: ActorKind(rawValue: "company"))
    }
    let alliance = AllianceGraph.Alliance(
      id: "x", title: "T & <t> \\G", parties: actors.map { AllianceGraph.Party(actor: $0.id) })
    let graph = AllianceGraph(
      info: GraphInfo(name: "n", title: "R&eacute;gion & <Cie> ;"), actors: actors, alliances: [alliance])
    let document = try await Self.document(graph)
    let svg = try Self.svg(document)
    let parser = XMLWellFormedness(svg)
    #expect(parser.fault == nil)
    let shapes = SVGShape.all(in: svg)
    for name in names + ["T & <t> \\G"] { #expect(shapes.contains { $0.text == name }, "\(name)") }
    #expect(document.findings == [])
  }

  @Test("keeps personal data out of the picture and its tooltips, unless it is internal")
  func publicationGate() async throws {
    let person = AllianceGraph.Actor(id: "dupont", name: "Jeanne Dupont", kind: .person)
    let firm = AllianceGraph.Actor(id: "firm", name: "Atelier", kind: ActorKind(rawValue: "company"))
    let club = AllianceGraph.Actor(id: "club", name: "Club", kind: ActorKind(rawValue: "association"))
    let alliance = AllianceGraph.Alliance(
      id: "x", title: "Charte (06 12 34 56 78)",
      parties: ["dupont", "firm", "club"].map { AllianceGraph.Party(actor: $0) })
    let graph = AllianceGraph(
      info: GraphInfo(name: "n", title: "Titre"), actors: [person, firm, club], alliances: [alliance])
    let published = try await Self.document(graph)
    let svg = try Self.svg(published)
    for secret in ["Jeanne", "Dupont", "dupont", "06 12 34"] {
      #expect(!svg.contains(secret), "\(secret)")
      #expect(!published.drawing.contains(secret) && !published.firstPass.contains(secret))
    }
    #expect(!published.remarks.isEmpty)
    #expect(try Self.svg(try await Self.document(graph, MapOptions(isInternal: true))).contains("Jeanne Dupont"))
  }

  @Test("explains each look once and counts those who have it", arguments: MapOptions.ColorKey.allCases)
  func legends(key: MapOptions.ColorKey) async throws {
    for ties in MapOptions.TieKey.allCases {
      let document = try await Self.document(try Self.graph("redon"), MapOptions(colorBy: key, ties: ties))
      #expect(document.findings == [])
    }
  }

  @Test("refuses a name that no sheet can show, by its first letters and length")
  func endlessName() throws {
    let actor = AllianceGraph.Actor(id: "a", name: String(repeating: "x", count: 10_000_000))
    let graph = AllianceGraph(info: GraphInfo(name: "n", title: "T"), actors: [actor], alliances: [])
    #expect(throws: MapError.nameTooLong(actor: String(repeating: "x", count: 40), length: 10_000_000, limit: 600)) {
      try NetworkMap(of: graph)
    }
  }

  @Test("proposes a larger page when text would be smaller than 7 pt")
  func smallText() async throws {
    let document = try await Self.document(try Self.graph("valence-romans"), MapOptions(page: .a4))
    #expect(document.smallestText < 7)
    #expect(document.remarks.contains { $0.french.contains("--page a3-portrait") })
  }
}

/// Reads XML and keeps the first fault.
private final class XMLWellFormedness: NSObject, XMLParserDelegate {
  private(set) var fault: String?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { fault = parser.parserError.map { "\($0)" } ?? "line \(parser.lineNumber)" }
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
