extension CSRGraph {
  /// The same ties without weights: each counts 1.
  ///
  /// Measures that use weights use them when the graph has any; this is how to ask for the plain measure.
  ///
  /// - Complexity: O(1).
  public var unweighted: CSRGraph {
    CSRGraph(nodeCount: nodeCount, isDirected: isDirected, offsets: offsets, targets: targets, arcWeights: nil)
  }

  /// Multiplies the matrix of the rows with `vector`, and hands every sum to `finish` on its way into `result`.
  ///
  /// - Parameters:
  ///   - vector: One number for each node.
  ///   - result: Element *v* becomes `finish(v, sum)`, where the sum runs over the row of *v*: weight · vector[target].
  ///   - finish: Also returns a number to be added up, such as a difference from the value before.
  /// - Returns: The sum of these numbers, by blocks: the same bits on any number of threads.
  func multiply(
    _ vector: [Double], into result: inout [Double],
    _ finish: @Sendable (_ node: Int, _ sum: Double) -> (value: Double, measure: Double)
  ) throws(CancellationError) -> Double {
    let workPerRow = 4 + 2 * arcCount / max(1, nodeCount)
    let partials = try ParallelBlocks.fill(&result, workPerElement: workPerRow) { range, slice in
      self.withRows { offsets, targets in
        var measure = 0.0
        for node in range {
          var sum = 0.0
          if let arcWeights = self.arcWeights {
            for arc in offsets[node]..<offsets[node + 1] { sum += arcWeights[arc] * vector[targets[arc].index] }
          } else {
            for arc in offsets[node]..<offsets[node + 1] { sum += vector[targets[arc].index] }
          }
          let finished = finish(node, sum)
          slice[node - range.lowerBound] = finished.value
          measure += finished.measure
        }
        return measure
      }
    }
    return partials.reduce(0, +)
  }
}

/// Scores that an iteration approached, and how near it came.
///
/// Not to converge is a result, not an error: the caller decides whether to warn.
public struct IterativeScores: Sendable, Equatable {
  /// The scores after the last iteration.
  public let scores: NodeScores
  /// How many iterations were run.
  public let iterations: Int
  /// How far the scores were from staying the same, in the unit that the method states.
  public let residual: Double
  /// Whether the residual fell to the tolerance.
  public let hasConverged: Bool

  /// The scores in node order.
  public var values: [Double] { scores.values }
}
