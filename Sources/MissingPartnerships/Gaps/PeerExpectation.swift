/// How many alliances comparable territories would lead one to expect in each cell of one territory.
///
/// E = s · M · r: the opportunities M of the cell, the rate r of the cell among the peers, the activity s of the
/// territory, fitted by eight rounds of proportional fitting, the territory itself left out of r. Counts vary more than
/// by chance alone; their dispersion is measured on the peers.
struct PeerExpectation: Sendable, Equatable {
  static let rounds = 8

  /// For each cell of the territory.
  let expected: [Double]
  /// The variance of a count is E + dispersion · E².
  let dispersion: Double

  /// - Parameters:
  ///   - observed: For each territory, the alliances in each cell.
  ///   - opportunities: For each territory, the pairs of actors that could ally in each cell.
  ///   - territory: The one that is looked at; all others are its peers.
  init(observed: [[Int]], opportunities: [[Double]], territory: Int) {
    let cells = observed[territory].indices
    let peers = observed.indices.filter { $0 != territory }
    var activity = [Double](repeating: 1, count: observed.count)
    var rates = [Double](repeating: 0, count: cells.count)
    for _ in 0..<PeerExpectation.rounds {
      for cell in cells {
        let seen = peers.reduce(0) { $0 + Double(observed[$1][cell]) }
        let possible = peers.reduce(0) { $0 + activity[$1] * opportunities[$1][cell] }
        rates[cell] = (seen + 0.5) / (possible + 0.5)
      }
      for place in observed.indices {
        let possible = cells.reduce(0) { $0 + opportunities[place][$1] * rates[$1] }
        activity[place] = possible > 0 ? Double(observed[place].reduce(0, +)) / possible : 0
      }
    }
    let (fitted, fittedRates) = (activity, rates)
    func expected(_ place: Int) -> [Double] {
      cells.map { fitted[place] * opportunities[place][$0] * fittedRates[$0] }
    }
    self.expected = expected(territory)
    dispersion = PeerExpectation.dispersion(
      peers.flatMap { place in zip(observed[place].map(Double.init), expected(place)) })
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
}
