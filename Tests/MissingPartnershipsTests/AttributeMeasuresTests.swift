import AllianceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Attribute measures")
struct AttributeMeasuresTests {
  static func row(_ graph: AllianceGraph, _ one: Int, _ other: Int) -> [Double] {
    var row = [Double](repeating: 0, count: AttributeFeature.allCases.count)
    AttributeMeasures(AllianceHistory(of: graph), in: graph).features(of: one, and: other) {
      row[$0] = $1
    }
    return row
  }

  @Test("measures the distance from Paris to Marseille")
  func haversine() throws {
    let paris = try #require(GeoCoordinate(latitude: 48.8566, longitude: 2.3522))
    let marseille = try #require(GeoCoordinate(latitude: 43.2965, longitude: 5.3698))
    // The great circle between the two, as geodesic calculators give it for a sphere: 660 to 661 km.
    #expect(abs(paris.distance(to: marseille) - 660.5) < 1)
    #expect(paris.distance(to: paris) == 0)
    #expect(GeoCoordinate(latitude: 48, longitude: nil) == nil)
  }

  @Test("says nothing about what is not known")
  func unknown() {
    let row = Self.row(Territory.small(), 0, 2)
    #expect(row[AttributeFeature.recency.rawValue].isNaN)
    #expect(row[AttributeFeature.themes.rawValue].isNaN)
    #expect(row[AttributeFeature.encounters.rawValue].isNaN)
    #expect(row[AttributeFeature.nearness.rawValue].isNaN)
    #expect(row[AttributeFeature.alliances.rawValue] == log(9))
  }

  @Test("counts years since the last alliances of both")
  func recency() {
    let graph = Territory.graph(
      ["a", "b", "c"].map { Territory.actor($0) },
      [
        Territory.alliance("1", ["a", "c"], year: 2015), Territory.alliance("2", ["b", "c"], year: 2018),
        Territory.alliance("3", ["b", "c"], year: 2012),
      ])
    #expect(Self.row(graph, 0, 1)[AttributeFeature.recency.rawValue] == -3)
  }

  @Test("counts ties within and between kinds, an alliance of three once for each member")
  func kinds() {
    let graph = Territory.graph(
      [
        Territory.actor("a"), Territory.actor("b"), Territory.actor("c", kind: Territory.association),
        Territory.actor("d", kind: nil),
      ],
      [Territory.alliance("1", ["a", "b", "c"]), Territory.alliance("2", ["a", "b"])])
    let table = KindAffinity(AllianceHistory(of: graph), in: graph)
    let (company, association) = (table.kinds[0], table.kinds[2])
    // Companies: 1/2 + 1 among themselves, 2 · 1/2 with the association. Strengths: 4 and 1, 5 in all.
    #expect(table.observed[company][company] == 1.5)
    #expect(table.observed[company][association] == 1)
    #expect(agree(table.expected[company][association], 4.0 * 1 / 5))
    #expect(agree(table.expected[company][company], 4.0 * 4 / 5 / 2))
    #expect(agree(table.value(0, 2), log((1 + 5) / (0.8 + 5))))
    #expect(table.value(0, 3).isNaN)
  }

  @Test("compares themes by their cosine, whatever their spelling")
  func themes() {
    let graph = Territory.graph(
      [
        Territory.actor("a", themes: ["Économie circulaire"]), Territory.actor("b", themes: ["economie  circulaire"]),
        Territory.actor("c", themes: ["Sport"], odd: [17]),
      ],
      [Territory.alliance("1", ["a", "b"]), Territory.alliance("2", ["b", "c"])])
    #expect(agree(Self.row(graph, 0, 1)[AttributeFeature.themes.rawValue], 1))
    #expect(Self.row(graph, 0, 2)[AttributeFeature.themes.rawValue] == 0)
    // Two namings of the theme, one of each: by chance the two would meet 1 · 1 / 2 times.
    #expect(agree(Self.row(graph, 0, 1)[AttributeFeature.encounters.rawValue], log(0.01 + 0.5)))
    #expect(agree(Self.row(graph, 0, 2)[AttributeFeature.encounters.rawValue], log(0.01)))
  }

  @Test(
    "compares profiles, and each with the partners of the other, as the definitions read",
    arguments: 0..<200 as Range<UInt64>)
  func profiles(seed: UInt64) throws {
    let graph = Territory.large(seed: seed)
    let history = AllianceHistory(of: graph)
    let measures = PairMeasures(history.network, attributes: AttributeMeasures(history, in: graph))
    let oracle = ProfileOracle(history)
    let pairs = CandidatePairs(measures).all
    let table = try measures.table(of: pairs)
    var memory = NearbySums(nodeCount: history.actors.count)
    for (place, pair) in pairs.enumerated() {
      let row = Array(table.row(place).dropFirst(PairMeasures.structuralCount))
      let (one, other) = (pair.low.index, pair.high.index)
      #expect(agree(row[AttributeFeature.profile.rawValue], oracle.cosine(one, other)), "\(pair)")
      #expect(agree(row[AttributeFeature.peers.rawValue], oracle.peers(one, other)), "\(pair)")
      guard place.isMultiple(of: 20) else { continue }
      memory.measure(pair.low, with: measures)
      measures.attributes?.features(of: one, and: other, memory.sums[other]) {
        if $0 == AttributeFeature.peers.rawValue { #expect(agree($1, oracle.peers(one, other)), "\(pair)") }
        if $0 == AttributeFeature.profile.rawValue { #expect(agree($1, oracle.cosine(one, other)), "\(pair)") }
      }
    }
  }
}
