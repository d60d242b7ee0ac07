import AllianceModel
import Foundation

/// A territory map whose parts have their places, in points of the paper.
struct TerritoryLayout {
  /// A number on a line.
  struct Badge {
    let box: Box
    let count: Int
    let alliances: [Int]
    let tooltip: String
  }

  let page: MapPage
  let frame: SheetFrame
  /// The map itself.
  let panel: Box
  let transform: PageTransform
  let scene: TerritoryScene
  /// Of each pin.
  let points: [Point]
  /// Of each label; nil for a bare name without room.
  let labels: [Box?]
  let pills: [Box]
  /// Of each name for orientation; nil for one without room.
  let ground: [Box?]
  /// Of each line.
  let curves: [Spline]
  /// Of each pill to each of its pins, one for each look.
  let pillCurves: [[(pin: Int, look: Int, curve: Spline)]]
  let badges: [Badge]
  let side: SideList
  let sideOrigin: Point
  let scaleBar: ScaleBar
  /// The town that holds most actors, in large.
  var inset: TerritoryInset?

  static let scaleBarWidth = 90.0
  static let groundSize = 7.2

  /// How many lines and ties pass behind a card or a label that is not theirs.
  var linesBehindLabels: Int {
    let pillNumbers = pillCurves.indices
    let cards = zip(scene.labels, labels).compactMap { label, box in label.isCard ? box : nil }
    var count = 0
    for (number, curve) in curves.map({ (Int?.none, $0) })
      + pillNumbers.flatMap({ n in pillCurves[n].map { (n, $0.curve) } })
    {
      let samples = curve.samples(perPiece: 12)
      let boxes = cards + pills.indices.filter { $0 != number }.map { pills[$0] }
      for box in boxes.map({ $0.inset(by: -1) })
      where zip(samples, samples.dropFirst()).contains(where: { Segment($0, $1).meets(box) }) {
        count += 1
      }
    }
    return count
  }

  /// The box that the scale bar takes, with its label.
  static func scaleBox(in panel: Box) -> Box {
    Box(
      left: panel.left + 8, bottom: panel.bottom + 6, right: panel.left + 8 + scaleBarWidth + 40, top: panel.bottom + 26
    )
  }
}

/// How a sheet is divided: header, map, lists, legend.
struct TerritorySheet {
  let page: MapPage
  let frame: SheetFrame
  private(set) var panel: Box
  /// Beside the panel, or under it on an upright one.
  private(set) var inset: Box?
  let side: SideList
  let sideOrigin: Point

  /// The sheet with the better half of its panel given to an inset.
  func withInset() -> TerritorySheet {
    var sheet = self
    let gutter = 8.0
    if panel.width > panel.height {
      let middle = panel.left + 0.44 * panel.width
      sheet.panel = Box(left: panel.left, bottom: panel.bottom, right: middle, top: panel.top)
      sheet.inset = Box(left: middle + gutter, bottom: panel.bottom, right: panel.right, top: panel.top)
    } else {
      let middle = panel.top - 0.44 * panel.height
      sheet.panel = Box(left: panel.left, bottom: middle, right: panel.right, top: panel.top)
      sheet.inset = Box(left: panel.left, bottom: panel.bottom, right: panel.right, top: middle - gutter)
    }
    return sheet
  }

  /// - Parameter sections: What the lists hold; they get as many columns as they need, up to half of the sheet.
  ///   - scale: Of the type of the lists.
  init(page: MapPage, frame: SheetFrame, sections: [SideList.Section], words: TerritoryWords, scale: Double) {
    (self.page, self.frame) = (page, frame)
    let (width, height) = page.size
    let margin = MapPage.margin
    let area = Box(
      left: margin, bottom: margin + frame.footer.height, right: width - margin,
      top: height - margin - frame.header.height)
    let gutter = SideList.gutter
    let columnWidth = 190 * max(0.9, scale)
    func list(_ columns: Int, _ height: Double) -> SideList {
      SideList(
        sections, columns: columns, columnWidth: columnWidth, height: height, size: max(7.2, 8 * scale),
        more: words.more)
    }
    if width > height {
      let most = max(1, Int((area.width * 0.56 + gutter) / (columnWidth + gutter)))
      side = list(most, area.height)
      let left = area.right - side.width
      panel = Box(
        left: area.left, bottom: area.bottom, right: side.width > 0 ? left - gutter : area.right, top: area.top)
      sideOrigin = Point(left, area.top)
    } else {
      let columns = max(1, Int((area.width + gutter) / (columnWidth + gutter)))
      var taken = 40.0
      while taken < area.height * 0.42, list(columns, taken).leftOut > 0 { taken += 12 }
      side = list(columns, taken)
      let top = area.bottom + (side.columnCount > 0 ? side.height : 0)
      panel = Box(
        left: area.left, bottom: side.columnCount > 0 ? top + gutter : area.bottom, right: area.right, top: area.top)
      sideOrigin = Point(area.left, top)
    }
  }
}

/// Gives everything in the frame its place.
struct TerritoryComposer {
  let sheet: TerritorySheet
  let territory: TerritoryFrame
  let scene: (PageTransform) -> TerritoryScene

