import AllianceModel
import Foundation
import TerritoryAnalysis
import TestSupport
import Testing
import Workspace

/// The measures and findings of the graphs that ship, against networkx and igraph, and against a count by hand.
@Suite("Shipped graphs")
struct ShippedGraphsTests {
  static let names = ["economie-de-l-alliance", "grand-figeac", "redon", "valence-romans"]

  static func graph(_ name: String) throws -> AllianceGraph {
    try Workspace.open([RealData.packageRoot.appending(path: "Graphs/\(name)").path]).graph
  }

  @Test("have the measures that networkx gives", arguments: names)
  func measures(name: String) throws {
    let graph = try Self.graph(name)
    let analysis = try TerritoryAnalysis(of: graph)
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/measures-\(name).csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == analysis.actors.count)
    for row in rows {
      let measure = try #require(analysis.actors.first { graph.actors[$0.actor].id == row[0] }, "\(row[0])")
      #expect(measure.degree == Int(row[1]))
      #expect(measure.cutOff == Int(row[6]))
      let (harmonic, betweenness) = (try #require(measure.harmonic), try #require(measure.betweenness))
      for (value, written) in [(measure.strength, row[2]), (harmonic, row[3]), (betweenness, row[4])] {
        let expected = try #require(Double(written))
        #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(row[0]): \(value), \(expected)")
      }
    }
  }

  // The best of 200 runs of igraph 1.0: Graph.community_leiden(objective_function="modularity", weights="weight",
  // n_iterations=-1).modularity, on the projection that Reference/measures.py makes.
  @Test(
    "have groups at least as modular as the best that igraph finds",
    arguments: zip(names, [0.3687065972222217, 0.39464398235664805, 0.46671597633136064, 0.608259428469049]))
  func modularity(name: String, best: Double) throws {
    let clusters = try Self.graph(name).clusters()
    #expect(try #require(clusters.modularity) >= best - 1e-12)
  }

  /// What was counted by hand in the tables: pivots with their alliances and partners, the isolated, the parts.
  @Test(
    "have the pivots, isolated actors, parts and families apart that a count by hand gives",
    arguments: [
      (
        "redon", ["Commune de Pipriac 7/15", "Tézéa 7/15"], [String](), nil as Int?,
        "companies 2, networks 2"
      ),
      ("grand-figeac", ["Figeacteurs 10/14"], [], nil, "companies 5, authorities 4"),
      (
        "valence-romans", ["Groupe Archer 12/20"], ["Caisse des Dépôts", "Office du Tourisme (Romans)"], 24,
        "authorities 7, networks 2"
      ),
      (
        "economie-de-l-alliance", ["Le RAMEAU 26/32"],
        [
          "Convergences", "IFA – Institut Français des Administrateurs", "Nations unies (Agenda 2030)",
          "Secrétariat d'État à l'Engagement", "Terra Nova",
        ], 42, "authorities 6, knowledge 4"
      ),
    ])
  func byHand(name: String, pivots: [String], isolated: [String], mainPart: Int?, apart: String) throws {
    let graph = try Self.graph(name)
    let findings = try TerritoryAnalysis(of: graph).findings
    func of(_ kind: Insight.Kind) -> [Insight] { findings.filter { $0.kind == kind } }
    let foundPivots = of(.pivot).map { "\(graph.actors[$0.actors[0]].name) \($0.count)/\($0.total)" }
    #expect(foundPivots.sorted() == pivots)
    #expect(of(.isolated).flatMap(\.actors).map { graph.actors[$0].name }.sorted() == isolated)
    #expect(of(.parts).first?.count == mainPart)
    let families = of(.familiesApart).map { finding in
      ActorFamily.allCases.compactMap { family in
        let count = finding.actors.count { graph.actors[$0].family == family }
        return count > 0 ? "\(family.rawValue) \(count)" : nil
      }.joined(separator: ", ")
    }
    #expect(families == [apart])
  }

