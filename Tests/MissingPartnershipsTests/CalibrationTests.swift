import Foundation
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Calibration")
struct CalibrationTests {
  @Test("shifts scores until the chances add up to what is expected", arguments: [0.5, 3, 40.25])
  func sum(expected: Double) {
    var generator = TestGenerator(seed: 4)
    let scores = (0..<60).map { _ in Double(generator.next() % 1_000) / 100 - 5 }
    let shift = Calibration.shift(of: scores, toSum: expected)
    #expect(agree(scores.reduce(0) { $0 + 1 / (1 + exp(-($1 + shift))) }, expected, to: 1e-9))
  }

  @Test("leaves scores alone when nothing can be expected")
  func nothing() {
    #expect(Calibration.shift(of: [], toSum: 3) == 0)
    #expect(Calibration.shift(of: [1, 2], toSum: 0) == 0)
  }
}
