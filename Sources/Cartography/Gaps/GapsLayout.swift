import AllianceModel
import Foundation

/// A ring of names with chords inside, and the list of the pairs beside it or below.
struct GapsLayout {
  let plan: GapsPlan
  let width: Double
  let height: Double

  private static let size = 9.0
  private static let gap = 24.0

  private var subject: MapSubject { plan.subject }
  private var isWide: Bool { width > height }

  func figure() -> Figure {
    let keyWidth = isWide ? max(210, width * 0.3) : width
    let key = key(width: keyWidth)
    let ring: Figure
    if isWide {
      ring = self.ring(ratio: max(0.6, (width - keyWidth - GapsLayout.gap) / height))
    } else {
      ring = self.ring(ratio: max(0.6, width / max(height * 0.4, height - key.height - GapsLayout.gap)))
    }
    var figure = Figure()
    if isWide {
      (figure.width, figure.height) = (ring.width + GapsLayout.gap + key.width, max(ring.height, key.height))
      figure.add(ring, at: Point(0, (figure.height - ring.height) / 2))
      figure.add(key, at: Point(ring.width + GapsLayout.gap, figure.height - key.height))
    } else {
      (figure.width, figure.height) = (max(ring.width, key.width), ring.height + GapsLayout.gap + key.height)
      figure.add(ring, at: Point((figure.width - ring.width) / 2, key.height + GapsLayout.gap))
      figure.add(key, at: Point(0, 0))
    }
    return figure
  }

  // MARK: Ring

  private func ring(ratio: Double) -> Figure {
    let shapes = plan.members.map { subject.shape(ofActor: $0, size: 9.4, widest: 108) }
    let items = shapes.enumerated().map { index, shape in
      RingPlacement.Item(
        width: shape.box.width, height: shape.box.height, wish: Double(index) / Double(shapes.count) * 2 * Double.pi)
    }
    let centers = RingPlacement(
      middle: RingPlacement.Item(width: 120 * ratio.squareRoot(), height: 120 / ratio.squareRoot(), wish: nil),
      rings: [items], ratio: ratio
    ).centers()[0]
    var figure = Figure()
    var placeOf: [Int: Int] = [:]
    for (index, member) in plan.members.enumerated() {
      var shape = shapes[index]
      shape.box.center = centers[index]
      placeOf[member] = figure.add(shape)
    }
    let frame = figure.shapes.dropFirst().map(\.box).reduce(figure.shapes[0].box) { $0.union($1) }.inset(by: 4)
    let origin = Point(frame.left, frame.bottom)
    for index in figure.shapes.indices { figure.shapes[index].box.center = figure.shapes[index].box.center - origin }
    (figure.width, figure.height) = (frame.width, frame.height)
    let center = Point(0, 0) - origin
    for (first, second) in plan.ties {
      guard let a = placeOf[first], let b = placeOf[second] else { continue }
      addTie("lien", first, second, [a, b], center, subject.theme.paleTie, to: &figure)
    }
    addPairs(placeOf, center: center, to: &figure)
    figure.shownActors = Set(plan.members)
    return figure
  }

  /// A chord that leaves both boxes towards the middle and passes behind no third one.
  ///
  /// Where boxes of unlike widths stand side by side, the first choice may meet a neighbour: then the chord leaves more
  /// steeply or by another side, and at last it is led around.
  private func chord(_ ends: [Int], center: Point, among shapes: [Figure.Shape]) -> Spline {
    let (first, second) = (shapes[ends[0]].box, shapes[ends[1]].box)
    let others = shapes.indices.filter { !ends.contains($0) && !shapes[$0].isOpen }.map {
      shapes[$0].box.inset(by: 0.5)
    }
    for pull in [0.55, 0.35, 0.8] {
      for (a, b) in zip(gates(of: first, center: center), gates(of: second, center: center)) {
        let curve = Spline(points: [a, a + (center - a) * pull, b + (center - b) * pull, b])
        let samples = curve.samples(perPiece: 24)
        let isClear = zip(samples, samples.dropFirst()).allSatisfy { start, end in
          let piece = Segment(start, end)
          return !others.contains { piece.meets($0) }
        }
        if isClear { return curve }
      }
    }
    let closed = shapes.filter { !$0.isOpen }
    let routing = TieRouting(
      obstacles: closed.map(\.box), outlines: closed.map { ($0.style?.shape ?? .box).outline(in: $0.box) },
      ties: [(ends[0], ends[1])])
    return routing.routes()[0]
  }

  /// Where a chord may leave a box: where it faces the middle, at the side, above or below.
  private func gates(of box: Box, center: Point) -> [Point] {
    let way = center - box.center
    let reach = min(box.width / 2 / max(abs(way.x), 1e-9), box.height / 2 / max(abs(way.y), 1e-9))
    return [
      box.center + way * min(1, reach), Point(way.x < 0 ? box.left : box.right, box.center.y),
      Point(box.center.x, way.y < 0 ? box.bottom : box.top),
    ]
  }

