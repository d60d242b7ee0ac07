import AllianceModel
import GraphCore

/// Suggestions for actors without an alliance: by what they are and where, since nothing else is known of them.
extension MissingPartnerships {
  /// Actors without any alliance with another organisation, by their positions.
  public var newcomers: [Int] {
    let network = partnerships.history.network
    return network.nodes.filter { network.outDegree(of: $0) == 0 && !exclusions.excludes($0) }
      .map { partnerships.history.actors[$0.index] }
  }

  /// The partners that themes, kinds and distance suggest, best first; no claim about the quality of this order.
  ///
  /// The score is the sum of the contributions of these three families alone; a pair of which nothing speaks for a
  /// partnership is left out, and so is one that the ranking holds, three steps apart or less.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - actor: Only those of this actor, by its position, newcomer or not; nil for all newcomers, except of a graph so
  ///     large that only single actors are looked at.
  ///   - isWanted: Asked for each pair of positions, the newcomer first.
  public func suggestionsWithoutHistory(
    top count: Int, for actor: Int? = nil, where isWanted: (_ first: Int, _ second: Int) -> Bool = { _, _ in true }
  ) throws(CancellationError) -> [Suggestion] {
    let history = partnerships.history
    let network = history.network
    // All newcomers of a large graph with all its actors would be too many pairs to be worth a list.
    guard actor != nil || !partnerships.model.measures.isLarge else { return [] }
    func isNew(_ node: NodeID) -> Bool { network.outDegree(of: node) == 0 }
    let subjects = network.nodes.filter { node in
      actor.map { $0 == history.actors[node.index] } ?? isNew(node)
    }
    let weights = weightsWithoutHistory
    var found: [(pair: NodePair, newcomer: NodeID, score: Double)] = []
    for node in subjects {
      if Task.isCancelled { throw CancellationError() }
      // Two newcomers would meet twice: the lower one brings them.
      let others = network.nodes.filter { $0 != node && (actor != nil || !isNew($0) || $0 > node) }
      for other in others where isWanted(history.actors[node.index], history.actors[other.index]) {
        let pair = NodePair(node, other)
        let score = scoreWithoutHistory(pair, weights)
        guard score > 0, !exclusions.excludes(pair), !network.isWithinThreeSteps(pair) else { continue }
        found.append((pair, node, score))
      }
    }
    found.sort { ($1.score, $0.newcomer, $0.pair) < ($0.score, $1.newcomer, $1.pair) }
    return found.lazy.map { self.withoutHistory($0.pair, newcomer: $0.newcomer, weights) }
      .filter { !$0.reasons.isEmpty }.prefix(count).map { $0 }
  }

  private static let familiesWithoutHistory: [ReasonFamily] = [.themes, .kinds, .distance]

  /// The weight of each feature where only themes, kinds and distance count.
  private var weightsWithoutHistory: [Double] {
    let counted = Set(MissingPartnerships.familiesWithoutHistory.flatMap(\.features))
    return partnerships.model.weights.enumerated().map { counted.contains($0.offset) ? $0.element : 0 }
  }

  /// What themes, kinds and distance say of a pair.
  private func scoreWithoutHistory(_ pair: NodePair, _ weights: [Double]) -> Double {
    var score = 0.0
    forEachContribution(of: pair, weights) { score += $1 }
    return score
  }

  private func forEachContribution(
    of pair: NodePair, _ weights: [Double], _ body: (_ feature: Int, _ value: Double) -> Void
  ) {
    let scaling = partnerships.model.scaling
    explainer.attributes.features(of: pair.low.index, and: pair.high.index) {
      let column = PairMeasures.structuralCount + $0
      if weights[column] != 0 { body(column, weights[column] * scaling.scaled($1, column: column)) }
    }
  }

  private func withoutHistory(_ pair: NodePair, newcomer: NodeID, _ weights: [Double]) -> Suggestion {
    var features = [Double](repeating: 0, count: weights.count)
    forEachContribution(of: pair, weights) { features[$0] = $1 }
    let contributions = ReasonFamily.allCases.map { family in family.features.reduce(0) { $0 + features[$1] } }
    let explanation = explainer.explanation(of: pair, contributions: contributions)
    let (low, high) = positions(pair)
    let isLow = pair.low == newcomer
    return Suggestion(
      first: isLow ? low : high, second: isLow ? high : low,
      score: contributions.reduce(0, +), intercept: 0,
      contributions: contributions, timesAverage: nil, probability: nil, reasons: explanation.reasons,
      counter: explanation.counter,
      introduction: nil, form: explainer.form(for: pair))
  }
}
