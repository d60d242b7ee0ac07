import AllianceModel

/// Something that is wrong with a picture.
public enum MapFinding: Sendable, Equatable {
  /// Two shapes, titles or legend marks that share room.
  case overlap(String, String)
  /// A text that sticks out of its shape.
  case textTooWide(String)
  /// A tie that passes behind a shape or title that is not its end.
  case tieBehind(tie: String, box: String)
  /// Something that lies beyond the border of the sheet.
  case offSheet(String)
  /// An actor or object without a shape.
  case missing(String)
  /// A look that is drawn and not explained, or explained and not drawn.
  case legendLacks(String)
  case legendExceeds(String)
}

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
    let items = nodes + titles
    let curves = placed.routes.map { $0.samples() }
    findings =
      MapInspection.overlaps(among: items) + MapInspection.wideTexts(map.scene.nodes)
      + MapInspection.ties(map.scene.ties, curves, behind: items)
      + items.filter { !placed.sheet.area.inset(by: 1).contains($0.box) }.map { .offSheet($0.name) }
      + MapInspection.missing(in: map) + MapInspection.legend(of: map)
    crossings = MapInspection.crossings(of: curves, map.scene.ties)
    let frame = placed.sheet.frame.header.lines + placed.sheet.frame.footer.lines
    let sizes = map.scene.nodes.flatMap { $0.text.year == nil ? [$0.text.size] : [$0.text.size, $0.text.yearSize] }
    smallestText = (sizes + frame.map(\.size) + (titles.isEmpty ? [] : [GroupTitle.detailSize])).min() ?? 0
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
      let outline = node.style.shape.outline(in: Box(center: Point(0, 0), width: width, height: height))
      let (blockWidth, blockHeight) = (node.text.width + node.markWidth, node.text.height)
      let isInside = node.text.lineWidths.enumerated().allSatisfy { place, lineWidth in
        let top = blockHeight / 2 - node.text.lineTop(place)
        let bottom = blockHeight / 2 - node.text.lineTop(place + 1)
        // Letters fill about three quarters of the height of a line.
        let slack = (top - bottom) * 0.12
        let half = min(lineWidth + node.markWidth, blockWidth) / 2
        return [
          Point(half, top - slack), Point(-half, top - slack), Point(half, bottom + slack),
          Point(-half, bottom + slack),
        ]
        .allSatisfy { ConvexHull.contains(outline, $0) }
      }
      return isInside ? nil : .textTooWide(node.tooltip)
    }
  }

  private static func ties(_ ties: [MapScene.Tie], _ curves: [[Point]], behind items: [Item]) -> [MapFinding] {
    var findings: [MapFinding] = []
    for (tie, samples) in zip(ties, curves) {
      for (place, item) in items.enumerated() where place != tie.first && place != tie.second {
        let box = item.box.inset(by: -0.5)
        if zip(samples, samples.dropFirst()).contains(where: { Segment($0, $1).meets(box) }) {
          findings.append(.tieBehind(tie: tie.tooltip, box: item.name))
        }
      }
    }
    return findings
  }

  private static func missing(in map: NetworkMap) -> [MapFinding] {
    let drawn = Set(
      map.scene.nodes.compactMap { node -> Int? in if case .actor(let index) = node.content { index } else { nil } })
    return map.graph.actors.indices.filter { !drawn.contains($0) }.map { .missing(map.graph.actors[$0].name) }
  }

  private static func legend(of map: NetworkMap) -> [MapFinding] {
    let samples = map.legend.flatMap(\.entries)
    let actors = map.scene.nodes.filter { if case .actor = $0.content { true } else { false } }
    let drawnNodes = Set(actors.map(\.style))
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
