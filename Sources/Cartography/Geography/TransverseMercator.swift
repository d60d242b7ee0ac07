import AllianceModel
import Foundation

/// The transverse Mercator projection of a UTM zone: scale 0.9996 on the meridian, east 500 km there.
///
/// - SeeAlso: L. Krüger, *Konforme Abbildung des Erdellipsoids in der Ebene*, 1912; series to *n*⁴ as in C. F. F. Karney,
///   *Transverse Mercator with an accuracy of a few nanometers*, Journal of Geodesy 85(8), 2011,
///   [doi:10.1007/s00190-011-0445-3](https://doi.org/10.1007/s00190-011-0445-3), equations 35: within a millimetre.
struct TransverseMercator: Sendable, Equatable {
  /// Of the zone, in degrees.
  let centralMeridian: Double
  /// 0 in the north, 10,000 km in the south.
  let falseNorth: Double

  /// - Parameter zone: `1...60`.
  init(zone: Int, isSouth: Bool = false) {
    precondition((1...60).contains(zone), "a UTM zone is 1 to 60, not \(zone)")
    centralMeridian = Double(zone) * 6 - 183
    falseNorth = isSouth ? 10_000_000 : 0
  }

  private static let n = Ellipsoid.thirdFlattening
  /// The radius whose circle is as long as a meridian, in metres.
  private static let meridianRadius = Ellipsoid.semiMajorAxis / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
  private static let alpha: [Double] = [
    n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16 + 41 * n * n * n * n / 180,
    13 * n * n / 48 - 3 * n * n * n / 5 + 557 * n * n * n * n / 1_440,
    61 * n * n * n / 240 - 103 * n * n * n * n / 140,
    49_561 * n * n * n * n / 161_280,
  ]

  /// Where a place lies on the plane, in metres; meant for places within some 10° of the meridian.
  func position(of place: GeoCoordinate) -> PlanePosition {
    let latitude = place.latitude * .pi / 180
    var degrees = place.longitude - centralMeridian
    if degrees > 180 { degrees -= 360 }
    if degrees < -180 { degrees += 360 }
    // A quarter turn away the projection is infinite.
    let longitude = min(max(degrees, -80), 80) * .pi / 180
    let isometric = Ellipsoid.isometricLatitude(latitude)
    let xi = atan2(sinh(isometric), cos(longitude))
    let eta = asinh(sin(longitude) / (sinh(isometric) * sinh(isometric) + cos(longitude) * cos(longitude)).squareRoot())
    var (east, north) = (eta, xi)
    for (index, coefficient) in TransverseMercator.alpha.enumerated() {
      let multiple = 2 * Double(index + 1)
      east += coefficient * cos(multiple * xi) * sinh(multiple * eta)
      north += coefficient * sin(multiple * xi) * cosh(multiple * eta)
    }
    let scale = 0.999_6 * TransverseMercator.meridianRadius
    return PlanePosition(east: 500_000 + scale * east, north: falseNorth + scale * north)
  }
}
