import Foundation

/// Puts boxes near the points that they belong to, clear of each other and of what must stay free.
///
/// Each box is tried in many places around its anchors, near ones first; the cheapest that overlaps nothing is taken,
/// large boxes before small. Then all are tried again a few times, with the others where they are. No chance is involved:
/// the same boxes give the same places.
struct LabelPlacement {
  struct Item {
    let width: Double
    let height: Double
    /// The points that lines lead to: one for a card, several for a pill.
    let anchors: [Point]
    /// Whether it may be left out when there is no room.
    let isOptional: Bool
    /// How far the box keeps from its anchor at least, in points.
    let clearance: Double
    /// Whether its lines are only hints (a leader line), or ties that a reader follows.
    let isTie: Bool
    /// Higher ones choose first.
    let priority: Double
  }

  let frame: Box
  let items: [Item]
  /// Points and marks that no box may cover.
  let obstacles: [Box]
  /// Lines that boxes should not cover.
  let lines: [Segment]
  /// Whether only the nearest places are tried: for hundreds of names, most of which may be left out.
  var isQuick = false

  static let gap = 4.0

  /// Where each box is, nil for one left out; nil altogether when a box that must be there finds no room.
  func boxes() -> [Box?]? {
    var placed = [Box?](repeating: nil, count: items.count)
    let order = items.indices.sorted {
      (items[$0].priority, items[$0].width * items[$0].height, -$0)
        > (items[$1].priority, items[$1].width * items[$1].height, -$1)
    }
    for index in order {
      placed[index] = best(for: index, among: placed)
      if placed[index] == nil, !items[index].isOptional { return nil }
    }
    for _ in 0..<(isQuick ? 0 : 3) {
      var isChanged = false
      for index in order {
        let old = placed[index]
        placed[index] = nil
        placed[index] = best(for: index, among: placed) ?? old
        if placed[index] != old { isChanged = true }
      }
      if !isChanged { break }
    }
    return placed
  }

  private func best(for index: Int, among placed: [Box?]) -> Box? {
    let item = items[index]
    let others = placed.indices.filter { $0 != index }.compactMap { placed[$0] }
    var leaders: [Segment] = []
    for other in placed.indices where other != index && !isQuick {
      guard let box = placed[other] else { continue }
      leaders += items[other].anchors.map { LabelPlacement.leader(from: box, to: $0) }
    }
    var best: (cost: Double, box: Box)?
    for (distance, candidate) in candidates(for: item) {
      // Rings come in order, and no box of a ring has a leader shorter than this.
      let shortest = 0.707 * distance - 0.147 * max(item.width, item.height)
      if !item.isTie, let best, shortest > best.cost { break }
      guard frame.contains(candidate) else { continue }
      let base = distanceCost(of: candidate, item)
      if let best, base >= best.cost { continue }
      let wide = candidate.inset(by: LabelPlacement.gap)
      guard !others.contains(where: wide.overlaps), !obstacles.contains(where: wide.overlaps) else { continue }
      let cost = base + crossingCost(of: candidate, item, others: others, leaders: leaders)
      if item.isOptional, cost >= 1_000 { continue }
      if cost < best?.cost ?? .infinity { best = (cost, candidate) }
    }
    return best?.box
  }

  private func distanceCost(of box: Box, _ item: Item) -> Double {
    item.anchors.reduce(0) { $0 + LabelPlacement.leader(from: box, to: $1).length } / (item.isTie ? 2.5 : 1)
  }

  /// What the eye pays for lines under a box and crossing lines; for a name that may be left out, whether it is.
  private func crossingCost(of box: Box, _ item: Item, others: [Box], leaders: [Segment]) -> Double {
    var cost = 0.0
    if item.isOptional { return (lines + leaders).contains { $0.meets(box) } ? 1_000 : 0 }
    for line in lines where line.meets(box) { cost += 200 }
    for leader in leaders where leader.meets(box) { cost += 200 }
    for anchor in item.anchors {
      let own = LabelPlacement.leader(from: box, to: anchor)
      for other in others where own.meets(other) { cost += 200 }
      for leader in leaders where own.crosses(leader) { cost += 25 }
      for line in lines where own.crosses(line) { cost += 8 }
    }
    return cost
  }

  /// Places around the middle of the anchors, ring by ring.
  ///
  /// - Returns: Each with the distance of its ring, rising.
  private func candidates(for item: Item) -> [(distance: Double, box: Box)] {
    let center = item.anchors.reduce(Point(0, 0), +) * (1 / Double(max(1, item.anchors.count)))
    var result: [(distance: Double, box: Box)] = []
    if item.anchors.count > 1 { result.append((0, Box(center: center, width: item.width, height: item.height))) }
    let reach = item.isOptional ? item.clearance + 3 : max(frame.width, frame.height)
    var distance = item.clearance
    while distance < reach {
      for step in 0..<32 {
        let angle = Double(step) * .pi / 16
        let direction = Point(cos(angle), sin(angle))
        // The box stands off so far that its border, not its middle, is at the distance.
        let x = center.x + direction.x * (distance + item.width / 2)
        let y = center.y + direction.y * (distance + item.height / 2)
        result.append((distance, Box(center: Point(x, y), width: item.width, height: item.height)))
      }
      distance += max(6, distance * 0.22)
    }
    return result
  }

  /// The straight line from the border of a box to a point.
  static func leader(from box: Box, to point: Point) -> Segment {
    let start = Point(min(max(point.x, box.left), box.right), min(max(point.y, box.bottom), box.top))
    return Segment(start, point)
  }
}

extension Segment {
  var length: Double { (end - start).length }
}
