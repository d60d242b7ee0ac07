import AllianceModel
import Foundation
public import GraphvizKit

extension TerritoryMap {
  /// Draws the map.
  ///
  /// - Parameters:
  ///   - formats: The files to make, all from one drawing.
  ///   - resolution: Dots per inch of PNG, 10 to 1,200.
  ///   - renderer: Where Graphviz runs.
  /// - Throws: ``MapError``.
  public func document(
    as formats: [MapFormat], resolution: Int = 150, renderer: GraphvizRenderer
  ) async throws(MapError) -> MapDocument {
    let layout = layout()
    let drawing = drawing(of: layout)
    do throws(GraphvizError) {
      let rendering = try await renderer.render(
        RenderJob(
          drawing, engine: .nop2, formats: formats.map(\.graphvizFormat), resolution: resolution,
          creationDate: MapDocument.creationDate(options.date ?? graph.info.created)))
      let finishing = SVGFinishing(map: self, layout: layout)
      let files = finishing.files(of: rendering, as: formats, resolution: resolution)
      let inspection = layout.map { TerritoryInspection(of: self, layout: $0) }
      let smallest = (inspection?.smallestText ?? 9.5) * theme.fontScale * paper.size.width / page.size.width
      let border = MapPage.margin * paper.size.width / page.size.width
      return MapDocument(
        files: files, firstPass: "", drawing: drawing.serialized(), width: paper.size.width, height: paper.size.height,
        border: border, smallestText: smallest, remarks: remarks(layout, smallestText: smallest),
        findings: inspection?.findings ?? [],
        crossings: inspection?.crossings ?? 0)
    } catch {
      throw error.reason == .cancelled ? .cancelled : .graphviz(error)
    }
  }

  /// The picture as Graphviz is given it; without places a page that says what is missing.
  func drawing(of layout: TerritoryLayout?) -> DOTDocument {
    guard let layout, let frame else { return emptyPage() }
    let scene = layout.scene
    let shown = zip(places.places, frame.isInside).filter(\.1).map(\.0.coordinate)
    return TerritoryDrawing(
      graph: graph, layout: layout,
      backdrop: TerritoryBackdrop(
        layers: backdrop, ground: ground, hull: ground == .places ? shown : perimeter.compactMap(\.coordinate),
        territory: frame, transform: layout.transform,
        panel: layout.panel,
        theme: theme, places: shown + perimeter.compactMap(\.coordinate)),
      colors: colors, looks: looks, theme: theme, words: words, title: sheetWords.title, enlargement: enlargement
    ).document(legend: sheetFrame(legend: legend(of: scene)))
  }

  /// The size of the paper, for Graphviz to enlarge the drawing to, in inches.
  var enlargement: DOTValue? {
    let (width, height) = paper.size
    guard paper != page else { return nil }
    return .raw(
      "\(DOTNumber.format(width / 72, decimals: 4)),\(DOTNumber.format(height / 72, decimals: 4))!")
  }

  /// A page without a map: what is missing, and everything there is, in lists.
  private func emptyPage() -> DOTDocument {
    let nothing = TerritoryScene(
      pins: [], labels: [], lines: [], pills: [], ground: [], scale: 1, hasInner: false, isCounted: false)
    let frame = sheetFrame(legend: legend(of: nothing))
    let (width, height) = page.size
    let margin = MapPage.margin
    var background = XDotDrawing()
    background.polygon(
      [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)], fill: theme.paper, border: nil, width: 0)
    let sheet = SheetDrawing(theme: theme, zoom: 1, frameScale: TerritoryMap.frameScale(of: page))
    sheet.write(frame.header, left: margin, top: height - margin, into: &background)
    sheet.write(frame.footer, left: margin, top: margin + frame.footer.height, into: &background)
    var document = DOTDocument(name: sheetWords.title, isDirected: false)
    document.attributes = [
      "pad": "0", "margin": "0", "bgcolor": .raw(theme.paper.hex), "fontname": .raw(theme.fontName),
      "tooltip": .text(sheetWords.title), "class": "carte territoire", "_background": .raw(background.text),
    ]
    if let enlargement { document.attributes["size"] = enlargement }
    document.nodeDefaults = [
      "fontname": .raw(theme.fontName), "style": "filled", "fixedsize": "true", "margin": "0",
      "fontcolor": .raw(theme.ink.hex),
    ]
    let columnWidth = 180.0
    let list = SideList(
      sections(of: nil), columns: Int((width - 2 * margin + SideList.gutter) / (columnWidth + SideList.gutter)),
      columnWidth: columnWidth, height: height - 2 * margin - frame.header.height - frame.footer.height - 10, size: 8,
      more: words.more)
    sheet.addMarks(of: frame.header, left: margin, top: height - margin, name: "h", to: &document)
    sheet.addMarks(of: frame.footer, left: margin, top: margin + frame.footer.height, name: "l", to: &document)
    let rows = RowDrawing(graph: graph, colors: colors, looks: looks, theme: theme, words: words)
    let origin = Point(margin, height - margin - frame.header.height)
    for (index, placed) in list.rows.enumerated() {
      rows.add(placed.row, at: origin + Point(placed.x, -placed.y), name: "s\(index)", to: &document)
    }
    return document
  }

  private func remarks(_ layout: TerritoryLayout?, smallestText: Double) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let removed, !removed.isEmpty { remarks += removed.notes }
    if smallestText < NetworkMap.smallestReadableText - 0.05 {
      remarks.append(MapWords.smallTextNote(smallestText, page: paper, groups: "--kind clusters"))
    }
    if layout == nil, !graph.actors.isEmpty {
      remarks.append(
        LocalizedText(
          french: TerritoryWords(language: .french).howToPlace, english: TerritoryWords(language: .english).howToPlace))
    }
    if let count = layout?.side.leftOut, count > 0 {
      remarks.append(
        LocalizedText(
          french: "\(count) lignes des listes n’ont pas trouvé de place : prenez une feuille plus grande ou un filtre",
          english: "\(count) rows of the lists found no room: take a larger sheet or a filter"))
    }
    return remarks
  }
}
