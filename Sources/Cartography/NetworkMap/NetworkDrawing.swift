import AllianceModel
import GraphvizKit

/// Writes a placed scene as DOT: the picture that Graphviz routes and renders.
///
/// Lengths are turned into points of paper here, by the sheet's zoom, so that the DOT text holds real sizes.
struct NetworkDrawing {
  let scene: MapScene
  let placed: PlacedMap
  let theme: MapTheme
  let title: String

  private var solution: LayoutSolution { placed.solution }
  private var sheet: MapSheet { placed.sheet }
  private var zoom: Double { placed.sheet.zoom }
  private var drawing: SheetDrawing { SheetDrawing(theme: theme, zoom: zoom, frameScale: sheet.frameScale) }

  func document() -> DOTDocument {
    var document = DOTDocument(name: title, isDirected: false)
    document.attributes = [
      "splines": "line", "outputorder": "edgesfirst", "pad": "0", "margin": "0", "bgcolor": .raw(theme.paper.hex),
      "fontname": .raw(theme.fontName),
      "tooltip": .text(title), "class": "carte reseau", "_background": .raw(background().text),
    ]
    document.nodeDefaults = [
      "fontname": .raw(theme.fontName), "style": "filled", "fixedsize": "true", "margin": "0",
    ]
    document.edgeDefaults = ["fontname": .raw(theme.fontName)]
    for (index, node) in scene.nodes.enumerated() {
      document.addNode("n\(index)", attributes(of: node, index: index))
      if let facts = node.text.facts {
        addFacts(facts, of: node, in: placed.boxes[index], name: "n\(index)_", to: &document)
      }
    }
    for (index, group) in scene.groups.enumerated() {
      guard let title = group.title, let box = solution.titles[index] else { continue }
      document.addNode("g\(index)", attributes(ofTitle: title, box: box, index: index))
    }
    frame.addLegend(to: &document)
    for (index, tie) in scene.ties.enumerated() {
      var attributes = drawing.line(tie.style)
      attributes["class"] = .link(tie.cssClass)
      attributes["id"] = .raw("lien_\(index + 1)")
      attributes["tooltip"] = .text(tie.tooltip)
      attributes["pos"] = .raw(drawing.position(of: placed.routes[index].points))
      document.addEdge("n\(tie.first)", "n\(tie.second)", attributes)
      if let label = tie.label, let box = placed.labels[index] {
        document.addNode("t\(index)", self.attributes(ofLabel: label, tooltip: tie.tooltip, box: box))
      }
    }
    return document
  }

  // MARK: Nodes

  /// What is in a group, under its name: lines of text and a row of marks, each a node over the card. One label could not
  /// hold them, because Graphviz takes only whole points for the sizes inside of it.
  private func addFacts(
    _ facts: NodeText.Facts, of node: MapScene.Node, in box: Box, name: String, to document: inout DOTDocument
  ) {
    let top = box.center.y + node.text.height / 2
    let nameHeight = node.text.lineTop(node.text.lines.count)
    func text(_ label: HTMLLabel, size: Double, top: Double, height: Double, suffix: String) {
      var attributes = drawing.place(
        Box(center: Point(box.center.x, top - height / 2), width: node.text.width, height: height))
      attributes.merge([
        "shape": "box", "style": "", "peripheries": "0", "label": .html(label),
        "fontsize": .number(size * drawing.typeScale),
        "class": "groupe", "tooltip": .text(node.tooltip),
      ])
      document.addNode(name + suffix, attributes)
    }
    text(
      .lines(node.text.lines.map { HTMLLabel.text($0).bold() }), size: node.text.size, top: top, height: nameHeight,
      suffix: "nom")
    let detailHeight = Double(facts.details.count) * facts.detailSize * TextMetrics.lineHeight
    if !facts.details.isEmpty {
      text(
        .lines(facts.details.map { HTMLLabel.text($0) }).font(color: theme.faintInk.hex), size: facts.detailSize,
        top: top - nameHeight, height: detailHeight, suffix: "faits")
    }
    var left = box.center.x - facts.markRowWidth / 2
    let middle = top - node.text.height + (facts.markRowHeight - NodeText.Facts.markLead) / 2
    for (place, mark) in facts.marks.enumerated() {
      let markBox = Box(center: Point(left + mark.width / 2, middle), width: mark.width, height: mark.height)
      var attributes = drawing.place(markBox, isDouble: mark.style.isDouble)
      attributes.merge(drawing.look(of: mark.style, pen: mark.style.isDouble ? 0.8 : 1))
      attributes.merge([
        "label": .html(.text(mark.text)), "fontsize": .number(mark.size * drawing.typeScale),
        "fontcolor": .raw(theme.ink.hex),
        "class": "marque", "tooltip": .text(node.tooltip),
      ])
      document.addNode(name + "\(place)", attributes)
      left += mark.width + NodeText.Facts.markGap
    }
  }

