import GraphvizKit

/// Draws the paper of a sheet, and what stands around its picture: title and counts above, legend and sources below.
struct FrameDrawing {
  let sheet: MapSheet
  let theme: MapTheme
  /// The colour of the mark that stands for a hub, when the map has one.
  var hubColor: MapColor?

  private var zoom: Double { sheet.zoom }
  private var drawing: SheetDrawing { SheetDrawing(theme: theme, zoom: zoom, frameScale: sheet.frameScale) }

  /// Header and footer with the height of their upper sides.
  private var blocks: [(SheetFrame.Block, Double)] {
    [
      (sheet.frame.header, sheet.height - sheet.margin),
      (sheet.frame.footer, sheet.margin + sheet.frame.footer.height),
    ]
  }

  /// The paper, the lines of text, and the hulls of the legend, which are no nodes.
  func draw(into background: inout XDotDrawing) {
    // Makes the sheet as large as it is to be: Graphviz crops to what is drawn.
    let paper = Box(left: 0, bottom: 0, right: sheet.width * zoom, top: sheet.height * zoom)
    background.polygon(paper.corners, fill: theme.paper, border: nil, width: 0)
    for (block, top) in blocks {
      drawing.write(block, left: sheet.margin, top: top, into: &background)
      for mark in block.marks { if case .hull = mark.sample { drawHull(mark, top: top, into: &background) } }
    }
  }

  private func drawHull(_ mark: SheetFrame.Mark, top: Double, into background: inout XDotDrawing) {
    let box = Box(
      center: Point(sheet.margin + mark.x + mark.width / 2, top - mark.offset), width: mark.width, height: mark.height)
    let outline = ConvexHull.outline(around: [box.inset(by: -4 * sheet.frameScale)], margin: 4 * sheet.frameScale)
    background.polygon(outline.map { $0 * zoom }, fill: theme.hull, border: theme.hullBorder, width: zoom)
  }

  /// The samples of the legend, as the shapes and edges that they stand for.
  func addLegend(to document: inout DOTDocument) {
    for (name, (block, top)) in zip(["h", "l"], blocks) {
      drawing.addMarks(of: block, left: sheet.margin, top: top, hubColor: hubColor, name: name, to: &document)
    }
  }
}
