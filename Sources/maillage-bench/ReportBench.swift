import AllianceModel
import Foundation
import GeneratedGraphs
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
    let graph = AllianceGraph.generated(
      actorCount: actors, seed: 7, alliancesPerActor: Double(alliances) / Double(actors))
    let actor = graph.actors.first { $0.isOrganisation }?.id
    for kind in Report.Kind.allCases {
      var times: [Duration] = []
      var page = ""
      for _ in 0..<3 {
        let clock = ContinuousClock()
        times.append(
          try clock.measure {
            let report = try Report(kind, of: [graph], options: ReportOptions(actor: actor))
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
}
