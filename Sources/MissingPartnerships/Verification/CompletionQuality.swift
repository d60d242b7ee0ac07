public import AllianceModel
import GraphCore

/// How well a hidden party of an alliance is found again among all actors.
public struct CompletionQuality: Sendable, Equatable, Encodable {
  /// Parties that were hidden: all of each alliance of three or more, one at a time.
  public let cases: Int
  /// The mean of 1 / rank of the hidden party.
  public let meanReciprocalRank: Double
  /// Shares of the cases in which it stood first, and among the first ten.
  public let hitsAtOne: Double
  public let hitsAtTen: Double

  init(ranks: [Int]) {
    let count = Double(max(1, ranks.count))
    cases = ranks.count
    meanReciprocalRank = ranks.reduce(0) { $0 + 1 / Double($1) } / count
    hitsAtOne = Double(ranks.count { $0 == 1 }) / count
    hitsAtTen = Double(ranks.count { $0 <= 10 }) / count
  }
}

extension MissingPartnerships {
  /// Hides in turn each party of each alliance of the three years after `year`, and looks where the others, judged by
  /// what was known at the end of `year`, would place it.
  ///
  /// Only parties with a tie by then count. Equal scores: the hidden party stands in their middle.
  ///
  /// - Complexity: O(*n* + *m*) for each party of each of these alliances.
  public static func completionQuality(
    of graph: AllianceGraph, upTo year: Int
  ) throws(CancellationError) -> CompletionQuality {
    let history = AllianceHistory(of: graph)
    let before = history.until(year)
    let measures = CompletionMeasures(before, in: graph)
    var ranks: [Int] = []
    for event in history.events {
      guard let start = event.year, start > year, start <= year + PartnershipModel.horizon else { continue }
      let known = event.members.filter { before.network.outDegree(of: $0) > 0 }
      guard known.count >= 3 else { continue }
      let isMember = Set(known.map(\.index))
      for hidden in known {
        if Task.isCancelled { throw CancellationError() }
        let scores = measures.scores(members: known.filter { $0 != hidden })
        let rivals = scores.indices.lazy.filter { !isMember.contains($0) }.map { scores[$0] }
        let above = rivals.count { $0 > scores[hidden.index] }
        let equal = rivals.count { $0 == scores[hidden.index] }
        ranks.append(1 + above + equal / 2)
      }
    }
    return CompletionQuality(ranks: ranks)
  }
}
