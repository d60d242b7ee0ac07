/// Finds the cells in which a territory has fewer alliances than comparable territories would lead one to expect.
///
/// Expected counts are E = s · M · r: the opportunities M of the cell, the rate r of the cell among the peers, the
/// activity s of the territory, fitted by eight rounds of proportional fitting, the territory itself left out of r.
/// Counts vary more than chance alone: their dispersion is measured on the peers. Cells in which even a zero would
/// prove nothing are set apart (Tarone), and what remains is tested at a false discovery rate (Benjamini–Hochberg).
///
/// - SeeAlso: R. E. Tarone, *A modified Bonferroni method for discrete data*, Biometrics 46(2), 1990,
///   [doi:10.2307/2531456](https://doi.org/10.2307/2531456); Y. Benjamini, Y. Hochberg, *Controlling the false discovery
///   rate*, Journal of the Royal Statistical Society B 57(1), 1995,
///   [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
struct GapTest: Sendable {
  /// The share of false ones among the gaps that are called established.
  static let falseDiscoveryRate = 0.10
  static let rounds = 8

  struct Cell: Sendable, Equatable {
    let observed: Int
    /// How many alliances the peers would lead one to expect.
    let expected: Double
    /// How unusually low the count is, overdispersion accounted for.
    let midP: Double
    let tier: GapTier
  }

  let cells: [Cell]
  let dispersion: Double

  /// Tests one territory against its peers.
  ///
  /// - Parameters:
  ///   - observed: For each territory, the alliances in each cell.
  ///   - opportunities: For each territory, the pairs of actors that could ally in each cell.
  ///   - territory: Which of them is tested.
  init(observed: [[Int]], opportunities: [[Double]], territory: Int) {
    let cellCount = observed[territory].count
    let peers = observed.indices.filter { $0 != territory }
    var activity = [Double](repeating: 1, count: observed.count)
    var rates = [Double](repeating: 0, count: cellCount)
    for _ in 0..<GapTest.rounds {
      for cell in 0..<cellCount {
        let seen = peers.reduce(0) { $0 + Double(observed[$1][cell]) }
        let possible = peers.reduce(0) { $0 + activity[$1] * opportunities[$1][cell] }
        rates[cell] = (seen + 0.5) / (possible + 0.5)
      }
      for place in observed.indices {
        let possible = (0..<cellCount).reduce(0) { $0 + opportunities[place][$1] * rates[$1] }
        activity[place] = possible > 0 ? Double(observed[place].reduce(0, +)) / possible : 0
      }
    }
    func expected(_ place: Int, _ cell: Int) -> Double { activity[place] * opportunities[place][cell] * rates[cell] }
    dispersion = GapTest.dispersion(
      peers.flatMap { place in (0..<cellCount).map { (Double(observed[place][$0]), expected(place, $0)) } })
    let means = (0..<cellCount).map { expected(territory, $0) }
    let strict = GapTest.rejected(observed[territory], means, dispersion: dispersion)
    let loose = GapTest.rejected(observed[territory], means, dispersion: 0)
    let spread = dispersion
    cells = (0..<cellCount).map { cell in
      let tier: GapTier =
        opportunities[territory][cell] == 0
        ? .impossible
        : strict.rejected.contains(cell)
          ? .established
          : loose.rejected.contains(cell) ? .toExamine : strict.resolvable.contains(cell) ? .none : .unresolved
      let distribution = CountDistribution(mean: means[cell], dispersion: spread)
      return Cell(
        observed: observed[territory][cell], expected: means[cell],
        midP: distribution.lowerMidP(observed[territory][cell]), tier: tier)
    }
  }

  /// The mean of ((O − E)² − E) / E² over cells with E > 1, never below 0.
  static func dispersion(_ cells: [(observed: Double, expected: Double)]) -> Double {
    let large = cells.filter { $0.expected > 1 }
    let sum = large.reduce(0) { sum, cell in
      let difference = cell.observed - cell.expected
      return sum + (difference * difference - cell.expected) / (cell.expected * cell.expected)
    }
    return max(0, sum / Double(max(1, large.count)))
  }

  /// The cells that can be told at all, and those of them that are too low to be chance.
  static func rejected(
    _ observed: [Int], _ means: [Double], dispersion: Double
  ) -> (resolvable: Set<Int>, rejected: Set<Int>) {
    let distributions = means.map { CountDistribution(mean: $0, dispersion: dispersion) }
    let least = distributions.map(\.chanceOfNone)
    var factor = 1
    while factor <= least.count, least.count(where: { $0 <= falseDiscoveryRate / Double(factor) }) > factor {
      factor += 1
    }
    let resolvable = least.indices.filter { least[$0] <= falseDiscoveryRate / Double(factor) }
    let tested = resolvable.map { ($0, distributions[$0].lowerMidP(observed[$0])) }.sorted {
      ($0.1, $0.0) < ($1.1, $1.0)
    }
    var kept = 0
    for (place, test) in tested.enumerated()
    where test.1 <= falseDiscoveryRate * Double(place + 1) / Double(tested.count) {
      kept = place + 1
    }
    return (Set(resolvable), Set(tested.prefix(kept).map(\.0)))
  }
}
