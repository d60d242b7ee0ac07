import AllianceModel
import Testing

@Suite("LambertConformal")
struct LambertConformalTests {
  /// Oracle: pyproj 3 (PROJ), EPSG:4171 → EPSG:2154; the origin by the definition of EPSG:2154.
  static let known: [(latitude: Double, longitude: Double, east: Double, north: Double)] = [
    (46.5, 3, 700_000, 6_600_000), (48.8566, 2.3522, 652_469.0227, 6_862_035.2594),
    (48.39, -4.486, 146_636.1395, 6_836_217.3647), (41.9192, 8.7386, 1_176_667.5614, 6_108_273.2834),
    (48.5734, 7.7521, 1_050_362.6954, 6_840_899.6472),
  ]

  @Test("agrees with PROJ on Lambert-93 within a millimetre, both ways", arguments: known)
  func values(latitude: Double, longitude: Double, east: Double, north: Double) throws {
    let place = try #require(GeoCoordinate(latitude: latitude, longitude: longitude))
    let position = LambertConformal.france.position(of: place)
    #expect(abs(position.east - east) < 1e-3)
    #expect(abs(position.north - north) < 1e-3)
    let back = try #require(LambertConformal.france.coordinate(at: PlanePosition(east: east, north: north)))
    #expect(abs(back.latitude - latitude) < 1e-8)
    #expect(abs(back.longitude - longitude) < 1e-8)
  }

  @Test("gives finite positions for every place on Earth")
  func everywhere() throws {
    for latitude in stride(from: -90.0, through: 90, by: 30) {
      for longitude in stride(from: -180.0, through: 180, by: 60) {
        let place = try #require(GeoCoordinate(latitude: latitude, longitude: longitude))
        let position = LambertConformal.france.position(of: place)
        #expect(position.east.isFinite && position.north.isFinite, "\(place)")
      }
    }
  }
}