  private func attributes(ofLabel label: String, tooltip: String, box: Box) -> DOTAttributes {
    var attributes = drawing.place(box)
    attributes.merge(
      drawing.look(of: MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: theme.faintInk), pen: 0.8))
    attributes.merge([
      "label": .html(.text(label)), "fontsize": .number(TieLabel.size * drawing.typeScale),
      "fontcolor": .raw(theme.ink.hex),
      "class": "compte", "tooltip": .text(tooltip),
    ])
    return attributes
  }

  private func attributes(of node: MapScene.Node, index: Int) -> DOTAttributes {
    var attributes = drawing.place(placed.boxes[index], isDouble: node.style.isDouble)
    attributes.merge(drawing.look(of: node.style, pen: node.penWidth))
    attributes["label"] = .html(label(of: node))
    attributes["fontsize"] = .number(node.text.size * drawing.typeScale)
    attributes["fontcolor"] = .raw(theme.ink.hex)
    attributes["id"] = .link(node.id)
    attributes["class"] = .link(node.cssClass)
    attributes["tooltip"] = .text(node.tooltip)
    return attributes
  }

  private func label(of node: MapScene.Node) -> HTMLLabel {
    let text = node.text
    var lines = text.lines.map { line in
      let label = HTMLLabel.text(line)
      return switch text.face {
      case .regular: label
      case .bold: label.bold()
      case .italic: label.italic()
      }
    }
    guard text.facts == nil, text.lines != [""] || text.year != nil else { return .text(" ") }
    if node.hasHubMark, let first = lines.first {
      lines[0] = HTMLLabel.text("●\u{A0}").font(color: hubColor.hex) + first
    }
    if let year = text.year {
      func grey(_ string: String) -> HTMLLabel {
        HTMLLabel.text(string).font(color: theme.faintInk.hex, pointSize: text.yearSize * drawing.typeScale)
      }
      if text.isYearInline, let last = lines.last {
        lines[lines.count - 1] = last + grey("\u{A0}\u{A0}" + year)
      } else {
        lines.append(grey(year))
      }
    }
    return .lines(lines)
  }

  private var hubColor: MapColor {
    scene.hub.map { scene.nodes[$0.actor].style.border } ?? theme.ink
  }

  private func attributes(ofTitle title: (name: String, detail: String), box: Box, index: Int) -> DOTAttributes {
    var attributes = drawing.place(box)
    let detail = HTMLLabel.text(title.detail).font(
      color: theme.faintInk.hex, pointSize: GroupTitle.detailSize * drawing.typeScale)
    attributes.merge([
      "shape": "box", "style": "", "peripheries": "0", "fontcolor": .raw(theme.ink.hex),
      "fontsize": .number(GroupTitle.nameSize * drawing.typeScale),
      "label": .html(.lines([HTMLLabel.text(title.name).bold(), detail])),
      "class": "groupe", "id": .raw("groupe_\(index + 1)"), "tooltip": .text(title.name),
    ])
    return attributes
  }

  // MARK: Ground

  private var frame: FrameDrawing { FrameDrawing(sheet: sheet, theme: theme, hubColor: hubColor) }

  private func background() -> XDotDrawing {
    var drawing = XDotDrawing()
    frame.draw(into: &drawing)
    for hull in placed.hulls(of: scene) {
      drawing.polygon(hull.map { $0 * zoom }, fill: theme.hull, border: theme.hullBorder, width: zoom)
    }
    return drawing
  }
}

/// The title of a group: sizes, and the room that it needs.
enum GroupTitle {
  static let nameSize = 13.0
  static let detailSize = 9.3

  static func size(of title: (name: String, detail: String)) -> LayoutProblem.Size {
    LayoutProblem.Size(
      width: max(
        TextMetrics.width(title.name, size: nameSize, face: .bold), TextMetrics.width(title.detail, size: detailSize))
        + 8, height: (nameSize + detailSize) * TextMetrics.lineHeight + 5)
  }
}

extension PlacedMap {
  /// The outlines of the groups.
  func hulls(of scene: MapScene) -> [[Point]] {
    var members = solution.titles.map { title in title.map { [$0] } ?? [] }
    for (node, box) in zip(scene.nodes, boxes) { members[node.group].append(box) }
    return zip(members, scene.groups).filter { $0.1.hasHull }.map {
      ConvexHull.outline(around: $0.0, margin: LayoutProblem.hullMargin)
    }
  }
}
