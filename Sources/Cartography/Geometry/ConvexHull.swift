import Foundation

/// Convex outlines around groups of boxes.
package enum ConvexHull {
  /// The corners of the smallest convex polygon around `points`, counterclockwise, without points on its sides.
  ///
  /// - Complexity: O(*n* log *n*).
  /// - SeeAlso: A. M. Andrew, *Another efficient algorithm for convex hulls in two dimensions*, Information Processing
  ///   Letters 9(5), 1979, [doi:10.1016/0020-0190(79)90072-3](https://doi.org/10.1016/0020-0190(79)90072-3).
  package static func corners(of points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count > 1,
          (chain[chain.count - 1] - chain[chain.count - 2]).cross(point - chain[chain.count - 2]) <= 0
        {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return half(sorted) + half(sorted.reversed())
  }

  /// A smooth outline that keeps `margin` from every box: the hull of the boxes, widened, its corners rounded.
  ///
  /// The outline is the border of all points within `margin` of the hull: straight sides, joined by arcs of that radius.
  ///
  /// - Returns: A convex polygon, counterclockwise, with a corner about every 10° along the arcs; none without boxes.
  package static func outline(around boxes: [Box], margin: Double) -> [Point] {
    let corners = corners(of: boxes.flatMap(\.corners))
    guard corners.count > 2, margin > 0 else { return corners }
    var outline: [Point] = []
    for (index, corner) in corners.enumerated() {
      let before = corners[(index + corners.count - 1) % corners.count]
      let after = corners[(index + 1) % corners.count]
      let start = outwardAngle(from: before, to: corner)
      var sweep = outwardAngle(from: corner, to: after) - start
      if sweep < 0 { sweep += 2 * Double.pi }
      let steps = max(1, Int((sweep / (Double.pi / 18)).rounded(.up)))
      for step in 0...steps {
        let angle = start + sweep * Double(step) / Double(steps)
        outline.append(corner + Point(cos(angle), sin(angle)) * margin)
      }
    }
    return outline
  }

  private static func outwardAngle(from start: Point, to end: Point) -> Double {
    atan2(-(end.x - start.x), end.y - start.y)
  }

  /// Whether a counterclockwise convex polygon holds the point, its border included.
  package static func contains(_ polygon: [Point], _ point: Point) -> Bool {
    for index in polygon.indices {
      let side = polygon[(index + 1) % polygon.count] - polygon[index]
      if side.cross(point - polygon[index]) < -1e-9 { return false }
    }
    return true
  }
}
