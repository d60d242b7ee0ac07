public import GraphCore

/// Ranks the pairs of a graph that have no tie yet, by the shape of the graph alone.
///
/// The score of a pair is a sum: intercept + Σ weight · scaled feature. Each feature is scaled over the candidate pairs
/// of this graph, so a contribution of 0 is that of an average candidate. The weights start from those of many
/// networks and are taught by this one, which hides some of its ties, when it has at least ``leastEdges``.
///
///     let model = try StructuralModel(of: graph)
///     let best = try model.ranking().pairs.first
///
/// - SeeAlso: A. Ghasemian et al., *Stacking models for nearly optimal link prediction in complex networks*, PNAS 117(38),
///   2020, [doi:10.1073/pnas.1914950117](https://doi.org/10.1073/pnas.1914950117).
public struct StructuralModel: Sendable {
  /// With fewer ties a graph teaches nothing that could be relied on.
  public static let leastEdges = 30
  /// How strongly the weights are drawn to those of other networks.
  static let priorStrength = 10.0

  /// Whether the weights come from this graph too, not from others alone.
  public let isTrained: Bool
  /// Whether the search for the weights ended before its limit.
  public let hasConverged: Bool
  let model: PairModel

  public var intercept: Double { model.intercept }
  /// In the order of ``StructuralFeature``.
  public var weights: [Double] { model.weights }

  /// Measures the graph and teaches the weights.
  ///
  /// - Parameters:
  ///   - graph: Undirected. Weights of ties are not used: an alliance told twice changes nothing.
  ///   - isTrained: Whether to learn from the graph. Default: yes, if it has ``leastEdges``.
  /// - Throws: `CancellationError` when the calling task is cancelled.
  /// - Complexity: O(*n* · (*n* + *m*)), some twenty passes over the arcs for eight nodes at once.
  /// - Note: Seeds are fixed: the same graph gives the same bits, on any number of threads.
  public init(of graph: CSRGraph, isTrained: Bool = true) throws(CancellationError) {
    let features = StructuralFeature.allCases
    let prior = PenalisedLogistic.Prior(
      weights: features.map(\.priorWeight), strength: StructuralModel.priorStrength,
      isBounded: features.map(\.isEvidence))
    let untaught = try PairModel(PairMeasures(graph), weights: prior.weights)
    guard isTrained, graph.edgeCount >= StructuralModel.leastEdges else {
      (model, self.isTrained, hasConverged) = (untaught, false, true)
      return
    }
    let lesson = try Lesson.hidingTies(of: graph)
    let fit = PenalisedLogistic(lesson.table, lesson.examples, prior: prior)
    model = untaught.with(intercept: fit.intercept, weights: fit.weights)
    (self.isTrained, hasConverged) = (!lesson.examples.isEmpty, fit.hasConverged)
  }

  /// What each feature adds to the score of a pair, in the order of ``StructuralFeature``: the score without intercept.
  ///
  /// - Complexity: that of measuring one node: O(*n* + *m*).
  public func contributions(of pair: NodePair) throws(CancellationError) -> [Double] {
    try model.contributions(of: [pair])[0]
  }

  /// Every pair without a tie whose two ends have one, ranked.
  ///
  /// - Throws: `CancellationError` when the calling task is cancelled.
  /// - Complexity: O(*n* · (*n* + *m*) + *c* log *c*) for *c* candidates.
  public func ranking() throws(CancellationError) -> PairRanking { PairRanking(try model.scores()) }
}
