public import AllianceModel
public import Foundation
import MissingPartnerships

/// The missing partnerships that the explorer lists, as one JSON value of its own: ranking the pairs of a large graph takes
/// longer than all else, and a page that shows its map need not wait for it.
public struct ExplorerSuggestions: Sendable {
  let list: SuggestionDocument
  /// What is behind ``list``, for questions about one actor.
  let suggester: MissingPartnerships

  /// How many there are at most: the best hundred, and up to three for each actor.
  static let limit = 400
  private static let bestCount = 100
  private static let countPerActor = 3

  /// Ranks the pairs of the graph that `document` shows.
  ///
  /// - Parameter decisions: What was decided about pairs; nil for what the graph says.
  /// - Throws: `CancellationError` when its task is cancelled.
  /// - Complexity: That of ``MissingPartnerships``.
  public init(
    of document: ExplorerDocument, decisions: [AllianceGraph.Decision]? = nil
  ) throws(CancellationError) {
    let language = Language(rawValue: document.language) ?? .french
    suggester = try MissingPartnerships(of: document.shown.with(decisions: decisions ?? document.decisions))
    list = try ExplorerSuggestions.list(of: suggester, language: language)
  }

  /// The best suggestions, and the best of each actor, in the order of the ranking.
  private static func list(
    of suggester: MissingPartnerships, language: Language
  ) throws(CancellationError) -> SuggestionDocument {
    var taken = 0
    var counts: [Int: Int] = [:]
    let suggestions = try suggester.suggestions(top: limit) { first, second in
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

  /// The list as JSON: keys in camel case, sorted.
  public func json() throws -> Data { try ExplorerDocument.encoder.encode(list) }
}

extension AllianceGraph {
  /// The same graph with the decisions of `decisions`: the publication gate takes out working notes, and yet what a person
  /// set aside is not to be suggested again.
  func with(decisions: [Decision]) -> AllianceGraph {
    AllianceGraph(
      info: info, actors: actors, alliances: alliances, places: places, sources: sources, decisions: decisions)
  }
}
