import AllianceModel
import GraphvizKit

extension TerritoryDrawing {
  /// The ground of the inset, its title, the lines from marks to names, and on the map the part that it enlarges.
  func drawInset(into drawing: inout XDotDrawing) {
    guard let inset = layout.inset else { return }
    let town = inset.coordinates
    TerritoryBackdrop(
      layers: backdrop.layers, ground: backdrop.layers.isEmpty ? nil : .outlines, hull: [], territory: inset.territory,
      transform: inset.transform, panel: inset.panel, theme: theme, places: town
    ).draw(into: &drawing)
    let size = TerritoryCard.titleSize
    drawing.line(
      words.insetTitle(layout.scene.pins[inset.place].name),
      at: Point(inset.panel.left + 6, inset.panel.top - size - 4),
      size: size, face: .bold, color: theme.ink, theme: theme)
    for (spot, box) in zip(inset.spots, inset.boxes) {
      let leader = LabelPlacement.leader(from: box, to: spot.point)
      if leader.length > 4 {
        drawing.polyline([leader.start, leader.end], color: theme.faintInk, width: 0.6)
      }
    }
    drawScaleBar(inset.scaleBar, in: inset.panel, into: &drawing)
    let extent = Box(
      around: town.map { layout.transform.point(backdrop.territory.projection.position(of: $0)) }
    ).inset(by: 5)
    drawing.polyline(extent.corners + [extent.corners[0]], color: theme.ink, width: 0.8)
  }

  /// Its marks, names and ties.
  func addInset(to document: inout DOTDocument) {
    guard let inset = layout.inset else { return }
    let sheet = SheetDrawing(theme: theme, zoom: 1, frameScale: 1)
    for (index, spot) in inset.spots.enumerated() {
      var attributes = sheet.place(Box(center: spot.point, width: 6, height: 6))
      attributes.merge([
        "shape": "circle", "class": "adresse", "fillcolor": .raw(theme.ink.hex), "color": .raw(theme.paper.hex),
        "label": "", "tooltip": .text(spot.actors.map { graph.actors[$0].name }.joined(separator: ", ")),
      ])
      document.addNode("e\(index)", attributes)
      for (number, row) in inset.cards[index].rows.enumerated() {
        let box = inset.boxes[index]
        rows.add(row, at: Point(box.left, box.top - row.top), name: "e\(index)r\(number)", to: &document)
      }
    }
    for (index, line) in inset.lines.enumerated() {
      var attributes = sheet.line(line.look.style)
      attributes["class"] = .link("lien " + line.look.cssClass)
      attributes["id"] = .raw("lien_encart_\(index + 1)")
      attributes["tooltip"] = .text(line.tooltip)
      attributes["pos"] = .raw(sheet.position(of: line.curve.points))
      document.addEdge("e\(line.first)", "e\(line.second)", attributes)
    }
  }
}
