import Foundation

/// How likely each count is when nothing is missing: the lower half of a distribution of whole numbers.
///
/// - SeeAlso: H. O. Lancaster, *Significance tests in discrete distributions*, JASA 56(294), 1961 (mid-p),
///   [doi:10.1080/01621459.1961.10482105](https://doi.org/10.1080/01621459.1961.10482105).
struct CountDistribution: Sendable, Equatable {
  /// The chance of 0, 1, 2… up to the median at least; all further counts are higher than usual, not lower.
  let chances: [Double]

  /// A count of the given mean whose variance is mean + dispersion · mean² (negative binomial; 0 is Poisson).
  ///
  /// - Complexity: O(mean).
  init(mean: Double, dispersion: Double) {
    guard mean > 0 else {
      chances = [1]
      return
    }
    var chances = [dispersion > 0 ? exp(-log1p(dispersion * mean) / dispersion) : exp(-mean)]
    var total = chances[0]
    while total < 0.5, Double(chances.count) < 2 * mean + 2 {
      let count = Double(chances.count)
      let next = chances[chances.count - 1] * (1 + dispersion * (count - 1)) * mean / (count * (1 + dispersion * mean))
      chances.append(next)
      total += next
    }
    self.chances = chances
  }

  /// What was counted in repeated draws, the real count among them.
  init(counted: [Int]) {
    var frequencies = [Int](repeating: 0, count: (counted.max() ?? 0) + 1)
    for count in counted { frequencies[count] += 1 }
    chances = frequencies.map { Double($0) / Double(max(1, counted.count)) }
  }

  /// The chance of fewer than `count`, and half of that of exactly so many: how unusually low `count` is.
  ///
  /// For counts above the median one half or more, no exact value.
  func lowerMidP(_ count: Int) -> Double {
    chances.prefix(count).reduce(0, +) + (count < chances.count ? chances[count] / 2 : 0)
  }

  /// The chance that, with nothing missing, a count is as unusual as a mid-p of `limit` or more so.
  func chanceOfMidP(atMost limit: Double) -> Double {
    var below = 0.0
    for chance in chances {
      guard below + chance / 2 <= limit else { break }
      below += chance
    }
    return below
  }

  var chanceOfNone: Double { chances[0] }
}
