import Foundation
import GraphCore

/// Places a problem's boxes: one cell of the sheet for each group, the group's boxes in it, ties short and clear.
///
/// Four stages. A floorplan gives each group a rectangle beside the groups it works with. The first places, which come
/// from stress majorisation of the whole (Graphviz `neato`), are turned, mirrored and stretched into each rectangle in the
/// way that suits the ties best. Boxes that overlap are pushed apart. Then a local search mends what is left.
struct NetworkLayout {
  let problem: LayoutProblem
  /// Where `neato` put the nodes, at any scale.
  let start: [Point]
  let seed: UInt64

  /// How the first places can be turned: angles in steps of 30°, and each mirrored.
  private static let turns = 12

  /// The share of the cells that boxes fill: at first, and less and less when they find no room.
  static let fills = [0.5, 0.46, 0.42, 0.38, 0.33, 0.28, 0.22, 0.16, 0.1]
  /// Shares to try before when paper is scarce.
  static let tightFills = [0.58, 0.54]

  /// What a sheet must have for the widest and the tallest group.
  var sheetMinimum: (width: Double, height: Double) {
    (max(480, rooms.map(\.minimumWidth).max() ?? 0), max(120, rooms.map(\.minimumHeight).max() ?? 0))
  }

  /// A layout on `sheet`: the best of several searches. It may be infeasible when the sheet is too small.
  ///
  /// - Complexity: O(*n* · (*n* + *m*) / *k*) for *n* nodes and *m* ties in *k* groups.
  /// - Note: Searches run on as many threads as there are, each with a generator of its own: the same bits on any number.
  /// - Throws: `CancellationError` when the calling task is cancelled.
  func solution(on sheet: Box) throws(CancellationError) -> LayoutSolution {
    let best = try ParallelBlocks.reduce(
      blockCount: NetworkLayout.searches, workPerBlock: 1_000_000, into: LayoutSolution?.none, scratch: {},
      block: { index, _ in search(on: sheet, seed: seed &* 1_000 &+ UInt64(index)) },
      join: { best, candidate in
        // The earlier of two equal ones stays.
        if let known = best, known.rank <= candidate.rank { return }
        best = candidate
      })
    guard let best else { preconditionFailure("at least one search runs") }
    return best
  }

  private func search(on sheet: Box, seed: UInt64) -> LayoutSolution {
    var generator = SeededGenerator(seed: seed)
    let floorplan = SlicingFloorplan(rooms: rooms, links: links, sheet: sheet)
    let cells = floorplan.cells(steps: 2_500, using: &generator)
    let titles = titleBoxes(in: cells)
    let areas = cells.indices.map { area(of: cells[$0], title: titles[$0]) }
    var centers = firstPlaces(in: areas)
    for group in areas.indices { spread(members[group], in: areas[group], centers: &centers) }
    var refinement = LayoutRefinement(state(centers: centers, titles: titles, cells: cells))
    refinement.run(sweeps: sweeps, using: &generator)
    return solution(from: refinement.state, titles: titles, cells: cells)
  }

  /// Two, for two cores; more of them find less than longer ones do.
  private static let searches = 2
  /// Steps of one search, so that maps of any size take about the same time; small ones are searched thoroughly.
  private static let steps = 60_000
  private static let fewestSweeps = 220
  /// Comparisons of boxes and lines in one search of a large map, where those count and not the steps: about a second.
  private static let comparisons = 250_000_000

  /// How often each box is tried. A step looks at the boxes of a group and, for the box and each of its ties, at the ties
  /// that may be in the way.
  private var sweeps: Int {
    let n = max(1, problem.nodes.count)
    let ties = problem.ties
    let outer = ties.count { problem.groups[$0.first] != problem.groups[$0.second] }
    let perGroup = max(1, problem.groupCount)
    let step = n / perGroup + (1 + 2 * ties.count / n) * (outer + (ties.count - outer) / perGroup)
    let wanted = max(NetworkLayout.fewestSweeps, NetworkLayout.steps / n)
    return max(12, min(wanted, NetworkLayout.comparisons / (n * max(1, step))))
  }

  /// Numbers boxes group by group, each group's title after its nodes.
  private var order: [(group: Int, node: Int?)] {
    members.enumerated().flatMap { group, nodes in
      nodes.map { (group, Optional($0)) } + (problem.titles[group] == nil ? [] : [(group, nil)])
    }
  }

