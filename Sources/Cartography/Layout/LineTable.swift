/// Straight lines in ranges, four to a row, so that one line or box is compared with four of them at a time: what
/// ``Segment/crosses(_:)`` and ``Segment/meets(x:y:halfWidth:halfHeight:)`` tell of one pair, about three times as fast.
///
/// Each range begins with a row of its own; what is left of its last row holds NaN, which compares false with everything.
struct LineTable {
  private struct Row {
    var startX = SIMD4<Double>(repeating: .nan)
    var startY = SIMD4<Double>(repeating: .nan)
    var endX = SIMD4<Double>(repeating: .nan)
    var endY = SIMD4<Double>(repeating: .nan)
  }

  private var rows: [Row]
  /// The first row of each range, and the end.
  private let rowStarts: [Int]
  /// Four times the row of each line, plus its place in it.
  private let slots: [Int]

  /// - Parameter starts: Where each range begins in `lines`, and the end.
  init(_ lines: [Segment], starts: [Int]) {
    (rowStarts, slots) = RowLayout.places(starts)
    rows = [Row](repeating: Row(), count: rowStarts[rowStarts.count - 1])
    for (line, segment) in lines.enumerated() { self[line] = segment }
  }

  subscript(line: Int) -> Segment {
    get {
      let (row, lane) = (rows[slots[line] >> 2], slots[line] & 3)
      return Segment(Point(row.startX[lane], row.startY[lane]), Point(row.endX[lane], row.endY[lane]))
    }
    set {
      let (row, lane) = (slots[line] >> 2, slots[line] & 3)
      rows[row].startX[lane] = newValue.start.x
      rows[row].startY[lane] = newValue.start.y
      rows[row].endX[lane] = newValue.end.x
      rows[row].endY[lane] = newValue.end.y
    }
  }

  /// How many lines of a range cross `segment` inside both. Lines that share an end with it do not.
  ///
  /// - Complexity: O(lines of the range).
  func crossings(of segment: Segment, in range: Int) -> Int {
    let (ax, ay) = (SIMD4(repeating: segment.start.x), SIMD4(repeating: segment.start.y))
    let (bx, by) = (SIMD4(repeating: segment.end.x), SIMD4(repeating: segment.end.y))
    let (abx, aby) = (bx - ax, by - ay)
    var counts = SIMD4<Int64>.zero
    for row in rows[rowStarts[range]..<rowStarts[range + 1]] {
      // Each line has its ends on both sides of the other.
      let (acx, acy) = (row.startX - ax, row.startY - ay)
      let (cdx, cdy) = (row.endX - row.startX, row.endY - row.startY)
      let first = (abx * acy - aby * acx) * (abx * (row.endY - ay) - aby * (row.endX - ax))
      let second = (cdy * acx - cdx * acy) * (cdx * (by - row.startY) - cdy * (bx - row.startX))
      counts.replace(with: counts &+ 1, where: (first .< 0) .& (second .< 0))
    }
    return Int(counts.wrappedSum())
  }

  /// How many lines of a range have a point strictly inside the box around (`x`, `y`) of these half sizes.
  ///
  /// - Complexity: O(lines of the range).
  func passing(x: Double, y: Double, halfWidth: Double, halfHeight: Double, in range: Int) -> Int {
    var counts = SIMD4<Int64>.zero
    for row in rows[rowStarts[range]..<rowStarts[range + 1]] {
      // Separating axes of a box and a segment: the two axes of the box and the normal of the segment.
      let (mx, my) = ((row.startX + row.endX) * 0.5 - x, (row.startY + row.endY) * 0.5 - y)
      let (dx, dy) = ((row.endX - row.startX) * 0.5, (row.endY - row.startY) * 0.5)
      let (wide, tall) = (dx.magnitudes, dy.magnitudes)
      let isNear = (mx.magnitudes .< wide + halfWidth) .& (my.magnitudes .< tall + halfHeight)
      let isAcross = (mx * dy - my * dx).magnitudes .< tall * halfWidth + wide * halfHeight
      counts.replace(with: counts &+ 1, where: isNear .& isAcross)
    }
    return Int(counts.wrappedSum())
  }
}

/// Boxes in ranges, four to a row, as in ``LineTable``.
struct BoxTable {
  private struct Row {
    var x = SIMD4<Double>(repeating: .nan)
    var y = SIMD4<Double>(repeating: .nan)
    var halfWidth = SIMD4<Double>(repeating: .nan)
    var halfHeight = SIMD4<Double>(repeating: .nan)
  }

  private var rows: [Row]
  private let rowStarts: [Int]
  private let slots: [Int]

  /// - Parameters:
  ///   - margin: By how much each is made larger on every side.
  ///   - starts: Where each range begins in `boxes`, and the end.
  init(_ boxes: [Box], margin: Double, starts: [Int]) {
    (rowStarts, slots) = RowLayout.places(starts)
    rows = [Row](repeating: Row(), count: rowStarts[rowStarts.count - 1])
    for (index, box) in boxes.enumerated() {
      let (row, lane) = (slots[index] >> 2, slots[index] & 3)
      rows[row].halfWidth[lane] = box.width / 2 + margin
      rows[row].halfHeight[lane] = box.height / 2 + margin
      move(index, to: box.center)
    }
  }

  mutating func move(_ box: Int, to center: Point) {
    rows[slots[box] >> 2].x[slots[box] & 3] = center.x
    rows[slots[box] >> 2].y[slots[box] & 3] = center.y
  }

  /// How many boxes of a range `segment` has a point strictly inside of.
  ///
  /// - Complexity: O(boxes of the range).
  func met(by segment: Segment, in range: Int) -> Int {
    let (middleX, middleY) = ((segment.start.x + segment.end.x) / 2, (segment.start.y + segment.end.y) / 2)
    let (dx, dy) = ((segment.end.x - segment.start.x) / 2, (segment.end.y - segment.start.y) / 2)
    let (wide, tall) = (abs(dx), abs(dy))
    var counts = SIMD4<Int64>.zero
    for row in rows[rowStarts[range]..<rowStarts[range + 1]] {
      let (mx, my) = (middleX - row.x, middleY - row.y)
      let isNear = (mx.magnitudes .< row.halfWidth + wide) .& (my.magnitudes .< row.halfHeight + tall)
      let isAcross = (mx * dy - my * dx).magnitudes .< row.halfWidth * tall + row.halfHeight * wide
      counts.replace(with: counts &+ 1, where: isNear .& isAcross)
    }
    return Int(counts.wrappedSum())
  }
}

/// Where the parts of ranges stand when each range begins with a row of four.
private enum RowLayout {
  static func places(_ starts: [Int]) -> (rowStarts: [Int], slots: [Int]) {
    var (rowStarts, slots) = ([0], [Int]())
    for (start, end) in zip(starts, starts.dropFirst()) {
      let row = rowStarts[rowStarts.count - 1]
      slots += (start..<end).map { 4 * row + $0 - start }
      rowStarts.append(row + (end - start + 3) / 4)
    }
    return (rowStarts, slots)
  }
}

extension SIMD4<Double> {
  /// The absolute values.
  @inline(__always)
  fileprivate var magnitudes: SIMD4<Double> { replacing(with: -self, where: self .< 0) }
}
