import Foundation
import GraphCore

/// Features of many pairs: one row of numbers for each pair.
struct FeatureTable: Sendable, Equatable {
  let width: Int
  /// Row after row.
  private(set) var values: [Double]

  init(width: Int, values: [Double]) {
    precondition(width > 0 && values.count.isMultiple(of: width))
    (self.width, self.values) = (width, values)
  }

  var rowCount: Int { values.count / width }
  func row(_ index: Int) -> ArraySlice<Double> { values[index * width..<(index + 1) * width] }

  /// The rows from `start` on, as a table of their own.
  func rows(_ range: Range<Int>) -> FeatureTable {
    FeatureTable(width: width, values: Array(values[range.lowerBound * width..<range.upperBound * width]))
  }

  mutating func append(_ other: FeatureTable) {
    precondition(other.width == width)
    values += other.values
  }
}

/// Brings every feature to mean 0 and spread 1 over the candidates of one graph, so that weights mean the same in all.
///
/// A value that is not known (NaN) is left out of both, and becomes 0: that of an average candidate.
struct FeatureScaling: Sendable, Equatable {
  let means: [Double]
  /// Standard deviations (of the population) plus 0.001, so that a feature that never varies stays harmless.
  let spreads: [Double]

  /// Measures the columns of `table`; of a column without values nothing is known and nothing is scaled.
  init(_ table: FeatureTable) {
    var counts = [Double](repeating: 0, count: table.width)
    var sums = counts
    for row in 0..<table.rowCount {
      for (column, value) in table.row(row).enumerated() where !value.isNaN {
        counts[column] += 1
        sums[column] += value
      }
    }
    let means = sums.indices.map { sums[$0] / max(1, counts[$0]) }
    var squares = [Double](repeating: 0, count: table.width)
    for row in 0..<table.rowCount {
      for (column, value) in table.row(row).enumerated() where !value.isNaN {
        squares[column] += (value - means[column]) * (value - means[column])
      }
    }
    self.means = means
    spreads = squares.indices.map { counts[$0] == 0 ? 1 : (squares[$0] / counts[$0]).squareRoot() + 0.001 }
  }

  func scaled(_ value: Double, column: Int) -> Double {
    value.isNaN ? 0 : (value - means[column]) / spreads[column]
  }

  func scaled(_ table: FeatureTable) -> FeatureTable {
    FeatureTable(
      width: table.width, values: table.values.enumerated().map { scaled($1, column: $0 % table.width) })
  }
}

extension PairMeasures {
  /// The features of the given pairs, one row for each, in their order.
  ///
  /// - Complexity: O(*s* · (*n* + *m*)) for *s* different ends; in large networks that of ``NearbySums`` for each.
  /// - Note: The same pairs give the same bits on any number of threads.
  func table(of pairs: [NodePair]) throws(CancellationError) -> FeatureTable {
    // Each pair is measured from the end that more pairs have, so that few nodes need be gone around.
    var frequency = [Int](repeating: 0, count: graph.nodeCount)
    for pair in pairs {
      frequency[pair.low.index] += 1
      frequency[pair.high.index] += 1
    }
    let ends = pairs.map { pair in
      let (low, high) = (pair.low.index, pair.high.index)
      return frequency[high] > frequency[low] ? (source: high, target: low) : (source: low, target: high)
    }
    let order = ends.indices.sorted { (ends[$0].source, $0) < (ends[$1].source, $1) }
    var sources: [Int] = []
    var starts: [Int] = []
    for (place, index) in order.enumerated() where sources.last != ends[index].source {
      sources.append(ends[index].source)
      starts.append(place)
    }
    starts.append(order.count)
    let (fixedSources, fixedStarts) = (sources, starts)
    let sorted = try rows(of: fixedSources) { place, sums, rows in
      for index in order[fixedStarts[place]..<fixedStarts[place + 1]] {
        let (source, target) = ends[index]
        features(of: source, and: target, sums(target)) { rows.append($1) }
      }
    }
    var values = [Double](repeating: 0, count: sorted.count)
    for (place, index) in order.enumerated() {
      for column in 0..<width { values[index * width + column] = sorted[place * width + column] }
    }
    return FeatureTable(width: width, values: values)
  }

  /// Measures the sources and joins, in their order, what `body` makes of each.
  private func rows(
    of sources: [Int], _ body: @Sendable (_ place: Int, _ sums: (Int) -> PairSums, _ rows: inout [Double]) -> Void
  ) throws(CancellationError) -> [Double] {
    guard !isLarge else {
      return try ParallelBlocks.reduce(
        blockCount: sources.count, workPerBlock: workPerGroup / 100, into: [Double](),
        scratch: { NearbySums(nodeCount: graph.nodeCount) },
        block: { place, memory in
          var rows: [Double] = []
          memory.measure(NodeID(sources[place]), with: self)
          body(place, { memory.sums[$0] }, &rows)
          return rows
        }, join: { $0 += $1 })
    }
    let size = PairMeasures.groupSize
    return try ParallelBlocks.reduce(
      blockCount: (sources.count + size - 1) / size, workPerBlock: workPerGroup, into: [Double](),
      scratch: { PairScratch(nodeCount: graph.nodeCount, hasAttributes: attributes != nil) },
      block: { block, scratch in
        let group = block * size..<min(sources.count, (block + 1) * size)
        measure(sources[group], into: &scratch)
        var rows: [Double] = []
        for (lane, place) in group.enumerated() {
          body(place, { scratch.sums(lane: lane, target: $0) }, &rows)
        }
        return rows
      }, join: { $0 += $1 })
  }
}
