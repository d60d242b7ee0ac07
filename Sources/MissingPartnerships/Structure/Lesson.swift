import GraphCore

/// Labelled pairs from which weights are learned: some of what is known was hidden, and must be told from what never was.
///
/// The positives are hidden ties whose ends still have another; the negatives are pairs without a tie in the whole
/// network: three quarters of their weight drawn evenly, one quarter by the product of degrees, so that mere popularity
/// does not look like insight. Both classes weigh as much as there are positives.
///
/// - SeeAlso: R. Aiyappa et al., *Implicit degree bias in the link prediction task*, ICML 2025.
struct Lesson: Sendable {
  static let hiddenShare = 0.2
  static let evenShare = 0.75
  /// Negatives for each positive, and the fewest and most of each of the two kinds.
  static let negativesPerPositive = 8
  static let negativeLimits = 4_000...40_000
  static let referenceLimit = 30_000
  /// However often the same ties are hidden, they count as so many independent rounds at most.
  static let independentRounds = 10.0

  /// Scaled features of the examples.
  private(set) var table: FeatureTable
  private(set) var examples: [PenalisedLogistic.Example] = []

  init(width: Int) { table = FeatureTable(width: width, values: []) }

  init(table: FeatureTable, examples: [PenalisedLogistic.Example]) { (self.table, self.examples) = (table, examples) }

  /// How often to hide: small networks have few ties to learn from, so they are asked more often.
  static func rounds(nodeCount: Int) -> Int { nodeCount <= 400 ? 20 : nodeCount <= 700 ? 5 : 1 }

  /// Learns to find the hidden ties of plain networks.
  static func hidingTies(of graph: CSRGraph) throws(CancellationError) -> Lesson {
    let rounds = rounds(nodeCount: graph.nodeCount)
    var lesson = Lesson(width: PairMeasures.structuralCount)
    for round in 0..<rounds {
      var generator = SeededGenerator(seed: PairModel.seed &+ UInt64(round))
      var ties = graph.edges
      generator.shuffle(&ties)
      let hiddenCount = max(1, Int((Double(ties.count) * hiddenShare).rounded()))
      let seen = CSRGraph(
        nodeCount: graph.nodeCount, edges: ties[hiddenCount...].lazy.map { ($0.source, $0.target) })
      try lesson.add(PairMeasures(seen), whole: graph, weight: weight(rounds: rounds), using: &generator)
    }
    return lesson
  }

  static func weight(rounds: Int) -> Double { min(1, independentRounds / Double(rounds)) }

  /// Adds the pairs tied in `whole` but not in the network of `measures`, and as heavy a set of pairs never tied.
  mutating func add(
    _ measures: PairMeasures, whole: CSRGraph, weight: Double, using generator: inout SeededGenerator
  ) throws(CancellationError) {
    let seen = measures.graph
    let positives = whole.edges.lazy
      .filter { !seen.hasEdge(from: $0.source, to: $0.target) }
      .filter { measures.isActive($0.source) && measures.isActive($0.target) }
      .map { NodePair($0.source, $0.target) }
    let negatives = Lesson.negatives(for: positives.count, in: whole, measures, using: &generator)
    guard !positives.isEmpty, !negatives.isEmpty else { return }

    let reference = CandidatePairs(measures).reference(limit: Lesson.referenceLimit, using: &generator)
    let all = try measures.table(of: reference + positives + negatives.map(\.pair))
    let scaling = FeatureScaling(all.rows(0..<reference.count))
    table.append(scaling.scaled(all.rows(reference.count..<all.rowCount)))
    examples += positives.map { _ in PenalisedLogistic.Example(isPositive: true, weight: weight) }
    examples += negatives.map { PenalisedLogistic.Example(isPositive: false, weight: weight * $0.weight) }
  }

  /// Pairs without a tie in the whole network whose ends both have a past among what is seen.
  private static func negatives(
    for positiveCount: Int, in whole: CSRGraph, _ measures: PairMeasures, using generator: inout SeededGenerator
  ) -> [(pair: NodePair, weight: Double)] {
    let wanted = min(max(negativesPerPositive * positiveCount, negativeLimits.lowerBound), negativeLimits.upperBound)
    let total = Double(positiveCount)
    let seen = measures.graph
    let candidates = CandidatePairs(measures)
    guard candidates.count > wanted else {
      let pairs = candidates.all.filter { !whole.hasEdge(from: $0.low, to: $0.high) }
      let products = pairs.map { Double(seen.outDegree(of: $0.low) * seen.outDegree(of: $0.high)) }
      let sum = products.reduce(0, +)
      let even = evenShare / Double(max(1, pairs.count))
      return zip(pairs, products).map { ($0, total * (even + (1 - evenShare) * $1 / max(1, sum))) }
    }
    let even = candidates.uniform(wanted, using: &generator).filter { !whole.hasEdge(from: $0.low, to: $0.high) }
    let popular = candidates.byDegree(wanted, using: &generator).filter { !whole.hasEdge(from: $0.low, to: $0.high) }
    return even.map { ($0, total * evenShare / Double(even.count)) }
      + popular.map { ($0, total * (1 - evenShare) / Double(popular.count)) }
  }
}
