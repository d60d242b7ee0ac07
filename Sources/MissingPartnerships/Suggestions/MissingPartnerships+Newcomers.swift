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
    var found: [(pair: NodePair, newcomer: NodeID, contributions: [Double], score: Double)] = []
    for node in subjects {
      if Task.isCancelled { throw CancellationError() }
      // Two newcomers would meet twice: the lower one brings them.
      let others = network.nodes.filter { $0 != node && (actor != nil || !isNew($0) || $0 > node) }
      for other in others where isWanted(history.actors[node.index], history.actors[other.index]) {
        let pair = NodePair(node, other)
        let contributions = contributionsWithoutHistory(pair)
        let score = contributions.reduce(0, +)
        guard score > 0, !exclusions.excludes(pair), !network.isWithinThreeSteps(pair) else { continue }
        found.append((pair, node, contributions, score))
      }
    }
    found.sort { ($1.score, $0.newcomer, $0.pair) < ($0.score, $1.newcomer, $1.pair) }
    return found.lazy.map { self.withoutHistory($0.pair, newcomer: $0.newcomer, $0.contributions, score: $0.score) }
      .filter { !$0.reasons.isEmpty }.prefix(count).map { $0 }
  }

  /// What themes, kinds and distance add to the score of a pair; 0 for the families that need a history.
  private func contributionsWithoutHistory(_ pair: NodePair) -> [Double] {
    let model = partnerships.model
    let known: [ReasonFamily] = [.themes, .kinds, .distance]
    var values = [Double](repeating: .nan, count: model.weights.count)
    explainer.attributes.features(of: pair.low.index, and: pair.high.index) {
      values[PairMeasures.structuralCount + $0] = $1
    }
    return ReasonFamily.allCases.map { family in
      guard known.contains(family) else { return 0.0 }
      return family.features.reduce(0) { sum, column in
        sum + model.weights[column] * model.scaling.scaled(values[column], column: column)
      }
    }
  }

  private func withoutHistory(
    _ pair: NodePair, newcomer: NodeID, _ contributions: [Double], score: Double
  ) -> Suggestion {
    let explanation = explainer.explanation(of: pair, contributions: contributions)
    let (low, high) = positions(pair)
    let isLow = pair.low == newcomer
    return Suggestion(
      first: isLow ? low : high, second: isLow ? high : low, score: score, intercept: 0, contributions: contributions,
      timesAverage: nil, probability: nil, reasons: explanation.reasons, counter: explanation.counter,
      introduction: nil, form: explainer.form(for: pair))
  }
}
