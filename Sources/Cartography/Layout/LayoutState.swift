/// Boxes that move inside the cells of their groups, and what it costs to have them where they are.
///
/// What makes costs quick to tell: a tie inside a group stays in the group's cell, which is convex, so it meets only
/// boxes and ties of that group and ties between groups. Boxes are therefore numbered group by group, each group's title
/// last, and ties likewise, those between groups at the end.
struct LayoutState {
  /// How much each fault counts, in points of tie length.
  enum Penalty {
    static let overlap = 300.0
    static let throughBox = 140.0
    static let crossing = 36.0
    static let throughGroup = 20.0
    static let nearness = 0.9
    static let innerLength = 0.16
    static let outerLength = 0.07
  }

  /// Boxes nearer than this to each other are pushed apart a little, to fill the cell evenly.
  private static let comfort = 26.0
  /// A tie is kept this far from boxes that are not its ends.
  private static let clearance = 4.0

  let areas: [Box]
  /// The group of each box.
  let groups: [Int]
  /// Where the boxes of each group begin, and where the last group ends.
  let groupStarts: [Int]
  let isTitle: [Bool]
  /// The ties of each box: `tiesOf[tieStarts[box]..<tieStarts[box + 1]]`.
  let tieStarts: [Int]
  let tiesOf: [Int]
  let first: [Int]
  let second: [Int]
  private let hasOuterTie: [Bool]
  /// Each box and its place: one array, because the loops below read all of it for each box.
  private var places: [Place]
  /// The same with the clearance that ties keep from them.
  private var obstacles: BoxTable
  /// The line of each tie: the ranges are the groups, and the last one those between groups.
  private var lines: LineTable

  // Costs that were told before hold until something that they rest on has moved.
  private var costs: [Double]
  private var toldAt: [Int]
  private var clock = 1
  private var groupMovedAt: [Int]
  private var outerMovedAt = 1

  private struct Place {
    var x: Double
    var y: Double
    let halfWidth: Double
    let halfHeight: Double
  }

  /// - Parameters:
  ///   - boxes: In the order of their groups, titles last in each.
  ///   - areas: Where the boxes of each group stay.
  init(boxes: [Box], groups: [Int], isTitle: [Bool], areas: [Box], ties: [(first: Int, second: Int)]) {
    (self.groups, self.isTitle, self.areas) = (groups, isTitle, areas)
    places = boxes.map {
      Place(x: $0.center.x, y: $0.center.y, halfWidth: $0.width / 2, halfHeight: $0.height / 2)
    }
    groupStarts = LayoutState.starts(of: groups, count: areas.count)
    func place(_ tie: (first: Int, second: Int)) -> Int {
      groups[tie.first] == groups[tie.second] ? groups[tie.first] : areas.count
    }
    let sorted = ties.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
    first = sorted.map(\.first)
    second = sorted.map(\.second)
    // Where the ties inside each group begin; after the last group come those between groups.
    let rangeStarts = LayoutState.starts(of: sorted.map(place), count: areas.count + 1)
    lines = LineTable(
      sorted.map { Segment(boxes[$0.first].center, boxes[$0.second].center) }, starts: rangeStarts)
    obstacles = BoxTable(boxes, margin: LayoutState.clearance, starts: groupStarts)
    var lists = [[Int]](repeating: [], count: boxes.count)
    for (index, tie) in sorted.enumerated() {
      lists[tie.first].append(index)
      lists[tie.second].append(index)
    }
    tiesOf = Array(lists.joined())
    tieStarts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let outerStart = rangeStarts[areas.count]
    hasOuterTie = lists.map { $0.contains { $0 >= outerStart } }
    costs = Array(repeating: 0, count: boxes.count)
    toldAt = Array(repeating: 0, count: boxes.count)
    groupMovedAt = Array(repeating: 1, count: areas.count)
  }

