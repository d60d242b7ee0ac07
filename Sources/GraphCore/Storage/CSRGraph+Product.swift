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
      let (offsets, targets, vector) = (offsets.span, targets.span, vector.span)
      var measure = 0.0
      for node in range {
        let row = offsets[node]..<offsets[node + 1]
        let sum =
          if let arcWeights {
            CSRGraph.sum(row) { arcWeights[$0] * vector[targets[$0].index] }
          } else {
            CSRGraph.sum(row) { vector[targets[$0].index] }
          }
        let finished = finish(node, sum)
        slice[node - range.lowerBound] = finished.value
        measure += finished.measure
      }
      return measure
    }
    return partials.reduce(0, +)
  }

  /// The sum of the terms of a row, in four parts side by side: one addition need not wait for the last.
  @inline(__always)
  private static func sum(_ row: Range<Int>, _ term: (_ arc: Int) -> Double) -> Double {
    var parts = SIMD4<Double>.zero
    var arc = row.lowerBound
    while arc &+ 4 <= row.upperBound {
      parts += SIMD4(term(arc), term(arc &+ 1), term(arc &+ 2), term(arc &+ 3))
      arc &+= 4
    }
    var sum = (parts[0] + parts[1]) + (parts[2] + parts[3])
    while arc < row.upperBound {
      sum += term(arc)
      arc &+= 1
    }
    return sum
  }

  /// All nodes by falling degree, of the same degree by number.
  func nodesByFallingDegree() -> [NodeID] {
    let degrees = (0..<nodeCount).map { offsets[$0 + 1] - offsets[$0] }
    let highest = degrees.max() ?? 0
    var next = [Int](repeating: 0, count: highest + 2)
    for degree in degrees { next[highest - degree + 1] += 1 }
    for place in 0...highest { next[place + 1] += next[place] }
    var order = [NodeID](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      order[next[highest - degrees[node]]] = NodeID(node)
      next[highest - degrees[node]] += 1
    }
    return order
  }

  /// The same ties with node *i* in place of `order[i]`, for products only: the rows are not sorted.
  func reordered(by order: [NodeID]) -> CSRGraph {
    var places = [NodeID](repeating: 0, count: nodeCount)
    for (place, node) in order.enumerated() { places[node.index] = NodeID(place) }
    var rows = ArcRows(rowCount: nodeCount, capacity: arcCount, isWeighted: isWeighted)
    for node in order { rows.append(neighbors(of: node), weights(of: node)) { places[$0.index] } }
    return CSRGraph(
      nodeCount: nodeCount, isDirected: isDirected, offsets: rows.offsets, targets: rows.targets,
      arcWeights: rows.weights)
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
