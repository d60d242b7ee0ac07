import AllianceModel
import Foundation
import GraphCore
import Reporting

/// Reports about a large territory, without its maps: how long the words take, and how large the page is.
///
///     maillage-bench report 1500 5000              actors and alliances, all kinds, three times each
///     maillage-bench report 1500 5000 --write DIR  also the pages, for a browser to open and print
///
/// Each line of the output is a JSON object.
enum ReportBench {
  static func run(_ arguments: [String]) throws {
    let numbers = arguments.compactMap(Int.init)
    let (actors, alliances) = (numbers.first ?? 1_500, numbers.dropFirst().first ?? 5_000)
    let folder = arguments.firstIndex(of: "--write").map { arguments[arguments.index(after: $0)...].first ?? "." }
    let graph = graph(actors: actors, alliances: alliances)
    for kind in Report.Kind.allCases {
      var times: [Duration] = []
      var page = ""
      for _ in 0..<3 {
        let clock = ContinuousClock()
        times.append(
          try clock.measure {
            let report = try Report(kind, of: [graph], options: ReportOptions(actor: "a0"))
            page = HTMLWriter(report, pictures: [:]).page
          })
      }
      if let folder { try Data(page.utf8).write(to: URL(filePath: folder).appending(path: "\(kind.rawValue).html")) }
      let seconds = times.sorted().map { Double($0.components.attoseconds) / 1e18 + Double($0.components.seconds) }
      print(
        "{\"case\": \"report-\(kind.rawValue)\", \"actors\": \(actors), \"alliances\": \(alliances), "
          + "\"median\": \(seconds[1]), \"minimum\": \(seconds[0]), \"bytes\": \(page.utf8.count)}")
    }
  }

  /// A territory of the shape of real ones: few actors in many alliances, two to six parties, most fields known.
  static func graph(actors actorCount: Int, alliances allianceCount: Int) -> AllianceGraph {
    var generator = SeededGenerator(seed: 7)
    let kinds = ["company", "association", "local_authority", "network", "education_research"]
    let themes = ["emploi", "alimentation", "mobilité", "logement", "culture", "réemploi"]
    let places = (0..<40).map { AllianceGraph.Place(id: "\(35_000 + $0)", level: "commune", name: "Commune \($0)") }
    let actors = (0..<actorCount).map { number in
      AllianceGraph.Actor(
        id: "a\(number)", name: "Acteur numéro \(number)",
        kind: ActorKind(rawValue: kinds[number % kinds.count]),
        place: number % 4 == 0 ? nil : places[Int.random(in: 0..<places.count, using: &generator)].id,
        themes: [themes[number % themes.count]], odd: [1 + number % 17],
        description: "Ce que l’on sait de l’acteur \(number), en une phrase de longueur ordinaire.")
    }
    let alliances = (0..<allianceCount).map { number in
      // The square of a uniform draw favours low numbers: they are the hubs.
      let parties = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        let draw = Double.random(in: 0..<1, using: &generator)
        return AllianceGraph.Party(actor: actors[Int(draw * draw * Double(actorCount))].id, role: "partenaire")
      }
      return AllianceGraph.Alliance(
        id: "l\(number)", title: "Alliance numéro \(number)", parties: parties,
        forms: [PartnershipForm(rawValue: number % 3 == 0 ? "patronage" : "economic_cooperation")],
        start: PartialDate(year: 2005 + number % 20), themes: [themes[number % themes.count]], odd: [1 + number % 17],
        story: "Ce qui a été fait ensemble dans l’alliance \(number), en une phrase de longueur ordinaire.")
    }
    let sources = alliances.map { AllianceGraph.Source(subject: $0.id, url: "https://exemple.fr/\($0.id)") }
    return AllianceGraph(
      info: GraphInfo(name: "grand", title: "Grand territoire"), actors: actors, alliances: alliances, places: places,
      sources: sources)
  }
}
