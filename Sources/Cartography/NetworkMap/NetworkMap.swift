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
  let view: MapView
  let scene: MapScene
  let legend: [LegendRow]
  let words: SheetWords

  /// The most actors and objects that one map can show each by itself; with more it shows their groups.
  public static let sizeLimit = 600

  /// Prepares the map of `graph`: what is drawn, and in what words. Nothing has a place yet.
  ///
  /// - Throws: ``MapError`` for a filter or a group that cannot be, or a graph that cannot be drawn.
  public init(of graph: AllianceGraph, options: MapOptions = MapOptions()) throws(MapError) {
    self.options = options
    let language = options.language ?? graph.info.language ?? .french
    self.language = language
    let publication = options.isInternal ? nil : Publication(of: graph, language: language)
    removed = publication?.removed
    let filtered = try options.filtered(publication?.graph ?? graph)
    self.graph = filtered.graph
    view = try MapView(of: filtered.graph, options: options, language: language)
    do {
      (scene, legend) = try NetworkMap.contents(view, options: options, language: language, theme: options.theme)
    } catch let error as MapError {
      throw error
    } catch {
      throw .cancelled
    }
    words = SheetWords(of: filtered, part: view.part, options: options, language: language)
  }

  private static func contents(
    _ view: MapView, options: MapOptions, language: Language, theme: MapTheme
  ) throws -> (MapScene, [LegendRow]) {
    switch view {
    case .actors(let part, let isNumbered):
      let members = part.members
      let clusters = try members.clusters()
      let colors = ColorScale(options.colorBy, of: members, clusters: clusters, language: language, theme: theme)
      let builder = MapSceneBuilder(
        part: part, options: options, language: language, theme: theme, clusters: clusters, colors: colors,
        measures: try options.sizeBy.values(of: members), isNumbered: isNumbered)
      let scene = try builder.scene()
      let legend = NetworkLegend(
        graph: members, options: options, language: language, theme: theme, colors: colors, scene: scene,
        builder: builder)
      return (scene, legend.rows())
    case .groups(let level):
      let members = level.part.members
      let key = options.colorBy == .cluster ? MapOptions.ColorKey.family : options.colorBy
      // Colours other than those of clusters do not look at them.
      let colors = ColorScale(key, of: members, clusters: nil, language: language, theme: theme)
      let builder = GroupSceneBuilder(level: level, colors: colors, language: language, theme: theme)
      let scene = builder.scene()
      return (scene, GroupLegend(builder: builder, scene: scene).rows())
    }
  }

  /// What of the graph is drawn.
  var part: MapPart { view.part }
}

extension SheetWords {
  /// - Parameter part: What is shown of the graph, when it is not the whole.
  init(of filtered: GraphFilter.Result, part: MapPart? = nil, options: MapOptions, language: Language) {
    let graph = part?.members ?? filtered.graph
    let date = (options.date ?? graph.info.created)?.words(in: language)
    let facts = [graph.info.territory, MapWords.counts(of: graph, in: language), date].compactMap(\.self)
    var subtitles = [facts.joined(separator: " · ")]
    if !options.filter.isEmpty { subtitles.append(MapWords.filterNote(options.filter, hidden: filtered, in: language)) }
    if let step = part?.path.last {
      subtitles.insert(step.name.capitalizedFirst, at: 0)
    }
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
