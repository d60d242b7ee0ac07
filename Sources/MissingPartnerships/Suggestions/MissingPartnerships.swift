public import AllianceModel
import Foundation
import GraphCore

/// The partnerships that a graph seems to lack: pairs of actors that never allied, ranked, each with reasons.
///
///     let missing = try MissingPartnerships(of: graph)
///     for suggestion in try missing.suggestions(top: 10) { print(suggestion.reasons.map(\.sentence.french)) }
///
/// Organisations only: objects, persons, ended actors, two names of one legal body and pairs about which a person has
/// decided are never suggested. History is what happened, not what should happen: the reasons are there to be judged.
public struct MissingPartnerships: Sendable {
  public let graph: AllianceGraph
  /// What the numbers mean, and what they rest on.
  public let basis: SuggestionBasis
  let partnerships: PartnershipModel
  let explainer: Explainer
  let exclusions: Exclusions
  /// Candidates within three steps, the likeliest first.
  private let ranking: [PairRanking.Entry]
  /// The mean of e^score over all candidates: what an average pair has.
  private let averageOdds: Double

  /// Learns from `graph` and ranks its pairs.
  ///
  /// - Parameters:
  ///   - graph: The graph whose partnerships are sought.
  ///   - others: Other graphs whose alliances say which forms are usual between two kinds of actors.
  ///   - actor: The only actor that will be asked about, by its position; of large graphs only its pairs are then ranked.
  ///   - includesDecided: Whether pairs that a person accepted, set aside or knew are suggested again.
  /// - Throws: `CancellationError` when the calling task is cancelled.
  /// - Complexity: O(*n* · (*n* + *m*)) for *n* organisations and *m* ties; for one actor of a large graph O(*n* + *m*).
  /// - Note: Seeds are fixed: the same graph gives the same bits, on any number of threads.
  public init(
    of graph: AllianceGraph, others: [AllianceGraph] = [], for actor: Int? = nil, includesDecided: Bool = false
  ) throws(CancellationError) {
    let history = AllianceHistory(of: graph)
    var partnerships = try PartnershipModel(history, in: graph)
    let exclusions = Exclusions(history, in: graph, includesDecided: includesDecided)
    let model = partnerships.model
    if model.measures.isLarge {
      let sources = actor.map { [history.nodes[$0]].compactMap(\.self) } ?? model.candidates.active
      ranking = try model.nearby(sources, limit: MissingPartnerships.largeRankingLimit) { !exclusions.excludes($0) }
      averageOdds = MissingPartnerships.meanOdds(model.referenceScores)
    } else {
      let scores = try partnerships.takeScores()
      ranking = PairRanking(scores.filter { $0.isNear && !exclusions.excludes($0.pair) }).pairs
      averageOdds = MissingPartnerships.meanOdds(scores.lazy.map(\.score))
    }
    (self.graph, self.partnerships, self.exclusions) = (graph, partnerships, exclusions)
    basis = partnerships.basis
    explainer = Explainer(partnerships, graph: graph, others: others)
  }

  /// Of a large graph so many of the likeliest pairs are kept.
  static let largeRankingLimit = 200_000

  private static func meanOdds(_ scores: some Collection<Double>) -> Double {
    scores.isEmpty ? 1 : scores.reduce(0) { $0 + exp($1) } / Double(scores.count)
  }

  /// How many pairs were ranked: no alliance yet, one or more each, three steps apart at most.
  public var candidateCount: Int { ranking.count }

  /// The likeliest partnerships.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - actor: Only those of this actor, by its position in ``AllianceGraph/actors``.
  ///   - isWanted: Asked for each pair of positions; with `actor` given, it comes first.
  public func suggestions(
    top count: Int, for actor: Int? = nil, where isWanted: (_ first: Int, _ second: Int) -> Bool = { _, _ in true }
  ) throws(CancellationError) -> [Suggestion] {
    var chosen: [PairRanking.Entry] = []
    for entry in ranking where chosen.count < count {
      var (first, second) = positions(entry.pair)
      if let actor {
        guard first == actor || second == actor else { continue }
        if second == actor { swap(&first, &second) }
      }
      if isWanted(first, second) { chosen.append(entry) }
    }
    let rows = try partnerships.model.contributions(of: chosen.map(\.pair))
    return zip(chosen, rows).map { entry, row in suggestion(entry, row, first: actor) }
  }

  /// The share of the first `count` suggestions in which the most suggested twentieth of the actors has a part.
  ///
  /// Each suggestion gives both its actors one half. Near 1 means that a few hubs flood the list.
  public func shareOfMostSuggested(among count: Int) -> Double {
    var counts = [Int](repeating: 0, count: partnerships.history.actors.count)
    let listed = ranking.prefix(count)
    for entry in listed {
      counts[entry.pair.low.index] += 1
      counts[entry.pair.high.index] += 1
    }
    let active = partnerships.model.candidates.active.count
    guard !listed.isEmpty else { return 0 }
    let most = counts.sorted(by: >).prefix(max(1, (active + 19) / 20)).reduce(0, +)
    return Double(most) / Double(2 * listed.count)
  }

  func positions(_ pair: NodePair) -> (Int, Int) {
    (partnerships.history.actors[pair.low.index], partnerships.history.actors[pair.high.index])
  }

  private func suggestion(_ entry: PairRanking.Entry, _ row: [Double], first: Int?) -> Suggestion {
    let model = partnerships.model
    let contributions = ReasonFamily.allCases.map { family in family.features.reduce(0) { $0 + row[$1] } }
    var (one, other) = positions(entry.pair)
    if let first, other == first { swap(&one, &other) }
    let explanation = explainer.explanation(of: entry.pair, contributions: contributions)
    let isCalibrated = if case .calibrated = basis { true } else { false }
    return Suggestion(
      first: one, second: other, score: contributions.reduce(model.intercept, +), intercept: model.intercept,
      contributions: contributions, timesAverage: exp(entry.score) / averageOdds,
      probability: isCalibrated ? logistic(entry.score) : nil, reasons: explanation.reasons,
      counter: explanation.counter, introduction: explainer.introduction(of: entry.pair),
      form: explainer.form(for: entry.pair))
  }
}

extension CSRGraph {
  /// Whether at most three ties lead from one end of the pair to the other.
  func isWithinThreeSteps(_ pair: NodePair) -> Bool {
    let ends = neighbors(of: pair.high)
    for near in neighbors(of: pair.low) {
      if near == pair.high { return true }
      // Rows are rising: they are walked together until a node is in both.
      var (mine, theirs) = (neighbors(of: near), ends)
      while let first = mine.first, let second = theirs.first {
        if first == second || first == pair.high { return true }
        if first < second { mine.removeFirst() } else { theirs.removeFirst() }
      }
      if ends.contains(near) { return true }
    }
    return false
  }
}
