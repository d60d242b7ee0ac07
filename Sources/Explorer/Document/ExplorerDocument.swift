public import AllianceModel
import Cartography
public import Foundation
import MissingPartnerships
import TerritoryAnalysis

/// Everything that the explorer shows except pictures: one graph with its measures and suggestions, as one JSON value.
///
/// The front end reads it whole, from the published page or from `GET /api/graph`. What is not known is absent. Words are
/// in one language, codes stay codes; the labels of the codes are in ``vocabulary``.
///
///     let document = try ExplorerDocument(of: graph, language: .french)
///     try document.json()  // {"actors":[…],"alliances":[…],…}
///
/// Same graph, same bytes.
public struct ExplorerDocument: Sendable, Encodable {
  /// The shape of the JSON, so that a page knows what it reads.
  public let format = "maillage-explorer/1"
  let generator = "Maillage \(maillageVersion)"
  public let language: String
  /// Whether names of persons and contacts are in it; a published page never is internal.
  let isInternal: Bool
  /// Whether the graph is too large for one network, and shown group by group.
  let isDivided: Bool
  let graph: GraphRow
  let actors: [ActorRow]
  let alliances: [AllianceRow]
  let places: [PlaceRow]
  let sources: [SourceRow]
  let vocabulary: [String: [String: String]]
  let legend: ExplorerLegend
  let analysis: AnalysisDocument
  /// The groups in which a divided graph is shown, the outer ones first.
  let groups: [GroupRow]
  private(set) var missing: SuggestionDocument

  /// The graph that is shown: published, unless the document is internal.
  let shown: AllianceGraph
  /// The suggestions behind ``missing``, for questions about one actor.
  private(set) var suggester: MissingPartnerships

  /// How many suggestions the document holds at most: the best hundred, and up to three for each actor.
  static let suggestionLimit = 400
  private static let bestCount = 100
  private static let countPerActor = 3

  /// - Parameters:
  ///   - language: nil for that of the graph, or French.
  ///   - isInternal: Whether to go round the publication gate: for the eyes of the house only.
  /// - Throws: `CancellationError` when its task is cancelled.
  /// - Complexity: That of ``TerritoryAnalysis`` and ``MissingPartnerships``: O(*n* · *m* log *n*).
  public init(
    of graph: AllianceGraph, language: Language? = nil, isInternal: Bool = false
  ) throws(CancellationError) {
    let language = language ?? graph.info.language ?? .french
    let shown = isInternal ? graph : Publication(of: graph, language: language).graph
    (self.language, self.isInternal, self.shown) = (language.rawValue, isInternal, shown)
    groups = try GroupTree(of: shown, language: language).groups.map { GroupRow($0, of: shown) }
    isDivided = !groups.isEmpty
    self.graph = GraphRow(of: shown, language: language)
    actors = shown.actors.map { ActorRow($0, language: language) }
    alliances = shown.alliances.map { AllianceRow($0, language: language) }
    places = shown.places.map { PlaceRow($0) }
    sources = shown.sources.map { SourceRow($0, language: language) }
    vocabulary = ExplorerDocument.vocabulary(in: language)
    legend = ExplorerLegend(of: shown, language: language)
    analysis = AnalysisDocument(try TerritoryAnalysis(of: shown), of: shown, language: language)
    suggester = try MissingPartnerships(of: shown.with(decisions: graph.decisions))
    missing = try ExplorerDocument.suggestions(of: suggester, language: language)
  }

  /// The best suggestions, and the best of each actor, in the order of the ranking.
  private static func suggestions(
    of suggester: MissingPartnerships, language: Language
  ) throws(CancellationError) -> SuggestionDocument {
    var taken = 0
    var counts: [Int: Int] = [:]
    let suggestions = try suggester.suggestions(top: suggestionLimit) { first, second in
      let isWanted =
        taken < bestCount || counts[first, default: 0] < countPerActor || counts[second, default: 0] < countPerActor
      guard isWanted else { return false }
      taken += 1
      counts[first, default: 0] += 1
      counts[second, default: 0] += 1
      return true
    }
    let fresh = try suggester.suggestionsWithoutHistory(top: bestCount)
    return SuggestionDocument(suggester, suggestions: suggestions, withoutHistory: fresh, language: language)
  }

  private static func vocabulary(in language: Language) -> [String: [String: String]] {
    let tables = [
      "kinds": Vocabulary.kinds, "relations": .relations, "statuses": .statuses, "sizes": .sizes, "logics": .logics,
      "goals": .goals, "forms": .forms,
    ]
    var result = tables.mapValues { table in
      Dictionary(uniqueKeysWithValues: table.entries.map { ($0.code, $0.label[language]) })
    }
    // Of the kinds, those of objects: filters treat them apart, whether the graph has any or not.
    result["objects"] = Dictionary(
      uniqueKeysWithValues: Vocabulary.kinds.entries.filter { $0.family == "object" }.map {
        ($0.code, $0.label[language])
      })
    result["families"] = Dictionary(
      uniqueKeysWithValues: ActorFamily.allCases.map { ($0.rawValue, $0.label[language]) })
    result["reasons"] = Dictionary(
      uniqueKeysWithValues: ReasonFamily.allCases.map { ($0.rawValue, $0.label[language]) })
    return result
  }

  private enum CodingKeys: String, CodingKey {
    case format, generator, language, isInternal, isDivided, graph, actors, alliances, places, sources, vocabulary
    case legend, analysis, groups, missing
  }

  /// The document as JSON: keys in camel case, sorted.
  public func json() throws -> Data { try ExplorerDocument.encoder.encode(self) }

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// The same document with the suggestions that are left after `decisions`.
  ///
  /// - Throws: `CancellationError` when its task is cancelled.
  func deciding(_ decisions: [AllianceGraph.Decision]) throws(CancellationError) -> ExplorerDocument {
    var changed = self
    changed.suggester = try MissingPartnerships(of: shown.with(decisions: decisions))
    changed.missing = try ExplorerDocument.suggestions(
      of: changed.suggester, language: Language(rawValue: language) ?? .french)
    return changed
  }
}

extension AllianceGraph {
  /// The same graph with the decisions of `decisions`: the publication gate takes out working notes, and yet what a person
  /// set aside is not to be suggested again.
  func with(decisions: [Decision]) -> AllianceGraph {
    AllianceGraph(
      info: info, actors: actors, alliances: alliances, places: places, sources: sources, decisions: decisions)
  }
}
