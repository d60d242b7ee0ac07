import AllianceModel
import TerritoryAnalysis

/// Actors and alliances in columns side by side, each alliance tied to its parties.
struct BipartiteLayout {
  let subject: MapSubject
  /// Organisations, alliances and objects, each column by places in the graph, from the top.
  private let organisations: [Int]
  private let alliances: [Int]
  private let objects: [Int]
  /// Whether objects stand below the organisations instead of in a column of their own.
  private let isNarrow: Bool

  private static let rowGap = 2.4
  private static let gutter = 84.0

  /// - Parameters:
  ///   - actors: Those to be shown, in the order to begin with.
  ///   - alliances: Those to be shown; ties go to the actors that are shown.
  init(_ subject: MapSubject, actors: [Int], alliances: [Int], isNarrow: Bool) {
    (self.subject, self.isNarrow) = (subject, isNarrow)
    let left = actors.filter { isNarrow || subject.graph.actors[$0].isOrganisation }
    let right = actors.filter { !isNarrow && !subject.graph.actors[$0].isOrganisation }
    // Alliances come after actors in one numbering of members.
    let first = subject.graph.actors.count
    let shown = Set(actors)
    let ties = alliances.flatMap { alliance in
      subject.parties[alliance].filter(shown.contains).map { ($0, first + alliance) }
    }
    let order = ColumnOrder(
      columns: [left, alliances.map { first + $0 }, right], ties: ties.map { (first: $0.0, second: $0.1) })
    organisations = order.columns[0]
    self.alliances = order.columns[1].map { $0 - first }
    objects = order.columns[2]
  }

  /// The figure, its columns as far apart as `width` allows.
  ///
  /// - Parameter widest: Names longer than this are broken into lines.
  func figure(width: Double, widest: Double = 230) -> Figure {
    var columns = [
      organisations.map { name(of: $0, widest: widest) }, alliances.map { pill(of: $0, widest: widest) },
      objects.map { name(of: $0, widest: widest) },
    ]
    if objects.isEmpty { columns.removeLast() }
    let widths = columns.map { $0.map(\.box.width).max() ?? 0 }
    let taken = widths.reduce(0, +) + BipartiteLayout.markRoom * Double(columns.count - 1)
    let gutter = max(BipartiteLayout.gutter, min(240, (width - taken) / Double(columns.count - 1)))
    var figure = Figure()
    figure.width = taken + gutter * Double(columns.count - 1)
    figure.height = columns.map { height(of: $0) }.max() ?? 0
    // Names lean on their marks, which stand at the inner side of the column; pills stand in the middle of theirs.
    let pillLeft = widths[0] + BipartiteLayout.markRoom + gutter
    let isPair = columns.count == 2
    var placeOf: [Int: Int] = [:]
    add(columns[0], of: organisations, to: &figure, placeOf: &placeOf) { shape in
      (center: widths[0] - shape.box.width / 2, mark: widths[0] + BipartiteLayout.markRoom / 2)
    }
    let right = figure.width
    if let shapes = columns.dropFirst(2).first {
      add(shapes, of: objects, to: &figure, placeOf: &placeOf) { shape in
        (center: right - widths[2] + shape.box.width / 2, mark: right - widths[2] - BipartiteLayout.markRoom / 2)
      }
    }
    var pills: [Int] = []
    let spare = (figure.height - height(of: columns[1])) / Double(max(1, alliances.count))
    var y = figure.height - spare / 2
    for shape in columns[1] {
      var shape = shape
      let half = shape.box.width / 2
      shape.box.center = Point(isPair ? pillLeft + half : pillLeft + widths[1] / 2, y - shape.box.height / 2)
      y -= shape.box.height + BipartiteLayout.rowGap + spare
      pills.append(figure.add(shape))
    }
    addTies(placeOf, pills, to: &figure)
    figure.shownActors = Set(organisations + objects)
    figure.shownAlliances = Set(alliances)
    return figure
  }

  private static let size = 8.8
  /// From the name of an actor to the end of its mark.
  private static let markRoom = 13.0

  private func name(of index: Int, widest: Double) -> Figure.Shape {
    let actor = subject.graph.actors[index]
    let face: FontFace = actor.isOrganisation ? .regular : .italic
    let lines = TextWrapping.lines(actor.name, within: widest, size: BipartiteLayout.size, face: face)
    let text = Figure.Text(lines, size: BipartiteLayout.size, face: face)
    return Figure.Shape(
      id: "acteur_" + MapSceneBuilder.identifier(actor.id), cssClass: subject.cssClass(ofActor: index),
      box: Box(center: Point(0, 0), width: text.width, height: text.height), text: text,
      tooltip: subject.tooltip(ofActor: index))
  }

