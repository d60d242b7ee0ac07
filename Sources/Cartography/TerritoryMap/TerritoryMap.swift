public import AllianceModel
import Foundation
import TerritoryAnalysis

/// The map of where actors are and which alliances join which places.
///
/// Each place has a card with its actors and the alliances within it; alliances between two places are lines with their
/// number, those of three places or more have a label of their own. Where there are too many actors to name, places are
/// counted. Whoever has no place is listed beside the map.
///
///     let map = try TerritoryMap(of: graph, options: MapOptions(page: .a3), backdrop: [outlines])
///     let document = try await map.document(as: [.svg, .pdf], renderer: .ownProgram())
public struct TerritoryMap: Sendable {
  /// What is drawn: published, unless the map is internal, and filtered.
  public let graph: AllianceGraph
  public let options: MapOptions
  public let language: Language
  /// What the publication gate took out; nil for an internal map.
  public let removed: Publication.Removed?
  /// Where the actors are.
  public let locations: ActorLocations
  var theme: MapTheme { options.theme }
  let backdrop: [[GeoFeature]]
  let perimeter: [PlaceTable.Commune]
  let places: TerritoryPlaces
  let frame: TerritoryFrame?
  let colors: ColorScale
  let words: TerritoryWords
  private let filtered: GraphFilter.Result

  /// - Parameters:
  ///   - backdrop: Outlines under the map: one list for each file.
  ///   - table: Communes for actors without coordinates, and for the extent of an EPCI; nil when none is installed.
  /// - Throws: ``MapError`` for a filter that cannot be.
  public init(
    of graph: AllianceGraph, options: MapOptions = MapOptions(), backdrop: [[GeoFeature]] = [], table: PlaceTable? = nil
  ) throws(MapError) {
    self.options = options
    let language = options.language ?? graph.info.language ?? .french
    self.language = language
    let publication = options.isInternal ? nil : Publication(of: graph, language: language)
    removed = publication?.removed
    filtered = try options.filtered(publication?.graph ?? graph)
    self.graph = filtered.graph
    self.backdrop = backdrop
    locations = ActorLocations(of: filtered.graph, table: table)
    let allPlaces = TerritoryPlaces(of: filtered.graph, locations: locations, table: table)
    let sirens = graph.info.perimeter
    perimeter =
      table.map { table in
        sirens.flatMap { id in
          table.communes(ofEPCI: id) + (table[id].map { [$0] } ?? [])
        }
      } ?? []
    let around = allPlaces.places.isEmpty ? [] : perimeter.compactMap(\.coordinate)
    func frame(_ places: TerritoryPlaces) -> TerritoryFrame? {
      TerritoryFrame(
        places: places.places.map { ($0.coordinate, $0.actors.count) }, perimeter: around,
        outlines: backdrop.flatMap(\.self))
    }
    if let first = frame(allPlaces), allPlaces.places.count <= TerritoryMap.mostPlacesToMerge {
      places = allPlaces.merging(
        within: TerritoryMap.smallestGap * max(first.east - first.west, first.north - first.south),
        isInside: first.isInside, of: filtered.graph)
    } else {
      places = allPlaces
    }
    self.frame = frame(places)
    do {
      let clusters = try filtered.graph.clusters()
      colors = ColorScale(
        options.colorBy, of: filtered.graph, clusters: clusters, language: language, theme: options.theme)
    } catch {
      throw .cancelled
    }
    words = TerritoryWords(language: language)
  }

  var entries: TerritoryEntries { TerritoryEntries(graph: graph, places: places, words: words) }

  var looks: AllianceLooks { AllianceLooks(key: options.ties, theme: theme, language: language) }

  static let longestList = 80
  /// Places nearer than this share of the map's extent are one: about three millimetres on A4.
  static let smallestGap = 0.018
  /// Above this the map counts places, and takes them together in its own way.
  static let mostPlacesToMerge = 300

  /// The sheet that is laid out: the paper, or A3 where that is larger: a poster is read from farther away.
  var page: MapPage {
    let paper = paper
    guard paper.millimetres.width * paper.millimetres.height > 300 * 420 else { return paper }
    return paper.isPortrait ? .a3Portrait : .a3
  }

  /// A3, lying or standing as the territory does, unless a paper is asked for.
  var paper: MapPage {
    if let page = options.page { return page }
    guard let frame else { return graph.actors.count + graph.alliances.count > 80 ? .a3 : .a4Landscape }
    return (frame.north - frame.south) > 1.5 * (frame.east - frame.west) ? .a3Portrait : .a3
  }

  /// Of the type around the map.
  static func frameScale(of page: MapPage) -> Double {
    switch page {
    case .a4, .a4Landscape: 0.8
    default: 1
    }
  }

  // MARK: Layout

  /// Gives everything its place; nil without a place.
  func layout() -> TerritoryLayout? {
    guard let frame else { return nil }
    let builder = TerritorySceneBuilder(
      graph: graph, places: places, frame: frame, looks: looks, words: words, entries: entries,
      perimeter: perimeter)
    if builder.isSmall {
      let inset = TerritoryInset.place(of: places, locations: locations)
      if let inset, let layout = namedLayout(builder, frame, inset: inset) { return layout }
      if let layout = namedLayout(builder, frame, inset: nil) { return layout }
    }
    // Legend and map depend on each other: the first round finds which looks there are.
    let transform = PageTransform(frame, in: sheet(for: nil).panel)
    var reach = 24.0
    var draft = builder.countedScene(transform: transform, reach: reach)
    while draft.pins.count > TerritoryMap.mostCircles {
      reach *= 1.15
      draft = builder.countedScene(transform: transform, reach: reach)
    }
    var layout: TerritoryLayout?
    for _ in 0..<2 {
      layout = TerritoryComposer(
        sheet: sheet(for: layout?.scene ?? draft), territory: frame,
        scene: { builder.countedScene(transform: $0, reach: reach) }
      ).layout()
    }
    return layout
  }

