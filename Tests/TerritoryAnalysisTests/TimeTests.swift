import AllianceModel
import TerritoryAnalysis
import TestSupport
import Testing

@Suite("Alliances in time")
struct TimeTests {
  private func alliance(
    _ id: String, _ start: String?, _ end: String? = nil, forms: [String] = [], status: String? = nil
  ) -> AllianceGraph.Alliance {
    .init(
      id: id, title: id, parties: [], forms: forms.map { PartnershipForm(written: $0) },
      start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) },
      status: status.map { AllianceStatus(rawValue: $0) })
  }

  private func graph(_ alliances: AllianceGraph.Alliance...) -> AllianceGraph {
    AllianceGraph(
      info: GraphInfo(name: "g", title: "G", created: PartialDate("2022-06-30")), actors: [], alliances: alliances)
  }

  @Test("stand in the years in which they are known to run, and apart where dates are bounds or missing")
  func years() {
    let years = graph(
      alliance("whole", "2015-03", "2017"), alliance("open", "2016-11-24"), alliance("going", "2016", status: "active"),
      alliance("before", "<2016", "2018"), alliance("after", ">2016"), alliance("nothing", nil),
      alliance("end", nil, "2019"), alliance("long", "2018", ">2020"), alliance("short", "2018", "<2021"),
      alliance("soon", "2021", status: "planned")
    ).allianceYears()
    #expect(years.years.map(\.year) == [2015, 2016, 2017, 2018, 2019])
    #expect(years.years.map(\.started) == [[0], [1, 2], [], [7, 8], []])
    #expect(years.years.map(\.ended) == [[], [], [0], [3], [6]])
    // "before 2016" ran in 2015 at the latest, and until 2018.
    #expect(years.years.map(\.active) == [[0, 3], [0, 1, 2, 3], [0, 2, 3], [2, 3, 7, 8], [2, 6, 7]])
    // "open" may run on; "short" may until 2020; "long" runs through 2021.
    #expect(years.years.map(\.maybeActive) == [[], [], [1], [1], [1, 8]])
    #expect(years.undated == [5, 6])
    #expect(years.bounded == [3, 4])
    #expect(years.planned == [9])
    #expect(years.allianceCount == 10)
  }

  @Test("add up by form: one share for each alliance")
  func shares() {
    let years = graph(
      alliance("a", "2015", forms: ["mécénat"]), alliance("b", "2015", forms: ["mécénat", "coopération économique"]),
      alliance("c", "2015", forms: ["none"]), alliance("d", "2015"), alliance("e", "2015", forms: ["troc"])
    ).allianceYears()
    let year = years.years[0]
    #expect(year.shares.values.reduce(0) { $0 + $1.count } == year.started.count)
    #expect(
      years.shares.map(\.label.french) == ["Mécénat", "troc", "Plusieurs formes", "Hors typologie", "Forme inconnue"])
    #expect(year.shares[.several] == [1])
  }

  @Test("no year is invented", arguments: 0..<50 as Range<UInt64>)
  func random(seed: UInt64) {
    let graph = RandomTerritory.graph(seed: seed)
    let years = graph.allianceYears()
    let started = years.years.flatMap(\.started)
    #expect(started.sorted() == graph.alliances.indices.filter { graph.alliances[$0].start != nil })
    for year in years.years {
      for row in graph.alliances.indices {
        let alliance = graph.alliances[row]
        let first = (alliance.start ?? alliance.end)?.year ?? .max
        let last = max(first, (alliance.end ?? alliance.start)?.year ?? .min)
        #expect(year.active.contains(row) == (first <= year.year && year.year <= last))
        #expect(year.maybeActive.contains(row) == (alliance.start != nil && alliance.end == nil && year.year > first))
      }
    }
  }

  /// Remission of 21 patients on 6-mercaptopurine (Freireich 1963), the example of every textbook: weeks, and the
  /// published estimate after each end.
  @Test("last as the textbook says")
  func textbook() throws {
    let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    let curve = SurvivalCurve(
      (ended.map { ($0, true) } + censored.map { ($0, false) }).enumerated().map {
        .init(row: $0, time: $1.0, hasEnded: $1.1)
      })
    let published = [6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448]
    for (time, share) in published {
      #expect(abs(try #require(curve.survival(after: time)) - share) < 0.0006)
    }
    #expect(curve.steps.map(\.atRisk) == [21, 17, 16, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 1])
    #expect(curve.median == 23)
    #expect(curve.endedCount == 9)
    // By hand, at six weeks: Greenwood 3/(21·18), S = 6/7; SAS prints 0.6197 to 0.9516.
    let interval = try #require(curve.steps[0].interval)
    #expect(abs(interval.lowerBound - 0.6197) < 0.0001)
    #expect(abs(interval.upperBound - 0.9516) < 0.0001)
    #expect(curve.survival(after: 5) == 1)
    #expect(curve.survival(after: 36) == nil)
    #expect(curve.atRisk(at: 8) == 16)
  }

  @Test("survive as the product over those at risk says", arguments: 0..<100 as Range<UInt64>)
  func product(seed: UInt64) {
    let graph = RandomTerritory.graph(seed: seed, alliances: 0...20)
    let survival = graph.allianceSurvival()
    let seen = graph.alliances.compactMap { alliance -> (time: Int, hasEnded: Bool)? in
      guard let start = alliance.start?.year else { return nil }
      guard let end = alliance.end?.year else { return (2023 - start, false) }
      return end < start ? nil : (end - start, true)
    }
    #expect(survival.curve.count == seen.count)
    for step in survival.curve.steps {
      var share = 1.0
      for time in 0...step.time {
        let atRisk = seen.count { $0.time >= time }
        if atRisk > 0 { share *= 1 - Double(seen.count { $0.time == time && $0.hasEnded }) / Double(atRisk) }
      }
      #expect(abs(step.survival - share) < 1e-12)
      #expect(step.atRisk == seen.count { $0.time >= step.time })
    }
    let outside = survival.leftOut.values.reduce(0) { $0 + $1.count }
    #expect(survival.curve.count + outside == graph.alliances.count)
    #expect(survival.lowest.count == survival.curve.count - survival.openEnds.count)
  }

  @Test("keep open ends apart from ends, and say why others are left out")
  func reasons() {
    let survival = graph(
      alliance("same year", "2019", "2019"), alliance("open", "2019"), alliance("going", "2019", status: "active"),
      alliance("over", "2019", status: "ended"), alliance("before", "2019", "<2021"),
      alliance("after", "2019", ">2020"),
      alliance("wrong", "2019", "2015"), alliance("soon", "2020", status: "planned"), alliance("later", "2024"),
      alliance("bound", "<2019", "2020"), alliance("undated", nil, "2020")
    ).allianceSurvival()
    #expect(survival.curve.count == 4)
    #expect(survival.curve.steps.map(\.time) == [0, 1, 3])
    #expect(survival.curve.steps.map(\.ended) == [[0], [], []])
    #expect(survival.curve.steps.map(\.censored) == [[], [5], [1, 2]])
    #expect(survival.openEnds == [1])
    #expect(survival.lowest.count == 3)
    #expect(survival.leftOut == [.noEnd: [3, 4], .contradictory: [6], .planned: [7, 8], .noStart: [9, 10]])
    #expect(survival.referenceYear == 2022)
  }
}
