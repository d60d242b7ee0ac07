import AllianceModel
import GraphvizKit

/// What all maps draw alike: shapes, lines, title and legend, in points of the paper.
struct SheetDrawing {
  let theme: MapTheme
  /// Points of paper for one point of the drawing.
  let zoom: Double
  /// Of the type and marks around the drawing.
  let frameScale: Double

  /// The place and size of a box, as Graphviz wants them: points for the one, inches for the other. Of a double border
  /// it wants the inner one.
  func place(_ box: Box, isDouble: Bool = false) -> DOTAttributes {
    let ring = isDouble ? 2 * MapTheme.NodeStyle.ringGap : 0
    return [
      "pos": .point(x: box.center.x * zoom, y: box.center.y * zoom),
      "width": .number(max(1, box.width * zoom - ring) / 72, decimals: 4),
      "height": .number(max(1, box.height * zoom - ring) / 72, decimals: 4),
    ]
  }

  func look(of style: MapTheme.NodeStyle, pen: Double) -> DOTAttributes {
    var styles = ["filled"]
    if style.shape == .roundedBox { styles.append("rounded") }
    if style.isDashed { styles.append("dashed") }
    var attributes: DOTAttributes = [
      "shape": .raw(style.shape.graphvizShape), "style": .raw(styles.joined(separator: ",")),
      "fillcolor": .raw(style.fill.hex), "color": .raw(style.border.hex), "penwidth": .number(pen * zoom),
    ]
    if style.isDouble { attributes["peripheries"] = "2" }
    return attributes
  }

  /// Points of paper for one point of type, in the font of the theme.
  var typeScale: Double { zoom * theme.fontScale }

  func line(_ style: MapTheme.TieStyle) -> DOTAttributes {
    var attributes: DOTAttributes = ["color": .raw(style.color.hex), "penwidth": .number(style.width * zoom)]
    switch style.line {
    case .solid: break
    case .dashed: attributes["style"] = "dashed"
    case .dotted: attributes["style"] = "dotted"
    case .double: attributes["color"] = .raw("\(style.color.hex):\(theme.paper.hex):\(style.color.hex)")
    }
    return attributes
  }

  func position(of route: [Point]) -> String {
    route.map {
      "\(DOTNumber.format($0.x * zoom, decimals: 2)),\(DOTNumber.format($0.y * zoom, decimals: 2))"
    }.joined(separator: " ")
  }

  /// Writes the texts of header and footer.
  func write(_ block: SheetFrame.Block, left: Double, top: Double, into drawing: inout XDotDrawing) {
    for line in block.lines {
      drawing.line(
        line.text, at: Point((left + line.x) * zoom, (top - line.offset) * zoom), size: line.size * zoom,
        face: line.face, color: line.color, theme: theme)
    }
  }

  /// Adds the samples of a legend; hulls, which are no nodes, are left to the background.
  ///
  /// - Parameter hubColor: Of the mark of an actor that stands in most alliances.
  func addMarks(
    of block: SheetFrame.Block, left: Double, top: Double, hubColor: MapColor? = nil, name: String,
    to document: inout DOTDocument
  ) {
    for (number, mark) in block.marks.enumerated() {
      let box = Box(
        center: Point(left + mark.x + mark.width / 2, top - mark.offset), width: mark.width, height: mark.height)
      addSample(mark.sample, box: box, hubColor: hubColor, name: "\(name)\(number + 1)", to: &document)
    }
  }

  private func addSample(
    _ sample: SheetFrame.Mark.Sample, box: Box, hubColor: MapColor?, name: String, to document: inout DOTDocument
  ) {
    var attributes = place(box)
    attributes["class"] = "legende"
    attributes["tooltip"] = " "
    attributes["label"] = ""
    switch sample {
    case .hull: return
    case .logo(let logo):
      attributes.merge([
        "shape": "box", "style": "", "peripheries": "0", "class": "logo", "image": .raw(logo.path),
        "imagescale": "true",
      ])
    case .hub:
      let color = DOTValue.raw((hubColor ?? theme.ink).hex)
      attributes.merge(["shape": "circle", "style": "filled", "fillcolor": color, "color": color])
    case .node(let style):
      attributes.merge(place(box, isDouble: style.isDouble))
      attributes.merge(look(of: style, pen: 1.3 * frameScale * (style.isDouble ? 0.7 : 1)))
    case .pill(let text):
      let style = MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: theme.faintInk)
      attributes.merge(look(of: style, pen: frameScale))
      attributes["label"] = .html(.text(text))
      attributes["fontsize"] = .number(9 * frameScale * typeScale)
    case .tie(let style):
      addLine(
        style, from: Point(box.left, box.center.y), to: Point(box.right, box.center.y), name: name, cssClass: "legende",
        to: &document)
      return
    }
    document.addNode(name, attributes)
  }

  /// A sample of a line: an edge like any other, between two points that are not drawn.
  func addLine(
    _ style: MapTheme.TieStyle, from start: Point, to end: Point, name: String, cssClass: String,
    to document: inout DOTDocument
  ) {
    for (suffix, point) in [("a", start), ("b", end)] {
      document.addNode(
        name + suffix,
        place(Box(center: point, width: 0.2, height: 0.2)).merging([
          "shape": "point", "style": "invis", "label": "", "tooltip": " ",
        ]))
    }
    var line = self.line(style)
    line["class"] = .link(cssClass)
    line["tooltip"] = " "
    line["pos"] = .raw(position(of: Spline(from: start, to: end).points))
    document.addEdge(name + "a", name + "b", line)
  }
}
