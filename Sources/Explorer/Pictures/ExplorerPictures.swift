public import AllianceModel
public import Cartography
import Foundation
public import GraphvizKit

/// The pictures of the explorer: those of `maillage map`, as SVG that the page makes interactive.
public struct ExplorerPictures: Sendable {
  /// Which picture: its name in addresses (`network`, `cluster-3.1`).
  public enum Name: Sendable, Hashable {
    case network, territory, timeline
    /// The groups of a graph that is too large for one network.
    case clusters
    /// The inside of one group, by its number.
    case cluster(String)

    public init?(_ text: String) {
      switch text {
      case "network": self = .network
      case "territory": self = .territory
      case "timeline": self = .timeline
      case "clusters": self = .clusters
      default:
        guard let number = text.wholeMatch(of: /cluster-([1-9]\d*(?:\.[1-9]\d*)*)/)?.1 else { return nil }
        self = .cluster(String(number))
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
  /// Bytes that a page may hold: for each actor, and for all; about so many of them are its program.
  private static let bytesPerActor = 2_000
  private static let fixedBytes = 3_000_000 - 250_000
  /// Drawing one takes about half a second.
  private static let mostGroups = 200

  /// The pictures of a published page: the network, or for a graph too large for one its groups; the territory; the
  /// timeline when it is short enough to be read. Then the inside of each group, the outer ones first, as long as the
  /// page stays small: of a group that is left out the page shows its table.
  ///
  /// - Parameter others: The bytes of the page that are taken already.
  /// - Throws: ``MapError``.
  public func all(
    for document: ExplorerDocument, beside others: Int
  ) async throws(MapError) -> [PageBlock] {
    var names: [Name] = [document.isDivided ? .clusters : .network, .territory]
    if graph.alliances.count <= ExplorerPictures.longestTimeline { names.append(.timeline) }
    names += document.groups.prefix(ExplorerPictures.mostGroups).map { .cluster($0.number) }
    let limit = ExplorerPictures.fixedBytes + ExplorerPictures.bytesPerActor * graph.actors.count
    var pictures: [PageBlock] = []
    var size = others
    for name in names {
      let picture = PageBlock(id: "picture-\(name.text)", Data(try await svg(name).utf8))
      size += picture.byteCount
      // The first two are what the page is for.
      guard size < limit || pictures.count < 2 else { break }
      pictures.append(picture)
    }
    return pictures
  }

  /// Draws one picture.
  ///
  /// - Returns: SVG text.
  /// - Throws: ``MapError``, also for a group that is not there.
  public func svg(_ name: Name) async throws(MapError) -> String {
    // Without title and legend: the page has its own, which stay while the picture moves. With names at any size, since
    // a reader of the page zooms.
    var options = MapOptions(language: language, isInternal: isInternal)
    let kind: MapKind
    switch name {
    case .network: (kind, options.hasFrame) = (.network, false)
    case .territory: kind = .territory
    case .timeline: kind = .timeline
    case .clusters: (kind, options.hasFrame, options.detail) = (.network, false, .groups)
    case .cluster(let number): (kind, options.hasFrame, options.cluster) = (.network, false, number)
    }
    let document = try await MapRequest(kind, places: table, options: options)
      .document(of: graph, as: [.svg], renderer: renderer)
    guard let svg = document[.svg] else { preconditionFailure("a format that is asked for is made") }
    return String(decoding: svg, as: UTF8.self)
  }
}
