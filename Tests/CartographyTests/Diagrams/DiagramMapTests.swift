import AllianceModel
import Cartography
import Foundation
import TestSupport
import Testing

/// What holds for every kind that is drawn by rule.
@Suite("Diagrams", .serialized)
struct DiagramMapTests {
  static let kinds = ["timeline", "ego", "families", "themes", "odd", "clusters", "bipartite", "gaps"]

  /// A diagram of a graph; the actor in the middle is the first that has most alliances, the pairs are its first actors.
  static func diagram(_ kind: String, of graph: AllianceGraph) throws -> Diagram {
    let organisations = graph.actors.filter(\.isOrganisation).map(\.id)
    switch kind {
    case "timeline": return .timeline
    case "ego":
      let counts = Dictionary(graph.alliances.flatMap { $0.parties.map { ($0.actor, 1) } }, uniquingKeysWith: +)
      return .ego(of: try #require(organisations.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }))
    case "clusters": return .clusters
    case "bipartite": return .bipartite
    case "gaps":
      let half = organisations.count / 2
      return .gaps(
        (0..<min(8, half)).map { place in
          AbsentPair(organisations[place], organisations[half + place], reason: "Même territoire, jamais alliés.")
        })
    default: return .matrix(try #require(MatrixContent(rawValue: kind)))
    }
  }

  @Test(
    "draws the shipped graphs without a finding, on A3 and A4", arguments: NetworkMapTests.shipped, kinds)
  func shipped(name: String, kind: String) async throws {
    let graph = try NetworkMapTests.graph(name)
    for page in [MapPage.a3, .a4] {
      let document = try await DiagramPictures.document(
        try Self.diagram(kind, of: graph), graph, MapOptions(page: page))
      #expect(document.findings == [], "\(page)")
      #expect(PictureInspection(of: try #require(document[.svg])).findings == [], "\(page)")
      #expect(abs(document.width - page.size.width) < 1e-6 && abs(document.height - page.size.height) < 1e-6)
    }
  }

  @Test("draws generated graphs without a finding", arguments: kinds, [3, 8, 40])
  func generated(kind: String, count: Int) async throws {
    for seed in 1...2 {
      let graph = DiagramPictures.generated(actors: count, seed: UInt64(seed))
      guard graph.actors.contains(where: \.isOrganisation) else { continue }
      let document = try await DiagramPictures.document(
        try Self.diagram(kind, of: graph), graph, MapOptions(page: .a3))
      #expect(document.findings == [], "seed \(seed)")
      #expect(PictureInspection(of: try #require(document[.svg])).findings == [], "seed \(seed)")
    }
  }

  @Test("gives the same bytes twice, in each format", arguments: kinds)
  func deterministic(kind: String) async throws {
    let graph = try NetworkMapTests.graph("grand-figeac")
    let diagram = try Self.diagram(kind, of: graph)
    let first = try await DiagramPictures.document(diagram, graph, as: [.svg, .pdf, .png])
    #expect(first == (try await DiagramPictures.document(diagram, graph, as: [.svg, .pdf, .png])))
  }

  @Test("carries title, territory, counts, date and sources, in the language asked for", arguments: kinds)
  func frame(kind: String) async throws {
    let graph = try NetworkMapTests.graph("redon")
    let diagram = try Self.diagram(kind, of: graph)
    let french = try DiagramPictures.words(try await DiagramPictures.document(diagram, graph))
    for word in ["Redon", "CA Redon Agglomération", "26\u{A0}acteurs", "17\u{A0}alliances", "Sources"] {
      #expect(french.contains(word), "\(word)")
    }
    let english = try DiagramPictures.words(
      try await DiagramPictures.document(diagram, graph, MapOptions(language: .english)))
    #expect(english.contains("26\u{A0}actors") && !english.contains("acteurs"))
  }

  @Test("without an alliance, says so on a titled page", arguments: kinds.filter { $0 != "ego" })
  func empty(kind: String) async throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "vide", title: "Vide"),
      actors: [AllianceGraph.Actor(id: "a", name: "Seul", kind: ActorKind(rawValue: "company"))], alliances: [])
    let document = try await DiagramPictures.document(try Self.diagram(kind, of: graph), graph, MapOptions(page: .a4))
    let words = try DiagramPictures.words(document)
    #expect(words.contains("Vide") && words.contains("Aucune alliance"))
    #expect(document.findings == [])
  }

  @Test("names no person who may not be named", arguments: kinds)
  func gate(kind: String) async throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        AllianceGraph.Actor(id: "A", name: "Atelier", kind: ActorKind(rawValue: "company")),
        AllianceGraph.Actor(id: "B", name: "Bureau", kind: ActorKind(rawValue: "association")),
        AllianceGraph.Actor(id: "p", name: "Jeanne Secrète", kind: .person),
      ],
      alliances: [
        AllianceGraph.Alliance(
          id: "un", title: "Projet de Jeanne Secrète", parties: ["A", "B", "p"].map { AllianceGraph.Party(actor: $0) },
          start: PartialDate("2021"), themes: ["culture"], odd: [4])
      ])
    let document = try await DiagramPictures.document(try Self.diagram(kind, of: graph), graph)
    #expect(!String(decoding: try #require(document[.svg]), as: UTF8.self).contains("Secrète"))
    #expect(!document.drawing.contains("Secrète"))
    #expect(
      document.remarks.map(\.french) == [
        "Laissés de côté avant publication\u{A0}: 1 mention d’un nom dans un texte et 1 nom de personne sans rôle public.",
        "Un nom que la table des acteurs ne connaît pas ne peut pas être reconnu\u{A0}: relisez avant de publier.",
      ])
  }
}
