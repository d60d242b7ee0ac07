import Foundation
import GraphCore

/// A sum of weighted, scaled features over the candidate pairs of one network: what every ranking here is made of.
struct PairModel: Sendable {
  let measures: PairMeasures
  let candidates: CandidatePairs
  let scaling: FeatureScaling
  /// Scaled features of candidates drawn at random, or of all when there are few.
  private let reference: FeatureTable
  let intercept: Double
  let weights: [Double]

  static let seed: UInt64 = 2_021

  /// Scales the features of a network; the weights come later.
  init(_ measures: PairMeasures, intercept: Double = 0, weights: [Double]) throws(CancellationError) {
    precondition(weights.count == measures.width)
    self.measures = measures
    candidates = CandidatePairs(measures)
    var generator = SeededGenerator(seed: PairModel.seed)
    let table = try measures.table(of: candidates.reference(limit: Lesson.referenceLimit, using: &generator))
    scaling = FeatureScaling(table)
    reference = scaling.scaled(table)
    (self.intercept, self.weights) = (intercept, weights)
  }

  private init(_ model: PairModel, intercept: Double, weights: [Double]) {
    (measures, candidates, scaling, reference) = (model.measures, model.candidates, model.scaling, model.reference)
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

  /// The scores of the reference pairs, which stand for all candidates.
  var referenceScores: [Double] {
    (0..<reference.rowCount).map { row in zip(reference.row(row), weights).reduce(intercept) { $0 + $1.0 * $1.1 } }
  }

  /// The score of one pair.
  @inline(__always)
  private func score(of source: Int, and target: Int, _ sums: PairSums, slopes: [Double]) -> Double {
    var score = intercept
    measures.features(of: source, and: target, sums) {
      if !$1.isNaN { score += slopes[$0] * ($1 - scaling.means[$0]) }
    }
    return score
  }

  /// Written as slope · (value − mean), so that scaling costs little in the loop over all pairs.
  private var slopes: [Double] { weights.indices.map { weights[$0] / scaling.spreads[$0] } }

  /// The score of every candidate, by rising pair.
  ///
  /// - Complexity: O(*n* · (*n* + *m*)).
  func scores() throws(CancellationError) -> [PairRanking.Entry] {
    let size = PairMeasures.groupSize
    let active = candidates.active
    let sources = active.map(\.index)
    let slopes = slopes
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
            let sums = scratch.sums(lane: lane, target: high.index)
            entries.append(
              PairRanking.Entry(
                pair: NodePair(active[place], high),
                score: score(of: sources[place], and: high.index, sums, slopes: slopes),
                isNear: sums.shared > 0 || sums.chains > 0))
          }
        }
        return entries
      },
      join: { all, entries in
        if all.isEmpty { all.reserveCapacity(total) }
        all += entries
      })
  }

  /// The best candidates within three steps of the given sources, measured around each of them.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - isWanted: Asked for each candidate.
  /// - Returns: In the order of rankings.
  func nearby(
    _ sources: [NodeID], limit: Int, where isWanted: @Sendable (NodePair) -> Bool
  ) throws(CancellationError) -> [PairRanking.Entry] {
    let graph = measures.graph
    let slopes = slopes
    // A pair of two sources is brought by the lower one.
    var marks = [Bool](repeating: false, count: graph.nodeCount)
    for source in sources { marks[source.index] = true }
    let isSource = marks
    let best = try ParallelBlocks.reduce(
      blockCount: sources.count, workPerBlock: measures.workPerGroup / 100, into: BestPairs(limit: limit),
      scratch: { NearbySums(nodeCount: graph.nodeCount) },
      block: { place, memory in
        let source = sources[place]
        memory.measure(source, with: measures)
        var entries: [PairRanking.Entry] = []
        for target in memory.reached where target != source && !(target < source && isSource[target.index]) {
          guard !graph.hasEdge(from: source, to: target), measures.isActive(target) else { continue }
          let pair = NodePair(source, target)
          guard isWanted(pair) else { continue }
          let score = score(of: source.index, and: target.index, memory.sums[target.index], slopes: slopes)
          entries.append(PairRanking.Entry(pair: pair, score: score, isNear: true))
        }
        return entries.count > limit ? Array(PairRanking(entries).pairs.prefix(limit)) : entries
      },
      join: { best, entries in best.add(entries) })
    return best.ranked
  }
}

/// The best of many pairs, held without keeping or sorting them all.
private struct BestPairs {
  let limit: Int
  private var entries: [PairRanking.Entry] = []
  /// Whatever scores less is not among the best.
  private var floor = -Double.infinity

  init(limit: Int) { self.limit = limit }

  mutating func add(_ more: [PairRanking.Entry]) {
    for entry in more where entry.score >= floor { entries.append(entry) }
    guard entries.count > 2 * limit, limit > 0 else { return }
    entries = ranked
    floor = entries[limit - 1].score
  }

  /// The best, in the order of rankings.
  var ranked: [PairRanking.Entry] { Array(PairRanking(entries).pairs.prefix(limit)) }
}
