import AllianceModel
import GraphvizKit

/// Writes a territory map as DOT.
struct TerritoryDrawing {
  let graph: AllianceGraph
  let layout: TerritoryLayout
  let backdrop: TerritoryBackdrop
  let colors: ColorScale
  let looks: AllianceLooks
  let theme: MapTheme
  let words: TerritoryWords
  let title: String
  /// The size of the paper, for Graphviz to enlarge the drawing to; nil where it is that of the drawing.
  let enlargement: DOTValue?

  private var scene: TerritoryScene { layout.scene }
  private var sheet: SheetDrawing {
    SheetDrawing(theme: theme, zoom: 1, frameScale: TerritoryMap.frameScale(of: layout.page))
  }

  var rows: RowDrawing { RowDrawing(graph: graph, colors: colors, looks: looks, theme: theme, words: words) }

  /// - Parameter frame: Header and footer, with the legend of what is drawn.
  func document(legend frame: SheetFrame) -> DOTDocument {
    var document = DOTDocument(name: title, isDirected: false)
    document.attributes = [
      "splines": "line", "outputorder": "edgesfirst", "pad": "0", "margin": "0", "bgcolor": .raw(theme.paper.hex),
      "fontname": .raw(theme.fontName), "tooltip": .text(title), "class": "carte territoire",
      "_background": .raw(background(frame).text),
    ]
    if let enlargement { document.attributes["size"] = enlargement }
    document.nodeDefaults = [
      "fontname": .raw(theme.fontName), "style": "filled", "fixedsize": "true", "margin": "0",
      "fontcolor": .raw(theme.ink.hex),
    ]
    document.edgeDefaults = ["fontname": .raw(theme.fontName)]
    addPins(to: &document)
    addLines(to: &document)
    addLabels(to: &document)
    addPills(to: &document)
    addBadges(to: &document)
    addInset(to: &document)
    for (index, placed) in layout.side.rows.enumerated() {
      let origin = layout.sideOrigin + Point(placed.x, -placed.y)
      rows.add(placed.row, at: origin, name: "s\(index)", to: &document)
    }
    let margin = MapPage.margin
    sheet.addMarks(of: frame.header, left: margin, top: headerTop, name: "h", to: &document)
    sheet.addMarks(of: frame.footer, left: margin, top: footerTop, name: "l", to: &document)
    return document
  }

  private var headerTop: Double { layout.page.size.height - MapPage.margin }
  private var footerTop: Double { MapPage.margin + layout.frame.footer.height }

  // MARK: Ground

