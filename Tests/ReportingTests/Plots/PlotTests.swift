import AllianceModel
import Cartography
import Foundation
import TerritoryAnalysis
import TestSupport
import Testing
import Workspace

@testable import Reporting

@Suite("Plots")
struct PlotTests {
  static let names = ["economie-de-l-alliance", "grand-figeac", "redon", "valence-romans"]

  static func graph(_ name: String) throws -> AllianceGraph {
    try Workspace.open([RealData.packageRoot.appending(path: "Graphs/\(name)").path]).graph
  }

  static func plots(of graph: AllianceGraph, language: Language = .french, theme: MapTheme = .standard) -> [Plot] {
    let style = PlotStyle(language, theme: theme, prefix: "p")
    return [
      Plot(alliancesByYear: graph.allianceYears(), in: graph, style: style),
      Plot(survival: graph.allianceSurvival(), in: graph, style: style),
      Plot(goals: graph.goalCoverage(), in: graph, style: style),
      Plot(mixing: graph.familyMixing(), in: graph, style: style),
      Plot(degrees: graph.degreeDistribution(), in: graph, style: style),
    ].compactMap(\.self)
  }

  /// Many years, many partners, long words.
  static let large: AllianceGraph = {
    let kinds = ["company", "association", "local_authority", "network", "education", "other"]
    let actors = (0..<120).map { number in
      AllianceGraph.Actor(id: "a\(number)", name: "Acteur \(number)", kind: ActorKind(rawValue: kinds[number % 6]))
    }
    let forms = ["patronage", "responsible_practices", "economic_cooperation", "societal_innovation", "none", "troc"]
    let alliances = (0..<900).map { number in
      let parties = [0, number % 119 + 1, number * 7 % 120, number * 13 % 120]
      return AllianceGraph.Alliance(
        id: "x\(number)", title: "X", parties: parties.map { .init(actor: "a\($0)") },
        forms: number % 7 == 0
          ? []
          : [PartnershipForm(rawValue: forms[number % 6])]
            + (number % 11 == 0 ? [PartnershipForm(rawValue: forms[(number + 1) % 4])] : []),
        start: PartialDate(year: 1950 + number % 73),
        end: number % 3 == 0 ? PartialDate(year: 1950 + number % 73 + number % 9) : nil, odd: [number % 17 + 1])
    }
    return AllianceGraph(
      info: GraphInfo(name: "g", title: "G", created: PartialDate("2024")), actors: actors, alliances: alliances)
  }()

