import AllianceModel
import Foundation

/// Lambert's azimuthal equal-area projection around a place: areas true everywhere, shapes true near the centre.
///
/// - SeeAlso: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395, 1987, pp. 187–190,
///   [doi:10.3133/pp1395](https://doi.org/10.3133/pp1395), ellipsoidal oblique aspect.
struct AzimuthalEqualArea: Sendable, Equatable {
  let center: GeoCoordinate

  /// *q* at the pole.
  private static let q90 = q(.pi / 2)

  private static func q(_ latitude: Double) -> Double {
    let (sine, e, e2) = (sin(latitude), Ellipsoid.eccentricity, Ellipsoid.eccentricitySquared)
    return (1 - e2) * (sine / (1 - e2 * sine * sine) + atanh(e * sine) / e)
  }

  private static func authalicLatitude(_ latitude: Double) -> Double { asin(min(1, max(-1, q(latitude) / q90))) }

  /// Where a place lies from the centre, in metres. The point opposite the centre, which has no place, comes out as far
  /// as it is.
  func position(of place: GeoCoordinate) -> PlanePosition {
    let radius = Ellipsoid.semiMajorAxis * (AzimuthalEqualArea.q90 / 2).squareRoot()
    // At a pole the projection is undefined in this form: a hair beside it is not.
    let latitude1 = min(max(center.latitude, -89.999), 89.999) * .pi / 180
    let beta1 = AzimuthalEqualArea.authalicLatitude(latitude1)
    let beta = AzimuthalEqualArea.authalicLatitude(place.latitude * .pi / 180)
    let longitude = (place.longitude - center.longitude) * .pi / 180
    let d = Ellipsoid.normalRadius(latitude1) * cos(latitude1) / (radius * cos(beta1))
    let nearness = 1 + sin(beta1) * sin(beta) + cos(beta1) * cos(beta) * cos(longitude)
    let b = radius * (2 / max(nearness, 1e-9)).squareRoot()
    return PlanePosition(
      east: b * d * cos(beta) * sin(longitude),
      north: b / d * (cos(beta1) * sin(beta) - sin(beta1) * cos(beta) * cos(longitude)))
  }
}