  /// With more circles than this many have no room for a name.
  private static let mostCircles = 60

  /// Every name, in the largest type that finds room.
  private func namedLayout(
    _ builder: TerritorySceneBuilder, _ frame: TerritoryFrame, inset: Int?
  ) -> TerritoryLayout? {
    var best: (behind: Int, layout: TerritoryLayout)?
    let tries = [1.4, 1.25, 1.12, 1, 0.9].map { ($0, true) } + [(1.0, false), (0.9, false)]
    for (scale, hasInner) in tries {
      let scene = builder.namedScene(scale: scale, hasInner: hasInner, inset: inset)
      let sheet = inset == nil ? sheet(for: scene) : sheet(for: scene).withInset()
      let composer = TerritoryComposer(sheet: sheet, territory: frame, scene: { _ in scene })
      guard var layout = composer.layout(isRoomy: scale > 1) else { continue }
      if let inset, let panel = sheet.inset {
        layout.inset = TerritoryInset(of: inset, in: self, panel: panel, scale: scale)
        if layout.inset == nil { continue }
      }
      // A list that is cut short is worse than any line behind a card.
      let behind = layout.linesBehindLabels + (layout.side.leftOut > 0 ? 1_000 : 0)
      if behind == 0 { return layout }
      if behind < best?.behind ?? .max { best = (behind, layout) }
    }
    return best?.layout
  }

  private func sheet(for scene: TerritoryScene?) -> TerritorySheet {
    TerritorySheet(
      page: page, frame: sheetFrame(legend: scene.map(legend) ?? []), sections: sections(of: scene),
      words: words, scale: scene.map { $0.isCounted ? 1 : min($0.scale, 1.2) } ?? 1)
  }

  func legend(of scene: TerritoryScene) -> [LegendRow] {
    TerritoryLegend(
      graph: graph, places: places, scene: scene, colors: colors, looks: looks, theme: theme, words: words,
      ground: ground, hasUnlocatedParties: hasUnlocatedParties
    ).rows()
  }

  /// What lies under the map.
  var ground: TerritoryGround? {
    guard let frame else { return nil }
    if backdrop.contains(where: { !$0.isEmpty }) { return .outlines }
    if perimeter.count > 2 { return .perimeter }
    let isSmall = places.places.count <= TerritorySceneBuilder.mostPlaces
    return frame.isInside.count(where: \.self) > 1 && isSmall ? .places : nil
  }

  private var hasUnlocatedParties: Bool {
    let indices = graph.actorIndices
    return graph.alliances.contains { alliance in
      let known = graph.partyIndices(of: alliance, in: indices).map { places.placeOf[$0] != nil }
      return known.contains(true) && known.contains(false)
    }
  }

  func sheetFrame(legend: [LegendRow]) -> SheetFrame {
    SheetFrame(
      words: sheetWords, legend: legend, width: page.size.width - 2 * MapPage.margin,
      scale: TerritoryMap.frameScale(of: page), theme: theme)
  }

  var sheetWords: SheetWords {
    let base = SheetWords(of: filtered, options: options, language: language)
    var subtitles = base.subtitles
    if frame == nil, !graph.actors.isEmpty {
      subtitles += [words.noPlaces, words.howToPlace]
    } else if !graph.actors.isEmpty {
      subtitles.append(words.placeCounts(places, of: graph))
    }
    let extra = [
      frame.map { words.projectionNote($0.projection.name) }, words.basisNote(locations),
      ground == .outlines || frame == nil ? nil : words.backdropNote,
    ].compactMap(\.self)
    return SheetWords(
      title: graph.info.title + words.titleEnd, subtitles: subtitles,
      notes: [(base.notes + extra).joined(separator: " ")])
  }

  func sections(of scene: TerritoryScene?) -> [SideList.Section] {
    let entries = entries
    let isCounted = scene?.isCounted ?? false
    let between = isCounted ? [] : places.links.filter { $0.places.count == 2 }
    let names = places.places.map {
      $0.name ?? ($0.actors.count == 1 ? graph.actors[$0.actors[0]].name : words.samePlace)
    }
    let inner = scene.map { !$0.isCounted && !$0.hasInner } ?? false
    let within = zip(places.places, names).map { place, name in
      SideList.Section(
        title: words.innerSectionHeading(name), entries: inner ? place.inner.map(entries.alliance) : [])
    }
    let sections =
      within + [
        SideList.Section(
          title: words.betweenHeading,
          entries: between.map { link in
            let entry = entries.alliance(link.alliance)
            let ends = link.places.map { names[$0] }.joined(separator: " – ")
            return TerritoryCard.Entry(content: entry.content, text: "\(ends) : \(entry.text)", face: entry.face)
          }),
        SideList.Section(title: words.unlocatedHeading, entries: places.unlocated.map(entries.unlocated)),
        // Beside lines that unite all forms, samples of single forms would be mistaken for them.
        SideList.Section(
          title: words.withoutPlaceHeading,
          entries: scene?.bundles == nil ? places.withoutPlace.map(entries.alliance) : []),
      ]
    // A map that counts has no room for long lists: their numbers stand under its title.
    return sections.filter { !isCounted || $0.entries.count <= TerritoryMap.longestList }
  }
}
