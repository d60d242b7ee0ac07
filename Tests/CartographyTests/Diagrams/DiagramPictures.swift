import AllianceModel
import Cartography
import Foundation
import GraphCore
import GraphvizKit
import TestSupport
import Testing

/// Pictures of diagrams for tests, and graphs to draw.
enum DiagramPictures {
  static func document(
    _ diagram: Diagram, _ graph: AllianceGraph, _ options: MapOptions = MapOptions(), as formats: [MapFormat] = [.svg]
  ) async throws -> MapDocument {
    try await DiagramMap(diagram, of: graph, options: options).document(
      as: formats, renderer: GraphvizRenderer(.inProcess))
  }

  /// All words of an SVG, in their order, joined by spaces.
  static func words(_ document: MapDocument) throws -> String {
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    return svg.matches(of: /<text[^>]*>([^<]*)<\/text>/).map {
      String($0.1).replacing("&#160;", with: "\u{A0}").replacing("&#39;", with: "'").replacing("&#45;", with: "-")
        .replacing("&amp;", with: "&")
    }.joined(separator: " ")
  }

  static func shapes(_ document: MapDocument) throws -> [SVGShape] {
    SVGShape.all(in: String(decoding: try #require(document[.svg]), as: UTF8.self))
  }

  /// A graph of invented actors, themes and dates of every precision; the same seed gives the same graph.
  static func generated(actors count: Int, seed: UInt64) -> AllianceGraph {
    var generator = SeededGenerator(seed: seed)
    let kinds = ["company", "association", "local_authority", "network", "education", "event", "publication", "other"]
    let words = [
      "Ferme", "Atelier", "Maison de l'emploi", "Communauté de communes", "Réseau", "Recyclerie", "Œuvre & Cie",
    ]
    let actors = (0..<count).map { number in
      AllianceGraph.Actor(
        id: "a\(number)", name: "\(words[Int(generator.next() % 7)]) n° \(number) du Pays d'en Haut",
        kind: ActorKind(rawValue: kinds[Int(generator.next() % 8)]))
    }
    let dates = ["2019", "2019-04", "2019-04-30", "<2018", ">2020", "2021", "2008", nil]
    let alliances = (0..<max(1, count * 2 / 3)).map { number in
      let size = 1 + Int(generator.next() % 5)
      let parties = (0..<size).map { _ in AllianceGraph.Party(actor: "a\(generator.next() % UInt64(count))") }
      let start = dates[Int(generator.next() % 8)].flatMap { PartialDate($0) }
      return AllianceGraph.Alliance(
        id: "l\(number)", title: "Projet commun numéro \(number)", parties: parties,
        forms: generator.next() % 3 == 0 ? [] : [PartnershipForm(rawValue: "patronage")], start: start,
        end: generator.next() % 4 == 0 ? PartialDate("2022") : nil,
        themes: generator.next() % 3 == 0 ? [] : ["thème \(generator.next() % 9)"],
        odd: generator.next() % 3 == 0 ? [] : [Int(1 + generator.next() % 17)])
    }
    return AllianceGraph(
      info: GraphInfo(name: "essai", title: "Essai", territory: "Pays d'essai"), actors: actors, alliances: alliances)
  }
}
