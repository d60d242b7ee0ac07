import AllianceModel
import ArgumentParser
import Exchange
import Foundation
import TerritoryAnalysis
import Workspace

/// Measures, groups and findings of a graph, as a table for people, CSV or JSON.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Mesure un graphe : acteurs, groupes, constats. / Measures a graph: actors, groups, findings.",
    discussion: """
      Exemple : maillage analyze Graphs/valence-romans
                maillage analyze Graphs/redon --format csv > redon.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @Argument(help: "A graph: a folder, or CSV files.")
  var graph: String

  @Option(help: "table, csv or json.")
  var format = Format.table

  @Option(help: "Above 1 for more and smaller groups, below for fewer.")
  var resolution = 1.0

  @Option(help: "Seed of the search for groups: the same seed gives the same groups.")
  var seed: UInt64 = 1

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("--resolution must be a number above 0, not \(resolution).")
    }
  }

  func run() async throws {
    let graph = try GraphInput.open(graph)
    let language = languageOptions.language(for: graph)
    let analysis = try TerritoryAnalysis(of: graph, resolution: resolution, seed: seed)
    let document = AnalysisDocument(analysis, of: graph, language: language)
    switch format {
    case .table: Terminal.print(AnalysisText(document: document, language: language).text)
    case .csv: Terminal.print(AnalysisText(document: document, language: language).csv)
    case .json: Terminal.print(String(decoding: try document.json(), as: UTF8.self))
    }
  }
}
