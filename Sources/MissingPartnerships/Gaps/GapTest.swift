/// Finds the counts that are too low to be chance, among many that are looked at together.
///
/// Counts that would prove nothing even at zero are set apart (Tarone). The others are rejected as Benjamini and Hochberg
/// do, with the chances that counts can really have in place of the bound *p*: with so few possible values this finds
/// more and keeps the same promise (Heyse; Döhler, Durand & Roquain).
///
/// - SeeAlso: R. E. Tarone, *A modified Bonferroni method for discrete data*, Biometrics 46(2), 1990,
///   [doi:10.2307/2531456](https://doi.org/10.2307/2531456); Y. Benjamini, Y. Hochberg, *Controlling the false discovery
///   rate*, Journal of the Royal Statistical Society B 57(1), 1995,
///   [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x); S. Döhler, G. Durand,
///   E. Roquain, *New FDR bounds for discrete and heterogeneous tests*, Electronic Journal of Statistics 12(1), 2018,
///   [doi:10.1214/18-EJS1441](https://doi.org/10.1214/18-EJS1441).
struct GapTest: Sendable {
  /// The share of false ones among the gaps that are called established.
  static let falseDiscoveryRate = 0.10

  /// How unusually low each count is, in `0...1`.
  let midP: [Double]
  /// The places of the counts of which something could be told.
  let resolvable: Set<Int>
  /// The places of the counts that are too low.
  let rejected: Set<Int>

  /// Looks at all counts together.
  ///
  /// - Parameters:
  ///   - observed: The counts.
  ///   - usual: How likely each count would be with nothing missing.
  /// - Complexity: O(*c*²) for the *c* counts that are unusual at all.
  init(observed: [Int], usual: [CountDistribution]) {
    let rate = GapTest.falseDiscoveryRate
    let values = zip(observed, usual).map { $1.lowerMidP($0) }
    let least = usual.map(\.chanceOfNone)
    var factor = 1
    while factor <= least.count, least.count(where: { $0 <= rate / Double(factor) }) > factor { factor += 1 }
    resolvable = Set(least.indices.filter { least[$0] <= rate / Double(factor) })
    let low = values.indices.filter { values[$0] <= rate }.sorted { (values[$0], $0) < (values[$1], $1) }
    var kept = 0
    for (place, index) in low.enumerated() {
      let expectedFalse = usual.reduce(0) { $0 + $1.chanceOfMidP(atMost: values[index]) }
      if expectedFalse <= rate * Double(place + 1) { kept = place + 1 }
    }
    (midP, rejected) = (values, Set(low.prefix(kept)))
  }
}
