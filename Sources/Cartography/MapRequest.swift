public import AllianceModel
public import GraphvizKit

/// The kinds of maps, as users name them.
public enum MapKind: String, Sendable, CaseIterable {
  case network, territory, timeline, ego, matrix, clusters, bipartite, gaps
}

/// One map to draw: its kind, what only that kind asks for, and what all kinds have in common.
///
///     let request = MapRequest(.ego, actor: "tezea", options: MapOptions(page: .a3))
///     let document = try await request.document(of: graph, as: [.pdf], renderer: .ownProgram())
public struct MapRequest: Sendable {
  public var kind: MapKind
  /// For ``MapKind/ego``: the id of the actor in the middle.
  public var actor: String?
  /// For ``MapKind/matrix``.
  public var content: MatrixContent
  /// For ``MapKind/gaps``.
  public var pairs: [AbsentPair]
  /// For ``MapKind/territory``: outlines under the map, and communes for actors without coordinates.
  public var backdrop: [[GeoFeature]]
  public var places: PlaceTable?
  public var options: MapOptions

  public init(
    _ kind: MapKind, actor: String? = nil, content: MatrixContent = .families, pairs: [AbsentPair] = [],
    backdrop: [[GeoFeature]] = [], places: PlaceTable? = nil, options: MapOptions = MapOptions()
  ) {
    (self.kind, self.actor, self.content, self.pairs) = (kind, actor, content, pairs)
    (self.backdrop, self.places, self.options) = (backdrop, places, options)
  }

  /// `network`, `matrix-themes`…: for names of files.
  public var name: String { kind == .matrix ? "\(kind.rawValue)-\(content.rawValue)" : kind.rawValue }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - formats: The files to make, all from one drawing.
  ///   - resolution: Dots per inch of PNG, 10 to 1,200.
  ///   - renderer: Where Graphviz runs.
  /// - Throws: ``MapError``.
  public func document(
    of graph: AllianceGraph, as formats: [MapFormat], resolution: Int = 150, renderer: GraphvizRenderer
  ) async throws(MapError) -> MapDocument {
    let diagram: Diagram
    switch kind {
    case .network:
      return try await NetworkMap(of: graph, options: options)
        .document(as: formats, resolution: resolution, renderer: renderer)
    case .territory:
      return try await TerritoryMap(of: graph, options: options, backdrop: backdrop, table: places)
        .document(as: formats, resolution: resolution, renderer: renderer)
    case .timeline: diagram = .timeline
    case .ego: diagram = .ego(of: actor ?? graph.mostAllied ?? "")
    case .matrix: diagram = .matrix(content)
    case .clusters: diagram = .clusters
    case .bipartite: diagram = .bipartite
    case .gaps: diagram = .gaps(pairs)
    }
    return try await DiagramMap(diagram, of: graph, options: options)
      .document(as: formats, resolution: resolution, renderer: renderer)
  }
}

extension AllianceGraph {
  /// The id of the organisation that is a party of most alliances; of several, the first by id; nil without any.
  public var mostAllied: String? {
    let counts = Dictionary(alliances.flatMap { $0.parties.map { ($0.actor, 1) } }, uniquingKeysWith: +)
    return actors.filter(\.isOrganisation).map(\.id).max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
  }
}
