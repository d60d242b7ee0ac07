import AllianceModel
import Testing

@testable import Reporting

@Suite("News report")
struct NewsReportTests {
  static func graph(_ alliances: [AllianceGraph.Alliance], sources: [AllianceGraph.Source] = []) -> AllianceGraph {
    let actors = ["a", "b", "c"].map {
      AllianceGraph.Actor(id: $0, name: $0.uppercased(), kind: ActorKind(rawValue: "association"))
    }
    return AllianceGraph(
      info: GraphInfo(name: "t", title: "Titre"), actors: actors, alliances: alliances, sources: sources)
  }

  static func alliance(_ id: String, start: String? = nil, odd: [Int] = [], story: String? = nil)
    -> AllianceGraph.Alliance
  {
    AllianceGraph.Alliance(
      id: id, title: "Alliance \(id)", parties: ["a", "b"].map { AllianceGraph.Party(actor: $0) },
      start: start.flatMap { PartialDate($0) }, odd: odd, story: story)
  }

  @Test("chooses the alliance with most filled fields, then most sources, then the latest")
  func choice() throws {
    let graph = Self.graph(
      [
        Self.alliance("bare"), Self.alliance("old", start: "2010", odd: [8]),
        Self.alliance("new", start: "2020", odd: [8]),
        Self.alliance("sourced", start: "2009", odd: [8]),
        Self.alliance("full", start: "2008", odd: [8], story: "Récit"),
      ], sources: [AllianceGraph.Source(subject: "sourced", title: "Journal")])
    let order = try AllianceSelection().alliances(of: graph, top: 4).map { graph.alliances[$0].id }
    #expect(order == ["full", "sourced", "new", "old"])
  }

  @Test("takes ids in their order, or what a condition leaves")
  func selection() throws {
    let graph = Self.graph([Self.alliance("x", odd: [8]), Self.alliance("y", odd: [12]), Self.alliance("z", odd: [8])])
    func ids(_ texts: [String]) throws -> [String] {
      try AllianceSelection(texts).alliances(of: graph, top: 9).map { graph.alliances[$0].id }
    }
    #expect(try ids(["z, x"]) == ["z", "x"])
    #expect(try ids(["odd=8"]) == ["x", "z"])
    #expect(throws: ReportError.unknownAlliance("q")) {
      try Report(.news, of: [graph], options: ReportOptions(selection: AllianceSelection(["q"])))
    }
    #expect(throws: ReportError.nothingSelected) { try Report(.news, of: [Self.graph([])]) }
  }

  @Test("leaves out what is not known, and prints a result when there is one")
  func unknown() throws {
    let bare = ReportPages.html(try Report(.news, of: [Self.graph([Self.alliance("x")])]))
    for label in ["Quand", "Résultat", "Forme<", "Thème", "Avec le soutien"] {
      #expect(!bare.contains("<dt>\(label)"), "\(label)")
    }
    let known = AllianceGraph.Alliance(
      id: "x", title: "X",
      parties: [AllianceGraph.Party(actor: "a", role: "financeur"), AllianceGraph.Party(actor: "b")],
      result: "dix emplois")
    let full = ReportPages.text(of: ReportPages.html(try Report(.news, of: [Self.graph([known])])))
    #expect(full.contains("Dix emplois."))
    #expect(full.contains("A (financeur)."))
  }

  @Test("gives one item of each territory in turn, under the days of the week")
  func week() throws {
    let graphs = ["redon", "grand-figeac"]
    let report = try Report(
      .news, of: try graphs.map(ReportPages.graph), options: ReportOptions(top: 2, issue: "Semaine du 22 novembre 2021")
    )
    let items = report.sections.filter { $0.id.hasPrefix("alliance-") }.compactMap(\.overline)
    #expect(items.count == 4)
    for (item, start) in zip(
      items, ["Lundi · Redon", "Mardi · Grand-Figeac", "Mercredi · Redon", "Jeudi · Grand-Figeac"])
    {
      #expect(item.hasPrefix(start), "\(item)")
    }
    #expect(report.overline == "Semaine du 22 novembre 2021")
  }

  @Test(
    "says a date as far as it is known",
    arguments: [
      ("2016-11-24", "le 24 novembre 2016", "on 24 November 2016"), ("2021-11", "en novembre 2021", "in November 2021"),
      ("2007", "en 2007", "in 2007"), ("<2016", "avant 2016", "before 2016"), (">2016", "après 2016", "after 2016"),
    ])
  func dates(written: String, french: String, english: String) throws {
    let date = try #require(PartialDate(written))
    #expect(date.phrase(in: .french) == french)
    #expect(date.phrase(in: .english) == english)
  }
}
