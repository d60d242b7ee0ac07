import Foundation

/// A logistic regression drawn towards known weights: the most probable weights, given a prior and labelled rows.
///
/// It minimises Σ w · logloss + Σ (λ/2)(β − prior)², the intercept free, under β ≥ 0 where that is asked, by Newton steps
/// that are halved until they lower the loss. A full step can overshoot when the classes part cleanly, and the weights
/// then run away without a sign of it: halving is what prevents that.
struct PenalisedLogistic: Sendable, Equatable {
  let intercept: Double
  let weights: [Double]
  let iterations: Int
  let hasConverged: Bool

  struct Example {
    let isPositive: Bool
    let weight: Double
  }

  /// What the weights are drawn to, how strongly, and which of them may not be negative.
  struct Prior: Sendable, Equatable {
    let weights: [Double]
    let strength: Double
    let isBounded: [Bool]
  }

  static let stepLimit = 40

  /// - Complexity: O(*r* · *f*²) for *r* rows of *f* features, at most forty times.
  init(_ table: FeatureTable, _ examples: [Example], prior: Prior) {
    precondition(table.rowCount == examples.count && table.width == prior.weights.count)
    var point = [0] + prior.weights
    var state = PenalisedLogistic.derivatives(table, examples, prior, at: point)
    var (iterations, hasConverged) = (0, false)
    while iterations < PenalisedLogistic.stepLimit, !hasConverged {
      iterations += 1
      let step = PenalisedLogistic.newtonStep(state, at: point, prior)
      var length = 1.0
      var next = point
      var loss = Double.infinity
      while length > 1e-9 {
        next = PenalisedLogistic.moved(point, by: step, length: length, prior)
        loss = PenalisedLogistic.loss(table, examples, prior, at: next)
        if loss <= state.loss { break }
        length /= 2
      }
      guard loss <= state.loss else {
        hasConverged = true
        break
      }
      hasConverged = state.loss - loss <= 1e-9 * max(1, abs(state.loss))
      point = next
      if !hasConverged { state = PenalisedLogistic.derivatives(table, examples, prior, at: point) }
    }
    (intercept, weights) = (point[0], Array(point.dropFirst()))
    (self.iterations, self.hasConverged) = (iterations, hasConverged)
  }

  private struct Derivatives {
    var loss: Double
    var gradient: [Double]
    /// Row after row, only the lower triangle filled.
    var curvature: [Double]
  }

  private static func moved(_ point: [Double], by step: [Double], length: Double, _ prior: Prior) -> [Double] {
    point.indices.map { index in
      let value = point[index] - length * step[index]
      return index > 0 && prior.isBounded[index - 1] ? max(0, value) : value
    }
  }

  /// The Newton step over the unknowns that are not held at their bound.
  private static func newtonStep(_ state: Derivatives, at point: [Double], _ prior: Prior) -> [Double] {
    let free = point.indices.filter { index in
      index == 0 || !prior.isBounded[index - 1] || point[index] > 0 || state.gradient[index] < 0
    }
    let size = point.count
    let reduced = free.map { row in
      free.map { column in state.curvature[max(row, column) * size + min(row, column)] }
    }
    let solution = choleskySolution(reduced, free.map { state.gradient[$0] })
    var step = [Double](repeating: 0, count: size)
    for (place, index) in free.enumerated() { step[index] = solution[place] }
    return step
  }

  private static func score(_ row: ArraySlice<Double>, at point: [Double]) -> Double {
    var score = point[0]
    for (index, value) in row.enumerated() { score += point[index + 1] * value }
    return score
  }

  private static func penalty(_ prior: Prior, at point: [Double]) -> Double {
    zip(point.dropFirst(), prior.weights).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } * prior.strength / 2
  }

  private static func loss(_ table: FeatureTable, _ examples: [Example], _ prior: Prior, at point: [Double]) -> Double {
    var loss = penalty(prior, at: point)
    for (row, example) in examples.enumerated() {
      let score = score(table.row(row), at: point)
      loss += example.weight * (max(score, 0) + log1p(exp(-abs(score))) - (example.isPositive ? score : 0))
    }
    return loss
  }

  private static func derivatives(
    _ table: FeatureTable, _ examples: [Example], _ prior: Prior, at point: [Double]
  ) -> Derivatives {
    let size = point.count
    var loss = penalty(prior, at: point)
    var gradient = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
    var extended = [Double](repeating: 1, count: size)
    for (row, example) in examples.enumerated() {
      for (column, value) in table.row(row).enumerated() { extended[column + 1] = value }
      let score = score(table.row(row), at: point)
      let small = exp(-abs(score))
      let chance = score >= 0 ? 1 / (1 + small) : small / (1 + small)
      loss += example.weight * (max(score, 0) + log1p(small) - (example.isPositive ? score : 0))
      let slope = example.weight * (chance - (example.isPositive ? 1 : 0))
      let bend = example.weight * chance * (1 - chance)
      for first in 0..<size {
        gradient[first] += slope * extended[first]
        let bent = bend * extended[first]
        for second in 0...first { curvature[first * size + second] += bent * extended[second] }
      }
    }
    for index in 1..<size {
      gradient[index] += prior.strength * (point[index] - prior.weights[index - 1])
      curvature[index * size + index] += prior.strength
    }
    return Derivatives(loss: loss, gradient: gradient, curvature: curvature)
  }
}

/// The solution of a symmetric positive definite system, by Cholesky's factors. A hair is added to the diagonal, so
/// that a column that never varies gives 0 rather than a division by 0.
func choleskySolution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  let size = right.count
  var lower = matrix
  for column in 0..<size {
    var pivot = matrix[column][column] * (1 + 1e-12) + 1e-12
    for inner in 0..<column { pivot -= lower[column][inner] * lower[column][inner] }
    lower[column][column] = max(pivot, 1e-12).squareRoot()
    for row in (column + 1)..<max(size, column + 1) {
      var value = matrix[row][column]
      for inner in 0..<column { value -= lower[row][inner] * lower[column][inner] }
      lower[row][column] = value / lower[column][column]
    }
  }
  var solution = right
  for row in 0..<size {
    for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
    solution[row] /= lower[row][row]
  }
  for row in stride(from: size - 1, through: 0, by: -1) {
    for inner in (row + 1)..<max(size, row + 1) { solution[row] -= lower[inner][row] * solution[inner] }
    solution[row] /= lower[row][row]
  }
  return solution
}

/// 1 / (1 + e^−score): the chance that a logit means.
func logistic(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
