/// Shapes cut at the frame of a map: Graphviz itself draws everything, even beyond the page.
enum Clipping {
  /// The part of a polygon inside `frame`; its sides along the frame may fold onto each other, which no fill shows.
  ///
  /// - Returns: None when nothing is left.
  /// - SeeAlso: I. E. Sutherland, G. W. Hodgman, *Reentrant polygon clipping*, Communications of the ACM 17(1), 1974,
  ///   [doi:10.1145/360767.360802](https://doi.org/10.1145/360767.360802).
  static func polygon(_ ring: [Point], to frame: Box) -> [Point] {
    if ring.allSatisfy(frame.contains) { return ring }
    var result = ring
    for side in sides(of: frame) {
      guard var before = result.last else { return [] }
      var kept: [Point] = []
      for point in result {
        if side.isInside(point) != side.isInside(before) { kept.append(side.crossing(before, point)) }
        if side.isInside(point) { kept.append(point) }
        before = point
      }
      result = kept
    }
    return result.count > 2 ? result : []
  }

  /// The parts of a line inside `frame`, in order.
  static func line(_ line: [Point], to frame: Box) -> [[Point]] {
    var parts: [[Point]] = []
    var part: [Point] = []
    func close() {
      if part.count > 1 { parts.append(part) }
      part = []
    }
    for (start, end) in zip(line, line.dropFirst()) {
      guard let inner = segment(start, end, to: frame) else {
        close()
        continue
      }
      if part.last != inner.start {
        close()
        part = [inner.start]
      }
      part.append(inner.end)
      if inner.end != end { close() }
    }
    close()
    return parts
  }

  /// The part of a straight piece of line inside `frame`, or nil.
  static func segment(_ start: Point, _ end: Point, to frame: Box) -> Segment? {
    var (first, last) = (start, end)
    for side in sides(of: frame) {
      switch (side.isInside(first), side.isInside(last)) {
      case (true, true): break
      case (false, false): return nil
      case (true, false): last = side.crossing(first, last)
      case (false, true): first = side.crossing(first, last)
      }
    }
    return Segment(first, last)
  }

  /// One side of the frame, as the half plane that it bounds.
  private struct Side {
    let limit: Double
    let isVertical: Bool
    let keepsLess: Bool

    func isInside(_ point: Point) -> Bool {
      let value = isVertical ? point.x : point.y
      return keepsLess ? value <= limit : value >= limit
    }

    func crossing(_ start: Point, _ end: Point) -> Point {
      let (from, to) = isVertical ? (start.x, end.x) : (start.y, end.y)
      let share = (limit - from) / (to - from)
      // Exactly on the side, or the next side might find it outside again.
      return isVertical
        ? Point(limit, start.y + share * (end.y - start.y)) : Point(start.x + share * (end.x - start.x), limit)
    }
  }

  private static func sides(of frame: Box) -> [Side] {
    [
      Side(limit: frame.left, isVertical: true, keepsLess: false),
      Side(limit: frame.right, isVertical: true, keepsLess: true),
      Side(limit: frame.bottom, isVertical: false, keepsLess: false),
      Side(limit: frame.top, isVertical: false, keepsLess: true),
    ]
  }
}

extension Box {
  /// Whether the point lies inside or on the border.
  func contains(_ point: Point) -> Bool {
    (left...right).contains(point.x) && (bottom...top).contains(point.y)
  }
}
