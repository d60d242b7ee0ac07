/// Finds room for short labels on ties.
enum TieLabel {
  static let size = 9.0

  /// The box of each label: on its tie, near the middle, clear of shapes and other labels, and of other ties where it can.
  ///
  /// Short ties choose first, since they have the fewest places. A label that finds no clear place takes the one with
  /// least in its way.
  ///
  /// - Returns: In the order of the ties, nil without a label; and how many found no clear place.
  /// - Complexity: O(*l* · (*n* + *m*)) for *l* labels on *m* ties between *n* shapes.
  static func places(_ labels: [String?], on routes: [Spline], besides shapes: [Box]) -> (boxes: [Box?], conflicts: Int)
  {
    let curves = routes.map { $0.samples() }
    let lengths = curves.map { curve in zip(curve, curve.dropFirst()).map { ($1 - $0).length }.reduce(0, +) }
    var placed = [Box?](repeating: nil, count: labels.count)
    var conflicts = 0
    for index in labels.indices.sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }) {
      guard let label = labels[index] else { continue }
      let (width, height) = (TextMetrics.width(label, size: size) + 8, size * TextMetrics.lineHeight + 2)
      var best: (cost: Double, box: Box)?
      for step in 0..<37 {
        // 0.5, then a step to each side, further and further.
        let share = 0.5 + Double((step + 1) / 2) * (step % 2 == 0 ? -0.025 : 0.025)
        let box = Box(center: point(at: share * lengths[index], of: curves[index]), width: width, height: height)
        let wide = box.inset(by: 1.5)
        var cost = Double(step) * 0.01
        for shape in shapes where wide.overlaps(shape) { cost += 100 }
        for other in placed where other.map(wide.overlaps) ?? false { cost += 100 }
        for (other, curve) in curves.enumerated() where other != index {
          if zip(curve, curve.dropFirst()).contains(where: { Segment($0, $1).meets(wide) }) { cost += 3 }
        }
        if cost < best?.cost ?? .infinity { best = (cost, box) }
        if cost < 1 { break }
      }
      placed[index] = best?.box
      if best?.cost ?? 0 >= 1 { conflicts += 1 }
    }
    return (placed, conflicts)
  }

  /// The point at this length along a line of straight pieces.
  private static func point(at length: Double, of line: [Point]) -> Point {
    var left = length
    for (start, end) in zip(line, line.dropFirst()) {
      let piece = (end - start).length
      if piece >= left { return start + (end - start) * (left / max(piece, 1e-9)) }
      left -= piece
    }
    return line[line.count - 1]
  }
}
