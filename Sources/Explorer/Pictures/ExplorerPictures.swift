public import AllianceModel
public import Cartography
public import GraphvizKit
import TerritoryAnalysis

/// The pictures of the explorer: those of `maillage map`, as SVG that the page makes interactive.
public struct ExplorerPictures: Sendable {
  /// Which picture: its name in addresses (`network`, `cluster-3`).
  public enum Name: Sendable, Hashable {
    case network, territory, timeline
    /// The groups side by side, for a graph that is too large for one network.
    case clusters
    /// The network of one group, from 1, in the order of the analysis.
    case cluster(Int)

    public init?(_ text: String) {
      switch text {
      case "network": self = .network
      case "territory": self = .territory
      case "timeline": self = .timeline
      case "clusters": self = .clusters
      default:
        guard text.hasPrefix("cluster-"), let number = Int(text.dropFirst(8)), number > 0 else { return nil }
        self = .cluster(number)
      }
    }

    public var text: String {
      switch self {
      case .network: "network"
      case .territory: "territory"
      case .timeline: "timeline"
      case .clusters: "clusters"
      case .cluster(let number): "cluster-\(number)"
      }
    }
  }

  let graph: AllianceGraph
  let language: Language
  let isInternal: Bool
  let table: PlaceTable?
  let renderer: GraphvizRenderer

  /// - Parameters:
  ///   - table: Communes for actors without coordinates; nil when none is installed.
  ///   - renderer: Where Graphviz runs.
  public init(
    of graph: AllianceGraph, language: Language, isInternal: Bool = false, table: PlaceTable? = nil,
    renderer: GraphvizRenderer
  ) {
    (self.graph, self.language, self.isInternal) = (graph, language, isInternal)
    (self.table, self.renderer) = (table, renderer)
  }

  /// Above this a timeline is too long to be read as a picture; the page shows its table.
  private static let longestTimeline = 400
  /// Bytes of SVG that a page may hold for each actor, beside three megabytes for all.
  private static let bytesPerActor = 1_200
  private static let fixedBytes = 2_400_000

  /// The pictures of this graph that do not depend on what a person opens, in the order of the tabs.
  public var names: [Name] {
    let first: [Name] = graph.actors.count > NetworkMap.sizeLimit ? [] : [.network]
    return first + [.territory] + (graph.alliances.count > ExplorerPictures.longestTimeline ? [] : [.timeline])
  }

  /// The pictures of a published page: ``names``, and for a graph too large for one network its groups, the largest
  /// first, as long as the page stays small. A group that is itself too large for a picture is left out.
  ///
  /// - Throws: ``MapError``.
  public func all() async throws(MapError) -> [ExplorerPage.Picture] {
    var pictures: [ExplorerPage.Picture] = []
    for name in names {
      if let svg = try await svg(name) { pictures.append(ExplorerPage.Picture(name, svg: svg)) }
    }
    guard !names.contains(.network) else { return pictures }
    let limit = ExplorerPictures.fixedBytes + ExplorerPictures.bytesPerActor * graph.actors.count
    var size = pictures.reduce(0) { $0 + $1.svg.utf8.count }
    for number in 1... where size < limit {
      do throws(MapError) {
        guard let svg = try await svg(.cluster(number)) else { break }
        size += svg.utf8.count
        if size < limit { pictures.append(ExplorerPage.Picture(.cluster(number), svg: svg)) }
      } catch {
        guard case .tooLarge = error else { throw error }
      }
    }
    return pictures
  }

  /// With names at any size: a reader of the page zooms, and the index of numbers stands in the frame that it does not show.
  private var options: MapOptions { MapOptions(detail: .names, language: language, isInternal: isInternal) }

  /// Draws one picture.
  ///
  /// - Returns: SVG text; nil for a group that is not there.
  /// - Throws: ``MapError``.
  public func svg(_ name: Name) async throws(MapError) -> String? {
    let document: MapDocument
    switch name {
    case .network: document = try await network(of: graph)
    case .territory:
      document = try await TerritoryMap(of: graph, options: options, table: table)
        .document(as: [.svg], renderer: renderer)
    case .timeline: document = try await diagram(.timeline)
    case .clusters: document = try await diagram(.clusters)
    case .cluster(let number):
      guard let part = try part(ofCluster: number) else { return nil }
      document = try await network(of: part)
    }
    return document[.svg].map { String(decoding: $0, as: UTF8.self) }
  }

  /// Without title and legend: the page has its own, which stay while the picture moves.
  private func network(of graph: AllianceGraph) async throws(MapError) -> MapDocument {
    var options = options
    options.hasFrame = false
    return try await NetworkMap(of: graph, options: options).document(as: [.svg], renderer: renderer)
  }

  private func diagram(_ diagram: Diagram) async throws(MapError) -> MapDocument {
    try await DiagramMap(diagram, of: graph, options: options).document(as: [.svg], renderer: renderer)
  }

  /// The actors and alliances of one group, with the organisations of other groups that take part in these alliances.
  private func part(ofCluster number: Int) throws(MapError) -> AllianceGraph? {
    let clusters: [TerritoryClusters.Cluster]
    do { clusters = try graph.clusters().clusters } catch { throw .cancelled }
    guard clusters.indices.contains(number - 1) else { return nil }
    let cluster = clusters[number - 1]
    let alliances = cluster.alliances.map { graph.alliances[$0] }
    let indices = graph.actorIndices
    let parties = alliances.flatMap { graph.partyIndices(of: $0, in: indices) }
    let members = Set(cluster.organisations + cluster.attached + parties)
    return AllianceGraph(
      info: graph.info, actors: members.sorted().map { graph.actors[$0] }, alliances: alliances, places: graph.places,
      sources: graph.sources)
  }
}
