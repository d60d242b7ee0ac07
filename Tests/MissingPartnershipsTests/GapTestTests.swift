import AllianceModel
import Foundation
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Gaps")
struct GapTestTests {
  @Test("gives the chances of Poisson counts, and of overdispersed ones with the same mean")
  func chances() {
    let poisson = CountDistribution(mean: 2, dispersion: 0)
    let none = exp(-2.0)
    #expect(agree(poisson.chances.prefix(3), [none, 2 * none, 2 * none]))
    #expect(agree(poisson.lowerMidP(1), 2 * none))
    #expect(agree(poisson.chanceOfMidP(atMost: 2 * none), 3 * none))
    #expect(agree(poisson.chanceOfMidP(atMost: none / 2 - 1e-9), 0))
    // Size 1 is the geometric distribution: 1/3 · (2/3)^k for mean 2.
    let geometric = CountDistribution(mean: 2, dispersion: 1)
    #expect(agree(geometric.chances, [1.0 / 3, 2.0 / 9]))
    #expect(agree(geometric.lowerMidP(0), 1.0 / 6))
    #expect(CountDistribution(mean: 0, dispersion: 0).lowerMidP(0) == 0.5)
    #expect(CountDistribution(counted: [0, 2, 2, 3]).chances == [0.25, 0, 0.5, 0.25])
  }

  @Test("measures no dispersion where counts are as expected, and the right one where they spread")
  func dispersion() {
    #expect(PeerExpectation.dispersion([(4, 4), (9, 9)]) == 0)
    // ((10 − 4)² − 4) / 16 = 2; the cell with an expectation of 1 is too small to tell.
    #expect(PeerExpectation.dispersion([(10, 4), (7, 1)]) == 2)
  }

  @Test("expects what peers of the same activity have, whatever the territory itself has")
  func expectation() {
    // Peers: one alliance in four pairs in the first cell, one in two in the second; the territory is as active.
    let peer = [25, 50]
    let fit = PeerExpectation(
      observed: [[0, 75]] + Array(repeating: peer, count: 10),
      opportunities: Array(repeating: [100, 100], count: 11), territory: 0)
    #expect(agree(fit.expected, [25, 50], to: 0.01))
  }

  @Test("tests only cells that could be told, and steps up as Benjamini and Hochberg say")
  func rejection() {
    // With 20 expected a zero is out of the question by chance; with 0.5 expected it says nothing.
    let usual = [20, 0.5, 20, 20].map { CountDistribution(mean: $0, dispersion: 0) }
    let result = GapTest(observed: [0, 0, 20, 18], usual: usual)
    #expect(result.resolvable == [0, 2, 3])
    #expect(result.rejected == [0])
  }

  @Test("rejects at most the promised share when nothing is missing")
  func nullHypothesis() {
    var generator = TestGenerator(seed: 9)
    var falseFindings = 0
    for _ in 0..<200 {
      let means = (0..<40).map { _ in Double(1 + generator.next() % 12) }
      let observed = means.map { Simulation.poisson($0, using: &generator) }
      let test = GapTest(observed: observed, usual: means.map { CountDistribution(mean: $0, dispersion: 0) })
      falseFindings += test.rejected.isEmpty ? 0 : 1
    }
    // With no gap at all each finding is false, so the rate is that of territories with a finding; 0.10 ± 2.5 σ.
    #expect(Double(falseFindings) / 200 <= 0.10 + 2.5 * (0.10 * 0.90 / 200).squareRoot())
  }

