import AllianceModel
import Cartography
public import GraphvizKit

/// Draws the maps of a report.
public struct Illustrator: Sendable {
  private let renderer: GraphvizRenderer
  private let backdrop: [[GeoFeature]]
  private let places: PlaceTable?

  /// - Parameters:
  ///   - options: Those of the report: what lies under the map of the territory, and where communes are.
  ///   - renderer: Where Graphviz runs.
  public init(options: ReportOptions = ReportOptions(), renderer: GraphvizRenderer) {
    (self.renderer, backdrop, places) = (renderer, options.backdrop, options.places)
  }

  /// The picture of each figure, by its id; of a map that is too large to be drawn, none.
  ///
  /// - Throws: ``ReportError``.
  public func pictures(for report: Report) async throws(ReportError) -> [String: Picture] {
    var pictures: [String: Picture] = [:]
    for figure in report.figures {
      switch figure.content {
      case .picture(let picture): pictures[figure.id] = picture
      case .map(let request, let graph):
        pictures[figure.id] = try await picture(request, of: request.subject(in: report.graphs[graph]), in: report)
      }
    }
    return pictures
  }

  private func picture(
    _ request: MapRequest, of graph: AllianceGraph, in report: Report
  ) async throws(ReportError) -> Picture? {
    guard !request.pages.isEmpty else {
      return try await picture(request.kind, of: graph, on: nil, in: report)?.picture
    }
    var last: Picture?
    for page in request.pages {
      guard let drawn = try await picture(request.kind, of: graph, on: page, in: report) else { return nil }
      if drawn.smallestText >= NetworkMap.smallestReadableText - 0.05 { return drawn.picture }
      last = drawn.picture
    }
    return last
  }

  private func picture(
    _ kind: MapRequest.Kind, of graph: AllianceGraph, on page: MapPage?, in report: Report
  ) async throws(ReportError) -> (picture: Picture, smallestText: Double)? {
    // The graph has passed the gate already, once for the whole report.
    let options = MapOptions(
      page: page, language: report.language, date: report.date, isInternal: report.isInternal, theme: report.theme)
    do throws(MapError) {
      let document =
        switch kind {
        case .network:
          try await NetworkMap(of: graph, options: options).document(as: [.svg], renderer: renderer)
        case .territory:
          try await TerritoryMap(of: graph, options: options, backdrop: backdrop, table: places)
            .document(as: [.svg], renderer: renderer)
        case .diagram(let diagram):
          try await DiagramMap(diagram, of: graph, options: options).document(as: [.svg], renderer: renderer)
        }
      return document[.svg].map {
        let svg = String(decoding: $0, as: UTF8.self)
        return (
          Picture(svg: svg, width: document.width, height: document.height, page: page, border: document.border),
          document.smallestText
        )
      }
    } catch {
      if case .tooLarge = error { return nil }
      throw .map(error)
    }
  }
}
