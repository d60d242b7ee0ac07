public import GraphCore

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

extension PairRanking {
  /// Every pair without a tie whose two ends have one, by one measure of the literature alone.
  ///
  /// - Complexity: that of measuring every node: see ``GraphCore/CSRGraph/pairScores(_:of:)``.
  public init(of graph: CSRGraph, by measure: PairScore) throws(CancellationError) {
    let candidates = CandidatePairs(graph)
    var entries: [Entry] = []
    for (place, low) in candidates.active.enumerated() {
      let scores = try graph.pairScores(measure, of: low)
      candidates.forEachHigher(than: low, at: place) { high in
        entries.append(Entry(pair: NodePair(low, high), score: scores[high] ?? 0, isNear: false))
      }
    }
    self.init(entries)
  }
}
