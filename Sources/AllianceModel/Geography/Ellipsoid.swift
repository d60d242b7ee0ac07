import Foundation

/// The figure of the Earth that projections start from: GRS 80, that of all French legal systems.
package enum Ellipsoid {
  /// The equatorial radius, in metres.
  package static let semiMajorAxis = 6_378_137.0
  package static let flattening = 1 / 298.257_222_101
  /// The square of the first eccentricity.
  package static let eccentricitySquared = flattening * (2 - flattening)
  package static let eccentricity = eccentricitySquared.squareRoot()
  /// The third flattening, *n* in the series of transverse Mercator.
  package static let thirdFlattening = flattening / (2 - flattening)

  /// The isometric latitude of a latitude in radians.
  ///
  /// - SeeAlso: IGN, *Projection cartographique conique conforme de Lambert*, NT/G 71, 1995, algorithm 1.
  package static func isometricLatitude(_ latitude: Double) -> Double {
    let sine = sin(latitude)
    return atanh(sine) - eccentricity * atanh(eccentricity * sine)
  }

  /// The latitude, in radians, whose isometric latitude is given.
  ///
  /// - SeeAlso: NT/G 71, algorithm 2. Iterated until it moves by less than 10⁻¹² radians: a few steps.
  package static func latitude(isometric: Double) -> Double {
    var latitude = 2 * atan(exp(isometric)) - .pi / 2
    for _ in 0..<20 {
      let next = asin(tanh(isometric + eccentricity * atanh(eccentricity * sin(latitude))))
      defer { latitude = next }
      if abs(next - latitude) < 1e-12 { break }
    }
    return latitude
  }

  /// The radius of curvature across the meridian, in metres: *grande normale*.
  package static func normalRadius(_ latitude: Double) -> Double {
    semiMajorAxis / (1 - eccentricitySquared * sin(latitude) * sin(latitude)).squareRoot()
  }
}
