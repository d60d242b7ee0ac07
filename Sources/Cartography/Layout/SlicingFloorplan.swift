import GraphCore

/// Divides a sheet into one rectangle for each group: groups that share ties side by side, no corner left empty.
///
/// The division is a slicing one: the sheet is cut in two by a straight line, each part again, and so on. A postfix
/// expression says how; simulated annealing looks for the best, with the three moves of Wong and Liu. Each rectangle gets
/// the share of the sheet that its group needs, so only its proportions and its neighbours are open.
///
/// - SeeAlso: D. F. Wong, C. L. Liu, *A new algorithm for floorplan design*, Design Automation Conference 1986,
///   [doi:10.1109/DAC.1986.1586075](https://doi.org/10.1109/DAC.1986.1586075).
struct SlicingFloorplan {
  /// What a group asks of its rectangle.
  struct Room {
    /// In any unit: only shares count.
    let area: Double
    let minimumWidth: Double
    let minimumHeight: Double
  }

  let rooms: [Room]
  /// How many ties join each pair of groups.
  let links: [[Double]]
  let sheet: Box

  /// A cut, or a room, in postfix order.
  private enum Element: Equatable {
    case room(Int)
    /// The first part to the left of the second.
    case beside
    /// The first part above the second.
    case above
  }

  /// The rectangles of the rooms, in their order.
  ///
  /// - Parameter steps: How many divisions are tried.
  /// - Complexity: O(*steps* · *k* · *l*) for *k* rooms and *l* pairs of them with ties.
  func cells(steps: Int, using generator: inout SeededGenerator) -> [Box] {
    guard rooms.count > 1 else { return rooms.isEmpty ? [] : [sheet] }
    var current = start()
    var boxes = [Box](repeating: sheet, count: rooms.count)
    place(current, into: &boxes)
    var currentCost = cost(of: boxes)
    var best = (cost: currentCost, expression: current)
    let hot = 0.25 * currentCost
    for step in 0..<steps {
      let heat = hot * (1 - Double(step) / Double(steps)) * (1 - Double(step) / Double(steps)) + 1e-9
      var candidate = current
      guard change(&candidate, using: &generator) else { continue }
      place(candidate, into: &boxes)
      let candidateCost = cost(of: boxes)
      let rise = candidateCost - currentCost
      // A rise is accepted less often the larger it is: a rational stand-in for Boltzmann's exponential.
      let ratio = rise / heat
      if rise <= 0 || generator.unitInterval() < 1 / (1 + ratio + ratio * ratio * 0.5 + ratio * ratio * ratio / 6) {
        (current, currentCost) = (candidate, candidateCost)
        if currentCost < best.cost { best = (currentCost, current) }
      }
    }
    place(best.expression, into: &boxes)
    return boxes
  }

  /// Rooms in rows, to begin with.
  private func start() -> [Element] {
    var expression: [Element] = [.room(0)]
    for room in rooms.indices.dropFirst() {
      expression.append(.room(room))
      expression.append(room % 3 == 0 ? .above : .beside)
    }
    return expression
  }

  /// Swaps two neighbouring rooms, turns a cut, or swaps a room with the cut beside it. False when the result is no
  /// division, or one that is written in another way already.
  private func change(_ expression: inout [Element], using generator: inout SeededGenerator) -> Bool {
    func isRoom(_ index: Int) -> Bool { if case .room = expression[index] { true } else { false } }
    let roomPlaces = expression.indices.filter(isRoom)
    switch generator.below(3) {
    case 0:
      let first = generator.below(roomPlaces.count)
      let second = generator.below(roomPlaces.count)
      guard first != second else { return false }
      expression.swapAt(roomPlaces[first], roomPlaces[second])
      return true
    case 1:
      let cuts = expression.indices.filter { !isRoom($0) }
      var index = cuts[generator.below(cuts.count)]
      // A chain of cuts is turned whole, so that no two equal cuts come to stand together.
      while index < expression.count, !isRoom(index) {
        expression[index] = expression[index] == .beside ? .above : .beside
        index += 1
      }
      return isDivision(expression)
    default:
      let index = generator.below(expression.count - 1)
      guard isRoom(index) != isRoom(index + 1) else { return false }
      expression.swapAt(index, index + 1)
      return isDivision(expression)
    }
  }