  @Test("say who is cut off in words, as reading the map of Redon shows")
  func redon() throws {
    let graph = try Self.graph("redon")
    let fragile = try TerritoryAnalysis(of: graph).findings.filter { $0.kind == .fragility }
    // The recyclers of Redon and those of Pipriac meet only through the agglomération and Tézéa.
    #expect(fragile.map { graph.actors[$0.actors[0]].id } == ["tezea", "redon_agglo", "redonnerie"])
    #expect(fragile.map(\.count) == [12, 11, 1])
    #expect(
      fragile[2].sentence.french
        == "Si La Redonnerie (Recyclerie de Redon) se retire, 1 organisation sur 26 perd son seul lien avec le reste du "
        + "maillage\u{A0}: Réseau National des Ressourceries.")
  }

  @Test("name in every finding rows that exist, and a count within its total", arguments: names)
  func traceable(name: String) throws {
    let graph = try Self.graph(name)
    for finding in try TerritoryAnalysis(of: graph).findings {
      #expect(!finding.actors.isEmpty, "\(finding.sentence.english)")
      #expect((0...finding.total).contains(finding.count))
      #expect(finding.sentence.french.contains("\(finding.total)") || finding.kind == .broker)
      for actor in finding.actors where finding.kind != .parts && finding.actors.count <= 6 {
        #expect(finding.sentence.french.contains(graph.actors[actor].name) || finding.kind == .familiesApart)
      }
    }
  }

  // Counted from the tables by a few lines of Python that share no code with the analysis.
  @Test(
    "mix families as a count of the tables gives",
    arguments: [
      ("redon", ActorFamily.companies, ActorFamily.authorities, 7, 2.3944),
      ("redon", .associations, .associations, 3, 7.6478), ("redon", .associations, .authorities, 8, 8.5854),
      ("grand-figeac", .companies, .authorities, 0, 3.0638), ("grand-figeac", .associations, .associations, 9, 6.0627),
      ("valence-romans", .companies, .associations, 10, 8.2674), ("valence-romans", .companies, .companies, 6, 8.7887),
      ("economie-de-l-alliance", .associations, .networks, 12, 11.4245),
      ("economie-de-l-alliance", .knowledge, .knowledge, 0, 0.6263),
    ])
  func mixing(name: String, first: ActorFamily, second: ActorFamily, observed: Int, expected: Double) throws {
    let mixing = try Self.graph(name).familyMixing()
    #expect(mixing[first, second].observed == observed)
    #expect(abs(mixing[first, second].expected - expected) < 0.00005)
    #expect(mixing[second, first] == mixing[first, second])
  }

  @Test(
    "have the brokers, goals and partners that a count of the tables gives",
    arguments: [
      ("redon", "redon_agglo", 20, 6, 15, [7, 7, 7, 0, 1], 6.5),
      ("grand-figeac", "figeacteurs", 131, 4, 14, [3, 4, 1, 0, 1], 3),
      ("valence-romans", "groupe_archer", 100, 3, 19, [11, 7, 6, 1, 1], 3),
      ("economie-de-l-alliance", "rameau", 444, 12, 18, [0, 5, 1, 2, 0, 0], 3),
    ])
  func counts(
    name: String, broker: String, pairs: Int, brokers: Int, documented: Int, goal8: [Int], median: Double
  ) throws {
    let graph = try Self.graph(name)
    let brokerage = try graph.familyBrokerage()
    #expect(brokerage.brokers.count == brokers)
    #expect(graph.actors[brokerage.brokers[0].actor].id == broker)
    #expect(brokerage.brokers[0].pairCount == pairs)
    let goals = graph.goalCoverage()
    #expect(goals.documented == documented)
    #expect(goals.families.map { goals[8, $0].alliances.count } == goal8)
    #expect(graph.degreeDistribution().median == median)
  }

  @Test("begin, end and last in Redon as its table says")
  func time() throws {
    let graph = try Self.graph("redon")
    let years = graph.allianceYears()
    #expect(years.years.map(\.year) == Array(2012...2025))
    #expect(years.years.map(\.started.count) == [1, 0, 1, 0, 2, 6, 2, 1, 1, 0, 2, 0, 0, 1])
    #expect(
      years.years.filter { !$0.ended.isEmpty }.map { "\($0.year) \($0.ended.count)" } == ["2013 1", "2018 3", "2022 1"])
    let survival = graph.allianceSurvival()
    // Five of seventeen have an end: after 0, 0, 1, 1 and 2 years.
    #expect(survival.openEnds.count == 12)
    #expect(survival.lowest.steps.map(\.atRisk) == [5, 3, 1])
    #expect(survival.lowest.median == 1)
    #expect(survival.curve.steps.prefix(3).map(\.atRisk) == [17, 15, 12])
    let share: Double = try #require(survival.curve.survival(after: 2))
    let byHand: Double = 13.0 / 17 * 11 / 12
    #expect(abs(share - byHand) < 1e-12)
    #expect(survival.curve.median == nil)
  }

  @Test(
    "have the best-documented alliances that a count of cells and sources gives",
    arguments: [
      ("redon", ["d05", "d17", "d12", "d11"]), ("grand-figeac", ["f15", "f19", "f14", "f18"]),
      ("valence-romans", ["r15", "r04", "r03", "r20"]), ("economie-de-l-alliance", ["s22", "s28", "s29", "x18"]),
    ])
  func documentation(name: String, best: [String]) throws {
    let graph = try Self.graph(name)
    #expect(graph.bestDocumented(4).map { graph.alliances[$0.alliance].id } == best)
    #expect(graph.dataQuality().unsourcedAlliances.isEmpty)
  }
}
