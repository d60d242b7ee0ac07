/// Boxes in groups, joined by ties, to be placed on a sheet: what the layout knows of a map.
struct LayoutProblem: Sendable {
  /// In points of the drawing.
  struct Size: Sendable {
    let width: Double
    let height: Double
  }

  let nodes: [Size]
  /// The group of each node, in `0..<groupCount`.
  let groups: [Int]
  /// Pairs of nodes, each once.
  let ties: [(first: Int, second: Int)]
  /// The room that the title of each group needs; nil for a group without one.
  let titles: [Size?]

  var groupCount: Int { titles.count }

  /// From a box to its neighbour.
  static let gap = 9.0
  /// From a box to the outline of its group.
  static let hullMargin = 11.0
  /// From the outline of one group to the next.
  static let gutter = 14.0
}

/// Where a layout puts things.
struct LayoutSolution: Sendable, Equatable {
  /// In the order of the problem's nodes.
  let centers: [Point]
  /// The titles of the groups; nil without one.
  let titles: [Box?]
  /// The part of the sheet that belongs to each group. They fill the sheet, and none overlaps another.
  let cells: [Box]
  /// The penalty that the search was left with: comparable between solutions of one problem.
  let cost: Double
  /// Whether every box is clear of the others.
  let isFeasible: Bool

  /// For comparing: what is feasible comes first, then what costs less.
  var rank: Double { cost + (isFeasible ? 0 : 1e9) }
}
