public import AllianceModel
import GraphCore

/// How well a hidden party of an alliance is found again among all actors.
public struct CompletionQuality: Sendable, Equatable, Encodable {
  /// Alliances of three parties or more of which one was hidden.
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
  /// Hides one party, drawn with a fixed seed, of each alliance of the three years after `year`, and looks where the
  /// others, judged by what was known at the end of `year`, would place it.
  ///
  /// Only parties with a tie by then count. Equal scores: the hidden party stands in their middle.
  public static func completionQuality(
    of graph: AllianceGraph, upTo year: Int
  ) throws(CancellationError) -> CompletionQuality {
    let history = AllianceHistory(of: graph)
    let before = history.until(year)
    let measures = CompletionMeasures(before, in: graph)
    var generator = SeededGenerator(seed: PairModel.seed)
    var ranks: [Int] = []
    for event in history.events {
      guard let start = event.year, start > year, start <= year + PartnershipModel.horizon else { continue }
      let known = event.members.filter { before.network.outDegree(of: $0) > 0 }
      guard known.count >= 3 else { continue }
      if Task.isCancelled { throw CancellationError() }
      let hidden = known[generator.below(known.count)]
      let others = known.filter { $0 != hidden }
      let scores = measures.scores(members: others)
      let isMember = Set(others.map(\.index))
      let rivals = scores.indices.filter { !isMember.contains($0) && $0 != hidden.index && !scores[$0].isNaN }
      let above = rivals.count { scores[$0] > scores[hidden.index] }
      let equal = rivals.count { scores[$0] == scores[hidden.index] }
      ranks.append(1 + above + equal / 2)
    }
    return CompletionQuality(ranks: ranks)
  }
}
