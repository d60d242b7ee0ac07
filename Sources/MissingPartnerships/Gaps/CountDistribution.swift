import Foundation

/// Chances of counts with a given mean that vary as much as a Poisson count, or more (negative binomial).
///
/// - SeeAlso: H. O. Lancaster, *Significance tests in discrete distributions*, JASA 56(294), 1961 (mid-p),
///   [doi:10.1080/01621459.1961.10482105](https://doi.org/10.1080/01621459.1961.10482105).
struct CountDistribution: Sendable, Equatable {
  let mean: Double
  /// The variance is mean + dispersion · mean²; 0 is Poisson.
  let dispersion: Double

  /// The chance of each count from 0 to `last`.
  func chances(upTo last: Int) -> [Double] {
    guard mean > 0 else { return [1] + [Double](repeating: 0, count: max(0, last)) }
    var chances: [Double]
    if dispersion > 0 {
      let size = 1 / dispersion
      chances = [exp(size * log(size / (size + mean)))]
      for count in 0..<max(0, last) {
        let next = chances[count] * (Double(count) + size) / Double(count + 1) * mean / (mean + size)
        chances.append(next)
      }
    } else {
      chances = [exp(-mean)]
      for count in 0..<max(0, last) { chances.append(chances[count] * mean / Double(count + 1)) }
    }
    return chances
  }

  /// The chance of fewer than `count`, and half of that of exactly so many: how unusually low `count` is.
  func lowerMidP(_ count: Int) -> Double {
    let chances = chances(upTo: count)
    return chances.dropLast().reduce(0, +) + (chances.last ?? 0) / 2
  }

  var chanceOfNone: Double { chances(upTo: 0)[0] }
}
