public import AllianceModel
import Cartography
public import Foundation
import MissingPartnerships
import TerritoryAnalysis

/// What the explorer shows except pictures and suggestions: one graph with its measures, as one JSON value.
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

  /// The graph that is shown: published, unless the document is internal.
  let shown: AllianceGraph
  /// What was decided about its pairs: working notes, which the publication gate takes out of ``shown``.
  let decisions: [AllianceGraph.Decision]

  /// Whether the graph is too large for one network, and shown group by group.
  var isDivided: Bool { !groups.isEmpty }

  /// - Parameters:
  ///   - language: nil for that of the graph, or French.
  ///   - isInternal: Whether to go round the publication gate: for the eyes of the house only.
  /// - Throws: `CancellationError` when its task is cancelled.
  /// - Complexity: That of ``TerritoryAnalysis``.
  public init(
    of graph: AllianceGraph, language: Language? = nil, isInternal: Bool = false
  ) throws(CancellationError) {
    let language = language ?? graph.info.language ?? .french
    let shown = isInternal ? graph : Publication(of: graph, language: language).graph
    (self.language, self.isInternal, self.shown) = (language.rawValue, isInternal, shown)
    decisions = graph.decisions
    groups = try GroupTree(of: shown, language: language).groups.map { GroupRow($0, of: shown) }
    self.graph = GraphRow(of: shown, language: language)
    actors = shown.actors.map { ActorRow($0, language: language) }
    alliances = shown.alliances.map { AllianceRow($0, language: language) }
    places = shown.places.map { PlaceRow($0) }
    sources = shown.sources.map { SourceRow($0, language: language) }
    vocabulary = ExplorerDocument.vocabulary(in: language)
    legend = ExplorerLegend(of: shown, language: language)
    analysis = AnalysisDocument(try TerritoryAnalysis(of: shown), of: shown, language: language)
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
    case format, generator, language, isInternal, graph, actors, alliances, places, sources, vocabulary
    case legend, analysis, groups
  }

  /// The document as JSON: keys in camel case, sorted.
  public func json() throws -> Data { try ExplorerDocument.encoder.encode(self) }

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
