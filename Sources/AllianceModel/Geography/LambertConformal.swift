import Foundation

/// Lambert's conformal conic projection with two standard parallels.
///
/// - SeeAlso: IGN, *Projection cartographique conique conforme de Lambert*, NT/G 71, 1995, algorithms 3, 4 and 54.
public struct LambertConformal: Sendable, Equatable {
  /// *n*: how much a full turn of longitude is narrowed.
  private let exponent: Double
  /// *C*, in metres.
  private let constant: Double
  private let centralMeridian: Double
  /// The position of the pole, in metres.
  private let poleEast: Double
  private let poleNorth: Double

  /// Lambert-93 (EPSG:2154), the legal projection of metropolitan France: parallels 44° and 49°, meridian 3°.
  public static let france = LambertConformal(
    parallels: (44, 49), originLatitude: 46.5, centralMeridian: 3, falseEast: 700_000, falseNorth: 6_600_000)

  /// - Parameters:
  ///   - parallels: The two latitudes at which the scale is true, degrees, different and on one side of the equator.
  ///   - originLatitude: The latitude, in degrees, whose point on the central meridian is at the two false values, metres.
  init(
    parallels: (Double, Double), originLatitude: Double, centralMeridian: Double, falseEast: Double, falseNorth: Double
  ) {
    let (first, second) = (parallels.0 * .pi / 180, parallels.1 * .pi / 180)
    let (radius1, radius2) = (Ellipsoid.normalRadius(first), Ellipsoid.normalRadius(second))
    let (isometric1, isometric2) = (Ellipsoid.isometricLatitude(first), Ellipsoid.isometricLatitude(second))
    exponent = log(radius2 * cos(second) / (radius1 * cos(first))) / (isometric1 - isometric2)
    constant = radius1 * cos(first) / exponent * exp(exponent * isometric1)
    self.centralMeridian = centralMeridian * .pi / 180
    poleEast = falseEast
    poleNorth =
      falseNorth + constant * exp(-exponent * Ellipsoid.isometricLatitude(originLatitude * .pi / 180))
  }

  /// Where a place lies on the plane, in metres.
  public func position(of place: GeoCoordinate) -> PlanePosition {
    let (latitude, longitude) = place.radians
    // At the poles themselves the isometric latitude is infinite: a hair beside them is on the map.
    let bounded = min(max(latitude, -1.570_796), 1.570_796)
    let radius = constant * exp(-exponent * Ellipsoid.isometricLatitude(bounded))
    let angle = exponent * (longitude - centralMeridian)
    return PlanePosition(east: poleEast + radius * sin(angle), north: poleNorth - radius * cos(angle))
  }

  /// The place at a position on the plane, or nil when there is none.
  public func coordinate(at position: PlanePosition) -> GeoCoordinate? {
    let (east, north) = (position.east - poleEast, poleNorth - position.north)
    let radius = (east * east + north * north).squareRoot()
    guard radius > 0, radius.isFinite else { return nil }
    let longitude = centralMeridian + atan2(east, north) / exponent
    let latitude = Ellipsoid.latitude(isometric: -log(radius / constant) / exponent)
    return GeoCoordinate(latitude: latitude * 180 / .pi, longitude: longitude * 180 / .pi)
  }
}
