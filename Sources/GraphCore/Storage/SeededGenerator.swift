/// A small fast source of random numbers that gives the same numbers for the same seed, on every machine.
///
/// For sampling and shuffling that must be repeatable; not for secrets.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014,
///   [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195), figure 16 (SplitMix64, increment γ =
///   0x9e37…).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed. Every seed is as good as any other.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension RandomNumberGenerator {
  /// A number in `0..<bound`, each equally likely, from one draw of 64 bits and seldom more.
  ///
  /// Written out, because the standard library does not promise that its own method stays the same from one version to
  /// the next, and results are to stay.
  ///
  /// - SeeAlso: D. Lemire, *Fast random integer generation in an interval*, ACM TOMACS 29(1), 2019,
  ///   [doi:10.1145/3230636](https://doi.org/10.1145/3230636), algorithm 5.
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "there is no number below \(bound)")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A number in `0..<1` with 53 random bits.
  package mutating func unitInterval() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts `elements` into an order in which each of them is equally likely.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }
}
