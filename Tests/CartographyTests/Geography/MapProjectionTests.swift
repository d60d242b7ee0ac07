import AllianceModel
import Testing

@testable import Cartography

@Suite("MapProjection")
struct MapProjectionTests {
  /// Oracle: pyproj 3 (PROJ), from the geographic system of each territory.
  static let known: [(departement: String, latitude: Double, longitude: Double, east: Double, north: Double)] = [
    ("75", 48.8566, 2.3522, 652_469.0227, 6_862_035.2594),
    ("971", 16.2411, -61.5331, 656_770.8974, 1_796_166.1758),
    ("972", 14.6161, -61.0588, 709_096.3158, 1_616_759.7331),
    ("973", 4.9224, -52.3135, 354_363.1555, 544_229.7815),
    ("974", -20.8789, 55.4481, 338_568.3150, 7_690_475.4366),
    ("976", -12.7806, 45.2278, 524_724.5211, 8_587_115.8211),
    ("975", 46.7811, -56.1764, 562_869.8033, 5_181_168.3164),
  ]

  @Test("agrees with PROJ within a millimetre, found by département and by coordinates", arguments: known)
  func values(departement: String, latitude: Double, longitude: Double, east: Double, north: Double) throws {
    let place = try #require(GeoCoordinate(latitude: latitude, longitude: longitude))
    let projection = try #require(MapProjection(departement: departement))
    #expect(MapProjection.suitable(for: [place]) == projection)
    let position = projection.position(of: place)
    #expect(abs(position.east - east) < 1e-3)
    #expect(abs(position.north - north) < 1e-3)
  }

  /// Oracle: pyproj 3, `+proj=laea +lat_0=… +lon_0=… +ellps=GRS80`.
  @Test("falls back on an equal-area plane around the place elsewhere")
  func fallback() throws {
    let montreal = try #require(GeoCoordinate(latitude: 45.5, longitude: -73.6))
    let quebec = try #require(GeoCoordinate(latitude: 46.8139, longitude: -71.2082))
    let position = MapProjection.local(around: montreal).position(of: quebec)
    #expect(abs(position.east - 182_524.232) < 1e-3)
    #expect(abs(position.north - 148_764.708) < 1e-3)
    let noumea = try #require(GeoCoordinate(latitude: -22.2758, longitude: 166.458))
    let lifou = try #require(GeoCoordinate(latitude: -20.9, longitude: 167.2))
    let south = MapProjection.suitable(for: [noumea]).position(of: lifou)
    #expect(abs(south.east - 77_200.662) < 1e-3)
    #expect(abs(south.north - 152_147.300) < 1e-3)
  }

  @Test("follows the majority of the places")
  func majority() throws {
    let paris = try #require(GeoCoordinate(latitude: 48.86, longitude: 2.35))
    let cayenne = try #require(GeoCoordinate(latitude: 4.92, longitude: -52.31))
    #expect(MapProjection.suitable(for: [cayenne, paris, paris]) == .lambert93)
    #expect(MapProjection.suitable(for: [cayenne, paris, cayenne]) == MapProjection(departement: "973"))
    #expect(MapProjection.suitable(for: []) == .lambert93)
  }

  @Test("knows the codes of départements, Corsica's among them, and no others")
  func codes() {
    #expect(MapProjection(departement: "2A") == .lambert93)
    #expect(MapProjection(departement: "01") == .lambert93)
    #expect(MapProjection(departement: "20") == nil)
    #expect(MapProjection(departement: "96") == nil)
    #expect(MapProjection(departement: "1") == nil)
  }

  @Test("turns north away from the meridian of the projection")
  func convergence() throws {
    let brest = try #require(GeoCoordinate(latitude: 48.39, longitude: -4.486))
    let meridian = try #require(GeoCoordinate(latitude: 48.39, longitude: 3))
    // On a cone, n · (λ − λ₀): 0.7256 · (−7.486°), so true north leans to the right of the page's top in Brest.
    #expect(abs(MapProjection.lambert93.convergence(at: brest) - 0.725_607_765 * -7.486) < 1e-3)
    #expect(abs(MapProjection.lambert93.convergence(at: meridian)) < 1e-6)
  }

  @Test("takes the middle of places on both sides of the 180th meridian")
  func mean() throws {
    let east = try #require(GeoCoordinate(latitude: -17, longitude: 179))
    let west = try #require(GeoCoordinate(latitude: -17, longitude: -179))
    #expect(abs(abs(MapProjection.mean(of: [east, west]).longitude) - 180) < 1e-9)
  }
}
