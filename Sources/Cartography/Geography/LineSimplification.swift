/// Lines with fewer points that nobody can tell from the original at the size of the page.
enum LineSimplification {
  /// The points of `line` that are kept so that none of the others lies farther than `tolerance` from the result.
  ///
  /// The first and last are always kept. Points are given and returned as positions in the line, so that whatever belongs
  /// to them can be looked up.
  ///
  /// - Parameters:
  ///   - line: In points of the page.
  ///   - tolerance: In points of the page; 0 drops only points that lie exactly on the line.
  /// - Returns: Positions in `line`, rising.
  /// - Complexity: O(*n* log *n*) on ordinary lines, O(*n*²) on the worst.
  /// - SeeAlso: D. H. Douglas, T. K. Peucker, *Algorithms for the reduction of the number of points required to represent
  ///   a digitized line or its caricature*, Cartographica 10(2), 1973,
  ///   [doi:10.3138/FM57-6770-U75U-7727](https://doi.org/10.3138/FM57-6770-U75U-7727).
  static func kept(of line: [Point], tolerance: Double) -> [Int] {
    guard line.count > 2 else { return Array(line.indices) }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (start, end) = open.popLast() {
      guard end > start + 1 else { continue }
      var farthest = (distance: -1.0, index: start)
      for index in (start + 1)..<end {
        let distance = squaredDistance(from: line[index], to: line[start], line[end])
        if distance > farthest.distance { farthest = (distance, index) }
      }
      guard farthest.distance > tolerance * tolerance else { continue }
      isKept[farthest.index] = true
      open += [(start, farthest.index), (farthest.index, end)]
    }
    return line.indices.filter { isKept[$0] }
  }

  /// The square of the distance from `point` to the straight piece from `start` to `end`.
  static func squaredDistance(from point: Point, to start: Point, _ end: Point) -> Double {
    let (direction, offset) = (end - start, point - start)
    let length = direction.x * direction.x + direction.y * direction.y
    let share = length > 0 ? min(1, max(0, (offset.x * direction.x + offset.y * direction.y) / length)) : 0
    let gap = offset - direction * share
    return gap.x * gap.x + gap.y * gap.y
  }
}