  private var panel: Box { sheet.panel }

  /// The layout with the largest scale at which all labels find room; nil when none does.
  ///
  /// - Parameter isRoomy: Whether to refuse a layout in which labels fill much of the map.
  func layout(isRoomy: Bool = false) -> TerritoryLayout? {
    var best: (cost: Double, layout: TerritoryLayout)?
    for share in territory.isTight ? [0.03, 0.1, 0.17, 0.24, 0.31] : [0.14, 0.2, 0.26, 0.32, 0.06] {
      let inner = panel.inset(by: -share * min(panel.width, panel.height))
      let transform = PageTransform(territory, in: inner)
      let scene = scene(transform)
      guard let layout = layout(of: scene, transform), !isRoomy || fill(of: layout) < 0.3 else { continue }
      if scene.isCounted { return layout }
      let cost = self.cost(of: layout) * (1 + share) + 500 * Double(layout.linesBehindLabels)
      if cost < best?.cost ?? .infinity { best = (cost, layout) }
    }
    return best?.layout
  }

  /// The share of the map that labels take.
  private func fill(of layout: TerritoryLayout) -> Double {
    (layout.labels.compactMap(\.self) + layout.pills).reduce(0) { $0 + $1.area } / panel.area
  }

  private func cost(of layout: TerritoryLayout) -> Double {
    var cost = 400.0
    for (label, box) in zip(layout.scene.labels, layout.labels) {
      if let box { cost += LabelPlacement.leader(from: box, to: layout.points[label.pin]).length }
    }
    return cost
  }

  private func layout(of scene: TerritoryScene, _ transform: PageTransform) -> TerritoryLayout? {
    let radii = scene.pins.map(\.radius)
    let points = TerritoryComposer.apart(points(of: scene.pins, transform), radii: scene.isCounted ? [] : radii)
    let straight = pairs(of: scene)
    let badgePlaces = badges(straight, scene, points)
    let scaleBox = TerritoryLayout.scaleBox(in: panel)
    let obstacles =
      zip(scene.pins, points).map { Box(center: $1, width: 2 * $0.radius + 2, height: 2 * $0.radius + 2) }
      + badgePlaces.map(\.box) + [scaleBox]
    var lines = straight.map { Segment(points[$0.first], points[$0.second]) }
    for pill in scene.pills {
      let center = pill.pins.map { points[$0] }.reduce(Point(0, 0), +) * (1 / Double(pill.pins.count))
      lines += pill.pins.map { Segment(center, points[$0]) }
    }
    let labelItems = scene.labels.map { label in
      LabelPlacement.Item(
        width: label.card.width, height: label.card.height, anchors: [points[label.pin]], isOptional: !label.isCard,
        clearance: scene.pins[label.pin].radius + 5, isTie: false,
        priority: label.isCard ? 1_000 : Double(scene.pins[label.pin].actorCount) / 1_000)
    }
    let pillItems = scene.pills.map { pill in
      LabelPlacement.Item(
        width: pill.size.width, height: pill.size.height, anchors: pill.pins.map { points[$0] }, isOptional: false,
        clearance: 0, isTie: true, priority: 500)
    }
    let groundItems = scene.ground.map { place in
      LabelPlacement.Item(
        width: TextMetrics.width(place.name, size: TerritoryLayout.groundSize) + 2,
        height: TerritoryLayout.groundSize * 1.1,
        anchors: [transform.point(territory.projection.position(of: place.coordinate))], isOptional: true,
        clearance: 2.5,
        isTie: false, priority: 0)
    }
    let placement = LabelPlacement(
      frame: panel.inset(by: -5), items: labelItems + pillItems + groundItems, obstacles: obstacles,
      lines: scene.isCounted ? [] : lines,
      isQuick: scene.isCounted)
    guard let boxes = placement.boxes() else { return nil }
    let labels = Array(boxes.prefix(scene.labels.count))
    let pills = boxes.dropFirst(scene.labels.count).prefix(scene.pills.count).compactMap(\.self)
    return TerritoryLayout(
      page: sheet.page, frame: sheet.frame, panel: panel, transform: transform, scene: scene, points: points,
      labels: labels, pills: pills, ground: Array(boxes.suffix(scene.ground.count)), curves: curves(of: scene, points),
      pillCurves: zip(scene.pills, pills).map { pillCurves(of: $0, box: $1, points) }, badges: badgePlaces,
      side: sheet.side, sideOrigin: sheet.sideOrigin,
      scaleBar: ScaleBar(metresPerPoint: transform.metresPerPoint, widestInPoints: TerritoryLayout.scaleBarWidth))
  }