  /// A pill as flat as its text.
  private func pill(of index: Int, widest: Double) -> Figure.Shape {
    var shape = subject.shape(ofAlliance: index, size: BipartiteLayout.size, within: widest)
    shape.box.height = (shape.text?.height ?? 0) + 2.4
    return shape
  }

  private func height(of shapes: [Figure.Shape]) -> Double {
    shapes.map { $0.box.height + BipartiteLayout.rowGap }.reduce(-BipartiteLayout.rowGap, +)
  }

  private func add(
    _ shapes: [Figure.Shape], of actors: [Int], to figure: inout Figure, placeOf: inout [Int: Int],
    _ place: (Figure.Shape) -> (center: Double, mark: Double)
  ) {
    let spare = (figure.height - height(of: shapes)) / Double(max(1, shapes.count))
    var y = figure.height - spare / 2
    for (actor, shape) in zip(actors, shapes) {
      var shape = shape
      let x = place(shape)
      shape.box.center = Point(x.center, y - shape.box.height / 2)
      y -= shape.box.height + BipartiteLayout.rowGap + spare
      let id = "marque_" + MapSceneBuilder.identifier(subject.graph.actors[actor].id)
      figure.add(shape)
      placeOf[actor] = figure.add(
        subject.markShape(ofActor: actor, at: Point(x.mark, shape.box.center.y), id: id))
    }
  }

  private func addTies(_ placeOf: [Int: Int], _ pills: [Int], to figure: inout Figure) {
    // Curves end at the border of the column; what is left to a short pill is straight, so that none cuts a long one.
    let column = (
      left: pills.map { figure.shapes[$0].box.left }.min() ?? 0,
      right: pills.map { figure.shapes[$0].box.right }.max() ?? 0
    )
    for (alliance, pill) in zip(alliances, pills) {
      for actor in subject.parties[alliance] {
        guard let mark = placeOf[actor] else { continue }
        let (from, to) = (figure.shapes[mark].box, figure.shapes[pill].box)
        let isLeft = from.center.x < to.center.x
        let start = Point(isLeft ? from.right : from.left, from.center.y)
        let end = Point(isLeft ? to.left : to.right, to.center.y)
        let edge = isLeft ? column.left : column.right
        let reach = (edge - start.x) * 0.5
        figure.ties += subject.ties(ofAlliance: alliance, to: actor, ends: [mark, pill]) { shift in
          let (a, b) = (start + Point(0, shift), end + Point(0, shift))
          let c = Point(edge, b.y)
          return Spline(
            points: [a, Point(a.x + reach, a.y), Point(c.x - reach, c.y), c]
              + Spline(from: c, to: b).points.dropFirst())
        }
      }
    }
  }
}

/// Actors and alliances as two kinds of nodes: who sits in which alliance.
struct BipartitePlan: DiagramPlan {
  let subject: MapSubject
  let name = "bipartite"
  let drawsEveryTie = true
  private let layout: BipartiteLayout

  init(of subject: MapSubject) throws(CancellationError) {
    self.subject = subject
    let clusters = try subject.graph.clusters()
    let actors = subject.graph.actors.indices.filter { !subject.memberships[$0].isEmpty }
    func order(_ group: Int?, _ index: Int) -> (Int, Int) { (group ?? .max, index) }
    layout = BipartiteLayout(
      subject, actors: actors.sorted { order(clusters.actorCluster[$0], $0) < order(clusters.actorCluster[$1], $1) },
      alliances: subject.graph.alliances.indices.sorted {
        order(clusters.allianceCluster[$0], $0) < order(clusters.allianceCluster[$1], $1)
      }, isNarrow: false)
  }

  var titleEnd: String { subject.say(" : qui prend part à quelle alliance", ": who takes part in which alliance") }

  var remarks: [String] {
    let untied = subject.graph.actors.count - expectedActors.count
    guard untied > 0 else { return [] }
    return [
      subject.say("Sans alliance, non montrés : \(untied).", "Without an alliance, not shown: \(untied).")
    ]
  }

  var expectedActors: Set<Int> { Set(subject.graph.actors.indices.filter { !subject.memberships[$0].isEmpty }) }
  var expectedAlliances: Set<Int> { Set(subject.graph.alliances.indices) }

  var legend: [LegendRow] {
    [
      LegendRow(heading: MapWords.actors[subject.language], entries: subject.markEntries(of: expectedActors)),
      LegendRow(
        heading: MapWords.alliancesTitle[subject.language],
        entries: subject.formEntries(of: expectedAlliances)
          + [
            LegendRow.Entry(sample: .pill(MapWords.pillSample[subject.language]), text: MapWords.pill[subject.language])
          ]),
    ]
  }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    if Task.isCancelled { throw CancellationError() }
    return layout.figure(width: width)
  }
}
