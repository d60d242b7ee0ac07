/// Leads ties around the boxes that are not their ends.
///
/// A tie whose straight line is clear stays straight. Another one is led along the corners of the boxes in its way: the
/// shortest way with a price on bends and on crossing other ties, found among the corners of the boxes that the way has
/// met so far (a visibility graph that grows only where it must), then smoothed. Graphviz can route too (`splines=true`),
/// but takes seconds where this takes milliseconds, and its curves may pass behind a box.
///
/// - SeeAlso: T. Lozano-Pérez, M. A. Wesley, *An algorithm for planning collision-free paths among polyhedral obstacles*,
///   Communications of the ACM 22(10), 1979, [doi:10.1145/359156.359164](https://doi.org/10.1145/359156.359164).
struct TieRouting {
  /// What is in the way: nodes, and titles after them.
  let obstacles: [Box]
  /// The outline of each node.
  let outlines: [[Point]]
  let ties: [(first: Int, second: Int)]
  /// What curves do not leave; nil for no bounds.
  var bounds: Box?

  /// How far a curve stays from boxes that are not its ends, and how far its corners stay.
  static let clearance = 2.5
  private static let berth = 6.0
  private static let bendPrice = 12.0
  private static let crossingPrice = 22.0
  /// Between two ties of one pair.
  private static let parallelGap = 9.0

  /// The curve of each tie, from the outline of its first node to that of its second.
  ///
  /// - Complexity: O(*m* · *n*) when most ties are clear.
  func routes() -> [Spline] {
    let straight = ties.map { Segment(obstacles[$0.first].center, obstacles[$0.second].center) }
    let bows = bows()
    return ties.indices.map { index in
      let (first, second) = ties[index]
      return curve(of: index, straight: straight, bow: bows[index]).trimmingStart(inside: outlines[first]).reversed
        .trimmingStart(inside: outlines[second]).reversed
    }
  }

  private func curve(of index: Int, straight: [Segment], bow: Double) -> Spline {
    let line = straight[index]
    // One of several ties of a pair stands aside, on the other side if it must, when the way is clear there.
    for shift in bow == 0 ? [] : [bow, -bow * 2, bow * 3] {
      let curve = Spline(through: bowed(line, by: shift), tension: 1)
      if isClear(curve, index) { return curve }
    }
    if hits(line, index, margin: TieRouting.clearance).isEmpty { return Spline(from: line.start, to: line.end) }
    return smooth(detour(index, straight: straight), index)
  }

  /// How far the middle of each tie stands aside: ties of one pair would lie on each other.
  private func bows() -> [Double] {
    var places: [[Int]: [Int]] = [:]
    for (index, tie) in ties.enumerated() {
      places[[min(tie.first, tie.second), max(tie.first, tie.second)], default: []].append(index)
    }
    var bows = [Double](repeating: 0, count: ties.count)
    for (pair, twins) in places where twins.count > 1 {
      for (place, tie) in twins.enumerated() {
        let shift = (Double(place) - Double(twins.count - 1) / 2) * TieRouting.parallelGap
        bows[tie] = ties[tie].first == pair[0] ? shift : -shift
      }
    }
    return bows
  }

  private func bowed(_ segment: Segment, by shift: Double) -> [Point] {
    let along = segment.end - segment.start
    let aside = Point(-along.y, along.x) * (shift / max(along.length, 1e-9))
    return [segment.start, segment.start + along * 0.5 + aside, segment.end]
  }

  /// The obstacles that a piece of the tie `index` meets.
  private func hits(_ segment: Segment, _ index: Int, margin: Double) -> [Int] {
    let (first, second) = ties[index]
    return obstacles.indices.filter { obstacle in
      obstacle != first && obstacle != second && segment.meets(obstacles[obstacle].inset(by: margin))
    }
  }

  private func isClear(_ curve: Spline, _ index: Int) -> Bool {
    let samples = curve.samples()
    if let bounds, !samples.allSatisfy({ bounds.contains(Box(around: $0, $0)) }) { return false }
    return zip(samples, samples.dropFirst()).allSatisfy {
      hits(Segment($0, $1), index, margin: TieRouting.clearance).isEmpty
    }
  }

  /// The smoothest curve through `stops` that keeps clear.
  private func smooth(_ stops: [Point], _ index: Int) -> Spline {
    for tension in [1, 0.7, 0.45] {
      let curve = Spline(through: stops, tension: tension)
      if isClear(curve, index) { return curve }
    }
    for radius in [30.0, 14, 6] {
      let curve = Spline(along: stops, radius: radius)
      if isClear(curve, index) { return curve }
    }
    return Spline(along: stops, radius: 1)
  }

  // MARK: Detours

  private func detour(_ index: Int, straight: [Segment]) -> [Point] {
    let (start, end) = (straight[index].start, straight[index].end)
    var met = hits(straight[index], index, margin: TieRouting.clearance)
    var way = [start, end]
    let (a, b) = ties[index]
    for _ in 0..<12 {
      let corners = met.flatMap { obstacles[$0].inset(by: TieRouting.berth).corners }.filter {
        bounds?.contains(Box(around: $0, $0)) ?? true
      }
      // Only ties that come near can be crossed.
      let reach = corners.reduce(Box(around: start, end)) { $0.union(Box(around: $1, $1)) }.inset(by: 1)
      let near = straight.indices.filter { other in
        let (c, d) = ties[other]
        return a != c && a != d && b != c && b != d
          && Box(around: straight[other].start, straight[other].end).overlaps(reach)
      }.map { straight[$0] }
      guard let found = shortest(from: start, to: end, over: corners, around: met, crossing: near) else { return way }
      way = found
      let more = Set(zip(way, way.dropFirst()).flatMap { hits(Segment($0, $1), index, margin: TieRouting.clearance) })
        .subtracting(met)
      if more.isEmpty { return way }
      met += more.sorted()
    }
    return way
  }

  /// Dijkstra over the corners; a leg is allowed when it passes no obstacle that was met so far.
  private func shortest(
    from start: Point, to end: Point, over corners: [Point], around met: [Int], crossing ties: [Segment]
  ) -> [Point]? {
    let points = [start, end] + corners
    let blocks = met.map { obstacles[$0].inset(by: TieRouting.clearance) }
    var distance = [Double](repeating: .infinity, count: points.count)
    var previous = [Int](repeating: -1, count: points.count)
    var isDone = [Bool](repeating: false, count: points.count)
    distance[0] = 0
    while true {
      guard
        let current = points.indices.filter({ !isDone[$0] && distance[$0] < .infinity })
          .min(by: { distance[$0] < distance[$1] })
      else { return nil }
      if current == 1 { break }
      isDone[current] = true
      for next in points.indices where !isDone[next] && next != 0 {
        let leg = Segment(points[current], points[next])
        let length = (leg.end - leg.start).length
        guard distance[current] + length < distance[next], !blocks.contains(where: { leg.meets($0) }) else { continue }
        let price = length + TieRouting.bendPrice + TieRouting.crossingPrice * Double(ties.count(where: leg.crosses))
        if distance[current] + price < distance[next] {
          distance[next] = distance[current] + price
          previous[next] = current
        }
      }
    }
    var way = [points[1]]
    var place = 1
    while place != 0 {
      place = previous[place]
      way.append(points[place])
    }
    return way.reversed()
  }
}
