import Foundation

extension NodeShape {
  /// The outline of this shape in `box`, as a polygon: where ties begin and end.
  func outline(in box: Box) -> [Point] {
    func at(_ x: Double, _ y: Double) -> Point {
      Point(box.center.x + x * box.width / 2, box.center.y + y * box.height / 2)
    }
    switch self {
    case .box, .roundedBox, .note, .tab, .component: return box.corners
    case .ellipse:
      return (0..<32).map { step in
        let angle = Double(step) * Double.pi / 16
        return at(cos(angle), sin(angle))
      }
    case .hexagon: return [at(-1, 0), at(-0.5, -1), at(0.5, -1), at(1, 0), at(0.5, 1), at(-0.5, 1)]
    case .octagon:
      let cut = NodeShape.octagonCut
      return [
        at(-1, -cut), at(-cut, -1), at(cut, -1), at(1, -cut), at(1, cut), at(cut, 1), at(-cut, 1), at(-1, cut),
      ]
    case .parallelogram:
      let reach = NodeShape.slantReach
      return [at(-reach, -1), at(0.614, -1), at(reach, 1), at(-0.614, 1)]
    case .trapezium: return [at(-1, -1), at(1, -1), at(0.584, 1), at(-0.584, 1)]
    case .house:
      return [
        at(-1, -NodeShape.floor), at(1, -NodeShape.floor), at(1, NodeShape.eaves), at(0, 1), at(-1, NodeShape.eaves),
      ]
    }
  }
}

/// A Bézier spline: a first point, then two controls and an end for each piece, as Graphviz keeps it.
package struct Spline: Sendable, Equatable {
  package let points: [Point]

  package init(points: [Point]) {
    precondition(points.count % 3 == 1, "a spline has 3k + 1 points, not \(points.count)")
    self.points = points
  }

  /// A straight line.
  package init(from start: Point, to end: Point) {
    points = [start, start + (end - start) * (1.0 / 3), start + (end - start) * (2.0 / 3), end]
  }

  /// Straight pieces between `stops`, with corners rounded off.
  ///
  /// - Parameter radius: How far from a corner the rounding begins; less on short pieces.
  package init(along stops: [Point], radius: Double) {
    var points = [stops[0]]
    func add(lineTo end: Point) {
      let start = points[points.count - 1]
      points += [start + (end - start) * (1.0 / 3), start + (end - start) * (2.0 / 3), end]
    }
    for index in stops.indices.dropFirst().dropLast() {
      let corner = stops[index]
      let (back, on) = (stops[index - 1] - corner, stops[index + 1] - corner)
      let reach = min(radius, back.length / 2, on.length / 2)
      add(lineTo: corner + back * (reach / max(back.length, 1e-9)))
      let start = points[points.count - 1]
      let end = corner + on * (reach / max(on.length, 1e-9))
      points += [start + (corner - start) * (2.0 / 3), end + (corner - end) * (2.0 / 3), end]
    }
    add(lineTo: stops[stops.count - 1])
    self.points = points
  }

  /// A smooth curve through `stops`; at each the direction is that of the chord between its neighbours.
  ///
  /// - Parameter tension: How far the curve may leave the straight pieces, above 0, at most 1.
  package init(through stops: [Point], tension: Double) {
    precondition(stops.count > 1, "a curve needs two points")
    var points = [stops[0]]
    for index in 0..<stops.count - 1 {
      let (start, end) = (stops[index], stops[index + 1])
      let reach = (end - start).length * 0.38 * tension
      let leave = Spline.direction(at: index, of: stops)
      let arrive = Spline.direction(at: index + 1, of: stops)
      points += [start + leave * reach, end - arrive * reach, end]
    }
    self.points = points
  }

  private static func direction(at index: Int, of stops: [Point]) -> Point {
    let chord: Point
    if index == 0 {
      chord = stops[1] - stops[0]
    } else if index == stops.count - 1 {
      chord = stops[index] - stops[index - 1]
    } else {
      let before = stops[index] - stops[index - 1]
      let after = stops[index + 1] - stops[index]
      // Unit chords, so that a short piece turns as much as a long one.
      chord = before * (1 / max(before.length, 1e-9)) + after * (1 / max(after.length, 1e-9))
    }
    return chord * (1 / max(chord.length, 1e-9))
  }

  /// Points along the curve, `perPiece` for each piece and the first.
  package func samples(perPiece: Int = 12) -> [Point] {
    var result = [points[0]]
    for piece in stride(from: 0, to: points.count - 1, by: 3) {
      for step in 1...perPiece { result.append(point(piece, Double(step) / Double(perPiece))) }
    }
    return result
  }

  private func point(_ piece: Int, _ t: Double) -> Point {
    let u = 1 - t
    return points[piece] * (u * u * u) + points[piece + 1] * (3 * u * u * t) + points[piece + 2] * (3 * u * t * t)
      + points[piece + 3] * (t * t * t)
  }

  package var reversed: Spline { Spline(points: points.reversed()) }

  /// The curve without its first part, up to where it leaves the convex outline around its start for good.
  package func trimmingStart(inside outline: [Point]) -> Spline {
    var last: (piece: Int, t: Double)?
    let steps = 16
    for piece in stride(from: 0, to: points.count - 1, by: 3) {
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        if ConvexHull.contains(outline, point(piece, t)) { last = (piece, t) }
      }
    }
    guard let last, last.piece + 3 < points.count - 1 || last.t < 1 else { return self }
    var (inside, outside) = (last.t, min(1, last.t + 1.0 / Double(steps)))
    if last.t == 1 { return Spline(points: Array(points[(last.piece + 3)...])) }
    for _ in 0..<12 {
      let middle = (inside + outside) / 2
      if ConvexHull.contains(outline, point(last.piece, middle)) { inside = middle } else { outside = middle }
    }
    return Spline(points: tail(of: last.piece, from: outside) + points[(last.piece + 4)...])
  }

  /// De Casteljau: the part of a piece from `t` on.
  private func tail(of piece: Int, from t: Double) -> [Point] {
    func mix(_ a: Point, _ b: Point) -> Point { a * (1 - t) + b * t }
    let (a, b, c, d) = (points[piece], points[piece + 1], points[piece + 2], points[piece + 3])
    let (ab, bc, cd) = (mix(a, b), mix(b, c), mix(c, d))
    let (abc, bcd) = (mix(ab, bc), mix(bc, cd))
    return [mix(abc, bcd), bcd, cd, d]
  }
}
