public import AllianceModel
import Foundation
import GraphCore

/// How well a ranking foretold what came after it.
public struct RankingQuality: Sendable, Equatable, Encodable {
  /// Pairs that allied for the first time in the years looked at, among actors with a tie before.
  public let newPairs: Int
  /// Pairs that were ranked.
  public let candidates: Int
  /// Mean precision at the place of each new pair, in `0...1`; chance gives `newPairs / candidates`.
  public let averagePrecision: Double
  /// The chance that a new pair stands above another one drawn by (1 + k)(1 + k'), k the partners before the years
  /// looked at; 0.5 is chance. One is added because actors who only allied elsewhere are ranked too.
  public let degreeCorrectedAUC: Double
  /// For each actor with new partners, the share of them among its first ten suggestions, of ten at most; their mean.
  public let hitsAtTen: Double
  /// New pairs foretold for each one that came; nil without probabilities.
  public let predictedPerObserved: Double?

  /// Measures a ranking of candidates.
  ///
  /// - Parameters:
  ///   - ranking: The likeliest pair first.
  ///   - before: The network that was known when the ranking was made.
  ///   - whole: The network after the years looked at.
  ///   - isCalibrated: Whether the scores are logits of chances.
  init(_ ranking: [PairRanking.Entry], before: CSRGraph, whole: CSRGraph, isCalibrated: Bool) {
    let isNew = ranking.map { whole.hasEdge(from: $0.pair.low, to: $0.pair.high) }
    let found = isNew.count { $0 }
    var (hits, precision) = (0, 0.0)
    var listed = [Int](repeating: 0, count: whole.nodeCount)
    var right = listed
    var partners = listed
    for (place, entry) in ranking.enumerated() {
      if isNew[place] {
        hits += 1
        precision += Double(hits) / Double(place + 1)
      }
      for node in [entry.pair.low.index, entry.pair.high.index] {
        if isNew[place] { partners[node] += 1 }
        if listed[node] < 10, isNew[place] { right[node] += 1 }
        listed[node] += 1
      }
    }
    let looking = partners.indices.filter { partners[$0] > 0 }
    newPairs = found
    candidates = ranking.count
    averagePrecision = precision / Double(max(1, found))
    hitsAtTen =
      looking.reduce(0) { $0 + Double(right[$1]) / Double(min(10, partners[$1])) } / Double(max(1, looking.count))
    degreeCorrectedAUC = RankingQuality.areaAbove(ranking, isNew, before)
    let foretold = ranking.reduce(0) { $0 + logistic($1.score) }
    predictedPerObserved = isCalibrated && found > 0 ? foretold / Double(found) : nil
  }

  /// Walks up from the last pair, so that each new pair meets the weight below it; equal scores count half.
  private static func areaAbove(_ ranking: [PairRanking.Entry], _ isNew: [Bool], _ before: CSRGraph) -> Double {
    var (below, area, total, news) = (0.0, 0.0, 0.0, 0.0)
    var place = ranking.count - 1
    while place >= 0 {
      var (weight, fresh) = (0.0, 0.0)
      let score = ranking[place].score
      while place >= 0, ranking[place].score == score {
        let pair = ranking[place].pair
        if isNew[place] {
          fresh += 1
        } else {
          weight += Double((1 + before.outDegree(of: pair.low)) * (1 + before.outDegree(of: pair.high)))
        }
        place -= 1
      }
      area += fresh * (below + weight / 2)
      below += weight
      news += fresh
      total = below
    }
    return news * total > 0 ? area / (news * total) : 0.5
  }
}

extension MissingPartnerships {
  /// Learns from what was known at the end of `year`, and compares with what the three years after it brought.
  ///
  /// - Returns: Nil when those years brought no new pair, or the graph has no dates to go by.
  /// - Throws: `CancellationError` when the calling task is cancelled.
  public static func verification(
    of graph: AllianceGraph, upTo year: Int
  ) throws(CancellationError) -> (model: RankingQuality, resourceAllocation: RankingQuality)? {
    let history = AllianceHistory(of: graph)
    guard history.years != nil else { return nil }
    let whole = history.until(year + PartnershipModel.horizon).network
    let past = history.until(year)
    var partnerships = try PartnershipModel(past, in: graph)
    let isCalibrated = if case .calibrated = partnerships.basis { true } else { false }
    func quality(_ scores: [PairRanking.Entry], isCalibrated: Bool) -> RankingQuality {
      RankingQuality(PairRanking(scores).pairs, before: past.network, whole: whole, isCalibrated: isCalibrated)
    }
    let model = quality(try partnerships.takeScores(), isCalibrated: isCalibrated)
    guard model.newPairs > 0 else { return nil }
    // The yardstick beside it: partners in common, each by its rarity, and nothing else.
    let plain = partnerships.model.with(
      intercept: 0,
      weights: partnerships.model.weights.indices.map { $0 == StructuralFeature.sharedRarity.rawValue ? 1 : 0 })
    return (model, quality(try plain.scores(), isCalibrated: false))
  }
}