  private func background(_ frame: SheetFrame) -> XDotDrawing {
    var drawing = XDotDrawing()
    let (width, height) = layout.page.size
    // Makes the sheet as large as it is to be: Graphviz crops to what is drawn.
    drawing.polygon(
      [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)], fill: theme.paper, border: nil, width: 0)
    backdrop.draw(into: &drawing)
    for (label, box) in zip(scene.labels, layout.labels) where label.isCard {
      guard let box else { continue }
      let leader = LabelPlacement.leader(from: box, to: layout.points[label.pin])
      if leader.length > scene.pins[label.pin].radius + 1 {
        drawing.polyline([leader.start, leader.end], color: theme.faintInk, width: 0.6)
      }
    }
    drawGround(into: &drawing)
    drawScaleBar(layout.scaleBar, in: layout.panel, into: &drawing)
    drawInset(into: &drawing)
    sheet.write(frame.header, left: MapPage.margin, top: headerTop, into: &drawing)
    sheet.write(frame.footer, left: MapPage.margin, top: footerTop, into: &drawing)
    return drawing
  }

  /// Communes without actors: a dot, and the name where there is room.
  private func drawGround(into drawing: inout XDotDrawing) {
    for (place, box) in zip(scene.ground, layout.ground) {
      let point = layout.transform.point(backdrop.territory.projection.position(of: place.coordinate))
      guard layout.panel.contains(point) else { continue }
      let dot = (0..<8).map { point + Point(1.3, 0).rotated(by: Double($0) * .pi / 4) }
      drawing.polygon(dot, fill: theme.landInk, border: nil, width: 0)
      guard let box else { continue }
      drawing.line(
        place.name, at: Point(box.left + 1, box.bottom + 1.8), size: TerritoryLayout.groundSize, face: .regular,
        color: theme.landInk, theme: theme)
    }
  }

  func drawScaleBar(_ scaleBar: ScaleBar, in panel: Box, into drawing: inout XDotDrawing) {
    let box = TerritoryLayout.scaleBox(in: panel)
    let (left, bottom) = (box.left + 4, box.bottom + 5)
    let right = left + scaleBar.width
    drawing.polygon(box.corners, fill: theme.paper, border: nil, width: 0)
    drawing.polyline(
      [Point(left, bottom + 5), Point(left, bottom), Point(right, bottom), Point(right, bottom + 5)], color: theme.ink,
      width: 1)
    drawing.line(
      scaleBar.label, at: Point(right + 5, bottom), size: 8.5, face: .regular, color: theme.ink,
      theme: theme)
  }

  // MARK: Places

  private func addPins(to document: inout DOTDocument) {
    for (index, pin) in scene.pins.enumerated() {
      let diameter = 2 * pin.radius
      var attributes = sheet.place(Box(center: layout.points[index], width: diameter, height: diameter))
      attributes.merge([
        "shape": "circle", "id": .link("lieu_" + MapSceneBuilder.identifier(pin.key)), "class": "lieu",
        "tooltip": .text(pin.tooltip),
        "fillcolor": .raw((pin.showsCount ? theme.count : theme.ink).hex),
        "color": .raw((pin.showsCount ? theme.countBorder : theme.paper).hex),
        "penwidth": .number(pin.showsCount ? 0.9 : 1),
        "label": .text(pin.showsCount ? "\(pin.actorCount)" : ""),
        "fontsize": .number((pin.radius > 12 ? 9.5 : 7.2) * theme.fontScale, decimals: 1),
      ])
      document.addNode("p\(index)", attributes)
    }
  }

  private func addLabels(to document: inout DOTDocument) {
    for (index, label) in scene.labels.enumerated() {
      guard let box = layout.labels[index] else { continue }
      if label.isCard {
        var attributes = sheet.place(box)
        attributes.merge([
          "shape": "box", "fillcolor": .raw(theme.paper.hex),
          "color": .raw(theme.faintInk.hex), "penwidth": "0.7", "label": "", "class": "fiche",
          "id": .link("fiche_" + MapSceneBuilder.identifier(scene.pins[label.pin].key)),
          "tooltip": .text(scene.pins[label.pin].tooltip),
        ])
        document.addNode("c\(index)", attributes)
      }
      if scene.isCounted, !label.isCard {
        // Lines pass behind names, not through their letters.
        var mask = sheet.place(box.inset(by: 1))
        mask.merge([
          "shape": "box", "fillcolor": .raw(theme.paper.hex), "color": .raw(theme.paper.hex), "penwidth": "0",
          "label": "", "class": "fond", "tooltip": .text(scene.pins[label.pin].tooltip),
        ])
        document.addNode("m\(index)", mask)
      }
      for (number, row) in label.card.rows.enumerated() {
        rows.add(
          row, at: Point(box.left + label.card.padding, box.top - row.top), name: "c\(index)r\(number)", to: &document)
      }
    }
  }

  // MARK: Alliances

  private func addLines(to document: inout DOTDocument) {
    for (index, line) in scene.lines.enumerated() {
      var attributes = sheet.line(line.style)
      if scene.isCounted, scene.bundles == nil {
        attributes["penwidth"] = .number(min(5, 0.6 + 0.5 * Double(line.alliances.count).squareRoot()))
      }
      attributes["class"] = .link(line.cssClass)
      attributes["id"] = .raw("lien_\(index + 1)")
      attributes["tooltip"] = .text(line.tooltip)
      attributes["pos"] = .raw(sheet.position(of: layout.curves[index].points))
      document.addEdge("p\(line.first)", "p\(line.second)", attributes)
    }
  }

  private func addPills(to document: inout DOTDocument) {
    for (index, pill) in scene.pills.enumerated() {
      let style = MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: pill.looks[0].style.color)
      var attributes = sheet.place(layout.pills[index])
      attributes.merge(sheet.look(of: style, pen: 1.2))
      let alliance = graph.alliances[pill.alliance]
      var lines = pill.text.lines.map(HTMLLabel.text)
      if let year = pill.text.year {
        let grey = HTMLLabel.text((pill.text.isYearInline ? "\u{A0}\u{A0}" : "") + year)
          .font(color: theme.faintInk.hex, pointSize: pill.text.yearSize * theme.fontScale)
        if pill.text.isYearInline, let last = lines.popLast() { lines.append(last + grey) } else { lines.append(grey) }
      }
      attributes.merge([
        "label": .html(.lines(lines)), "fontsize": .number(pill.text.size * theme.fontScale, decimals: 1),
        "id": .link("alliance_" + MapSceneBuilder.identifier(alliance.id)),
        "class": .link("alliance " + pill.looks[0].cssClass), "tooltip": .text(pill.tooltip),
      ])
      document.addNode("a\(index)", attributes)
      for (pin, look, curve) in layout.pillCurves[index] {
        var line = sheet.line(pill.looks[look].style)
        line["class"] = .link("lien " + pill.looks[look].cssClass)
        line["tooltip"] = .text(pill.tooltip)
        line["pos"] = .raw(sheet.position(of: curve.points))
        document.addEdge("a\(index)", "p\(pin)", line)
      }
    }
  }

  private func addBadges(to document: inout DOTDocument) {
    for (index, badge) in layout.badges.enumerated() {
      var attributes = sheet.place(badge.box)
      attributes.merge([
        "shape": "ellipse", "fillcolor": .raw(theme.paper.hex), "color": .raw(theme.faintInk.hex), "penwidth": "0.7",
        "label": .text("\(badge.count)"), "fontsize": .number(8 * theme.fontScale, decimals: 1), "class": "compte",
        "tooltip": .text(badge.tooltip),
      ])
      document.addNode("b\(index)", attributes)
    }
  }
}
