public import AllianceModel
import GraphCore
import TerritoryAnalysis

/// The map of who works with whom: actors, objects, and alliances of any number of parties, in their groups.
///
///     let map = try NetworkMap(of: graph, options: MapOptions(page: .a3))
///     let document = try await map.document(as: [.svg, .pdf], renderer: .ownProgram())
///     document[.svg]  // the bytes of the file
///
/// The same graph and options give the same bytes, as long as Graphviz and its fonts stay the same.
public struct NetworkMap: Sendable {
  /// What is drawn: published, unless the map is internal, and filtered.
  public let graph: AllianceGraph
  public let options: MapOptions
  public let language: Language
  /// What the publication gate took out; nil for an internal map.
  public let removed: Publication.Removed?
  var theme: MapTheme { options.theme }
  let scene: MapScene
  let legend: [LegendRow]
  let words: SheetWords

  /// The most actors and objects that one map can show.
  public static let sizeLimit = 600

  /// Prepares the map of `graph`: what is drawn, and in what words. Nothing has a place yet.
  ///
  /// - Throws: ``MapError`` for a filter that cannot be, or a graph that cannot be drawn.
  public init(of graph: AllianceGraph, options: MapOptions = MapOptions()) throws(MapError) {
    self.options = options
    let language = options.language ?? graph.info.language ?? .french
    self.language = language
    let publication = options.isInternal ? nil : Publication(of: graph, language: language)
    removed = publication?.removed
    let filtered = try options.filtered(publication?.graph ?? graph)
    self.graph = filtered.graph
    guard filtered.graph.actors.count <= NetworkMap.sizeLimit else {
      throw .tooLarge(count: filtered.graph.actors.count, limit: NetworkMap.sizeLimit)
    }
    let clusters: TerritoryClusters
    let measures: [Double?]
    do {
      clusters = try filtered.graph.clusters()
      measures = try options.sizeBy.values(of: filtered.graph)
    } catch {
      throw .cancelled
    }
    let colors = ColorScale(
      options.colorBy, of: filtered.graph, clusters: clusters, language: language, theme: options.theme)
    let builder = MapSceneBuilder(
      graph: filtered.graph, options: options, language: language, theme: options.theme, clusters: clusters,
      colors: colors,
      measures: measures)
    scene = try builder.scene()
    legend = NetworkLegend(
      graph: filtered.graph, options: options, language: language, theme: options.theme, colors: colors, scene: scene,
      builder: builder
    ).rows()
    words = SheetWords(of: filtered, options: options, language: language)
  }
}

extension SheetWords {
  init(of filtered: GraphFilter.Result, options: MapOptions, language: Language) {
    let graph = filtered.graph
    let date = (options.date ?? graph.info.created)?.words(in: language)
    let facts = [graph.info.territory, MapWords.counts(of: graph, in: language), date].compactMap(\.self)
    var subtitles = [facts.joined(separator: " · ")]
    if !options.filter.isEmpty { subtitles.append(MapWords.filterNote(options.filter, hidden: filtered, in: language)) }
    if graph.actors.isEmpty {
      subtitles.append((options.filter.isEmpty ? MapWords.noActors : MapWords.nothingLeft)[language])
    } else if graph.alliances.isEmpty {
      subtitles.append((options.filter.isEmpty ? MapWords.noAlliances : MapWords.nothingLeft)[language])
    }
    let notes = [MapWords.sourceNote(of: graph, in: language), MapWords.madeWith[language] + "."].compactMap(\.self)
    self.init(
      title: graph.info.title + MapWords.titleEnd[language], subtitles: subtitles, notes: [notes.joined(separator: " ")]
    )
  }
}
