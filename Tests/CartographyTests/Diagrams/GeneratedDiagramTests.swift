import AllianceModel
import Cartography
import GeneratedGraphs
import GraphvizKit
import TestSupport
import Testing

/// Every kind of map on graphs of any size: judged as a picture, with nothing lost.
@Suite("Maps of every kind of generated graphs", .serialized)
struct GeneratedDiagramTests {
  static let sizes = [150, 500, 2_000]

  static func document(_ kind: MapKind, _ count: Int, _ options: MapOptions = MapOptions(isInternal: true)) async throws
    -> MapDocument
  {
    let graph = AllianceGraph.generated(actorCount: count, seed: 1)
    let organisations = graph.actors.filter(\.isOrganisation).map(\.id)
    let pairs = (0..<6).map { AbsentPair(organisations[$0], organisations[$0 + 20], reason: "pour l’essai") }
    return try await MapRequest(kind, pairs: pairs, options: options)
      .document(of: graph, as: [.svg], renderer: GraphvizRenderer(.inProcess))
  }

  @Test(
    "have no fault", arguments: [MapKind.territory, .timeline, .clusters, .bipartite, .gaps, .ego, .matrix], sizes)
  func faults(kind: MapKind, count: Int) async throws {
    let document = try await Self.document(kind, count)
    #expect(document.findings == [])
    let svg = try #require(document[.svg])
    #expect(PictureInspection(of: svg, theme: .standard).findings == [])
  }

  @Test("tell the best documented of each year, and count the others")
  func timeline() async throws {
    let words = try DiagramPictures.words(try await Self.document(.timeline, 500)).replacing("\u{A0}", with: " ")
    let graph = AllianceGraph.generated(actorCount: 500, seed: 1)
    let told = try #require(words.firstMatch(of: /(\d+) alliances sur (\d+) sont racontées/))
    let counted = words.matches(of: /et (\d+) autres? :/).compactMap { Int($0.1) }
    #expect(Int(told.2) == graph.alliances.count)
    #expect((Int(told.1) ?? 0) + counted.reduce(0, +) == graph.alliances.count)
    #expect(counted.count > 10)
  }

  @Test("show groups where ties are too many, and the inside of one", arguments: [MapKind.bipartite, .clusters])
  func groups(kind: MapKind) async throws {
    let document = try await Self.document(kind, 500)
    #expect(document.remarks.contains { $0.french.contains("--cluster") })
    let inside = try await Self.document(kind, 500, MapOptions(cluster: "2", isInternal: true))
    #expect(inside.findings == [])
    #expect(try DiagramPictures.words(inside).contains("Groupe 2"))
  }

  @Test("draw the strongest lines between places, and count the others")
  func bundles() async throws {
    let words = try DiagramPictures.words(try await Self.document(.territory, 2_000)).replacing("\u{A0}", with: " ")
    #expect(words.contains("alliances entre deux lieux"))
    #expect(words.contains(/non tracés : \d+ liens plus faibles/))
  }
}
