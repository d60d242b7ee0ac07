import GraphCore

/// A sum of weighted, scaled features over the candidate pairs of one network: what every ranking here is made of.
struct PairModel: Sendable {
  let measures: PairMeasures
  let candidates: CandidatePairs
  let scaling: FeatureScaling
  let intercept: Double
  let weights: [Double]

  static let seed: UInt64 = 2_021

  /// Scales the features of a network; the weights come later.
  init(_ measures: PairMeasures, intercept: Double = 0, weights: [Double]) throws(CancellationError) {
    precondition(weights.count == measures.width)
    self.measures = measures
    candidates = CandidatePairs(measures)
    var generator = SeededGenerator(seed: PairModel.seed)
    let reference = candidates.reference(limit: Lesson.referenceLimit, using: &generator)
    scaling = FeatureScaling(try measures.table(of: reference))
    (self.intercept, self.weights) = (intercept, weights)
  }

  private init(_ model: PairModel, intercept: Double, weights: [Double]) {
    (measures, candidates, scaling) = (model.measures, model.candidates, model.scaling)
    (self.intercept, self.weights) = (intercept, weights)
  }

  /// The same model with what a fit has learned.
  func with(intercept: Double, weights: [Double]) -> PairModel {
    PairModel(self, intercept: intercept, weights: weights)
  }

  /// What each feature adds to the score of each pair: rows of numbers whose sum is the score without intercept.
  func contributions(of pairs: [NodePair]) throws(CancellationError) -> [[Double]] {
    let table = scaling.scaled(try measures.table(of: pairs))
    return (0..<table.rowCount).map { row in zip(table.row(row), weights).map { $0 * $1 } }
  }

  /// The score of every candidate, by rising pair.
  ///
  /// - Complexity: O(*n* · (*n* + *m*)).
  func scores() throws(CancellationError) -> [PairRanking.Entry] {
    let size = PairMeasures.groupSize
    let active = candidates.active
    let sources = active.map(\.index)
    // Written as slope · value − neutral, so that scaling costs little in the loop over all pairs.
    let slopes = weights.indices.map { weights[$0] / scaling.spreads[$0] }
    let total = candidates.count
    let nodeCount = measures.graph.nodeCount
    return try ParallelBlocks.reduce(
      blockCount: (active.count + size - 1) / size,
      workPerBlock: measures.workPerGroup + active.count * size * 100, into: [PairRanking.Entry](),
      scratch: { PairScratch(nodeCount: nodeCount, hasAttributes: measures.attributes != nil) },
      block: { block, scratch in
        let group = block * size..<min(active.count, (block + 1) * size)
        measures.measure(sources[group], into: &scratch)
        var entries: [PairRanking.Entry] = []
        entries.reserveCapacity(group.count * (active.count - group.lowerBound))
        for (lane, place) in group.enumerated() {
          candidates.forEachHigher(than: active[place], at: place) { high in
            var score = intercept
            measures.features(of: sources[place], lane: lane, and: high.index, in: scratch) {
              if !$1.isNaN { score += slopes[$0] * ($1 - scaling.means[$0]) }
            }
            entries.append(
              PairRanking.Entry(
                pair: NodePair(active[place], high), score: score,
                isNear: scratch.shared[high.index][lane] > 0 || scratch.chains[high.index][lane] > 0))
          }
        }
        return entries
      },
      join: { all, entries in
        if all.isEmpty { all.reserveCapacity(total) }
        all += entries
      })
  }
}
