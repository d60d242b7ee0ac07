import AllianceModel
import Foundation

/// How a map turns degrees into a plane: the legal projection of the place where there is one.
struct MapProjection: Sendable, Equatable {
  private enum Formula: Equatable {
    case lambert(LambertConformal)
    case mercator(TransverseMercator)
    case equalArea(AzimuthalEqualArea)
  }

  /// What a map says of itself: `Lambert-93 (EPSG:2154)`.
  let name: String
  private let formula: Formula

  static let lambert93 = MapProjection(name: "Lambert-93 (EPSG:2154)", formula: .lambert(.france))

  /// Azimuthal equal-area around a place: for territories without a projection of their own here.
  static func local(around center: GeoCoordinate) -> MapProjection {
    MapProjection(
      name: "Lambert azimutale équivalente", formula: .equalArea(AzimuthalEqualArea(center: center)))
  }

  /// Where a place lies on the plane, in metres.
  func position(of place: GeoCoordinate) -> PlanePosition {
    switch formula {
    case .lambert(let lambert): lambert.position(of: place)
    case .mercator(let mercator): mercator.position(of: place)
    case .equalArea(let equalArea): equalArea.position(of: place)
    }
  }

  /// Degrees turned at `place`: by how much grid north lies clockwise of true north.
  func convergence(at place: GeoCoordinate) -> Double {
    let step = 0.01
    let latitude = place.latitude < 89 ? place.latitude + step : place.latitude - step
    guard let north = GeoCoordinate(latitude: latitude, longitude: place.longitude) else { return 0 }
    let (start, end) = (position(of: place), position(of: north))
    let sign = latitude > place.latitude ? 1.0 : -1
    return -atan2(sign * (end.east - start.east), sign * (end.north - start.north)) * 180 / .pi
  }
}

extension MapProjection {
  /// A part of France with a legal projection of its own.
  private struct Zone {
    let departements: [String]
    let latitudes: ClosedRange<Double>
    let longitudes: ClosedRange<Double>
    let projection: MapProjection

    func contains(_ place: GeoCoordinate) -> Bool {
      latitudes.contains(place.latitude) && longitudes.contains(place.longitude)
    }
  }

  private static func utm(_ name: String, zone: Int, isSouth: Bool = false) -> MapProjection {
    MapProjection(name: name, formula: .mercator(TransverseMercator(zone: zone, isSouth: isSouth)))
  }

  /// - SeeAlso: Décret n° 2019-165 (legal reference systems) and arrêté of 5 March 2019.
  private static let zones = [
    Zone(departements: [], latitudes: 41...51.6, longitudes: -5.6...10, projection: lambert93),
    Zone(
      departements: ["971", "972", "977", "978"], latitudes: 14...18.5, longitudes: -63.5 ... -60.5,
      projection: utm("RGAF09 / UTM 20N (EPSG:5490)", zone: 20)),
    Zone(
      departements: ["973"], latitudes: 2...6, longitudes: -54.7 ... -51.5,
      projection: utm("RGFG95 / UTM 22N (EPSG:2972)", zone: 22)),
    Zone(
      departements: ["974"], latitudes: -21.6 ... -20.7, longitudes: 55...56,
      projection: utm("RGR92 / UTM 40S (EPSG:2975)", zone: 40, isSouth: true)),
    Zone(
      departements: ["976"], latitudes: -13.2 ... -12.4, longitudes: 44.8...45.5,
      projection: utm("RGM04 / UTM 38S (EPSG:4471)", zone: 38, isSouth: true)),
    Zone(
      departements: ["975"], latitudes: 46.5...47.3, longitudes: -56.7 ... -56,
      projection: utm("RGSPM06 / UTM 21N (EPSG:4467)", zone: 21)),
  ]

  /// The legal projection of a département by its INSEE code (`35`, `2A`, `974`); nil for a code that has none here.
  init?(departement code: String) {
    if let zone = MapProjection.zones.first(where: { $0.departements.contains(code) }) {
      self = zone.projection
      return
    }
    let isMetropolitan =
      code == "2A" || code == "2B" || (code.count == 2 && Int(code).map { (1...95).contains($0) } == true)
    guard isMetropolitan, code != "20" else { return nil }
    self = .lambert93
  }

  /// The legal projection of the part of France in which most of `places` lie; elsewhere the local one, around their mean.
  ///
  /// Of two parts with as many places the first counts: metropolitan France, then the Antilles and the others.
  static func suitable(for places: [GeoCoordinate]) -> MapProjection {
    guard !places.isEmpty else { return .lambert93 }
    let counts = zones.map { zone in places.count(where: zone.contains) }
    if let most = counts.max(), most * 2 >= places.count, let index = counts.firstIndex(of: most) {
      return zones[index].projection
    }
    return .local(around: mean(of: places))
  }

  /// The middle of some places on the sphere: so that Fiji's 179° and −179° do not meet at Greenwich.
  static func mean(of places: [GeoCoordinate]) -> GeoCoordinate {
    var (x, y, z) = (0.0, 0.0, 0.0)
    for place in places {
      let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
      x += cos(latitude) * cos(longitude)
      y += cos(latitude) * sin(longitude)
      z += sin(latitude)
    }
    let latitude = atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi
    return GeoCoordinate(latitude: latitude, longitude: atan2(y, x) * 180 / .pi) ?? places[0]
  }
}
