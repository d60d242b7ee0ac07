import AllianceModel

/// Judges a territory map as a strict reader would, from the places and curves that are drawn.
struct TerritoryInspection {
  let findings: [MapFinding]
  /// How many pairs of lines cross, those with a common end left out.
  let crossings: Int
  /// The smallest type, in points.
  let smallestText: Double

  init(of map: TerritoryMap, layout: TerritoryLayout) {
    let scene = layout.scene
    let labels = zip(scene.labels, layout.labels).compactMap { label, box in
      box.map { (name: scene.pins[label.pin].name, box: $0) }
    }
    let pills = zip(scene.pills, layout.pills).map { (name: map.graph.alliances[$0.alliance].title, box: $1) }
    let badges = layout.badges.map { (name: "\($0.count)", box: $0.box) }
    let pins = zip(scene.pins, layout.points).map { pin, point in
      (name: pin.name, box: Box(center: point, width: 2 * pin.radius, height: 2 * pin.radius))
    }
    let items = labels + pills + badges + pins
    var findings: [MapFinding] = []
    let firstPin = items.count - pins.count
    for (place, item) in items.enumerated() {
      for other in items[..<min(place, firstPin)] where item.box.inset(by: -0.01).overlaps(other.box) {
        findings.append(.overlap(other.name, item.name))
      }
      // Circles may stand corner to corner.
      for other in items[min(place, firstPin)..<place]
      where (item.box.center - other.box.center).length < (item.box.width + other.box.width) / 2 - 0.01 {
        findings.append(.overlap(other.name, item.name))
      }
      if !layout.panel.inset(by: 0.5).contains(item.box) { findings.append(.offSheet(item.name)) }
    }
    let page = Box(left: 0, bottom: 0, right: layout.page.size.width, top: layout.page.size.height)
    for placed in layout.side.rows {
      let row = placed.row
      let origin = layout.sideOrigin + Point(placed.x + row.indent, -placed.y)
      let box = Box(left: origin.x, bottom: origin.y - row.height, right: origin.x + row.width, top: origin.y)
      if !page.contains(box) || box.overlaps(layout.panel) {
        findings.append(.offSheet(row.lines.joined(separator: " ")))
      }
    }
    if let inset = layout.inset {
      for (place, box) in inset.boxes.enumerated() {
        let name = inset.spots[place].actors.map { map.graph.actors[$0].name }.joined(separator: ", ")
        if !inset.panel.contains(box) { findings.append(.offSheet(name)) }
        for other in inset.boxes[..<place] where box.overlaps(other) { findings.append(.overlap(name, name)) }
      }
    }
    self.findings = findings + TerritoryInspection.missing(in: map, layout)
    let curves = layout.curves.map { $0.samples(perPiece: 8) }
    crossings = scene.isCounted ? 0 : TerritoryInspection.crossings(curves, scene.lines)
    let rows = scene.labels.flatMap(\.card.rows).map(\.size) + layout.side.rows.map(\.row.size)
    let frame = (layout.frame.header.lines + layout.frame.footer.lines).map(\.size)
    smallestText = (rows + frame + scene.pills.map(\.text.yearSize)).min() ?? 0
  }

  /// On a map of names every actor is on a card or in a list.
  private static func missing(in map: TerritoryMap, _ layout: TerritoryLayout) -> [MapFinding] {
    guard !layout.scene.isCounted, layout.side.leftOut == 0 else { return [] }
    let rows = layout.scene.labels.flatMap(\.card.rows).map(\.content) + layout.side.rows.map(\.row.content)
    let drawn = Set(
      rows.compactMap { if case .actor(let index) = $0 { index } else { nil } } + (layout.inset?.actors ?? []))
    return map.graph.actors.indices.filter { !drawn.contains($0) }.map { .missing(map.graph.actors[$0].name) }
  }

  private static func crossings(_ curves: [[Point]], _ lines: [TerritoryScene.Line]) -> Int {
    var count = 0
    for (index, curve) in curves.enumerated() {
      let ends = [lines[index].first, lines[index].second]
      for other in 0..<index where !ends.contains(lines[other].first) && !ends.contains(lines[other].second) {
        let isCrossed = zip(curve, curve.dropFirst()).contains { start, end in
          zip(curves[other], curves[other].dropFirst()).contains { Segment(start, end).crosses(Segment($0, $1)) }
        }
        if isCrossed { count += 1 }
      }
    }
    return count
  }
}
