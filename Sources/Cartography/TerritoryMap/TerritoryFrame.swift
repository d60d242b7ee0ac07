import AllianceModel
import Foundation

/// Which places a map shows, and which lie beyond its border.
struct TerritoryFrame {
  let projection: MapProjection
  /// For each place, whether it lies on the map itself.
  let isInside: [Bool]
  /// The corners of what the map must show, in metres of the projection.
  let west: Double
  let east: Double
  let south: Double
  let north: Double
  /// Whether it ends at outlines or a perimeter, which bring their own room, and not at the places themselves.
  let isTight: Bool
  /// The middle of the places inside.
  let center: GeoCoordinate

  /// A map of less than this is of one town: so much ground around it says where it is. In metres.
  static let smallestExtent = 6_000.0

  /// - Parameters:
  ///   - places: With the number of actors at each.
  ///   - perimeter: Places that belong to the territory, whether an actor is there or not: the communes of its EPCI.
  ///   - outlines: The backdrop: areas with an actor in them are shown whole when they are not large for the map.
  ///   - smallestExtent: In metres.
  /// - Returns: nil when nothing has a place.
  init?(
    places: [(coordinate: GeoCoordinate, weight: Int)], perimeter: [GeoCoordinate], outlines: [GeoFeature],
    smallestExtent: Double = smallestExtent
  ) {
    isInside = TerritoryFrame.inside(places, perimeter: perimeter)
    let shown = zip(places, isInside).filter(\.1).map(\.0.coordinate)
    let anchors = shown + perimeter
    guard !anchors.isEmpty else { return nil }
    center = MapProjection.mean(of: anchors)
    projection = MapProjection.suitable(for: anchors)
    var box = Extent(anchors.map(projection.position))
    // The middle of a commune lies some kilometres from its border.
    box.grow(by: perimeter.isEmpty ? min(5_000, 0.25 * max(box.width, box.height)) : 3_500)
    box.widen(to: smallestExtent)
    // The extent of the places alone decides what is large, so that one area cannot pull in the next.
    let limit = 0.8 * max(box.width, box.height)
    for outline in outlines where anchors.contains(where: outline.contains) {
      let area = Extent(outline.polygons.flatMap { $0.rings.first ?? [] }.map(projection.position))
      if max(area.width, area.height) <= limit { box.include(area) }
    }
    (west, east, south, north) = (box.west, box.east, box.south, box.north)
    isTight = !perimeter.isEmpty || places.count > TerritorySceneBuilder.mostPlaces
  }

  /// The places that make one territory: all but those beyond a gap.
  ///
  /// Places are ranked by their distance from the middle, the point with the least sum of distances to the actors. A gap is
  /// where the next place is at least 2.5 times as far as the last, and 40 km farther, with most of the actors before it.
  private static func inside(
    _ places: [(coordinate: GeoCoordinate, weight: Int)], perimeter: [GeoCoordinate]
  ) -> [Bool] {
    guard places.count > 1 else { return places.map { _ in true } }
    let middle: GeoCoordinate
    if perimeter.isEmpty {
      // Of thousands of places a sample finds the middle as well.
      let step = max(1, places.count / 400)
      let sample = stride(from: 0, to: places.count, by: step).map { places[$0] }
      let sums = sample.map { candidate in
        sample.reduce(0) { $0 + Double($1.weight) * candidate.coordinate.distance(to: $1.coordinate) }
      }
      middle = sample[sums.indices.min { sums[$0] < sums[$1] } ?? 0].coordinate
    } else {
      middle = MapProjection.mean(of: perimeter)
    }
    let reach = perimeter.map { middle.distance(to: $0) }.max() ?? 0
    let distances = places.map { middle.distance(to: $0.coordinate) }
    let order = places.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    let total = places.reduce(0) { $0 + $1.weight }
    var seen = 0
    var limit = Double.infinity
    for (place, next) in zip(order, order.dropFirst()) {
      seen += places[place].weight
      let here = max(distances[place], reach, 10)
      if seen * 2 >= total, distances[next] > here * 2.5, distances[next] > here + 40 {
        limit = here
        break
      }
    }
    return distances.map { $0 <= limit }
  }

  /// The rectangle around some positions.
  private struct Extent {
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity

    init(_ positions: [PlanePosition]) {
      for position in positions {
        (west, east) = (min(west, position.east), max(east, position.east))
        (south, north) = (min(south, position.north), max(north, position.north))
      }
    }

    var width: Double { east - west }
    var height: Double { north - south }

    mutating func include(_ other: Extent) {
      (west, east) = (min(west, other.west), max(east, other.east))
      (south, north) = (min(south, other.south), max(north, other.north))
    }

    mutating func grow(by margin: Double) {
      (west, east, south, north) = (west - margin, east + margin, south - margin, north + margin)
    }

    mutating func widen(to least: Double) {
      let (x, y) = (max(0, least - width) / 2, max(0, least - height) / 2)
      (west, east, south, north) = (west - x, east + x, south - y, north + y)
    }
  }
}

/// Turns metres of a projection into points of the page.
struct PageTransform: Equatable {
  let scale: Double
  private let originEast: Double
  private let originNorth: Double
  private let origin: Point

  /// Fits the frame into `box`, in its middle, with one scale both ways.
  init(_ frame: TerritoryFrame, in box: Box) {
    scale = min(box.width / (frame.east - frame.west), box.height / (frame.north - frame.south))
    originEast = (frame.east + frame.west) / 2
    originNorth = (frame.north + frame.south) / 2
    origin = box.center
  }

  /// Metres on the ground for one point of the page.
  var metresPerPoint: Double { 1 / scale }

  func point(_ position: PlanePosition) -> Point {
    Point(origin.x + (position.east - originEast) * scale, origin.y + (position.north - originNorth) * scale)
  }
}