  /// Whether each cut has two parts before it.
  private func isDivision(_ expression: [Element]) -> Bool {
    var parts = 0
    for element in expression {
      if case .room = element { parts += 1 } else { parts -= 1 }
      if parts < 1 { return false }
    }
    return parts == 1
  }

  /// Cuts the sheet as the expression says: areas from the first element to the last, rectangles back from the last.
  private func place(_ expression: [Element], into boxes: inout [Box]) {
    var areas = [Double](repeating: 0, count: expression.count)
    // For each cut, where its second part ends is its own place − 1; where its first part ends is kept here.
    var firstEnds = [Int](repeating: 0, count: expression.count)
    var starts = [Int](repeating: 0, count: expression.count)
    var stack: [Int] = []
    for (index, element) in expression.enumerated() {
      if case .room(let room) = element {
        areas[index] = rooms[room].area
        starts[index] = index
      } else {
        let second = stack.removeLast()
        let first = stack.removeLast()
        areas[index] = areas[first] + areas[second]
        firstEnds[index] = first
        starts[index] = starts[first]
      }
      stack.append(index)
    }
    var open: [(Int, Box)] = [(expression.count - 1, sheet)]
    while let (index, box) = open.popLast() {
      let first = firstEnds[index]
      switch expression[index] {
      case .room(let room): boxes[room] = box
      case .beside:
        let cut = box.left + box.width * areas[first] / areas[index]
        open.append((first, Box(left: box.left, bottom: box.bottom, right: cut, top: box.top)))
        open.append((index - 1, Box(left: cut, bottom: box.bottom, right: box.right, top: box.top)))
      case .above:
        let cut = box.top - box.height * areas[first] / areas[index]
        open.append((first, Box(left: box.left, bottom: cut, right: box.right, top: box.top)))
        open.append((index - 1, Box(left: box.left, bottom: box.bottom, right: box.right, top: cut)))
      }
    }
  }

  /// The length of the ties between rectangles, and how far these are from being fit to hold a group.
  private func cost(of boxes: [Box]) -> Double {
    let unit = (sheet.width + sheet.height) / 2
    var cost = 0.0
    for (first, box) in boxes.enumerated() {
      for second in 0..<first where links[first][second] > 0 {
        let shift = box.center - boxes[second].center
        cost += links[first][second] * (abs(shift.x) + abs(shift.y)) / unit
        // Ties that lead across a third room are in the way there.
        let line = Segment(box.center, boxes[second].center)
        for third in boxes.indices where third != first && third != second && line.meets(boxes[third]) {
          cost += links[first][second] * SlicingFloorplan.passage
        }
      }
      let ratio = box.width / box.height
      let weight = 1 + rooms[first].area / averageArea
      if ratio > 2.1 { cost += 1.5 * weight * (ratio / 2.1 - 1) }
      if ratio < 0.8 { cost += 1.5 * weight * (0.8 / ratio - 1) }
      if box.width < rooms[first].minimumWidth { cost += 20 * (rooms[first].minimumWidth / box.width - 1) + 2 }
      if box.height < rooms[first].minimumHeight { cost += 20 * (rooms[first].minimumHeight / box.height - 1) + 2 }
    }
    return cost
  }

  /// How much a tie across a third room counts, in sheet lengths.
  private static let passage = 0.35

  private var averageArea: Double { sheet.area / Double(rooms.count) }

  init(rooms: [Room], links: [[Double]], sheet: Box) {
    // Areas are scaled to the sheet, so that they can be compared with it.
    let factor = sheet.area / max(1e-9, rooms.map(\.area).reduce(0, +))
    self.rooms = rooms.map {
      Room(area: $0.area * factor, minimumWidth: $0.minimumWidth, minimumHeight: $0.minimumHeight)
    }
    (self.links, self.sheet) = (links, sheet)
  }
}
