import AllianceModel
import Testing

@Suite("GeoCoordinate")
struct GeoCoordinateTests {
  @Test("is no place when a number is out of range or none")
  func range() {
    #expect(GeoCoordinate(latitude: 90.1, longitude: 0) == nil)
    #expect(GeoCoordinate(latitude: 0, longitude: -180.1) == nil)
    #expect(GeoCoordinate(latitude: .nan, longitude: 0) == nil)
    #expect(GeoCoordinate(latitude: 0, longitude: .infinity) == nil)
    #expect(GeoCoordinate(latitude: -90, longitude: 180) != nil)
  }

  /// Oracle: pyproj 3 (PROJ), `Geod(a=6371008.8, f=0).inv`, a sphere.
  @Test("measures distance and bearing along a great circle")
  func distance() throws {
    let paris = try #require(GeoCoordinate(latitude: 48.8566, longitude: 2.3522))
    let nantes = try #require(GeoCoordinate(latitude: 47.2184, longitude: -1.5536))
    let reunion = try #require(GeoCoordinate(latitude: -20.8789, longitude: 55.4481))
    #expect(abs(paris.distance(to: nantes) - 342.734_420_6) < 1e-6)
    #expect(abs(paris.bearing(to: nantes) - (360 - 120.635_844_2)) < 1e-6)
    #expect(abs(paris.distance(to: reunion) - 9_364.580_533_8) < 1e-6)
    #expect(abs(paris.bearing(to: reunion) - 131.326_833_1) < 1e-6)
    #expect(paris.distance(to: paris) == 0)
  }

  @Test("measures a quarter and half of the way round the Earth")
  func antipodes() throws {
    let origin = try #require(GeoCoordinate(latitude: 0, longitude: 0))
    let pole = try #require(GeoCoordinate(latitude: 90, longitude: 0))
    let opposite = try #require(GeoCoordinate(latitude: 0, longitude: 180))
    #expect(abs(origin.distance(to: pole) - GeoCoordinate.earthRadius * .pi / 2) < 1e-9)
    #expect(abs(origin.distance(to: opposite) - GeoCoordinate.earthRadius * .pi) < 1e-9)
  }
}
