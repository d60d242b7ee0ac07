import GraphvizKit

/// A map whose parts have their places.
struct PlacedMap {
  let solution: LayoutSolution
  let sheet: MapSheet
  /// The outline's box of each node of the scene.
  let boxes: [Box]
  /// The curve of each tie of the scene.
  let routes: [Spline]
  /// Where the label of each tie stands; nil without one.
  let labels: [Box?]
  /// Labels that found no clear place.
  let conflicts: Int
}

extension NetworkMap {
  /// What Graphviz spreads out first: boxes of the right size, near each other inside a group.
  ///
  /// Ties inside a group are short and stiff, those between groups long and loose.
  func firstPass() -> DOTDocument {
    var document = DOTDocument(name: "premier", isDirected: false)
    document.attributes = ["mode": "major", "start": .number(5), "overlap": "true", "maxiter": "300"]
    document.nodeDefaults = ["shape": "box", "label": "", "fixedsize": "true"]
    for (index, node) in scene.nodes.enumerated() {
      document.addNode(
        "n\(index)", ["width": .number(node.size.width / 72), "height": .number(node.size.height / 72)])
    }
    for pair in pairs {
      let (first, second) = (scene.nodes[pair.first], scene.nodes[pair.second])
      let extent = (first.size.width + second.size.width + first.size.height + second.size.height) / 144
      let length = 0.21 * extent + 0.45
      let isInner = first.group == second.group
      document.addEdge(
        "n\(pair.first)", "n\(pair.second)",
        ["len": .number(isInner ? length : length * 2.4), "weight": isInner ? "4" : "0.5"])
    }
    return document
  }

  /// The pairs of nodes that ties join, each once.
  var pairs: [(first: Int, second: Int)] {
    var seen: Set<[Int]> = []
    return scene.ties.compactMap { tie in
      seen.insert([min(tie.first, tie.second), max(tie.first, tie.second)]).inserted ? (tie.first, tie.second) : nil
    }
  }

  /// Places everything on the smallest sheet that holds it.
  ///
  /// - Parameter start: Where the first pass put the nodes.
  /// - Throws: `CancellationError` when the task is cancelled.
  func placed(from start: [Point]) throws(CancellationError) -> PlacedMap {
    let layout = NetworkLayout(problem: problem, start: start, seed: options.seed)
    // On a page, tighter drawings are tried first when the text would be small.
    var fills = areGroups ? NetworkMap.groupFills : NetworkLayout.fills
    if !areGroups, options.page != nil,
      sheet(for: layout, fill: fills[0]).zoom * 9 < NetworkMap.smallestReadableText
    {
      fills = NetworkLayout.tightFills + fills
    }
    var best: (conflicts: Int, map: PlacedMap)?
    for (place, fill) in fills.enumerated() {
      let sheet = sheet(for: layout, fill: fill)
      let solution = try layout.solution(on: sheet.area)
      let isClear = solution.isFeasible && titlesAreClear(in: solution, on: sheet)
      guard isClear || place == fills.count - 1 else { continue }
      let map = placed(solution, on: sheet)
      if map.conflicts < best?.conflicts ?? .max { best = (map.conflicts, map) }
      if map.conflicts == 0 { break }
    }
    guard let best else { preconditionFailure("there is always a last sheet") }
    return best.map
  }

  /// Whether no title runs into the next group or off the sheet, as one does that is wider than its cell.
  private func titlesAreClear(in solution: LayoutSolution, on sheet: MapSheet) -> Bool {
    let titles = solution.titles.compactMap(\.self)
    let boxes = zip(scene.nodes, solution.centers).map { node, center in
      Box(center: center, width: node.size.width, height: node.size.height)
    }
    return titles.enumerated().allSatisfy { place, title in
      sheet.area.inset(by: 1).contains(title) && !boxes.contains(where: title.overlaps)
        && !titles[..<place].contains(where: title.overlaps)
    }
  }

  private var areGroups: Bool { if case .groups = view { true } else { false } }

  /// Shares of the sheet that cards fill: room for lines and their labels, more where these stand in each other's way.
  private static let groupFills = [0.46, 0.42, 0.38, 0.34, 0.3, 0.25, 0.2, 0.14]
  /// What cards keep free around them, in points.
  private static let groupHalo = 20.0

  private func sheet(for layout: NetworkLayout, fill: Double) -> MapSheet {
    MapSheet(area: layout.sheetArea(fill: fill), minimum: layout.sheetMinimum, page: options.page) { width, scale in
      guard options.hasFrame else { return .none }
      return SheetFrame(words: words, legend: legend, index: scene.index, width: width, scale: scale, theme: theme)
    }
  }

  private func placed(_ solution: LayoutSolution, on sheet: MapSheet) -> PlacedMap {
    let boxes = zip(scene.nodes, solution.centers).map { Box(center: $1, width: $0.size.width, height: $0.size.height) }
    let routing = TieRouting(
      obstacles: boxes + solution.titles.compactMap(\.self),
      outlines: zip(boxes, scene.nodes).map { $1.style.shape.outline(in: $0) },
      ties: scene.ties.map { ($0.first, $0.second) }, bounds: sheet.area.inset(by: LayoutProblem.gutter))
    let routes = routing.routes()
    let (labels, conflicts) = TieLabel.places(
      scene.ties.map(\.label), on: routes, besides: boxes + solution.titles.compactMap(\.self))
    return PlacedMap(
      solution: solution, sheet: sheet, boxes: boxes, routes: routes, labels: labels, conflicts: conflicts)
  }

  private var problem: LayoutProblem {
    let halo = areGroups ? NetworkMap.groupHalo : 0
    return LayoutProblem(
      nodes: scene.nodes.map { LayoutProblem.Size(width: $0.size.width + halo, height: $0.size.height + halo) },
      groups: scene.nodes.map(\.group), ties: pairs, titles: scene.groups.map { $0.title.map(GroupTitle.size) })
  }
}
