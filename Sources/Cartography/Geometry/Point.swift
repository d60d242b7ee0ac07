import Foundation

/// A place on the page, in points (1/72 inch), x to the right and y upwards as in Graphviz; also a shift.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    (self.x, self.y) = (x, y)
  }

  package static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
  package static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
  package static func * (left: Point, factor: Double) -> Point { Point(left.x * factor, left.y * factor) }

  package var length: Double { (x * x + y * y).squareRoot() }

  /// The third coordinate of the cross product: positive when `other` lies to the left.
  package func cross(_ other: Point) -> Double { x * other.y - y * other.x }

  /// This point turned around the origin, counterclockwise.
  package func rotated(by angle: Double) -> Point {
    let (sine, cosine) = (sin(angle), cos(angle))
    return Point(x * cosine - y * sine, x * sine + y * cosine)
  }
}

/// A box with upright sides, by its centre and size.
package struct Box: Sendable, Hashable {
  package var center: Point
  package var width: Double
  package var height: Double

  package init(center: Point, width: Double, height: Double) {
    (self.center, self.width, self.height) = (center, width, height)
  }

  package init(left: Double, bottom: Double, right: Double, top: Double) {
    self.init(center: Point((left + right) / 2, (bottom + top) / 2), width: right - left, height: top - bottom)
  }

  /// The smallest box around two points.
  package init(around one: Point, _ other: Point) {
    self.init(
      left: min(one.x, other.x), bottom: min(one.y, other.y), right: max(one.x, other.x), top: max(one.y, other.y))
  }

  /// The smallest box around some points, of which there must be one.
  package init(around points: [Point]) {
    self.init(
      left: points.map(\.x).min() ?? 0, bottom: points.map(\.y).min() ?? 0, right: points.map(\.x).max() ?? 0,
      top: points.map(\.y).max() ?? 0)
  }

  package var left: Double { center.x - width / 2 }
  package var right: Double { center.x + width / 2 }
  package var bottom: Double { center.y - height / 2 }
  package var top: Double { center.y + height / 2 }
  package var area: Double { width * height }

  /// The box made larger by `margin` on each side, or smaller when it is negative.
  package func inset(by margin: Double) -> Box {
    Box(center: center, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// Whether the two boxes share more than a border.
  package func overlaps(_ other: Box) -> Bool {
    abs(center.x - other.center.x) * 2 < width + other.width
      && abs(center.y - other.center.y) * 2 < height + other.height
  }

  package func contains(_ other: Box) -> Bool {
    left <= other.left && right >= other.right && bottom <= other.bottom && top >= other.top
  }

  /// The smallest box around both.
  package func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), bottom: min(bottom, other.bottom), right: max(right, other.right),
      top: max(top, other.top))
  }

  package var corners: [Point] {
    [Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top)]
  }
}

/// A straight piece of line.
package struct Segment: Sendable, Hashable {
  package let start: Point
  package let end: Point

  package init(_ start: Point, _ end: Point) {
    (self.start, self.end) = (start, end)
  }

  /// Whether the two cross inside both; touching at an end is no crossing.
  @inlinable
  package func crosses(_ other: Segment) -> Bool {
    let (a, b, c, d) = (start, end, other.start, other.end)
    if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) { return false }
    if max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y) { return false }
    let (abx, aby) = (b.x - a.x, b.y - a.y)
    let (cdx, cdy) = (d.x - c.x, d.y - c.y)
    let first = (abx * (c.y - a.y) - aby * (c.x - a.x)) * (abx * (d.y - a.y) - aby * (d.x - a.x))
    if first >= 0 { return false }
    return (cdx * (a.y - c.y) - cdy * (a.x - c.x)) * (cdx * (b.y - c.y) - cdy * (b.x - c.x)) < 0
  }

  /// Whether it has a point strictly inside the box around (`x`, `y`) of these half sizes.
  @inlinable
  package func meets(x: Double, y: Double, halfWidth: Double, halfHeight: Double) -> Bool {
    let (mx, my) = ((start.x + end.x) / 2 - x, (start.y + end.y) / 2 - y)
    let (dx, dy) = ((end.x - start.x) / 2, (end.y - start.y) / 2)
    // Separating axes of a box and a segment: the two axes of the box and the normal of the segment.
    if abs(mx) >= halfWidth + abs(dx) || abs(my) >= halfHeight + abs(dy) { return false }
    return abs(mx * dy - my * dx) < halfWidth * abs(dy) + halfHeight * abs(dx)
  }

  package func meets(_ box: Box) -> Bool {
    meets(x: box.center.x, y: box.center.y, halfWidth: box.width / 2, halfHeight: box.height / 2)
  }
}
