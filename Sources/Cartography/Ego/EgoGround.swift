import AllianceModel
import Foundation

/// What lies under a star: an ellipse for each ring, and for each family of partners its sector, named at the rim.
struct EgoGround {
  /// A partner on the second ring.
  private struct Partner {
    /// nil for an object.
    let family: ActorFamily?
    /// Where its box begins and ends, counterclockwise.
    let from: Double
    let to: Double
  }

  private struct Sector {
    let family: ActorFamily?
    let from: Double
    let to: Double
  }

  /// Width to height of the ellipses.
  let ratio: Double
  /// Of each ring, the boxes around (0, 0).
  let rings: [[Box]]
  /// Of each box of the second ring.
  let families: [ActorFamily?]
  let subject: MapSubject

  private static let size = 9.5
  /// Sectors stand this far apart, in radians.
  private static let gap = 0.012

  /// An angle of the circle that the ellipses are stretched from.
  private func angle(_ point: Point) -> Double { atan2(point.y * ratio.squareRoot(), point.x / ratio.squareRoot()) }

  private func radius(_ point: Point) -> Double {
    Point(point.x / ratio.squareRoot(), point.y * ratio.squareRoot()).length
  }

  private func point(_ angle: Double, _ radius: Double) -> Point {
    Point(cos(angle) * radius * ratio.squareRoot(), sin(angle) * radius / ratio.squareRoot())
  }

  private func arc(from: Double, to: Double, radius: Double) -> [Point] {
    let steps = max(2, Int((to - from) / 0.05))
    return (0...steps).map { point(from + (to - from) * Double($0) / Double(steps), radius) }
  }

  private var radii: [Double] { rings.map { ring in ring.map { radius($0.center) }.max() ?? 0 } }

  /// The outer border of the sectors: beyond it stand actors of any family.
  private var rim: Double { (rings[1].flatMap(\.corners).map(radius).max() ?? 0) + 7 }

  /// Adds sectors and rings.
  func addAreas(to figure: inout Figure) {
    let radii = radii
    guard radii.count > 1, !families.isEmpty else { return }
    let (inner, outer) = ((radii[0] + radii[1]) / 2, rim)
    let sectors = sectors()
    if sectors.count > 1 {
      for sector in sectors {
        let (from, to) = (sector.from + EgoGround.gap, sector.to - EgoGround.gap)
        guard to > from else { continue }
        figure.areas.append(
          Figure.Area(
            arc(from: from, to: to, radius: inner) + arc(from: from, to: to, radius: outer).reversed(),
            fill: subject.theme.hull, border: subject.theme.hullBorder))
      }
    }
    for radius in radii {
      figure.rules.append(
        Figure.Rule(
          points: arc(from: 0, to: 2 * .pi, radius: radius), color: subject.theme.hullBorder, width: 0.7))
    }
  }

  /// Adds the names of the sectors where they cover no shape and no tie.
  func addNames(to figure: inout Figure) {
    guard rings.count > 1, !families.isEmpty else { return }
    var taken = rings.flatMap(\.self)
    let lines = figure.ties.flatMap { tie in
      let points = tie.curve.samples()
      return zip(points, points.dropFirst()).map { Segment($0, $1) }
    }
    for sector in sectors() { addName(of: sector, taken: &taken, lines: lines, to: &figure) }
  }

  /// Neighbours of one family are one sector; it ends halfway to the next box.
  private func sectors() -> [Sector] {
    let partners = zip(rings[1], families).map { box, family in
      let middle = angle(box.center)
      // Corners as seen from the middle of the box, so that none lies a turn away.
      let turns = box.corners.map { corner in
        (angle(corner) - middle).remainder(dividingBy: 2 * .pi)
      }
      return Partner(family: family, from: middle + (turns.min() ?? 0), to: middle + (turns.max() ?? 0))
    }.sorted { $0.from < $1.from }
    guard Set(partners.map(\.family)).count > 1 else {
      return [Sector(family: partners[0].family, from: 0, to: 2 * .pi)]
    }
    let count = partners.count
    let first = partners.indices.first { partners[$0].family != partners[($0 + count - 1) % count].family } ?? 0
    var sectors: [Sector] = []
    var start = first
    for step in 1...count {
      let here = (first + step) % count
      guard partners[here].family != partners[start % count].family || step == count else { continue }
      let last = (here + count - 1) % count
      let from = border(from: partners[(start + count - 1) % count].to, to: partners[start].from)
      var to = border(from: partners[last].to, to: partners[here].from)
      while to <= from { to += 2 * .pi }
      sectors.append(Sector(family: partners[start].family, from: from, to: to))
      start = here
    }
    return sectors
  }

  /// The middle between two angles, of which the second follows the first.
  private func border(from: Double, to: Double) -> Double {
    var to = to
    while to < from - .pi { to += 2 * .pi }
    return (from + to) / 2
  }

  /// The name of a family beside the rim, as near to the middle of its sector as there is room.
  private func addName(of sector: Sector, taken: inout [Box], lines: [Segment], to figure: inout Figure) {
    let name = (sector.family?.label ?? MapWords.objects)[subject.language]
    let width = TextMetrics.width(name, size: EgoGround.size, face: .bold)
    let middle = (sector.from + sector.to) / 2
    let reach = Int((sector.to - sector.from) / 0.04)
    for shift in (0...max(0, reach)).map({ Double(($0 + 1) / 2) * ($0.isMultiple(of: 2) ? 0.04 : -0.04) }) {
      let anchor = point(middle + shift, rim + 5)
      let direction = Point(cos(middle + shift), sin(middle + shift))
      let center = Point(anchor.x + direction.x * width / 2, anchor.y + direction.y * EgoGround.size / 2)
      let box = Box(center: center, width: width + 4, height: EgoGround.size * 1.2)
      guard !taken.contains(where: box.overlaps), !lines.contains(where: { $0.meets(box) }) else { continue }
      taken.append(box)
      figure.captions.append(
        Figure.Caption(
          text: name, origin: Point(center.x - width / 2, center.y - EgoGround.size * 0.28), size: EgoGround.size,
          face: .bold, color: subject.theme.faintInk))
      return
    }
  }
}
