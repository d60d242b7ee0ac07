import AllianceModel
import Foundation
import GraphCore

/// The model of one alliance graph: shape, activity, themes, kinds and places together, taught by the graph itself.
struct PartnershipModel: Sendable {
  let history: AllianceHistory
  let model: PairModel
  let basis: SuggestionBasis
  /// The scores of all candidates, where they had to be known to set the chances.
  private var scores: [PairRanking.Entry]?

  /// How many years a new partnership is awaited, and how many of them must have been seen to learn from dates.
  static let horizon = 3
  static let leastNewPairs = 200
  /// Rows of the two kinds of lesson weigh differently: hidden ties are balanced, dated ones are not.
  static let hiddenStrength = 10.0
  static let datedStrength = 30.0

  static func measures(_ history: AllianceHistory, in graph: AllianceGraph) -> PairMeasures {
    PairMeasures(history.network, attributes: AttributeMeasures(history, in: graph))
  }

  static func prior(strength: Double) -> PenalisedLogistic.Prior {
    PenalisedLogistic.Prior(
      weights: StructuralFeature.allCases.map(\.priorWeight) + AttributeFeature.allCases.map(\.priorWeight),
      strength: strength,
      isBounded: StructuralFeature.allCases.map(\.isEvidence) + AttributeFeature.allCases.map(\.isEvidence))
  }

  /// Learns from `history` whatever it can teach: its dates, else its hidden alliances, else nothing.
  init(_ history: AllianceHistory, in graph: AllianceGraph) throws(CancellationError) {
    self.history = history
    let ties = history.network.edgeCount
    let untaught = try PairModel(
      PartnershipModel.measures(history, in: graph),
      weights: PartnershipModel.prior(strength: PartnershipModel.hiddenStrength).weights)
    guard ties >= StructuralModel.leastEdges else {
      (model, basis) = (untaught, .hypotheses(ties: ties))
      return
    }
    guard !untaught.measures.isLarge else {
      (model, basis) = (untaught, .untaught(ties: ties))
      return
    }
    if let window = try DatedLesson(history, in: graph) {
      let fit = PenalisedLogistic(
        window.lesson.table, window.lesson.examples,
        prior: PartnershipModel.prior(strength: PartnershipModel.datedStrength))
      let taught = untaught.with(intercept: fit.intercept, weights: fit.weights)
      let scores = try taught.scores()
      let shift = Calibration.shift(of: scores.map(\.score), toSum: window.expectedPairs)
      self.scores = scores.map { PairRanking.Entry(pair: $0.pair, score: $0.score + shift, isNear: $0.isNear) }
      model = untaught.with(intercept: fit.intercept + shift, weights: fit.weights)
      basis = .calibrated(
        years: PartnershipModel.horizon, expectedPairs: window.expectedPairs, learnedFrom: window.years)
      return
    }
    var lesson = Lesson(width: untaught.measures.width)
    let rounds = Lesson.rounds(nodeCount: untaught.candidates.active.count)
    for round in 0..<rounds {
      var generator = SeededGenerator(seed: PairModel.seed &+ UInt64(round))
      var order = Array(history.events.indices)
      generator.shuffle(&order)
      // Whole alliances are hidden: a pair of a larger one would be betrayed by the ties of the others.
      let hidden = Set(order.prefix(max(1, Int((Double(order.count) * Lesson.hiddenShare).rounded()))))
      let seen = history.removing(hidden)
      try lesson.add(
        PartnershipModel.measures(seen, in: graph), whole: history.network, weight: Lesson.weight(rounds: rounds),
        using: &generator)
    }
    let fit = PenalisedLogistic(
      lesson.table, lesson.examples, prior: PartnershipModel.prior(strength: PartnershipModel.hiddenStrength))
    (model, basis) = (untaught.with(intercept: fit.intercept, weights: fit.weights), .relative(ties: ties))
  }
}

extension PartnershipModel {
  /// The score of every candidate, by rising pair, measured only where they were not, and kept no longer.
  mutating func takeScores() throws(CancellationError) -> [PairRanking.Entry] {
    defer { scores = nil }
    if let scores { return scores }
    return try model.scores()
  }
}

