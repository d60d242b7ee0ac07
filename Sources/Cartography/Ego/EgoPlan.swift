import AllianceModel
import Foundation

/// One actor in the middle; around it its alliances, then its partners by family, then what these do with others.
///
/// The rings are distances in the network of actors and alliances: each tie joins neighbouring rings.
struct EgoPlan: DiagramPlan {
  let subject: MapSubject
  let ego: Int
  /// Alliances at odd places, actors at even ones; the first ring holds the alliances of the one in the middle.
  private let rings: [[Int]]
  /// How many actors stand further out than the rings go.
  private let beyond: Int

  let name = "etoile"

  /// More actors than this at the second distance would hide the first.
  private static let limit = 18

  init(for id: String, of subject: MapSubject) throws(MapError) {
    guard let ego = subject.graph.actors.firstIndex(where: { $0.id == id }) else { throw .unknownActor(id) }
    (self.subject, self.ego) = (subject, ego)
    var seenActors: Set<Int> = [ego]
    var seenAlliances: Set<Int> = []
    var rings: [[Int]] = []
    var front = [ego]
    while !front.isEmpty {
      let alliances = Array(Set(front.flatMap { subject.memberships[$0] }).subtracting(seenAlliances)).sorted()
      guard !alliances.isEmpty else { break }
      seenAlliances.formUnion(alliances)
      front = Array(Set(alliances.flatMap { subject.parties[$0] }).subtracting(seenActors)).sorted()
      seenActors.formUnion(front)
      rings += [alliances, front]
    }
    let second = rings.count > 3 ? rings[2].count + rings[3].count : 0
    let first = rings.prefix(2).map(\.count).reduce(0, +)
    let depth = second > 0 && second <= EgoPlan.limit && first + second <= 3 * EgoPlan.limit ? 4 : 2
    beyond = rings.dropFirst(depth).enumerated().filter { $0.offset % 2 == 1 }.map(\.element.count).reduce(0, +)
    self.rings = EgoPlan.ordered(Array(rings.prefix(depth)), of: subject)
  }

  /// Each ring with the directions that its members would like best, in the order of these.
  ///
  /// Partners stand by family, within a family by their alliances; everyone else in the mean direction of those in the
  /// ring before that they are tied to, and the alliances of the middle in that of their partners.
  private static func ordered(_ rings: [[Int]], of subject: MapSubject) -> [[Int]] {
    var rings = rings
    guard rings.count > 1 else { return rings }
    func family(_ actor: Int) -> Int {
      subject.graph.actors[actor].family.flatMap { ActorFamily.allCases.firstIndex(of: $0) }
        ?? ActorFamily.allCases.count
    }
    var directions: [Int: Double] = [:]
    for _ in 0..<8 {
      rings[1].sort { (family($0), directions[$0] ?? 0, $0) < (family($1), directions[$1] ?? 0, $1) }
      for (index, actor) in rings[1].enumerated() {
        directions[actor] = Double(index) / Double(rings[1].count) * 2 * Double.pi
      }
      for actor in rings[1] {
        let own = rings[0].filter { subject.parties[$0].contains(actor) }
        directions[actor] = mean(own.flatMap { subject.parties[$0] }.compactMap { directions[$0] })
      }
    }
    return rings
  }

  /// The directions of all members, ring by ring; alliances and actors are numbered apart.
  private var wishes: [[Double]] {
    var ofActor: [Int: Double] = [:]
    var ofAlliance: [Int: Double] = [:]
    guard rings.count > 1 else { return rings.map { $0.map { _ in 0 } } }
    for (index, actor) in rings[1].enumerated() {
      ofActor[actor] = Double(index) / Double(rings[1].count) * 2 * Double.pi
    }
    for alliance in rings[0] {
      ofAlliance[alliance] = EgoPlan.mean(subject.parties[alliance].compactMap { ofActor[$0] })
    }
    for place in stride(from: 2, to: rings.count, by: 2) {
      for alliance in rings[place] {
        ofAlliance[alliance] = EgoPlan.mean(subject.parties[alliance].compactMap { ofActor[$0] })
      }
      guard place + 1 < rings.count else { break }
      for actor in rings[place + 1] {
        ofActor[actor] = EgoPlan.mean(subject.memberships[actor].compactMap { ofAlliance[$0] })
      }
    }
    return rings.enumerated().map { place, members in
      members.map { (place % 2 == 0 ? ofAlliance[$0] : ofActor[$0]) ?? 0 }
    }
  }

  private static func mean(_ angles: [Double]) -> Double {
    let sum = angles.reduce(Point(0, 0)) { $0 + Point(cos($1), sin($1)) }
    let angle = atan2(sum.y, sum.x)
    return angle < 0 ? angle + 2 * Double.pi : angle
  }

  var titleEnd: String { "\(subject.say(" : ", ": "))\(subject.graph.actors[ego].name)" }

  var missing: String? {
    guard rings.isEmpty else { return nil }
    return subject.say(
      "\(subject.graph.actors[ego].name) n’est partie d’aucune alliance : ajoutez-le à la table des parties.",
      "\(subject.graph.actors[ego].name) is a party of no alliance: add it to the table of parties.")
  }

