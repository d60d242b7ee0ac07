/// Judges a figure on its sheet as a strict reader would.
struct FigureInspection {
  let findings: [MapFinding]
  /// How many pairs of ties cross, lanes and those with a common end left out.
  let crossings: Int
  /// The smallest type, in points of the drawing.
  let smallestText: Double

  private struct Item {
    let name: String
    let box: Box
  }

  /// - Parameter plan: What the figure must show; nil for a page that only says what is missing.
  init(of figure: Figure, plan: (any DiagramPlan)?, sheet: MapSheet) {
    // Shapes that lie on others on purpose (a mark on a lane) are open; only their names keep clear.
    let solid = figure.shapes.enumerated().filter { !$0.element.isOpen }
    let items =
      solid.map { Item(name: $0.element.tooltip, box: $0.element.box) }
      + figure.captions.map { Item(name: $0.text, box: $0.box) }
    let marks = figure.shapes.filter(\.isOpen).map { Item(name: $0.id, box: $0.box) }
    var findings = FigureInspection.overlaps(among: items)
    findings += FigureInspection.overlaps(among: marks)
    findings += marks.flatMap { mark in
      items.filter { $0.box.overlaps(mark.box) }.map { .overlap($0.name, mark.name) }
    }
    findings += figure.shapes.filter { !FigureInspection.fits($0) }.map { .textTooWide($0.tooltip) }
    findings += FigureInspection.behind(figure)
    let room = Box(left: 0, bottom: 0, right: figure.width, top: figure.height).inset(by: 0.5)
    findings += (items + marks).filter { !room.contains($0.box) }.map { .offSheet($0.name) }
    if figure.width > sheet.area.width + 0.5 || figure.height > sheet.area.height + 0.5 {
      findings.append(.offSheet(plan?.name ?? "figure"))
    }
    if let plan {
      findings += plan.expectedActors.subtracting(figure.shownActors).sorted().map { .missing("actor \($0)") }
      findings += plan.expectedAlliances.subtracting(figure.shownAlliances).sorted().map { .missing("alliance \($0)") }
      findings += FigureInspection.legend(of: figure, plan: plan)
    }
    self.findings = findings
    crossings = FigureInspection.crossings(in: figure)
    let frame = sheet.frame.header.lines + sheet.frame.footer.lines
    smallestText =
      (figure.shapes.compactMap(\.text?.size) + figure.captions.map(\.size) + frame.map(\.size)).min() ?? 0
  }

  private static func overlaps(among items: [Item]) -> [MapFinding] {
    var findings: [MapFinding] = []
    let sorted = items.sorted { ($0.box.left, $0.box.bottom) < ($1.box.left, $1.box.bottom) }
    for (place, item) in sorted.enumerated() {
      for other in sorted[(place + 1)...] {
        if other.box.left >= item.box.right { break }
        // Lines of one table touch; the rounding of sums is no overlap.
        if item.box.inset(by: -0.02).overlaps(other.box) { findings.append(.overlap(item.name, other.name)) }
      }
    }
    return findings
  }

  /// Whether each line of the text of a shape stands inside its outline.
  private static func fits(_ shape: Figure.Shape) -> Bool {
    guard let text = shape.text else { return true }
    let outline = (shape.style?.shape ?? .box).outline(in: shape.box.inset(by: 0.5))
    let height = text.size * TextMetrics.lineHeight
    return text.lineWidths.enumerated().allSatisfy { place, width in
      let top = shape.box.center.y + text.height / 2 - Double(place) * height
      let left = text.isCentered ? shape.box.center.x - width / 2 : shape.box.left
      // Letters fill about three quarters of the height of a line.
      let line = Box(left: left, bottom: top - height * 0.88, right: left + width, top: top - height * 0.12)
      return line.corners.allSatisfy { ConvexHull.contains(outline, $0) }
    }
  }

  private static func behind(_ figure: Figure) -> [MapFinding] {
    var findings: [MapFinding] = []
    for tie in figure.ties {
      let samples = tie.curve.samples()
      let pieces = zip(samples, samples.dropFirst()).map { Segment($0, $1) }
      for (place, shape) in figure.shapes.enumerated() where !shape.isOpen && !tie.ends.contains(place) {
        let box = shape.box.inset(by: -0.5)
        if pieces.contains(where: { $0.meets(box) }) { findings.append(.tieBehind(tie: tie.id, box: shape.tooltip)) }
      }
      for caption in figure.captions where pieces.contains(where: { $0.meets(caption.box) }) {
        findings.append(.tieBehind(tie: tie.id, box: caption.text))
      }
    }
    return findings
  }

  /// Every look that is drawn is explained, and only those.
  private static func legend(of figure: Figure, plan: any DiagramPlan) -> [MapFinding] {
    let shapes = figure.shapes.filter { $0.isInLegend && $0.style != nil }
    let drawnNodes = Set(shapes.compactMap(\.style))
    let drawnTies = Set(figure.ties.map(\.style))
    let borders = Set(shapes.compactMap(\.style?.border))
    var (shownNodes, shownTies): (Set<MapTheme.NodeStyle>, Set<MapTheme.TieStyle>) = ([], [])
    var findings: [MapFinding] = []
    for entry in plan.legend.flatMap(\.entries) {
      switch entry.sample {
      case .node(let style):
        shownNodes.insert(style)
        if !drawnNodes.contains(style) { findings.append(.legendExceeds(entry.text)) }
      case .tie(let style):
        shownTies.insert(style)
        if !drawnTies.contains(style), !borders.contains(style.color) { findings.append(.legendExceeds(entry.text)) }
      default: break
      }
    }
    findings += shapes.filter { $0.style.map { !shownNodes.contains($0) } ?? false }.map { .legendLacks($0.id) }
    findings += figure.ties.filter { !$0.isGround && !shownTies.contains($0.style) }.map { .legendLacks($0.id) }
    return findings
  }

  private static func crossings(in figure: Figure) -> Int {
    let ties = figure.ties.filter { !$0.isGround }
    let curves = ties.map { $0.curve.samples() }
    var count = 0
    for index in ties.indices {
      for other in 0..<index where Set(ties[index].ends).isDisjoint(with: ties[other].ends) {
        let isCrossed = zip(curves[index], curves[index].dropFirst()).contains { start, end in
          let segment = Segment(start, end)
          return zip(curves[other], curves[other].dropFirst()).contains { segment.crosses(Segment($0, $1)) }
        }
        if isCrossed { count += 1 }
      }
    }
    return count
  }
}
