import GraphCore

/// Moves boxes about until ties are short, cross little and pass behind no box.
///
/// Threshold accepting: random steps, taken when they make the whole cheaper or not much dearer; how much is still
/// allowed, and how far steps go, shrinks to nothing.
///
/// - SeeAlso: G. Dueck, T. Scheuer, *Threshold accepting*, Journal of Computational Physics 90(1), 1990,
///   [doi:10.1016/0021-9991(90)90201-B](https://doi.org/10.1016/0021-9991(90)90201-B).
struct LayoutRefinement {
  private(set) var state: LayoutState
  private let movable: [Int]
  private let titles: [Int]
  /// The boxes that have ties to one other box alone, by that box.
  private let leaves: [[Int]]

  /// What a step may cost at first, in the unit of ``LayoutState/Penalty``.
  private static let heat = 26.0

  init(_ state: LayoutState) {
    self.state = state
    let boxes = state.groups.indices
    movable = boxes.filter { !state.isTitle[$0] }
    titles = boxes.filter { state.isTitle[$0] }
    var leaves = [[Int]](repeating: [], count: boxes.count)
    for box in movable where state.tieStarts[box + 1] - state.tieStarts[box] == 1 {
      let tie = state.tiesOf[state.tieStarts[box]]
      let partner = state.first[tie] == box ? state.second[tie] : state.first[tie]
      if state.groups[partner] == state.groups[box] { leaves[partner].append(box) }
    }
    self.leaves = leaves
  }

  /// Runs the search.
  ///
  /// - Parameter sweeps: How often each box is tried, on average.
  mutating func run(sweeps: Int, using generator: inout SeededGenerator) {
    guard !movable.isEmpty else { return }
    let steps = sweeps * movable.count
    let flipEvery = max(1, steps / 60)
    for step in 0..<steps {
      let left = 1 - Double(step) / Double(steps)
      let allowed = LayoutRefinement.heat * left * left
      let box = movable[generator.below(movable.count)]
      let area = state.areas[state.groups[box]]
      let radius = max(3, 0.5 * left * left * max(area.width, area.height))
      let shift = Point(
        (generator.unitInterval() * 2 - 1) * radius, (generator.unitInterval() * 2 - 1) * radius)
      switch generator.below(12) {
      case 0: swap(box, allowed: allowed, using: &generator)
      case 1 where !leaves[box].isEmpty, 2 where !leaves[box].isEmpty:
        move([box] + leaves[box], by: shift, allowed: allowed)
      default: move(box, by: shift, allowed: allowed)
      }
      if !titles.isEmpty, step % 12 == 0 {
        move(titles[generator.below(titles.count)], by: Point(shift.x, 0), allowed: 0)
      }
      if left > 0.25, step % flipEvery == 0 {
        flip(generator.below(state.areas.count), isSideways: generator.below(2) == 0)
      }
    }
  }

  private mutating func move(_ box: Int, by shift: Point, allowed: Double) {
    let old = state.center(of: box)
    let new = state.held(box, at: old + shift)
    guard new != old else { return }
    let limit = state.knownCost(of: box) + allowed
    state.put(box, at: new)
    if state.cost(of: box, stopAbove: limit) > limit {
      state.put(box, at: old)
    } else {
      state.noteMove(of: [box])
    }
  }

  private mutating func move(_ boxes: [Int], by shift: Point, allowed: Double) {
    place(boxes, at: boxes.map { state.held($0, at: state.center(of: $0) + shift) }, allowed: allowed)
  }

  private mutating func swap(_ box: Int, allowed: Double, using generator: inout SeededGenerator) {
    let group = state.groups[box]
    let mates = state.groupStarts[group]..<state.groupStarts[group + 1]
    let other = mates.lowerBound + generator.below(mates.count)
    guard other != box, !state.isTitle[other] else { return }
    let (here, there) = (state.center(of: box), state.center(of: other))
    place([box, other], at: [state.held(box, at: there), state.held(other, at: here)], allowed: allowed)
  }

  /// Mirrors a whole group in its area.
  private mutating func flip(_ group: Int, isSideways: Bool) {
    let boxes = (state.groupStarts[group]..<state.groupStarts[group + 1]).filter { !state.isTitle[$0] }
    let middle = state.areas[group].center
    let targets = boxes.map { box in
      let center = state.center(of: box)
      return state.held(
        box, at: isSideways ? Point(2 * middle.x - center.x, center.y) : Point(center.x, 2 * middle.y - center.y))
    }
    place(boxes, at: targets, allowed: 0)
  }

  /// Moves several boxes at once. What two of them have between them counts twice, before as after.
  private mutating func place(_ boxes: [Int], at targets: [Point], allowed: Double) {
    let old = boxes.map { state.center(of: $0) }
    var limit = allowed
    for box in boxes { limit += state.knownCost(of: box) }
    for (box, target) in zip(boxes, targets) { state.put(box, at: target) }
    var cost = 0.0
    for box in boxes {
      cost += state.cost(of: box, stopAbove: limit - cost)
      if cost > limit {
        for (box, point) in zip(boxes, old) { state.put(box, at: point) }
        return
      }
    }
    state.noteMove(of: boxes)
  }
}
