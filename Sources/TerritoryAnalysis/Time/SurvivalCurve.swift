import Foundation

/// How long things last when of some only is known that they lasted so long at least (Kaplan and Meier's estimate).
///
/// Times are whole and discrete: an end at time *t* and a last sight at the same *t* are both at risk at *t*, the end
/// first. Survival at *t* is the estimated share that lasts longer than *t*.
///
/// - SeeAlso: E. L. Kaplan, P. Meier, *Nonparametric estimation from incomplete observations*, Journal of the American
///   Statistical Association 53, 1958, [doi:10.1080/01621459.1958.10501452](https://doi.org/10.1080/01621459.1958.10501452).
public struct SurvivalCurve: Sendable, Equatable {
  /// One thing that was watched.
  public struct Observation: Sendable, Equatable {
    /// Which thing: a position in a table of the caller.
    public let row: Int
    /// When it ended, or was last known to go on; not negative.
    public let time: Int
    public let hasEnded: Bool

    public init(row: Int, time: Int, hasEnded: Bool) {
      precondition(time >= 0, "a time is not negative, as \(time) is")
      (self.row, self.time, self.hasEnded) = (row, time, hasEnded)
    }
  }

  /// A time at which something ended or was last seen.
  public struct Step: Sendable, Equatable {
    public let time: Int
    /// How many were still going and watched just before.
    public let atRisk: Int
    /// The rows that ended, and those last seen; in the order of the observations.
    public let ended: [Int]
    public let censored: [Int]
    /// The share that lasts longer.
    public let survival: Double
    /// The 95 % confidence interval of ``survival`` on the log-log scale, from Greenwood's variance; nil where the
    /// survival is 0 or 1, which leaves no variance.
    public let interval: ClosedRange<Double>?
  }

  /// By rising time.
  public let steps: [Step]
  public let count: Int

  public var endedCount: Int { steps.reduce(0) { $0 + $1.ended.count } }

  /// The first time after which half or fewer go on; nil when the curve does not come so low.
  public var median: Int? { steps.first { $0.survival <= 0.5 }?.time }

  /// The share that lasts longer than `time`: 1 before the first end. Nil past the last step while some still go on.
  public func survival(after time: Int) -> Double? {
    guard let last = steps.last, time <= last.time || last.survival == 0 else { return nil }
    return steps.last { $0.time <= time }?.survival ?? 1
  }

  /// How many are still going and watched just before `time`: the number at risk under the curve.
  public func atRisk(at time: Int) -> Int { steps.first { $0.time >= time }?.atRisk ?? 0 }

  /// Estimates the curve.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ observations: [Observation]) {
    var atRisk = observations.count
    var survival = 1.0
    var greenwood = 0.0
    var steps: [Step] = []
    for (time, group) in Dictionary(grouping: observations, by: \.time).sorted(by: { $0.key < $1.key }) {
      let ended = group.filter(\.hasEnded).map(\.row)
      let left = atRisk - ended.count
      // The product is exact when it ends at none.
      survival = left == 0 ? 0 : survival * (Double(left) / Double(atRisk))
      if left > 0 { greenwood += Double(ended.count) / (Double(atRisk) * Double(left)) }
      steps.append(
        Step(
          time: time, atRisk: atRisk, ended: ended, censored: group.filter { !$0.hasEnded }.map(\.row),
          survival: survival, interval: SurvivalCurve.interval(survival, greenwood)))
      atRisk -= group.count
    }
    (self.steps, count) = (steps, observations.count)
  }

  private static func interval(_ survival: Double, _ greenwood: Double) -> ClosedRange<Double>? {
    guard survival > 0, survival < 1 else { return nil }
    let logarithm = log(survival)
    // The two-sided 95 % point of the normal distribution.
    let spread = 1.959963984540054 * greenwood.squareRoot() / -logarithm
    return exp(logarithm * exp(spread))...exp(logarithm * exp(-spread))
  }
}