  @Test(
    "keeps its promise on simulated territories: one false gap in ten at most, and finds planted ones",
    arguments: [(12, 60.0, 4.0, 0.0), (12, 150, 4, 0.18), (12, 500, 4, 0.18), (12, 500, 1.5, 0.0), (40, 300, 4, 0.15)])
  func simulation(territories: Int, alliances: Double, size: Double, leastPower: Double) {
    var (found, planted, falseShare, looked) = (0, 0, 0.0, 0)
    for seed in 0..<30 as Range<UInt64> {
      let simulated = Simulation(seed: seed, territories: territories, cells: 168, alliances: alliances, size: size)
      for territory in [0, 5] {
        let fit = PeerExpectation(
          observed: simulated.observed, opportunities: simulated.opportunities, territory: territory)
        let claimed = GapTest(
          observed: simulated.observed[territory],
          usual: fit.expected.map { CountDistribution(mean: $0, dispersion: fit.dispersion) }
        ).rejected
        let right = claimed.count { simulated.gaps[territory].contains($0) }
        found += right
        planted += simulated.gaps[territory].count
        falseShare += claimed.isEmpty ? 0 : Double(claimed.count - right) / Double(claimed.count)
        looked += 1
      }
    }
    #expect(falseShare / Double(looked) <= 0.10)
    let power = Double(found) / Double(planted)
    #expect(power >= leastPower)
    print(
      "gaps: \(territories) territories, \(alliances) alliances, size \(size): false \(falseShare / Double(looked)), power \(power)"
    )
  }

  @Test("counts an alliance once in a cell, and a pair of one family as one of n(n − 1) / 2")
  func cells() {
    let graph = Territory.graph(
      [
        Territory.actor("a", odd: [8]), Territory.actor("b", odd: [8]), Territory.actor("c", odd: [8]),
        Territory.actor("d", kind: Territory.association, odd: [8]),
      ],
      [
        AllianceGraph.Alliance(
          id: "1", title: "1", parties: ["a", "b", "c", "d"].map { AllianceGraph.Party(actor: $0) }, odd: [8, 17])
      ])
    let table = CellTable(graph)
    let companies = CellTable.Cell(first: .companies, second: .companies, subject: "odd:8")
    let mixed = CellTable.Cell(first: .companies, second: .associations, subject: "odd:8")
    let found = table.alliances().filter { $0.key.subject == "odd:8" }
    #expect(found == [companies: [0], mixed: [0]])
    #expect(table.opportunities(companies) == 3)
    #expect(table.opportunities(mixed) == 3)
    #expect(table.label("odd:8").french == "ODD 8")
  }
}

/// Territories whose counts vary around rates they share, with six planted gaps each.
private struct Simulation {
  var observed: [[Int]] = []
  var opportunities: [[Double]] = []
  var gaps: [Set<Int>] = []

  init(seed: UInt64, territories: Int, cells: Int, alliances: Double, size: Double) {
    var generator = TestGenerator(seed: seed &+ 77)
    func unit() -> Double { Simulation.unit(&generator) }
    func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()) }
    let rates = (0..<cells).map { _ in exp(1.2 * normal()) }
    for _ in 0..<territories {
      let pairs = (0..<cells).map { _ in Double(1 + Int(unit() * 12)) * Double(1 + Int(unit() * 12)) }
      let total = zip(pairs, rates).reduce(0) { $0 + $1.0 * $1.1 }
      var means = zip(pairs, rates).map { $0 * $1 * alliances / total }
      // Gaps of three to some twenty expected alliances; in quiet territories, among the largest cells.
      let busy = means.indices.filter { means[$0] >= 3 }
      let large = busy.count >= 6 ? busy : Array(means.indices.sorted { means[$0] > means[$1] }.prefix(6))
      let planted = Set((0..<6).map { _ in large[Int(unit() * Double(large.count))] })
      for cell in planted { means[cell] *= 0.05 }
      opportunities.append(pairs)
      gaps.append(planted)
      observed.append(
        means.map { Simulation.poisson($0 * Simulation.spread(size, using: &generator), using: &generator) })
    }
  }

  private static func unit(_ generator: inout TestGenerator) -> Double {
    (Double(generator.next() >> 11) + 0.5) * 0x1p-53
  }

  /// A count of this mean: how many exponential waits fit into it.
  static func poisson(_ mean: Double, using generator: inout TestGenerator) -> Int {
    var (count, waited) = (0, -log(unit(&generator)))
    while waited < mean { (count, waited) = (count + 1, waited - log(unit(&generator))) }
    return count
  }

  /// Gamma of mean 1 and variance 1 / size, for multiples of one half: a sum of squares of normal variables.
  private static func spread(_ size: Double, using generator: inout TestGenerator) -> Double {
    let squares = (0..<Int(2 * size)).map { _ in
      pow((-2 * log(unit(&generator))).squareRoot() * cos(2 * .pi * unit(&generator)), 2)
    }
    return squares.reduce(0, +) / (2 * size)
  }
}
