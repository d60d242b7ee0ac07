import AllianceModel
import GraphvizKit

/// Writes the rows of cards and lists: actors with the mark of their look, alliances with samples of their lines.
struct RowDrawing {
  let graph: AllianceGraph
  let colors: ColorScale
  let looks: AllianceLooks
  let theme: MapTheme
  let words: TerritoryWords

  private var sheet: SheetDrawing { SheetDrawing(theme: theme, zoom: 1, frameScale: 1) }

  /// Adds a row: its mark, then its text.
  ///
  /// - Parameter origin: The upper left corner of the row, before its indent.
  func add(_ row: TerritoryCard.Row, at origin: Point, name: String, to document: inout DOTDocument) {
    let box = Box(
      left: origin.x + row.indent, bottom: origin.y - row.height, right: origin.x + row.indent + row.width + 1,
      top: origin.y)
    var attributes = sheet.place(box)
    attributes.merge([
      "shape": "box", "style": "", "peripheries": "0", "fontsize": .number(row.size * theme.fontScale, decimals: 1),
    ])
    attributes["label"] = text(of: row)
    let middle = origin.y - row.size * TextMetrics.lineHeight / 2
    switch row.content {
    case .title, .heading:
      attributes["class"] = "titre"
      attributes["tooltip"] = .text(row.lines.joined(separator: " "))
      if row.content == .heading { attributes["fontcolor"] = .raw(theme.faintInk.hex) }
    case .actor(let index):
      let actor = graph.actors[index]
      attributes["id"] = .link("acteur_" + MapSceneBuilder.identifier(actor.id))
      attributes["class"] = .link("acteur " + (actor.isOrganisation ? colors.cssClass(ofActor: index) : "objet"))
      attributes["tooltip"] = .text(
        [actor.name, actor.kind?.label[words.language]].compactMap(\.self).joined(separator: " · "))
      let style =
        actor.isOrganisation
        ? colors.style(ofActor: index) : theme.style(ofObject: actor.kind ?? ActorKind(rawValue: ""))
      addMark(style, at: Point(box.left - 3 - TerritoryCard.markWidth / 2, middle), name: name + "m", to: &document)
    case .alliance(let index):
      let alliance = graph.alliances[index]
      let all = looks.looks(of: alliance)
      attributes["id"] = .link("alliance_" + MapSceneBuilder.identifier(alliance.id))
      attributes["class"] = .link("alliance " + all[0].cssClass)
      attributes["tooltip"] = .text(words.tooltip(of: alliance, in: graph))
      let step = all.count > 1 ? 3.4 : 0
      for (number, look) in all.enumerated() {
        let y = middle + (Double(all.count - 1) / 2 - Double(number)) * step
        addStroke(look.style, from: box.left - 21, y: y, name: "\(name)t\(number)", to: &document)
      }
    }
    document.addNode(name, attributes)
  }

  private func addMark(_ style: MapTheme.NodeStyle, at center: Point, name: String, to document: inout DOTDocument) {
    let plain = MapTheme.NodeStyle(style.shape, fill: style.fill, border: style.border, isDashed: style.isDashed)
    // A second border inside the first: that of Graphviz lies outside and would touch the neighbours.
    for (suffix, inset) in style.isDouble ? [("", 0.0), ("i", 1.8)] : [("", 0)] {
      var mark = sheet.place(
        Box(center: center, width: TerritoryCard.markWidth - 2 * inset, height: 7 - 2 * inset))
      mark.merge(sheet.look(of: plain, pen: style.isDouble ? 0.6 : 0.9))
      mark.merge(["label": "", "class": "marque", "tooltip": " "])
      document.addNode(name + suffix, mark)
    }
  }

  /// A sample of a line on a card. Cards cover edges, so that it is made of small shapes.
  private func addStroke(
    _ style: MapTheme.TieStyle, from left: Double, y: Double, name: String, to document: inout DOTDocument
  ) {
    let width = min(style.width, 2.2)
    let pieces: [(x: Double, y: Double, width: Double, height: Double)] =
      switch style.line {
      case .solid: [(0, 0, 17, width)]
      case .double: [(0, 1.1, 17, 0.9), (0, -1.1, 17, 0.9)]
      case .dashed: [(0, 0, 4, width), (6.5, 0, 4, width), (13, 0, 4, width)]
      case .dotted: (0..<5).map { (Double($0) * 3.75, 0, width, width) }
      }
    for (number, piece) in pieces.enumerated() {
      let box = Box(
        center: Point(left + piece.x + piece.width / 2, y + piece.y), width: piece.width, height: piece.height)
      var attributes = sheet.place(box)
      attributes.merge([
        "shape": .raw(style.line == .dotted ? "circle" : "box"), "fillcolor": .raw(style.color.hex),
        "color": .raw(style.color.hex), "penwidth": "0", "label": "", "class": "marque", "tooltip": " ",
      ])
      document.addNode("\(name)\(number)", attributes)
    }
  }

  private func text(of row: TerritoryCard.Row) -> DOTValue {
    let labels = row.lines.map(HTMLLabel.text)
    return switch row.face {
    case .regular: .text(row.lines.joined(separator: "\n"), align: .left)
    case .bold: .html(RowDrawing.leftAligned(labels.map { $0.bold() }, width: row.width))
    case .italic: .html(RowDrawing.leftAligned(labels.map { $0.italic() }, width: row.width))
    }
  }

  /// Lines that begin at the left border of their box, whatever the fonts of the machine make of their widths.
  private static func leftAligned(_ lines: [HTMLLabel], width: Double) -> HTMLLabel {
    .table(
      [[HTMLLabel.Cell(.lines(lines, align: .left), ["ALIGN": "LEFT", "BALIGN": "LEFT", "WIDTH": "\(Int(width))"])]],
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"])
  }
}
