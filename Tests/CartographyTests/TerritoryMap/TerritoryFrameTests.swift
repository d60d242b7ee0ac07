import AllianceModel
import Testing

@testable import Cartography

@Suite("TerritoryFrame")
struct TerritoryFrameTests {
  private func place(_ latitude: Double, _ longitude: Double) throws -> GeoCoordinate {
    try #require(GeoCoordinate(latitude: latitude, longitude: longitude))
  }

  @Test("leaves out places beyond a gap, and keeps those that only lie at the edge")
  func gap() throws {
    let near = try (0..<8).map { (try place(47.6 + 0.03 * Double($0), -2), weight: 1) }
    let edge = (try place(47.6, -1.7), weight: 1)
    let paris = (try place(48.86, 2.35), weight: 1)
    let frame = try #require(
      TerritoryFrame(places: (near + [edge, paris]).map { ($0.0, $0.weight) }, perimeter: [], outlines: []))
    #expect(frame.isInside == [Bool](repeating: true, count: 9) + [false])
    #expect(frame.projection == .lambert93)
  }

  @Test("shows all when most actors are spread over the country")
  func spread() throws {
    let cities = try [(48.86, 2.35), (45.76, 4.84), (43.3, 5.37), (44.84, -0.58), (50.63, 3.06)].map {
      (try place($0.0, $0.1), 1)
    }
    #expect(try #require(TerritoryFrame(places: cities, perimeter: [], outlines: [])).isInside.allSatisfy { $0 })
  }

  @Test("shows a single town with some ground around it, and nothing when there is no place")
  func single() throws {
    let frame = try #require(TerritoryFrame(places: [(try place(47.66, -2.08), 3)], perimeter: [], outlines: []))
    #expect(abs(frame.east - frame.west - TerritoryFrame.smallestExtent) < 1)
    #expect(TerritoryFrame(places: [], perimeter: [], outlines: []) == nil)
  }

  @Test("grows to hold a small area around an actor whole, but not a large one")
  func outlines() throws {
    func square(_ half: Double) throws -> GeoFeature {
      GeoFeature(polygons: [
        GeoPolygon(rings: [
          [
            try place(47.7 - half, -2 - half), try place(47.7 - half, -2 + half), try place(47.7 + half, -2 + half),
            try place(47.7 + half, -2 - half),
          ]
        ])
      ])
    }
    let places = [(try place(47.7, -2), 1), (try place(47.9, -1.9), 1)]
    let plain = try #require(TerritoryFrame(places: places, perimeter: [], outlines: []))
    let small = try #require(TerritoryFrame(places: places, perimeter: [], outlines: [try square(0.05)]))
    let large = try #require(TerritoryFrame(places: places, perimeter: [], outlines: [try square(2)]))
    #expect(small.south < plain.south)
    #expect(large.south == plain.south && large.west == plain.west)
  }
}