  var remarks: [String] {
    let alliances = rings.first?.count ?? 0
    let partners = rings.count > 1 ? rings[1].count : 0
    let sentence = subject.say(
      "\(alliances) alliances avec \(partners) partenaires et objets",
      "\(alliances) alliances with \(partners) partners and objects")
    guard beyond > 0 else { return [sentence + "."] }
    return [
      sentence + subject.say(" ; \(beyond) plus loin, non montrés.", "; \(beyond) further away, not shown.")
    ]
  }

  var expectedActors: Set<Int> {
    Set(rings.enumerated().filter { $0.offset % 2 == 1 }.flatMap(\.element)).union([ego])
  }
  var expectedAlliances: Set<Int> { Set(rings.enumerated().filter { $0.offset % 2 == 0 }.flatMap(\.element)) }

  var legend: [LegendRow] {
    let words =
      rings.count > 2
      ? subject.say(
        "du centre vers l’extérieur : ses alliances, ses partenaires rangés par famille, leurs autres alliances, qui y est",
        "from the centre outwards: its alliances, its partners by family, their other alliances, who is there")
      : subject.say(
        "du centre vers l’extérieur : ses alliances, puis ses partenaires rangés par famille",
        "from the centre outwards: its alliances, then its partners by family")
    return subject.actorRows(of: expectedActors) + [
      LegendRow(
        heading: MapWords.alliancesTitle[subject.language],
        entries: subject.formEntries(of: expectedAlliances.sorted())
          + [
            LegendRow.Entry(sample: .pill(MapWords.pillSample[subject.language]), text: MapWords.pill[subject.language])
          ]),
      LegendRow(heading: MapWords.reading[subject.language], entries: [LegendRow.Entry(sample: nil, text: words)]),
    ]
  }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    if Task.isCancelled { throw CancellationError() }
    return figure(ratio: min(2.2, max(0.55, width / height)))
  }

  private func figure(ratio: Double) -> Figure {
    let middle = subject.shape(ofActor: ego, size: 14, widest: 170, isBold: true)
    let wishes = wishes
    let sorted = self.rings.indices.map { place in
      self.rings[place].indices.sorted { (wishes[place][$0], $0) < (wishes[place][$1], $1) }
    }
    let rings = self.rings.indices.map { place in sorted[place].map { self.rings[place][$0] } }
    let shapes = rings.enumerated().map { place, members in
      members.map {
        place % 2 == 0 ? subject.shape(ofAlliance: $0, widest: 100) : subject.shape(ofActor: $0, widest: 106)
      }
    }
    let items = shapes.enumerated().map { place, shapes in
      shapes.enumerated().map { index, shape in
        RingPlacement.Item(
          width: shape.box.width, height: shape.box.height, wish: wishes[place][sorted[place][index]])
      }
    }
    let centers = RingPlacement(
      middle: RingPlacement.Item(width: middle.box.width, height: middle.box.height, wish: nil), rings: items,
      ratio: ratio
    ).centers()
    var figure = Figure()
    figure.add(middle)
    var placeOf: [Int: Int] = [ego: 0]
    var pillOf: [Int: Int] = [:]
    for (ring, members) in rings.enumerated() {
      for (index, member) in members.enumerated() {
        var shape = shapes[ring][index]
        shape.box.center = centers[ring][index]
        let place = figure.add(shape)
        if ring % 2 == 0 { pillOf[member] = place } else { placeOf[member] = place }
      }
    }
    let boxes = rings.enumerated().map { ring, members in
      members.indices.map { index in
        Box(center: centers[ring][index], width: items[ring][index].width, height: items[ring][index].height)
      }
    }
    let ground = EgoGround(
      ratio: ratio, rings: boxes,
      families: rings.count > 1 ? rings[1].map { subject.graph.actors[$0].family } : [], subject: subject)
    ground.addAreas(to: &figure)
    addTies(placeOf: placeOf, pillOf: pillOf, to: &figure)
    ground.addNames(to: &figure)
    let grounds = figure.areas.map { Box(around: $0.outline) } + figure.rules.map { Box(around: $0.points) }
    let frame = (figure.shapes.map(\.box) + figure.captions.map(\.box) + grounds)
      .reduce(middle.box) { $0.union($1) }.inset(by: 4)
    var whole = Figure()
    whole.add(figure, at: Point(-frame.left, -frame.bottom))
    figure = whole
    (figure.width, figure.height) = (frame.width, frame.height)
    figure.shownActors = expectedActors
    figure.shownAlliances = expectedAlliances
    return figure
  }

  private func addTies(placeOf: [Int: Int], pillOf: [Int: Int], to figure: inout Figure) {
    let pairs = pillOf.sorted { $0.key < $1.key }.flatMap { alliance, pill in
      subject.parties[alliance].compactMap { actor in placeOf[actor].map { (alliance, actor, $0, pill) } }
    }
    let routing = TieRouting(
      obstacles: figure.shapes.map(\.box),
      outlines: figure.shapes.map { ($0.style?.shape ?? .box).outline(in: $0.box) },
      ties: pairs.map { ($0.2, $0.3) })
    for (pair, curve) in zip(pairs, routing.routes()) {
      figure.ties += subject.ties(ofAlliance: pair.0, to: pair.1, ends: [pair.2, pair.3]) { shift in
        Spline(points: curve.points.map { $0 + Point(shift * 0.7, shift * 0.7) })
      }
    }
  }
}
