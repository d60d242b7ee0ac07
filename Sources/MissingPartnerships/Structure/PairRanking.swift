/// Pairs without a tie, the most likely first; of equally likely ones the lower nodes first.
public struct PairRanking: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public let pair: NodePair
    /// The logit of the model: larger is more likely.
    public let score: Double
    /// Whether the two are three steps apart at most.
    let isNear: Bool
  }

  public let pairs: [Entry]

  init(_ entries: [Entry]) {
    // Every comparison is decided, so the order does not hang on how the sort treats ties.
    pairs = entries.sorted { $0.score != $1.score ? $0.score > $1.score : $0.pair < $1.pair }
  }
}
