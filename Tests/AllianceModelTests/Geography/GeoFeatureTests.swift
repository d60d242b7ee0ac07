import AllianceModel
import Testing

@Suite("GeoPolygon")
struct GeoPolygonTests {
  private func ring(_ corners: [(Double, Double)]) throws -> [GeoCoordinate] {
    try corners.map { try #require(GeoCoordinate(latitude: $0.1, longitude: $0.0)) }
  }

  @Test("is inside its outline and outside its hole, whichever way the rings run", arguments: [false, true])
  func holes(isReversed: Bool) throws {
    let outline = try ring([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)])
    let hole = try ring([(1, 1), (3, 1), (3, 3), (1, 3)])
    let polygon = GeoPolygon(rings: [outline, isReversed ? hole.reversed() : hole])
    #expect(polygon.rings.map(\.count) == [4, 4])
    #expect(polygon.contains(try #require(GeoCoordinate(latitude: 0.5, longitude: 2))))
    #expect(!polygon.contains(try #require(GeoCoordinate(latitude: 2, longitude: 2))))
    #expect(!polygon.contains(try #require(GeoCoordinate(latitude: 2, longitude: 5))))
  }
}
