import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import MissingPartnerships
import Reporting

/// Draws pictures and writes reports of what a page shows, through the same modules as `maillage map` and `report`.
struct ViewMaker: Sendable {
  /// As it was opened: maps and reports pass the gate themselves.
  let graph: AllianceGraph
  /// The public graph, or for an internal explorer the graph itself.
  let shown: AllianceGraph
  let language: Language
  let isInternal: Bool
  let table: PlaceTable?
  let renderer: GraphvizRenderer
  let date: PartialDate?

  /// How many missing partnerships a picture of them shows.
  private static let pairCount = 10

  /// The map of a view.
  ///
  /// - Parameter suggester: Ranks the pairs of a map of missing partnerships.
  /// - Throws: ``ExplorerFault``; `CancellationError`.
  func picture(
    of view: ViewQuery, suggester: @Sendable () async throws -> MissingPartnerships
  ) async throws -> [UInt8] {
    let kind = try view.choice("kind", default: MapKind.network)
    let format = try view.choice("format", default: MapFormat.svg)
    let detail = try view.choice("detail", default: MapOptions.Detail.automatic)
    let page = try ViewMaker.page(of: view)
    let options = MapOptions(
      detail: detail, cluster: view.cluster, page: page, language: language, filter: try view.filter(in: shown),
      date: date, isInternal: isInternal, hasFrame: try view.flag("frame", default: true) || kind != .network)
    var request = MapRequest(kind, actor: view.actor, places: table, options: options)
    if kind == .gaps { request.pairs = try pairs(of: try await suggester(), for: view.actor) }
    do throws(MapError) {
      return try await request.document(of: graph, as: [format], renderer: renderer)[format] ?? []
    } catch {
      if case .cancelled = error { throw CancellationError() }
      throw ExplorerFault(error.webStatus, error.message)
    }
  }

  private static func page(of view: ViewQuery) throws(ExplorerFault) -> MapPage? {
    enum Paper: String, CaseIterable { case free, a4, a3, a2, a1, a0 }
    let paper = try view.choice("page", default: Paper.free)
    return MapPage(rawValue: paper.rawValue)
  }

  private func pairs(of missing: MissingPartnerships, for actor: String?) throws -> [AbsentPair] {
    let position = actor.flatMap { shown.actorIndices[$0] }
    return try missing.suggestions(top: ViewMaker.pairCount, for: position).map { suggestion in
      let reasons = suggestion.reasons.prefix(2).map { $0.sentence[language] }
      return AbsentPair(
        shown.actors[suggestion.first].id, shown.actors[suggestion.second].id,
        reason: reasons.joined(separator: language == .french ? "\u{202F}; " : "; "))
    }
  }

  /// A report of a view as HTML; of a part of the graph it says so in its title.
  ///
  /// - Throws: ``ExplorerFault``; `CancellationError`.
  func report(of view: ViewQuery) async throws -> [UInt8] {
    let kind = try view.choice("kind", default: Report.Kind.territory)
    let filter = try view.filter(in: shown)
    let part: AllianceGraph
    do throws(GraphFilter.UnknownValue) {
      part = filter.isEmpty ? graph : named(try filter.apply(to: shown).graph)
    } catch {
      throw ExplorerFault(404, error.message(option: "filter"))
    }
    do throws(ReportError) {
      let options = ReportOptions(
        language: language, date: date, actor: view.actor, isInternal: isInternal, places: table)
      let report = try Report(kind, of: [part], options: options)
      let pictures = try await Illustrator(options: options, renderer: renderer).pictures(for: report)
      return Array(HTMLWriter(report, pictures: pictures).page.utf8)
    } catch {
      switch error {
      case .cancelled, .map(.cancelled): throw CancellationError()
      case .map(let error): throw ExplorerFault(error.webStatus, error.message)
      default: throw ExplorerFault(404, error.message)
      }
    }
  }

  private func named(_ part: AllianceGraph) -> AllianceGraph {
    let (info, left, all) = (part.info, part.actors.count, shown.actors.count)
    let note = LocalizedText(
      french: " (une partie : \(left) acteurs et objets sur \(all))",
      english: " (a part: \(left) of \(all) actors and objects)")
    return AllianceGraph(
      info: GraphInfo(
        name: info.name, title: info.title + note[language], description: info.description, territory: info.territory,
        perimeter: info.perimeter, language: info.language, created: info.created, licence: info.licence,
        sources: info.sources),
      actors: part.actors, alliances: part.alliances, places: part.places, sources: part.sources)
  }
}

extension MapError {
  /// The status of an answer without a picture.
  fileprivate var webStatus: Int {
    switch self {
    // Well-formed, but nothing has this value.
    case .unknownFilterValue, .unknownActor, .unknownGroup: 404
    case .nameTooLong, .tooLarge: 422
    case .cancelled: 503
    case .graphviz(let error):
      switch error.reason {
      case .timeLimit, .memoryLimit: 503
      default: 500
      }
    }
  }
}
