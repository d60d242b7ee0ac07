import AllianceModel

/// Judges a placed map as a strict reader would, from the places and curves that are drawn.
struct MapInspection {
  let findings: [MapFinding]
  /// How many pairs of ties cross, those with a common end left out.
  let crossings: Int
  /// The smallest type, in points of the drawing.
  let smallestText: Double

  private struct Item {
    let name: String
    let box: Box
  }

  init(of map: NetworkMap, placed: PlacedMap) {
    let nodes = zip(map.scene.nodes, placed.boxes).map { Item(name: $0.tooltip, box: $1) }
    let titles = zip(map.scene.groups, placed.solution.titles).compactMap { group, box in
      box.map { Item(name: group.title?.name ?? "", box: $0) }
    }
    let labels = zip(map.scene.ties, placed.labels).compactMap { tie, box in
      box.map { Item(name: "\(tie.tooltip.prefix(60)) (\(tie.label ?? ""))", box: $0) }
    }
    let owners = placed.labels.indices.filter { placed.labels[$0] != nil }
    let items = nodes + titles + labels
    let firstLabel = nodes.count + titles.count
    let curves = placed.routes.map { $0.samples() }
    findings =
      MapInspection.overlaps(among: items) + MapInspection.wideTexts(map.scene.nodes)
      + MapInspection.ties(map.scene.ties, curves, behind: items) { tie, item in
        item >= firstLabel && owners[item - firstLabel] == tie
      }
      + items.filter { !placed.sheet.area.inset(by: 1).contains($0.box) }.map { .offSheet($0.name) }
      + MapInspection.missing(in: map) + MapInspection.legend(of: map)
    crossings = MapInspection.crossings(of: curves, map.scene.ties)
    let frame = placed.sheet.frame.header.lines + placed.sheet.frame.footer.lines
    let sizes = map.scene.nodes.flatMap { node in
      [node.text.size] + (node.text.year == nil ? [] : [node.text.yearSize])
        + (node.text.facts.map { [$0.detailSize] } ?? [])
    }
    smallestText =
      (sizes + (labels.isEmpty ? [] : [TieLabel.size]) + frame.map(\.size)
      + (titles.isEmpty ? [] : [GroupTitle.detailSize])).min() ?? 0
  }

  private static func overlaps(among items: [Item]) -> [MapFinding] {
    var findings: [MapFinding] = []
    for (place, item) in items.enumerated() {
      for other in items[..<place] where item.box.overlaps(other.box) {
        findings.append(.overlap(other.name, item.name))
      }
    }
    return findings
  }

  /// Each line of a text must fit into its shape at its own height.
  private static func wideTexts(_ nodes: [MapScene.Node]) -> [MapFinding] {
    nodes.compactMap { node in
      let (width, height) = node.size
      let fits = node.text.fits(node.style.shape, width: width, height: height, markWidth: node.markWidth)
      return fits ? nil : .textTooWide(node.tooltip)
    }
  }

  /// - Parameter isOwn: Whether an item is the label of a tie.
  private static func ties(
    _ ties: [MapScene.Tie], _ curves: [[Point]], behind items: [Item], isOwn: (Int, Int) -> Bool
  ) -> [MapFinding] {
    var findings: [MapFinding] = []
    for (number, (tie, samples)) in zip(ties, curves).enumerated() {
      for (place, item) in items.enumerated() where place != tie.first && place != tie.second && !isOwn(number, place) {
        let box = item.box.inset(by: -0.5)
        if zip(samples, samples.dropFirst()).contains(where: { Segment($0, $1).meets(box) }) {
          findings.append(.tieBehind(tie: tie.tooltip, box: item.name))
        }
      }
    }
    return findings
  }

  private static func missing(in map: NetworkMap) -> [MapFinding] {
    var drawn: Set<Int> = []
    for node in map.scene.nodes {
      switch node.content {
      case .actor(let index): drawn.insert(index)
      case .group(let index): if case .groups(let level) = map.view { drawn.formUnion(level.groups[index].actors) }
      case .alliance: break
      }
    }
    let actors = map.part.graph.actors
    return actors.indices.filter { !drawn.contains($0) }.map { .missing(actors[$0].name) }
  }

  private static func legend(of map: NetworkMap) -> [MapFinding] {
    let samples = map.legend.flatMap(\.entries)
    let actors = map.scene.nodes.filter { if case .alliance = $0.content { false } else { true } }
    let marks = map.scene.nodes.flatMap { $0.text.facts?.marks ?? [] }
    let drawnNodes = Set(actors.map(\.style) + marks.map(\.style))
    let drawnTies = Set(map.scene.ties.map(\.style))
    var shownNodes: Set<MapTheme.NodeStyle> = []
    var shownTies: Set<MapTheme.TieStyle> = []
    var findings: [MapFinding] = []
    for entry in samples {
      switch entry.sample {
      case .node(let style):
        shownNodes.insert(style)
        if !drawnNodes.contains(style) { findings.append(.legendExceeds(entry.text)) }
      case .tie(let style):
        shownTies.insert(style)
        // An alliance with no drawn tie (one party alone) still shows its form as the border of its pill.
        let isBorder = map.scene.nodes.contains { $0.style.border == style.color }
        if !drawnTies.contains(style), !isBorder { findings.append(.legendExceeds(entry.text)) }
      default: break
      }
    }
    findings += actors.filter { !shownNodes.contains($0.style) }.map { .legendLacks($0.tooltip) }
    findings += marks.filter { !shownNodes.contains($0.style) }.map { .legendLacks($0.text) }
    findings += map.scene.ties.filter { !shownTies.contains($0.style) }.map { .legendLacks($0.tooltip) }
    return findings
  }

  private static func crossings(of curves: [[Point]], _ ties: [MapScene.Tie]) -> Int {
    var count = 0
    let bounds = curves.map { points in
      points.reduce(Box(center: points[0], width: 0, height: 0)) { $0.union(Box(center: $1, width: 0, height: 0)) }
    }
    for index in curves.indices {
      for other in 0..<index where !sharesEnd(ties[index], ties[other]) && bounds[index].overlaps(bounds[other]) {
        let isCrossed = zip(curves[index], curves[index].dropFirst()).contains { start, end in
          let segment = Segment(start, end)
          return zip(curves[other], curves[other].dropFirst()).contains { segment.crosses(Segment($0, $1)) }
        }
        if isCrossed { count += 1 }
      }
    }
    return count
  }

  private static func sharesEnd(_ tie: MapScene.Tie, _ other: MapScene.Tie) -> Bool {
    tie.first == other.first || tie.first == other.second || tie.second == other.first || tie.second == other.second
  }
}
