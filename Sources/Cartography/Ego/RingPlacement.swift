import Foundation

/// Places boxes around a centre on ellipses, one ring inside the next, without overlap.
struct RingPlacement {
  /// A box of a ring, and the angle that it would like best, from the right, counterclockwise.
  struct Item {
    let width: Double
    let height: Double
    let wish: Double?
  }

  /// The box in the middle, then the rings from the inside out, each in the order around it.
  let middle: Item
  let rings: [[Item]]
  /// Width to height of the whole.
  let ratio: Double

  private static let gap = 7.0
  private static let steps = 720

  /// The centres of the boxes of each ring, around (0, 0): on rings as small as can be.
  func centers() -> [[Point]] {
    var result: [[Point]] = []
    var placed = [Box(center: Point(0, 0), width: middle.width, height: middle.height)]
    var inner = 0.0
    for ring in rings {
      var radius = inner + 26
      var centers: [Point]?
      while centers == nil {
        radius *= 1.04
        centers = attempt(ring, radius: radius, around: placed)
      }
      let found = centers ?? []
      for (item, center) in zip(ring, found) {
        placed.append(Box(center: center, width: item.width, height: item.height))
      }
      result.append(found)
      inner = radius
    }
    return result
  }

  private func point(_ angle: Double, _ radius: Double) -> Point {
    Point(cos(angle) * radius * ratio.squareRoot(), sin(angle) * radius / ratio.squareRoot())
  }

  /// The boxes around the ring, near their wishes and apart; nil when it is too small.
  private func attempt(_ ring: [Item], radius: Double, around placed: [Box]) -> [Point]? {
    guard !ring.isEmpty else { return [] }
    let start = ring.first?.wish ?? Double.pi / 2
    guard let tight = around(ring, from: start, radius: radius, gap: RingPlacement.gap) else { return nil }
    if let free = wished(ring, radius: radius), let found = turned(ring, free, radius: radius, around: placed) {
      return found
    }
    // The largest gap between neighbours that still closes the ring: found by halving.
    var (best, low, high) = (tight, 0.0, radius)
    for _ in 0..<9 {
      let middle = (low + high) / 2
      if let spread = around(ring, from: start, radius: radius, gap: RingPlacement.gap + middle) {
        (best, low) = (spread, middle)
      } else {
        high = middle
      }
    }
    return turned(ring, best, radius: radius, around: placed)
  }

  /// Each box at its wish, or as close behind the one before it as it may; nil when the last one meets the first.
  private func wished(_ ring: [Item], radius: Double) -> [Double]? {
    let wishes = ring.compactMap(\.wish)
    guard wishes.count == ring.count, ring.count > 1 else { return nil }
    let turn = 2 * Double.pi
    // Begins after the widest gap between wishes, where the ring has room.
    let gaps = wishes.indices.map { index in
      (wishes[index] - wishes[(index + ring.count - 1) % ring.count] + turn).truncatingRemainder(dividingBy: turn)
    }
    guard let first = gaps.indices.max(by: { (gaps[$0], -$0) < (gaps[$1], -$1) }) else { return nil }
    let order = ring.indices.map { (first + $0) % ring.count }
    var angles = [Double](repeating: 0, count: ring.count)
    func box(_ index: Int, _ angle: Double) -> Box {
      Box(center: point(angle, radius), width: ring[index].width, height: ring[index].height).inset(
        by: RingPlacement.gap / 2)
    }
    let step = turn / Double(RingPlacement.steps)
    var angle = wishes[first]
    angles[first] = angle
    for (before, index) in zip(order, order.dropFirst()) {
      let previous = box(before, angle)
      var wish = wishes[index]
      while wish < wishes[first] { wish += turn }
      angle = max(angle + step, wish)
      while box(index, angle).overlaps(previous), angle < wishes[first] + turn { angle += step }
      guard angle < wishes[first] + turn else { return nil }
      angles[index] = angle
    }
    return angles
  }

  /// Of all turns of the ring that nearest to the wishes of its boxes where these stand free; nil without any.
  private func turned(_ ring: [Item], _ best: [Double], radius: Double, around placed: [Box]) -> [Point]? {
    // Of all turns of the ring that with the angles nearest to the wishes.
    let turned = (0..<48).map { turn -> (cost: Double, angles: [Double]) in
      let shift = Double(turn) * Double.pi / 24
      let angles = best.map { $0 + shift }
      let cost = zip(ring, angles).reduce(0) { sum, pair in
        pair.0.wish.map { sum + 1 - cos($0 - pair.1) } ?? sum
      }
      return (cost, angles)
    }.sorted { $0.cost < $1.cost }
    for (_, angles) in turned.prefix(12) {
      let centers = angles.map { point($0, radius) }
      let boxes = zip(ring, centers).map { Box(center: $1, width: $0.width, height: $0.height) }
      let isClear = boxes.indices.allSatisfy { index in
        let wide = boxes[index].inset(by: RingPlacement.gap / 2)
        return !boxes[..<index].contains { wide.overlaps($0) }
          && !placed.contains { wide.inset(by: RingPlacement.gap / 2).overlaps($0) }
      }
      if isClear { return centers }
    }
    return nil
  }

  /// The angle of each box, each as close to the one before as `gap` allows; nil when they do not close the ring.
  private func around(_ ring: [Item], from start: Double, radius: Double, gap: Double) -> [Double]? {
    var angles = [start]
    let step = 2 * Double.pi / Double(RingPlacement.steps)
    func box(_ index: Int, _ angle: Double) -> Box {
      Box(center: point(angle, radius), width: ring[index].width + gap, height: ring[index].height + gap)
    }
    var angle = start
    let first = box(0, start)
    for index in ring.indices.dropFirst() {
      let before = box(index - 1, angle)
      repeat { angle += step } while box(index, angle).overlaps(before) && angle < start + 2 * Double.pi
      guard angle < start + 2 * Double.pi else { return nil }
      angles.append(angle)
    }
    guard ring.count > 1 else { return angles }
    // The last box and the first must not touch; nor may the way around be longer than once.
    guard angle < start + 2 * Double.pi - step, !box(ring.count - 1, angle).overlaps(first) || ring.count == 2 else {
      return nil
    }
    return angles
  }
}
