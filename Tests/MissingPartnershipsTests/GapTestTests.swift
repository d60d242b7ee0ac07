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
    let expected: [Double] = [none, 2 * none, 2 * none]
    #expect(agree(poisson.chances(upTo: 2), expected))
    #expect(agree(poisson.lowerMidP(1), 2 * none))
    // Size 1 is the geometric distribution: 1/3 · (2/3)^k for mean 2.
    let geometric = CountDistribution(mean: 2, dispersion: 1)
    let falling: [Double] = [1.0 / 3, 2.0 / 9, 4.0 / 27, 8.0 / 81]
    let half: Double = 1.0 / 6
    #expect(agree(geometric.chances(upTo: 3), falling))
    #expect(agree(geometric.lowerMidP(0), half))
    #expect(CountDistribution(mean: 0, dispersion: 0).lowerMidP(0) == 0.5)
  }

  @Test("measures no dispersion where counts are as expected, and the right one where they spread")
  func dispersion() {
    #expect(GapTest.dispersion([(4, 4), (9, 9)]) == 0)
    // ((10 − 4)² − 4) / 16 = 2; the cell with an expectation of 1 is too small to tell.
    #expect(GapTest.dispersion([(10, 4), (7, 1)]) == 2)
  }

  @Test("tests only cells that could be told, and steps up as Benjamini and Hochberg say")
  func rejection() {
    // With 20 expected a zero is out of the question by chance; with 0.5 expected it says nothing.
    let result = GapTest.rejected([0, 0, 20, 18], [20, 0.5, 20, 20], dispersion: 0)
    #expect(result.resolvable == [0, 2, 3])
    #expect(result.rejected == [0])
  }

  @Test("keeps its promise on simulated territories: one false gap in ten at most, and finds planted ones")
  func simulation() {
    var (found, planted, falseShare, territories) = (0, 0, 0.0, 0)
    for seed in 0..<30 as Range<UInt64> {
      let simulated = Simulation(seed: seed, territories: 12, cells: 168, alliances: 150, size: 4)
      for territory in [0, 5] {
        let test = GapTest(observed: simulated.observed, opportunities: simulated.opportunities, territory: territory)
        let claimed = test.cells.indices.filter { test.cells[$0].tier == .established }
        let right = claimed.count { simulated.gaps[territory].contains($0) }
        found += right
        planted += simulated.gaps[territory].count
        falseShare += claimed.isEmpty ? 0 : Double(claimed.count - right) / Double(claimed.count)
        territories += 1
      }
    }
    #expect(falseShare / Double(territories) <= 0.10)
    // Gaps of three to some twenty expected alliances: modest power is the price of the promise.
    #expect(Double(found) / Double(planted) >= 0.15)
  }

  @Test("says what it cannot tell: with few peers only absent actors are named")
  func fewPeers() throws {
    let gaps = TerritoryGaps(of: Territory.small(), peers: [Territory.large(seed: 1)])
    #expect(gaps.gaps.isEmpty && gaps.peerCount == 1)
    let graph = Territory.graph(
      ["a", "b", "c"].map { Territory.actor($0, themes: ["Emploi"]) }, [Territory.alliance("1", ["a", "b"])])
    let absent = TerritoryGaps(of: graph, peers: []).absentFamilies
    #expect(absent.map(\.family) == [.associations, .authorities, .networks, .knowledge])
    #expect(absent.allSatisfy { $0.subject == "Emploi" && $0.others == 3 })
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
    #expect(table.alliances == [companies: 1, mixed: 1])
    #expect(table.opportunities(companies) == 3)
    #expect(table.opportunities(mixed) == 3)
    #expect(table.name("odd:8") == "ODD 8")
  }
}

/// Territories whose counts vary around rates they share, with six planted gaps each.
private struct Simulation {
  var observed: [[Int]] = []
  var opportunities: [[Double]] = []
  var gaps: [Set<Int>] = []

  init(seed: UInt64, territories: Int, cells: Int, alliances: Double, size: Double) {
    var generator = TestGenerator(seed: seed &+ 77)
    func unit() -> Double { (Double(generator.next() >> 11) + 0.5) * 0x1p-53 }
    func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()) }
    let rates = (0..<cells).map { _ in exp(1.2 * normal()) }
    for _ in 0..<territories {
      let pairs = (0..<cells).map { _ in Double(1 + Int(unit() * 12)) * Double(1 + Int(unit() * 12)) }
      let total = zip(pairs, rates).reduce(0) { $0 + $1.0 * $1.1 }
      var means = zip(pairs, rates).map { $0 * $1 * alliances / total }
      let large = means.indices.filter { means[$0] >= 3 }
      let planted = Set((0..<6).map { _ in large[Int(unit() * Double(large.count))] })
      for cell in planted { means[cell] *= 0.05 }
      opportunities.append(pairs)
      gaps.append(planted)
      observed.append(
        means.map { mean in
          // A sum of `size` exponential variables of mean 1 / size: the gamma that spreads a Poisson count.
          let spread = (0..<Int(size)).reduce(0.0) { sum, _ in sum - log(unit()) } / size
          var (count, product) = (0, unit())
          while product > exp(-mean * spread) { (count, product) = (count + 1, product * unit()) }
          return count
        })
    }
  }
}
