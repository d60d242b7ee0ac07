import Foundation

/// A place on Earth in WGS 84 degrees, as GPS, GeoJSON and the tables of this project give it.
///
/// The French legal systems (RGF93, RGAF09, RGFG95, RGR92, RGM04, RGSPM06) lie within a metre of it, which no map here
/// can show.
public struct GeoCoordinate: Sendable, Hashable {
  /// Degrees north, `-90...90`.
  public let latitude: Double
  /// Degrees east of Greenwich, `-180...180`.
  public let longitude: Double

  /// The radius of the sphere on which distances are measured: the mean radius R₁ of WGS 84, in kilometres.
  public static let earthRadius = 6_371.008_8

  /// A place, or nil when the two numbers are none: out of range, or not finite.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  /// The distance to `other` over the ground, in kilometres.
  ///
  /// Along a great circle of a sphere: up to 0.6 % from the distance on the ellipsoid.
  ///
  ///     paris.distance(to: nantes)  // 342.7
  ///
  /// - SeeAlso: R. W. Sinnott, *Virtues of the haversine*, Sky and Telescope 68(2), 1984, p. 159.
  public func distance(to other: GeoCoordinate) -> Double {
    let (here, there) = (radians, other.radians)
    let (halfLatitude, halfLongitude) = ((there.latitude - here.latitude) / 2, (there.longitude - here.longitude) / 2)
    let chord =
      sin(halfLatitude) * sin(halfLatitude)
      + cos(here.latitude) * cos(there.latitude) * sin(halfLongitude) * sin(halfLongitude)
    return 2 * GeoCoordinate.earthRadius * asin(min(1, chord.squareRoot()))
  }

  /// The direction in which one leaves for `other` along the shortest way: degrees from north, `0..<360`, east is 90.
  public func bearing(to other: GeoCoordinate) -> Double {
    let (here, there) = (radians, other.radians)
    let change = there.longitude - here.longitude
    let angle = atan2(
      sin(change) * cos(there.latitude),
      cos(here.latitude) * sin(there.latitude) - sin(here.latitude) * cos(there.latitude) * cos(change))
    let degrees = angle * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  package var radians: (latitude: Double, longitude: Double) { (latitude * .pi / 180, longitude * .pi / 180) }
}

/// A place on the plane of a map projection, in metres: easting and northing.
public struct PlanePosition: Sendable, Hashable {
  public let east: Double
  public let north: Double

  public init(east: Double, north: Double) {
    (self.east, self.north) = (east, north)
  }
}
