import AllianceModel
import Cartography
public import GraphvizKit

/// Draws the maps of a report.
public struct Illustrator: Sendable {
  private let renderer: GraphvizRenderer

  /// - Parameter renderer: Where Graphviz runs.
  public init(renderer: GraphvizRenderer) { self.renderer = renderer }

  /// The picture of each figure, by its id; of a map that is too large to be drawn, none.
  ///
  /// - Throws: ``ReportError``.
  public func pictures(for report: Report) async throws(ReportError) -> [String: Picture] {
    var pictures: [String: Picture] = [:]
    for figure in report.figures {
      switch figure.content {
      case .picture(let picture): pictures[figure.id] = picture
      case .map(let request, let graph):
        pictures[figure.id] = try await picture(request, of: report.graphs[graph], in: report)
      }
    }
    return pictures
  }

  private func picture(
    _ request: MapRequest, of graph: AllianceGraph, in report: Report
  ) async throws(ReportError) -> Picture? {
    // The graph has passed the gate already, once for the whole report.
    let options = MapOptions(
      page: request.page, language: report.language, date: report.date, isInternal: report.isInternal)
    do throws(MapError) {
      let document =
        switch request.kind {
        case .network:
          try await NetworkMap(of: graph, options: options).document(as: [.svg], renderer: renderer)
        case .territory:
          try await TerritoryMap(of: graph, options: options).document(as: [.svg], renderer: renderer)
        case .diagram(let diagram):
          try await DiagramMap(diagram, of: graph, options: options).document(as: [.svg], renderer: renderer)
        }
      return document[.svg].map {
        Picture(svg: String(decoding: $0, as: UTF8.self), width: document.width, height: document.height)
      }
    } catch {
      if case .tooLarge = error { return nil }
      throw .map(error)
    }
  }
}