  /// On the map, or at the border in their direction; there, a little aside when the place is taken.
  private func points(of pins: [TerritoryScene.Pin], _ transform: PageTransform) -> [Point] {
    var taken: [(point: Point, radius: Double)] = []
    return pins.map { pin in
      guard pin.distance != nil else { return transform.point(territory.projection.position(of: pin.coordinate)) }
      let bearing = territory.center.bearing(to: pin.coordinate)
      let turns = [0.0] + (1...60).flatMap { [Double($0) * 3, Double($0) * -3] }
      let places = turns.map { border(at: bearing + $0, radius: pin.radius) }
      let free = places.first { place in
        taken.allSatisfy { ($0.point - place).length > $0.radius + pin.radius + 6 }
      }
      let point = free ?? places[0]
      taken.append((point, pin.radius))
      return point
    }
  }

  /// Marks that would touch, moved aside by as little as makes them two; on maps that count, circles keep their distance.
  ///
  /// - Complexity: O(*n*²) in the places, some rounds.
  static func apart(_ points: [Point], radii: [Double]) -> [Point] {
    var points = points
    for _ in 0..<40 {
      var isMoved = false
      for first in radii.indices {
        for second in radii.indices.dropFirst(first + 1) {
          let gap = points[second] - points[first]
          let lack = radii[first] + radii[second] + 1 - gap.length
          guard lack > 0.001 else { continue }
          // Two at one point part to the left and to the right.
          let way = gap.length > 1e-9 ? gap * (1 / gap.length) : Point(1, 0)
          points[first] = points[first] - way * (lack / 2)
          points[second] = points[second] + way * (lack / 2)
          isMoved = true
        }
      }
      if !isMoved { break }
    }
    return points
  }

  private func border(at bearing: Double, radius: Double) -> Point {
    let direction = Point(sin(bearing * .pi / 180), cos(bearing * .pi / 180))
    let box = panel.inset(by: -radius - 4)
    let far = box.center + direction * (box.width + box.height)
    return Clipping.segment(box.center, far, to: box)?.end ?? far
  }

  private struct Pair {
    let first: Int
    let second: Int
    let alliances: [Int]
  }

  /// The pairs of pins that lines join, each once, with the alliances behind.
  private func pairs(of scene: TerritoryScene) -> [Pair] {
    var order: [[Int]] = []
    var behind: [[Int]: Set<Int>] = [:]
    for line in scene.lines {
      let key = [line.first, line.second]
      if behind[key] == nil { order.append(key) }
      behind[key, default: []].formUnion(line.alliances)
    }
    return order.map { Pair(first: $0[0], second: $0[1], alliances: (behind[$0] ?? []).sorted()) }
  }

  /// Counts stand on the line, at its middle or a little beside it when another is there.
  private func badges(_ pairs: [Pair], _ scene: TerritoryScene, _ points: [Point]) -> [TerritoryLayout.Badge] {
    guard !scene.isCounted else { return [] }
    var placed: [TerritoryLayout.Badge] = []
    for pair in pairs {
      let (start, end) = (points[pair.first], points[pair.second])
      let width = pair.alliances.count > 9 ? 17.0 : 13
      let shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]
      let boxes = shares.map { Box(center: start + (end - start) * $0, width: width, height: 13) }
      let pins = zip(scene.pins, points).map { Box(center: $1, width: 2 * $0.radius + 2, height: 2 * $0.radius + 2) }
      let free = boxes.first { box in !(placed.map(\.box) + pins).contains(where: box.inset(by: 1).overlaps) }
      guard let box = free else { continue }
      placed.append(
        TerritoryLayout.Badge(
          box: box, count: pair.alliances.count, alliances: pair.alliances,
          tooltip: scene.lines.first { $0.first == pair.first && $0.second == pair.second }?.tooltip ?? ""))
    }
    return placed
  }

  /// Lines of one pair run side by side, a little bent.
  private func curves(of scene: TerritoryScene, _ points: [Point]) -> [Spline] {
    var counts: [[Int]: Int] = [:]
    for line in scene.lines { counts[[line.first, line.second], default: 0] += 1 }
    var seen: [[Int]: Int] = [:]
    return scene.lines.map { line in
      let key = [line.first, line.second]
      let number = seen[key, default: 0]
      seen[key] = number + 1
      let offset = (Double(number) - Double(counts[key, default: 1] - 1) / 2) * 8
      return TerritoryComposer.bow(points[line.first], points[line.second], offset: offset)
    }
  }

  /// A curve that passes its middle `offset` points to the left.
  static func bow(_ start: Point, _ end: Point, offset: Double) -> Spline {
    let chord = end - start
    guard abs(offset) > 0.01, chord.length > 1 else { return Spline(from: start, to: end) }
    let side = Point(-chord.y, chord.x) * (offset * 4 / 3 / chord.length)
    return Spline(points: [start, start + chord * (1.0 / 3) + side, start + chord * (2.0 / 3) + side, end])
  }

  private func pillCurves(
    of pill: TerritoryScene.Pill, box: Box, _ points: [Point]
  ) -> [(pin: Int, look: Int, curve: Spline)] {
    pill.pins.flatMap { pin in
      let end = points[pin]
      // From the middle: the label itself covers the beginning.
      let start = box.center
      return pill.looks.indices.map { look in
        let offset = (Double(look) - Double(pill.looks.count - 1) / 2) * 5
        return (pin, look, TerritoryComposer.bow(start, end, offset: offset))
      }
    }
  }
}
