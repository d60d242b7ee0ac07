import GraphvizKit

/// Writes a figure on its sheet as DOT, with every place and curve: Graphviz only renders (`nop2`).
struct FigureDrawing {
  let figure: Figure
  let sheet: MapSheet
  let theme: MapTheme
  let title: String
  let cssClass: String

  private var zoom: Double { sheet.zoom }
  private var drawing: SheetDrawing { SheetDrawing(theme: theme, zoom: zoom, frameScale: 1) }

  /// Where the figure begins on the sheet: in the middle of its area, a little above the middle of its height.
  private var origin: Point {
    let area = sheet.area
    return Point(area.center.x - figure.width / 2, area.top - figure.height - 0.4 * (area.height - figure.height))
  }

  func document() -> DOTDocument {
    var document = DOTDocument(name: title, isDirected: false)
    document.attributes = [
      "splines": "line", "outputorder": "edgesfirst", "pad": "0", "margin": "0", "bgcolor": .raw(theme.paper.hex),
      "fontname": .raw(theme.fontName), "tooltip": .text(title), "class": .raw("carte \(cssClass)"),
      "_background": .raw(background().text),
    ]
    document.nodeDefaults = [
      "fontname": .raw(theme.fontName), "style": "filled", "fixedsize": "true", "margin": "0",
      "fontcolor": .raw(theme.ink.hex),
    ]
    document.edgeDefaults = ["fontname": .raw(theme.fontName)]
    for (index, shape) in figure.shapes.enumerated() { document.addNode("n\(index)", attributes(of: shape)) }
    FrameDrawing(sheet: sheet, theme: theme).addLegend(to: &document)
    if !figure.ties.isEmpty {
      // Curves that end at no one shape hang on a point that is not drawn.
      document.addNode("o", ["pos": "0,0", "shape": "point", "style": "invis", "label": "", "width": "0.01"])
    }
    for tie in figure.ties { document.addEdge(name(tie.ends.first), name(tie.ends.last), attributes(of: tie)) }
    return document
  }

  private func name(_ shape: Int?) -> String { shape.map { "n\($0)" } ?? "o" }

  private func attributes(of tie: Figure.Tie) -> DOTAttributes {
    var attributes = drawing.line(tie.style)
    attributes["id"] = .link(tie.id)
    attributes["class"] = .link(tie.cssClass)
    attributes["tooltip"] = .text(tie.tooltip)
    attributes["pos"] = .raw(
      tie.curve.points.map { point in
        let place = paper(point)
        return "\(DOTNumber.format(place.x)),\(DOTNumber.format(place.y))"
      }.joined(separator: " "))
    return attributes
  }

  private func attributes(of shape: Figure.Shape) -> DOTAttributes {
    let center = paper(shape.box.center)
    var (x, width) = (center.x, shape.box.width * zoom)
    if let text = shape.text, !text.isCentered {
      let column = columnWidth(of: text, in: shape.box)
      (x, width) = (center.x - width / 2 + Double(column) / 2, Double(column))
    }
    // The second border of a shape lies 4 points outside the first.
    let border = shape.style?.isDouble == true ? 8.0 : 0
    var attributes: DOTAttributes = [
      "pos": .point(x: x, y: center.y), "width": .number((width - border) / 72, decimals: 4),
      "height": .number((shape.box.height * zoom - border) / 72, decimals: 4),
    ]
    if let style = shape.style {
      attributes.merge(drawing.look(of: style, pen: shape.pen))
    } else {
      attributes.merge(["shape": "box", "style": "", "peripheries": "0"])
    }
    attributes["label"] = shape.text.map { .html(label(of: $0, in: shape.box)) } ?? ""
    if let text = shape.text { attributes["fontsize"] = .number(text.size * drawing.typeScale, decimals: 3) }
    attributes["id"] = .link(shape.id)
    attributes["class"] = .link(shape.cssClass)
    attributes["tooltip"] = .text(shape.tooltip)
    return attributes
  }

  /// Lines to the left stand in a table as wide as the shape: without one, Graphviz would centre their block.
  private func label(of text: Figure.Text, in box: Box) -> HTMLLabel {
    let lines = text.lines.map { pieces in
      pieces.map { piece in
        var label = HTMLLabel.text(piece.string)
        switch piece.face {
        case .regular: break
        case .bold: label = label.bold()
        case .italic: label = label.italic()
        }
        return piece.color.map { label.font(color: $0.hex) } ?? label
      }.reduce(.empty, +)
    }
    guard !text.isCentered else { return .lines(lines) }
    let cell = HTMLLabel.Cell(
      .lines(lines, align: .left),
      ["ALIGN": "LEFT", "BALIGN": "LEFT", "CELLPADDING": "0", "WIDTH": "\(columnWidth(of: text, in: box))"])
    return .table([[cell]], ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"])
  }

  /// The width of the table of text that stands to the left, in whole points of paper: wider than the fonts of any machine
  /// make the text, so that the table begins where the shape does.
  private func columnWidth(of text: Figure.Text, in box: Box) -> Int {
    Int((max(box.width, text.width * 1.08) * zoom).rounded(.up)) + 4
  }

  // MARK: Ground

  private func paper(_ point: Point) -> Point { (point + origin) * zoom }

  private func background() -> XDotDrawing {
    var drawing = XDotDrawing()
    FrameDrawing(sheet: sheet, theme: theme).draw(into: &drawing)
    for area in figure.areas {
      drawing.polygon(area.outline.map(paper), fill: area.fill, border: area.border, width: zoom * 0.8)
    }
    for rule in figure.rules {
      drawing.polyline(rule.points.map(paper), color: rule.color, width: rule.width * zoom)
    }
    for caption in figure.captions {
      drawing.line(
        caption.text, at: paper(caption.origin), size: caption.size * zoom, face: caption.face,
        color: caption.color ?? theme.ink, theme: theme)
    }
    return drawing
  }
}