  private func addTie(
    _ kind: String, _ first: Int, _ second: Int, _ ends: [Int], _ center: Point, _ style: MapTheme.TieStyle,
    to figure: inout Figure
  ) {
    let (one, two) = (subject.graph.actors[first], subject.graph.actors[second])
    figure.ties.append(
      Figure.Tie(
        id: "\(kind)_\(MapSceneBuilder.identifier(one.id))_\(MapSceneBuilder.identifier(two.id))", cssClass: kind,
        curve: chord(ends, center: center, among: figure.shapes), style: style,
        tooltip: "\(one.name) – \(two.name)", ends: ends))
  }

  /// Each number at a place of its chord where no other stands.
  private func addPairs(_ placeOf: [Int: Int], center: Point, to figure: inout Figure) {
    var badges: [Box] = []
    for pair in plan.pairs {
      guard let a = placeOf[pair.first], let b = placeOf[pair.second] else { continue }
      addTie("manque", pair.first, pair.second, [a, b], center, subject.theme.absentTie, to: &figure)
      let samples = figure.ties[figure.ties.count - 1].curve.samples(perPiece: 24)
      var shape = badge(pair, id: "numero_\(pair.number)")
      let order = samples.indices.sorted { abs($0 - samples.count / 2) < abs($1 - samples.count / 2) }
      let place = order.first { index in
        shape.box.center = samples[index]
        let room = shape.box.inset(by: 2)
        return !badges.contains { $0.overlaps(room) } && !figure.shapes.contains { !$0.isOpen && $0.box.overlaps(room) }
      }
      shape.box.center = samples[place ?? samples.count / 2]
      badges.append(shape.box)
      figure.add(shape)
    }
  }

  private func badge(_ pair: GapsPlan.Pair, id: String) -> Figure.Shape {
    let text = Figure.Text(["\(pair.number)"], size: GapsLayout.size, face: .bold, color: subject.theme.absentTie.color)
    let (one, two) = (subject.graph.actors[pair.first].name, subject.graph.actors[pair.second].name)
    return Figure.Shape(
      id: id, cssClass: "numero", box: Box(center: Point(0, 0), width: max(15, text.width + 8), height: 15),
      style: MapTheme.NodeStyle(.ellipse, fill: subject.theme.paper, border: subject.theme.absentTie.color), text: text,
      tooltip: "\(pair.number). \(one) – \(two)\u{A0}: \(pair.reason)", isInLegend: false, isOpen: true)
  }

  // MARK: Key

  /// The pairs under each other, each with its reason; in columns where the list stands below the ring.
  private func key(width: Double) -> Figure {
    let columns = isWide ? 1 : max(1, min(3, Int(width / 230)))
    let column = (width - Double(columns - 1) * GapsLayout.gap) / Double(columns)
    let entries = plan.pairs.map { entry($0, width: column) }
    let ranges = Partitioning.evenRanges(of: entries.map(\.height), count: columns)
    var figure = Figure()
    figure.width = width
    figure.height = ranges.map { entries[$0].map(\.height).reduce(0, +) }.max() ?? 0
    for (number, range) in ranges.enumerated() {
      var y = figure.height
      for entry in entries[range] {
        figure.add(entry, at: Point(Double(number) * (column + GapsLayout.gap), y - entry.height))
        y -= entry.height
      }
    }
    return figure
  }

  private func entry(_ pair: GapsPlan.Pair, width: Double) -> Figure {
    let (one, two) = (subject.graph.actors[pair.first].name, subject.graph.actors[pair.second].name)
    let names = TextWrapping.lines("\(one) – \(two)", within: width - 26, size: GapsLayout.size, face: .bold)
    let reason = TextWrapping.lines(pair.reason, within: width - 26, size: GapsLayout.size)
    let lines =
      names.map { [Figure.Text.Piece(string: $0, face: .bold)] }
      + reason.filter { !$0.isEmpty }.map { [Figure.Text.Piece(string: $0, color: subject.theme.faintInk)] }
    let text = Figure.Text(lines, size: GapsLayout.size, isCentered: false)
    var figure = Figure()
    (figure.width, figure.height) = (width, max(16, text.height) + 7)
    let top = figure.height - 2
    var badge = badge(pair, id: "liste_numero_\(pair.number)")
    badge.box.center = Point(9, top - GapsLayout.size * 0.6)
    badge.box.height = min(badge.box.height, 15)
    figure.add(badge)
    figure.add(
      Figure.Shape(
        id: "liste_\(pair.number)", cssClass: "liste",
        box: Box(left: 24, bottom: top - text.height, right: width, top: top), text: text,
        tooltip: "\(one) – \(two)\u{A0}: \(pair.reason)"))
    return figure
  }
}
