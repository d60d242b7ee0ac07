import GraphvizKit

/// Draws what stands around every map: the paper, title and counts above, legend and sources below.
struct SheetDrawing {
  let sheet: MapSheet
  let theme: MapTheme
  /// The colour of the mark that stands for a hub, when the map has one.
  var hubColor: MapColor?

  private var zoom: Double { sheet.zoom }

  /// The paper, and the lines of text.
  func draw(into drawing: inout XDotDrawing) {
    func paper(_ x: Double, _ y: Double) -> Point { Point(x * zoom, y * zoom) }
    // Makes the sheet as large as it is to be: Graphviz crops to what is drawn.
    drawing.polygon(
      [paper(0, 0), paper(sheet.width, 0), paper(sheet.width, sheet.height), paper(0, sheet.height)],
      fill: theme.paper, border: nil, width: 0)
    for (block, top) in blocks {
      for line in block.lines {
        drawing.line(
          line.text, at: Point((sheet.margin + line.x) * zoom, (top - line.offset) * zoom), size: line.size * zoom,
          face: line.face, color: line.color, font: theme.fontName)
      }
      for mark in block.marks { if case .hull = mark.sample { drawHull(mark, top: top, into: &drawing) } }
    }
  }

  private func drawHull(_ mark: SheetFrame.Mark, top: Double, into drawing: inout XDotDrawing) {
    let box = Box(
      center: Point(sheet.margin + mark.x + mark.width / 2, top - mark.offset), width: mark.width, height: mark.height)
    let outline = ConvexHull.outline(around: [box.inset(by: -4 * sheet.frameScale)], margin: 4 * sheet.frameScale)
    drawing.polygon(outline.map { $0 * zoom }, fill: theme.hull, border: theme.hullBorder, width: zoom)
  }

  /// Header and footer with the height of their upper sides.
  private var blocks: [(SheetFrame.Block, Double)] {
    [
      (sheet.frame.header, sheet.height - sheet.margin),
      (sheet.frame.footer, sheet.margin + sheet.frame.footer.height),
    ]
  }

  /// The samples of the legend, as the shapes and edges that they stand for.
  func addLegend(to document: inout DOTDocument) {
    var number = 0
    for (block, top) in blocks {
      for mark in block.marks {
        number += 1
        let box = Box(
          center: Point(sheet.margin + mark.x + mark.width / 2, top - mark.offset), width: mark.width,
          height: mark.height)
        addSample(mark.sample, box: box, name: "l\(number)", to: &document)
      }
    }
  }

  private func addSample(
    _ sample: SheetFrame.Mark.Sample, box: Box, name: String, to document: inout DOTDocument
  ) {
    let scale = sheet.frameScale
    var attributes = place(box)
    attributes["class"] = "legende"
    attributes["tooltip"] = " "
    attributes["label"] = ""
    switch sample {
    case .hull: return
    case .node(let style):
      attributes.merge(SheetDrawing.look(of: style, pen: 1.3 * scale * zoom * (style.isDouble ? 0.7 : 1)))
    case .pill(let text):
      let style = MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: theme.faintInk)
      attributes.merge(SheetDrawing.look(of: style, pen: scale * zoom))
      attributes["label"] = .html(.text(text))
      attributes["fontsize"] = .number(9 * scale * zoom)
    case .hub:
      let color = (hubColor ?? theme.ink).hex
      attributes.merge(["shape": "circle", "style": "filled", "fillcolor": .raw(color), "color": .raw(color)])
    case .tie(let style):
      // The sample is an edge like any other, between two points that are not drawn.
      for (end, x) in [("a", box.left), ("b", box.right)] {
        let point = Box(center: Point(x, box.center.y), width: 0.2, height: 0.2)
        document.addNode(name + end, place(point).merging(["shape": "point", "style": "invis", "label": ""]))
      }
      var line = NetworkDrawing.line(style, zoom: zoom)
      line["class"] = "legende"
      line["tooltip"] = " "
      let points = Spline(from: Point(box.left, box.center.y), to: Point(box.right, box.center.y)).points
      line["pos"] = .raw(
        points.map { "\(DOTNumber.format($0.x * zoom)),\(DOTNumber.format($0.y * zoom))" }.joined(separator: " "))
      document.addEdge(name + "a", name + "b", line)
      return
    }
    document.addNode(name, attributes)
  }

  /// The place and size of a box, as Graphviz wants them: points for the one, inches for the other.
  private func place(_ box: Box) -> DOTAttributes {
    [
      "pos": .point(x: box.center.x * zoom, y: box.center.y * zoom),
      "width": .number(box.width * zoom / 72, decimals: 4), "height": .number(box.height * zoom / 72, decimals: 4),
    ]
  }

  /// How a node with this style looks, with a border of `pen` points of paper.
  static func look(of style: MapTheme.NodeStyle, pen: Double) -> DOTAttributes {
    var styles = ["filled"]
    if style.shape == .roundedBox { styles.append("rounded") }
    if style.isDashed { styles.append("dashed") }
    var attributes: DOTAttributes = [
      "shape": .raw(style.shape.graphvizShape), "style": .raw(styles.joined(separator: ",")),
      "fillcolor": .raw(style.fill.hex), "color": .raw(style.border.hex), "penwidth": .number(pen),
    ]
    if style.isDouble { attributes["peripheries"] = "2" }
    return attributes
  }
}