  @Test("keep every word on the sheet and clear of the others", arguments: names + ["large"], Language.allCases)
  func words(name: String, language: Language) throws {
    let graph = name == "large" ? Self.large : try Self.graph(name)
    let plots = Self.plots(of: graph, language: language)
    #expect(plots.count == 5)
    for plot in plots {
      let texts = PlotText.all(in: plot.picture.svg)
      #expect(texts.count > 8)
      #expect(plot.picture.svg.matches(of: /<text\s/).count == texts.count)
      for (place, text) in texts.enumerated() {
        #expect(
          text.left >= 0 && text.right <= plot.picture.width && text.top >= 0 && text.bottom <= plot.picture.height,
          "\(plot.title): \(text)")
        for other in texts.dropFirst(place + 1) {
          #expect(!text.overlaps(other), "\(plot.title): \(text.words) and \(other.words)")
        }
      }
    }
  }

  @Test("are whole SVG documents with their words, textures that are defined, and the same bytes each time")
  func documents() throws {
    let graph = try Self.graph("economie-de-l-alliance")
    for (plot, again) in zip(Self.plots(of: graph), Self.plots(of: graph)) {
      #expect(plot == again)
      let svg = plot.picture.svg
      #expect(svg.contains("role=\"img\"") && svg.contains("<title id=\"p-title\">") && svg.contains(" lang=\"fr\""))
      for use in svg.matches(of: /url\(#([^)]+)\)/) { #expect(svg.contains("<pattern id=\"\(use.1)\"")) }
      #expect(!svg.contains("http://") || svg.matches(of: /http:/).count == 1)
      #expect(!plot.alternative.isEmpty && !plot.note.isEmpty)
      #expect(svg.matches(of: /\d\.\d{3,}/).isEmpty)
    }
  }

  @Test("draw what their tables say", arguments: names)
  func tables(name: String) throws {
    let graph = try Self.graph(name)
    for plot in Self.plots(of: graph) {
      for row in plot.table.rows {
        #expect(row.cells.count == plot.table.columns.count)
        #expect(!row.rows.isEmpty)
      }
    }
    let years = try #require(Self.plots(of: graph).first)
    let total = years.table.rows.compactMap { Int($0.cells.last ?? "") }.reduce(0, +)
    #expect(total == graph.alliances.count { $0.start.map { $0.bound == .exact } ?? false })
    // Each bar of the picture carries its total, each share of the legend its own.
    let words = PlotText.all(in: years.picture.svg).map(\.words)
    for row in years.table.rows where row.cells.last != "0" { #expect(words.contains(row.cells.last ?? "")) }
  }

  @Test("say of Redon what its table says")
  func redon() throws {
    let plots = Self.plots(of: try Self.graph("redon"))
    #expect(
      plots[0].alternative.hasPrefix(
        "Barres empilées, une par année, de 2012 à 2025. Le plus\u{A0}: 6 alliances en 2017."),
      "\(plots[0].alternative)")
    #expect(plots[1].note.contains("17 alliances sur 17, dont 5 terminées"), "\(plots[1].note)")
    #expect(plots[2].note.contains("15 alliances sur 17 ont un objectif connu"), "\(plots[2].note)")
    #expect(plots[3].table.rows.contains { $0.cells == ["Associations et fondations × Entreprises", "5", "3"] })
    #expect(plots[4].note.contains("26 organisations") && plots[4].note.contains("6,2 partenaires, médiane 6,5"))
  }

  @Test("can be read: ink on every colour of a goal, and textures that differ in grey")
  func readable() {
    for entry in Vocabulary.goals.entries {
      guard let color = GoalColor(entry.family)?.color else {
        Issue.record("\(entry.code) has no colour")
        continue
      }
      for share in [0.0, 0.15, 0.4, 0.6, 0.8, 1] {
        let tint = color.tint(share)
        #expect(tint.contrast(with: tint.readableInk) >= 4.5)
      }
    }
    let shares: [AllianceYears.Share] =
      Vocabulary.forms.entries.filter { $0.code != "none" }.map { .form(PartnershipForm(rawValue: $0.code)) }
      + [.several, .outside, .unknown]
    let looks = shares.map { share in
      let fill = share.fill(in: .standard)
      return "\(fill.pattern?.rawValue ?? "plain")" + (fill.pattern == nil ? fill.color.grey.hex : "")
    }
    #expect(Set(looks).count == shares.count, "\(looks)")
  }

  @Test("are none where there is nothing to draw")
  func nothing() {
    let empty = AllianceGraph(info: GraphInfo(name: "e", title: "E"), actors: [], alliances: [])
    #expect(Self.plots(of: empty).isEmpty)
    let undated = AllianceGraph(
      info: GraphInfo(name: "e", title: "E"), actors: [.init(id: "a", name: "A")],
      alliances: [.init(id: "x", title: "X", parties: [.init(actor: "a")])])
    #expect(Self.plots(of: undated).map(\.title) == ["Avec combien d’organisations chacune travaille"])
  }

  @Test("write numbers as their language does")
  func numbers() {
    #expect(
      [0, 0.05, 3.14159, -2.5, 1234.5].map { $0.written(decimals: 1, in: .french) } == [
        "0", "0,1", "3,1", "−2,5", "1\u{202F}234,5",
      ])
    #expect([3.0, 3.25].map { $0.written(decimals: 2, in: .english) } == ["3", "3.25"])
    #expect([12, 12.5, -0.05, 0.004, 12.346].map(\.svg) == ["12", "12.5", "-0.05", "0", "12.35"])
    #expect(0.454.percent(in: .french) == "45\u{A0}%")
    #expect(PlotScale.ticks(upTo: 6) == [0, 2, 4, 6])
    #expect(PlotScale.ticks(upTo: 1) == [0, 1])
    #expect(PlotScale.ticks(upTo: 23) == [0, 5, 10, 15, 20, 25])
    #expect(PlotScale.ticks(upTo: 101) == [0, 50, 100, 150])
  }
}