  private func state(centers: [Point], titles: [Box?], cells: [Box]) -> LayoutState {
    let order = order
    var places = [Int](repeating: 0, count: problem.nodes.count)
    for (place, entry) in order.enumerated() { if let node = entry.node { places[node] = place } }
    return LayoutState(
      boxes: order.map { entry in
        entry.node.map { box($0, at: centers[$0]) } ?? titles[entry.group] ?? cells[entry.group]
      },
      groups: order.map(\.group), isTitle: order.map { $0.node == nil }, areas: cells.map { inner($0) },
      ties: problem.ties.map { (places[$0.first], places[$0.second]) })
  }

  private func solution(from state: LayoutState, titles: [Box?], cells: [Box]) -> LayoutSolution {
    var centers = [Point](repeating: Point(0, 0), count: problem.nodes.count)
    var placedTitles = titles
    for (place, entry) in order.enumerated() {
      let point = state.center(of: place)
      if let node = entry.node { centers[node] = point } else { placedTitles[entry.group]?.center = point }
    }
    return LayoutSolution(
      centers: centers, titles: placedTitles, cells: cells, cost: state.totalCost,
      isFeasible: state.overlapCount == 0)
  }

  /// The area that the sheet needs when boxes fill the share `fill` of the cells.
  func sheetArea(fill: Double) -> Double {
    rooms(fill: fill).map(\.area).reduce(0, +)
  }

  // MARK: Cells

  private var members: [[Int]] {
    var members = [[Int]](repeating: [], count: problem.groupCount)
    for (node, group) in problem.groups.enumerated() { members[group].append(node) }
    return members
  }

  private var rooms: [SlicingFloorplan.Room] { rooms(fill: 0.45) }

  private func rooms(fill: Double) -> [SlicingFloorplan.Room] {
    members.enumerated().map { group, nodes in
      let sizes = nodes.map { problem.nodes[$0] }
      let boxes = sizes.map { ($0.width + LayoutProblem.gap) * ($0.height + LayoutProblem.gap) }.reduce(0, +)
      let title = problem.titles[group].map { ($0.width * 0.6 + 30) * $0.height } ?? 0
      let side = ((boxes / fill) + title).squareRoot() + border * 2
      let widest = max(sizes.map(\.width).max() ?? 0, problem.titles[group]?.width ?? 0)
      let tallest = (sizes.map(\.height).max() ?? 0) + (problem.titles[group]?.height ?? 0)
      return SlicingFloorplan.Room(
        area: max(side * side, (widest + 2 * border) * (tallest + 2 * border)),
        minimumWidth: widest + 2 * border + 10, minimumHeight: tallest + 2 * border + 10)
    }
  }

  /// Between a box and the border of its cell.
  private var border: Double { LayoutProblem.hullMargin + LayoutProblem.gutter / 2 }

  private var links: [[Double]] {
    var links = [[Double]](repeating: [Double](repeating: 0, count: problem.groupCount), count: problem.groupCount)
    for tie in problem.ties {
      let (first, second) = (problem.groups[tie.first], problem.groups[tie.second])
      guard first != second else { continue }
      links[first][second] += 1
      links[second][first] += 1
    }
    return links
  }

  private func inner(_ cell: Box) -> Box { cell.inset(by: -border) }

  private func titleBoxes(in cells: [Box]) -> [Box?] {
    cells.indices.map { group in
      problem.titles[group].map { size in
        let inner = inner(cells[group])
        return Box(
          center: Point(inner.center.x, inner.top - size.height / 2), width: size.width, height: size.height)
      }
    }
  }

  /// Where the boxes of a group start: under its title.
  private func area(of cell: Box, title: Box?) -> Box {
    let inner = inner(cell)
    guard let title else { return inner }
    return Box(left: inner.left, bottom: inner.bottom, right: inner.right, top: title.bottom - 2)
  }

  // MARK: First places

  private func box(_ node: Int, at center: Point) -> Box {
    Box(center: center, width: problem.nodes[node].width, height: problem.nodes[node].height)
  }

  private func firstPlaces(in areas: [Box]) -> [Point] {
    var centers = problem.groups.map { areas[$0].center }
    let members = members
    // Twice, because the ties between groups look at where the others are.
    for _ in 0..<2 {
      for group in areas.indices where members[group].count > 1 {
        place(members[group], in: areas[group], centers: &centers)
      }
    }
    return centers
  }

