import Foundation
import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Penalised logistic regression")
struct PenalisedLogisticTests {
  typealias Example = PenalisedLogistic.Example

  static func random(seed: UInt64, rows: Int, width: Int) -> (FeatureTable, [Example]) {
    var generator = TestGenerator(seed: seed)
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    let table = FeatureTable(width: width, values: (0..<rows * width).map { _ in unit() * 4 - 2 })
    let examples = (0..<rows).map { row in
      Example(isPositive: unit() < 1 / (1 + exp(-table.row(row).reduce(0, +))), weight: 0.5 + unit())
    }
    return (table, examples)
  }

  /// The slope of the loss by its definition, at the intercept and each weight.
  static func slopes(
    _ fit: PenalisedLogistic, _ table: FeatureTable, _ examples: [Example], _ prior: PenalisedLogistic.Prior
  )
    -> [Double]
  {
    var slopes = [0] + zip(fit.weights, prior.weights).map { prior.strength * ($0 - $1) }
    for (index, example) in examples.enumerated() {
      let row = Array(table.row(index))
      let score = fit.intercept + zip(row, fit.weights).reduce(0) { $0 + $1.0 * $1.1 }
      let error = example.weight * (1 / (1 + exp(-score)) - (example.isPositive ? 1 : 0))
      slopes[0] += error
      for (column, value) in row.enumerated() { slopes[column + 1] += error * value }
    }
    return slopes
  }

  @Test("stops where the slopes are nil, or push against a bound", arguments: 0..<30 as Range<UInt64>)
  func optimum(seed: UInt64) {
    let (table, examples) = Self.random(seed: seed, rows: 60, width: 3)
    let prior = PenalisedLogistic.Prior(weights: [0.2, 0, -0.5], strength: 2, isBounded: [true, true, false])
    let fit = PenalisedLogistic(table, examples, prior: prior)
    #expect(fit.hasConverged)
    for (index, slope) in Self.slopes(fit, table, examples, prior).enumerated() {
      let isHeld = index > 0 && prior.isBounded[index - 1] && fit.weights[index - 1] == 0
      #expect(isHeld ? slope >= -1e-3 : abs(slope) < 1e-3, "seed \(seed), unknown \(index): \(slope)")
    }
  }

  @Test("keeps a bounded weight from turning negative when the rows speak against it")
  func bound() {
    let table = FeatureTable(width: 1, values: (0..<40).map { Double($0 % 2) })
    let examples = (0..<40).map { Example(isPositive: $0 % 2 == 0, weight: 1) }
    let free = PenalisedLogistic(table, examples, prior: .init(weights: [0.3], strength: 1, isBounded: [false]))
    let bounded = PenalisedLogistic(table, examples, prior: .init(weights: [0.3], strength: 1, isBounded: [true]))
    #expect(free.weights[0] < -1)
    #expect(bounded.weights == [0])
  }

  @Test("does not run away when the classes part cleanly and a full step overshoots")
  func separable() {
    let table = FeatureTable(width: 1, values: [-1, -1, -1, 30, 30, 31])
    let examples = (0..<6).map { Example(isPositive: $0 >= 3, weight: 100) }
    let fit = PenalisedLogistic(table, examples, prior: .init(weights: [5], strength: 0.01, isBounded: [false]))
    #expect(fit.intercept.isFinite && abs(fit.weights[0]) < 100)
    #expect(fit.hasConverged)
  }

  @Test("stays at the prior without rows")
  func empty() {
    let prior = PenalisedLogistic.Prior(weights: [0.4, -1], strength: 10, isBounded: [true, false])
    #expect(PenalisedLogistic(FeatureTable(width: 2, values: []), [], prior: prior).weights == prior.weights)
  }
}