  /// Where each value begins in a rising list of `0..<count`, and the end.
  private static func starts(of values: [Int], count: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for value in values { starts[value + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return starts
  }

  // MARK: Moving

  func center(of box: Int) -> Point { Point(places[box].x, places[box].y) }

  /// The nearest point to `target` where `box` lies inside its area; a title stays under the upper side.
  func held(_ box: Int, at target: Point) -> Point {
    let area = areas[groups[box]]
    let place = places[box]
    return Point(
      LayoutState.clamp(target.x, area.left + place.halfWidth, area.right - place.halfWidth),
      isTitle[box]
        ? place.y : LayoutState.clamp(target.y, area.bottom + place.halfHeight, area.top - place.halfHeight))
  }

  private static func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    low > high ? (low + high) / 2 : min(max(value, low), high)
  }

  mutating func put(_ box: Int, at point: Point) {
    places[box].x = point.x
    places[box].y = point.y
    obstacles.move(box, to: point)
    for slot in tieStarts[box]..<tieStarts[box + 1] {
      let tie = tiesOf[slot]
      let old = lines[tie]
      lines[tie] = first[tie] == box ? Segment(point, old.end) : Segment(old.start, point)
    }
  }

  /// To be called when boxes have been moved for good.
  mutating func noteMove(of boxes: some Sequence<Int>) {
    clock += 1
    for box in boxes {
      groupMovedAt[groups[box]] = clock
      if hasOuterTie[box] { outerMovedAt = clock }
    }
  }

  // MARK: Cost

  /// What depends on the place of `box`, kept until something near it moves.
  mutating func knownCost(of box: Int) -> Double {
    let changed = hasOuterTie[box] ? clock : max(groupMovedAt[groups[box]], outerMovedAt)
    if toldAt[box] >= changed { return costs[box] }
    costs[box] = cost(of: box, stopAbove: .infinity)
    toldAt[box] = clock
    return costs[box]
  }

  /// What depends on the place of `box`. Once it is clear that it exceeds `limit`, any number above that.
  func cost(of box: Int, stopAbove limit: Double) -> Double {
    var cost = crowding(of: box)
    if cost > limit { return cost }
    cost += Penalty.throughBox * Double(passing(box))
    if cost > limit { return cost }
    for slot in tieStarts[box]..<tieStarts[box + 1] {
      cost += self.cost(ofTie: tiesOf[slot])
      if cost > limit { return cost }
    }
    return cost
  }

  /// The range of ``lines`` that holds the ties between groups.
  private var outer: Int { areas.count }

  private func crowding(of box: Int) -> Double {
    var cost = 0.0
    let group = groups[box]
    let own = places[box]
    for other in groupStarts[group]..<groupStarts[group + 1] where other != box {
      let gap = LayoutState.gap(own, places[other])
      if gap >= LayoutState.comfort { continue }
      cost += (LayoutState.comfort - gap) * Penalty.nearness
      if gap < LayoutProblem.gap { cost += Penalty.overlap + 12 * (LayoutProblem.gap - gap) }
    }
    return cost
  }

  /// From border to border, in the direction where it is larger; negative when the two overlap.
  private static func gap(_ one: Place, _ other: Place) -> Double {
    max(
      abs(one.x - other.x) - one.halfWidth - other.halfWidth,
      abs(one.y - other.y) - one.halfHeight - other.halfHeight)
  }

  private func cost(ofTie tie: Int) -> Double {
    let segment = lines[tie]
    let length = (segment.end - segment.start).length
    let (a, b) = (groups[first[tie]], groups[second[tie]])
    let outerCrossings = lines.crossings(of: segment, in: outer)
    if a == b {
      return length * Penalty.innerLength
        + Penalty.crossing * Double(lines.crossings(of: segment, in: a) + outerCrossings)
        + Penalty.throughBox * Double(blocked(segment, tie, a))
    }
    var cost = length * Penalty.outerLength + Penalty.crossing * Double(outerCrossings)
    for group in areas.indices where segment.meets(areas[group]) {
      cost += Penalty.crossing * Double(lines.crossings(of: segment, in: group))
      cost += Penalty.throughBox * Double(blocked(segment, tie, group))
      if group != a && group != b { cost += Penalty.throughGroup }
    }
    return cost
  }

  /// How many boxes of a group a tie passes behind, its ends left out.
  private func blocked(_ segment: Segment, _ tie: Int, _ group: Int) -> Int {
    var count = obstacles.met(by: segment, in: group)
    if groups[first[tie]] == group, isBehind(segment, places[first[tie]]) { count -= 1 }
    if groups[second[tie]] == group, isBehind(segment, places[second[tie]]) { count -= 1 }
    return count
  }

  /// How many ties pass behind a box that is not their end.
  private func passing(_ box: Int) -> Int {
    let place = places[box]
    func passing(_ range: Int) -> Int {
      lines.passing(
        x: place.x, y: place.y, halfWidth: place.halfWidth + LayoutState.clearance,
        halfHeight: place.halfHeight + LayoutState.clearance, in: range)
    }
    var count = passing(groups[box]) + passing(outer)
    for slot in tieStarts[box]..<tieStarts[box + 1] where isBehind(lines[tiesOf[slot]], place) { count -= 1 }
    return count
  }

  private func isBehind(_ segment: Segment, _ place: Place) -> Bool {
    segment.meets(
      x: place.x, y: place.y, halfWidth: place.halfWidth + LayoutState.clearance,
      halfHeight: place.halfHeight + LayoutState.clearance)
  }

  // MARK: Result

  /// Pairs of boxes that stand too near each other.
  var overlapCount: Int {
    groups.indices.reduce(0) { count, box in
      count
        + (box + 1..<groupStarts[groups[box] + 1]).count { other in
          LayoutState.gap(places[box], places[other]) < LayoutProblem.gap * 0.6
        }
    }
  }

  /// The cost of the whole: each tie once.
  var totalCost: Double {
    first.indices.reduce(0) { $0 + cost(ofTie: $1) } + groups.indices.reduce(0) { $0 + crowding(of: $1) } / 2
  }
}
