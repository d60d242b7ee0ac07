import AllianceModel
import Cartography
import Foundation
import TestSupport
import Testing

@Suite("Timeline", .serialized)
struct TimelineTests {
  @Test("draws the shipped graphs on upright A3 without a finding", arguments: NetworkMapTests.shipped)
  func shipped(name: String) async throws {
    let document = try await DiagramPictures.document(
      .timeline, try NetworkMapTests.graph(name), MapOptions(page: .a3Portrait))
    #expect(document.findings == [])
  }

  static func actor(_ id: String, _ kind: String, start: String? = nil) -> AllianceGraph.Actor {
    AllianceGraph.Actor(
      id: id, name: "Acteur \(id)", kind: ActorKind(rawValue: kind), start: start.flatMap { PartialDate($0) })
  }

  static func alliance(
    _ id: String, _ parties: [String], _ start: String?, end: String? = nil
  ) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: id, title: "Alliance \(id)", parties: parties.map { AllianceGraph.Party(actor: $0) },
      start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
  }

  /// Four actors, five alliances with a start of each precision, one without, and an object in no alliance.
  static let small = AllianceGraph(
    info: GraphInfo(name: "petit", title: "Petit"),
    actors: [
      actor("A", "company"), actor("B", "association"), actor("C", "local_authority"), actor("D", "publication"),
      actor("E", "event", start: "2020-05"),
    ],
    alliances: [
      alliance("un", ["A", "B"], "2021-11-23"), alliance("deux", ["A", "C"], "2019", end: "2021"),
      alliance("trois", ["A", "D"], "2021-02"), alliance("quatre", ["B", "C"], "<2019"),
      alliance("cinq", ["B", "C"], ">2021"), alliance("six", ["A", "B"], nil),
    ])

  @Test("tells what began in the order of time, undated last, each date as it is known")
  func order() async throws {
    let words = try DiagramPictures.words(try await DiagramPictures.document(.timeline, Self.small))
    let shapes = try DiagramPictures.shapes(try await DiagramPictures.document(.timeline, Self.small))
    let titles = shapes.filter { $0.classes.contains("alliance") || $0.id.hasPrefix("objet_") }.map(\.text)
    #expect(
      titles == [
        "Alliance quatre", "Alliance deux", "Acteur E", "Alliance trois", "Alliance un", "Alliance cinq",
        "Alliance six",
      ])
    for word in ["avant 2019", "2019–2021", "mai", "févr.", "23 nov.", "après 2021", "sans date"] {
      #expect(words.contains(word), "\(word)")
    }
  }

  @Test("follows who is in several alliances with one lane, and marks each of them on it")
  func lanes() async throws {
    let document = try await DiagramPictures.document(.timeline, Self.small)
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    // A, B and C come back; D and E do not.
    for id in ["A", "B", "C"] { #expect(svg.contains("id=\"ligne_\(id)\"")) }
    for id in ["D", "E"] { #expect(!svg.contains("id=\"ligne_\(id)\"")) }
    let marks = try DiagramPictures.shapes(document).filter { $0.id.hasPrefix("present_") }.map(\.id)
    #expect(marks.count { $0.hasSuffix("_A") } == 4 && marks.count { $0.hasSuffix("_C") } == 3)
    // Through what has no date, the lane is dotted: it is another line.
    #expect(svg.contains("id=\"ligne_A.sans_date\"") && !svg.contains("id=\"ligne_C.sans_date\""))
  }

  @Test("draws a bar only for what is known to last beyond its year")
  func bars() async throws {
    let document = try await DiagramPictures.document(.timeline, Self.small)
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    #expect(svg.matches(of: /id="duree_/).count == 1)
    #expect(try DiagramPictures.words(document).contains("durée"))
    let without = AllianceGraph(
      info: Self.small.info, actors: Self.small.actors, alliances: [Self.alliance("un", ["A", "B"], "2021")])
    #expect(try !DiagramPictures.words(try await DiagramPictures.document(.timeline, without)).contains("durée"))
  }

  @Test("says what is missing when no alliance has a start")
  func undated() async throws {
    // Without the event, which has a date of its own.
    let graph = AllianceGraph(
      info: Self.small.info, actors: Self.small.actors.dropLast(), alliances: [Self.alliance("un", ["A", "B"], nil)])
    let document = try await DiagramPictures.document(.timeline, graph, MapOptions(page: .a4))
    #expect(try DiagramPictures.words(document).contains("start"))
    #expect(document.findings == [])
    let english = try await DiagramPictures.document(.timeline, graph, MapOptions(language: .english))
    #expect(try DiagramPictures.words(english).contains("No alliance has a start"))
  }

  @Test("names no person who may not be named, unless the map is internal")
  func gate() async throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        Self.actor("A", "company"), AllianceGraph.Actor(id: "p", name: "Jeanne Secrète", kind: .person),
      ], alliances: [Self.alliance("un", ["A", "p"], "2021"), Self.alliance("deux", ["A", "p"], "2022")])
    let open = try await DiagramPictures.document(.timeline, graph)
    #expect(!String(decoding: try #require(open[.svg]), as: UTF8.self).contains("Secrète"))
    let closed = try await DiagramPictures.document(.timeline, graph, MapOptions(isInternal: true))
    #expect(try DiagramPictures.words(closed).contains("Jeanne Secrète"))
  }
}