  /// Chooses among the turned and mirrored pictures of a group that with the shortest ties and fewest faults.
  private func place(_ nodes: [Int], in area: Box, centers: inout [Point]) {
    let middle = nodes.map { start[$0] }.reduce(Point(0, 0), +) * (1 / Double(nodes.count))
    let own = Set(nodes)
    let ties = problem.ties.filter { own.contains($0.first) || own.contains($0.second) }
    var best: (cost: Double, places: [Point])?
    for turn in 0..<NetworkLayout.turns * 2 {
      let isMirrored = turn >= NetworkLayout.turns
      let angle = Double(turn % NetworkLayout.turns) * 2 * Double.pi / Double(NetworkLayout.turns)
      let turned = nodes.map { node -> Point in
        let shift = start[node] - middle
        return Point(isMirrored ? -shift.x : shift.x, shift.y).rotated(by: angle)
      }
      let places = stretched(turned, nodes: nodes, into: area)
      for (place, node) in nodes.enumerated() { centers[node] = places[place] }
      let cost = roughCost(of: ties, nodes: nodes, centers: centers)
      if cost < best?.cost ?? .infinity { best = (cost, places) }
    }
    for (place, node) in nodes.enumerated() { centers[node] = best?.places[place] ?? centers[node] }
  }

  /// Fits points to an area, each direction by itself.
  private func stretched(_ points: [Point], nodes: [Int], into area: Box) -> [Point] {
    func fit(_ values: [Double], _ halves: [Double], _ low: Double, _ high: Double) -> [Double] {
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      let extent = max(most - least, 1e-6)
      return zip(values, halves).map { value, half in
        let (from, to) = (low + half, high - half)
        return from > to ? (low + high) / 2 : from + (to - from) * (value - least) / extent
      }
    }
    let xs = fit(points.map(\.x), nodes.map { problem.nodes[$0].width / 2 }, area.left, area.right)
    let ys = fit(points.map(\.y), nodes.map { problem.nodes[$0].height / 2 }, area.bottom, area.top)
    return zip(xs, ys).map { Point($0, $1) }
  }

  private func roughCost(of ties: [(first: Int, second: Int)], nodes: [Int], centers: [Point]) -> Double {
    let segments = ties.map { Segment(centers[$0.first], centers[$0.second]) }
    var cost = 0.0
    for (index, segment) in segments.enumerated() {
      cost += (segment.end - segment.start).length * 0.1
      // Of thousands of ties, some hundred tell how good a turn is.
      if segments.count > 400, index % (segments.count / 200) != 0 { continue }
      for other in segments[..<index] where segment.crosses(other) { cost += 30 }
      for node in nodes where node != ties[index].first && node != ties[index].second {
        let size = problem.nodes[node]
        if segment.meets(
          x: centers[node].x, y: centers[node].y, halfWidth: size.width / 2, halfHeight: size.height / 2)
        {
          cost += 40
        }
      }
    }
    return cost
  }

  /// Pushes overlapping boxes apart, each pair along the way that is shorter, and back into the area.
  private func spread(_ nodes: [Int], in area: Box, centers: inout [Point]) {
    for _ in 0..<60 {
      var hasMoved = false
      for (place, node) in nodes.enumerated() {
        for other in nodes[..<place] {
          let (size, otherSize) = (problem.nodes[node], problem.nodes[other])
          let shift = centers[node] - centers[other]
          let overlapX = (size.width + otherSize.width) / 2 + LayoutProblem.gap - abs(shift.x)
          let overlapY = (size.height + otherSize.height) / 2 + LayoutProblem.gap - abs(shift.y)
          guard overlapX > 0, overlapY > 0 else { continue }
          hasMoved = true
          if overlapX < overlapY {
            let push = overlapX / 2 * (shift.x < 0 ? -1 : 1)
            centers[node].x += push
            centers[other].x -= push
          } else {
            let push = overlapY / 2 * (shift.y < 0 ? -1 : 1)
            centers[node].y += push
            centers[other].y -= push
          }
        }
      }
      for node in nodes { centers[node] = held(box(node, at: centers[node]), in: area) }
      if !hasMoved { return }
    }
  }

  private func held(_ box: Box, in area: Box) -> Point {
    func clamp(_ value: Double, _ half: Double, _ low: Double, _ high: Double) -> Double {
      low + half > high - half ? (low + high) / 2 : min(max(value, low + half), high - half)
    }
    return Point(
      clamp(box.center.x, box.width / 2, area.left, area.right),
      clamp(box.center.y, box.height / 2, area.bottom, area.top))
  }
}
