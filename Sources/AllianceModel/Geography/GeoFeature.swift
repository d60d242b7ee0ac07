/// A thing with a shape on Earth, as a GeoJSON file gives it: the outline of a commune, a département, a lake.
public struct GeoFeature: Sendable, Equatable {
  /// An INSEE code, SIREN or other identifier, when the file gives one.
  public let code: String?
  public let name: String?
  public let polygons: [GeoPolygon]
  /// The points of a `Point` or `MultiPoint`.
  public let points: [GeoCoordinate]

  public init(code: String? = nil, name: String? = nil, polygons: [GeoPolygon] = [], points: [GeoCoordinate] = []) {
    (self.code, self.name, self.polygons, self.points) = (code, name, polygons, points)
  }

  /// Whether `place` lies inside one of the polygons and in none of its holes.
  public func contains(_ place: GeoCoordinate) -> Bool {
    polygons.contains { $0.contains(place) }
  }
}

/// A polygon with holes, in degrees.
///
/// What is inside follows the even-odd rule, whatever the direction of the rings: files do not agree on it.
public struct GeoPolygon: Sendable, Equatable {
  /// The outline, then the holes. The last point of each ring is not the first again.
  public let rings: [[GeoCoordinate]]
  /// What the outline lies between: most places are outside of most areas, and this says so at once.
  private let latitudes: ClosedRange<Double>
  private let longitudes: ClosedRange<Double>

  /// - Parameter rings: Each may end with its first point or not.
  public init(rings: [[GeoCoordinate]]) {
    self.rings = rings.map { $0.count > 1 && $0.first == $0.last ? Array($0.dropLast()) : $0 }
    let corners = rings.joined()
    latitudes = (corners.map(\.latitude).min() ?? 0)...(corners.map(\.latitude).max() ?? 0)
    longitudes = (corners.map(\.longitude).min() ?? 0)...(corners.map(\.longitude).max() ?? 0)
  }

  /// Whether a ray from `place` crosses the rings an odd number of times.
  ///
  /// Sides are straight in degrees. A place on the border itself may count as inside or outside.
  ///
  /// - Complexity: O(*n*) in the corners.
  public func contains(_ place: GeoCoordinate) -> Bool {
    guard latitudes.contains(place.latitude), longitudes.contains(place.longitude) else { return false }
    var isInside = false
    for ring in rings {
      guard var before = ring.last else { continue }
      for corner in ring {
        if (corner.latitude > place.latitude) != (before.latitude > place.latitude) {
          let share = (place.latitude - corner.latitude) / (before.latitude - corner.latitude)
          if place.longitude < corner.longitude + share * (before.longitude - corner.longitude) { isInside.toggle() }
        }
        before = corner
      }
    }
    return isInside
  }
}