/// What the numbers beside suggestions mean, and what they rest on.
public enum SuggestionBasis: Sendable, Equatable {
  /// Too few ties to say anything about the quality of a ranking: hypotheses with their reasons.
  case hypotheses(ties: Int)
  /// So large a graph that it is ranked by the weights of other networks: "n times the average pair".
  case untaught(ties: Int)
  /// No dates to learn from: "n times the average pair".
  case relative(ties: Int)
  /// Chances within so many years, set so that as many partnerships are expected as the years learned from showed.
  case calibrated(years: Int, expectedPairs: Double, learnedFrom: ClosedRange<Int>)
}

/// The last years of a dated graph: what was known before them, and which pairs they brought together.
struct DatedLesson: Sendable {
  let lesson: Lesson
  /// As many as the years showed, for as many years as a partnership is awaited.
  let expectedPairs: Double
  let years: ClosedRange<Int>

  /// Pairs that stayed apart are drawn, at most so many, and stand for all.
  static let negativeLimit = 80_000

  /// Nil when the graph is not dated or its last years brought too few new pairs.
  ///
  /// The years are the last three, or fewer in a short history: what came before them must be as long.
  init?(_ history: AllianceHistory, in graph: AllianceGraph) throws(CancellationError) {
    guard let known = history.years, known.count >= 2 else { return nil }
    let length = min(PartnershipModel.horizon, known.count / 2)
    let start = known.upperBound - length
    let before = history.until(start)
    let measures = PartnershipModel.measures(before, in: graph)
    let (seen, whole) = (before.network, history.network)
    let candidates = CandidatePairs(measures)
    let positives = whole.edges.filter { edge in
      !seen.hasEdge(from: edge.source, to: edge.target) && measures.isActive(edge.source)
        && measures.isActive(edge.target)
    }.map { NodePair($0.source, $0.target) }
    guard positives.count >= PartnershipModel.leastNewPairs else { return nil }

    var generator = SeededGenerator(seed: PairModel.seed)
    let apart = candidates.count - positives.count
    let drawn =
      apart <= DatedLesson.negativeLimit
      ? candidates.all : candidates.uniform(DatedLesson.negativeLimit, using: &generator)
    let negatives = drawn.filter { !whole.hasEdge(from: $0.low, to: $0.high) }
    let reference = candidates.reference(limit: Lesson.referenceLimit, using: &generator)
    let all = try measures.table(of: reference + positives + negatives)
    let scaling = FeatureScaling(all.rows(0..<reference.count))
    let weight = Double(apart) / Double(max(1, negatives.count))
    lesson = Lesson(
      table: scaling.scaled(all.rows(reference.count..<all.rowCount)),
      examples: positives.map { _ in .init(isPositive: true, weight: 1) }
        + negatives.map { _ in .init(isPositive: false, weight: weight) })
    expectedPairs = Double(positives.count * PartnershipModel.horizon) / Double(length)
    years = (start + 1)...known.upperBound
  }
}

/// Moves scores so that the chances they mean add up to what is expected.
///
/// Ranks carry over from one period to the next, base rates do not: without this, twice as many partnerships were
/// foretold as came about in four of five trials.
enum Calibration {
  /// What must be added to every score so that Σ 1 / (1 + e^−score) is `sum`; 0 when no shift can make it so.
  ///
  /// Newton steps on the logarithm of the sum, kept inside a bracket that each of them narrows.
  static func shift(of scores: [Double], toSum sum: Double) -> Double {
    guard sum > 0, sum < Double(scores.count) else { return 0 }
    // Above 600 a chance is 1 whatever is added; beyond 709 the exponential would overflow.
    let odds = scores.map { exp(min($0, 600)) }
    var (low, high, shift) = (-40.0, 40.0, 0.0)
    for _ in 0..<60 where high - low > 1e-12 {
      let factor = exp(shift)
      var (total, slope) = (0.0, 0.0)
      for odd in odds {
        let chance = odd * factor / (1 + odd * factor)
        total += chance
        slope += chance * (1 - chance)
      }
      if total < sum { low = shift } else { high = shift }
      let step = log(sum / total) * total / slope
      if abs(step) < 1e-12 { break }
      shift = low < shift + step && shift + step < high ? shift + step : (low + high) / 2
    }
    return shift
  }
}
