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
    abstract: spoken(
      "Mesure un graphe : acteurs, groupes, constats.", "Measures a graph: actors, groups, findings."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage analyze Graphs/valence-romans
        maillage analyze Graphs/redon --format csv > redon.csv
        maillage analyze liens.tsv --measure all --format csv > mesures.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @Argument(
    help: help(
      "Un graphe : un dossier ou un fichier CSV ; avec --measure, aussi une liste de liens.",
      "A graph: a folder or a CSV file; with --measure, also a list of edges."))
  var graph: String

  @Option(help: help("Un tableau à lire, du CSV ou du JSON.", "A table to read, CSV or JSON."))
  var format = Format.table

  @Option(
    help: help(
      "Au-dessus de 1 : des groupes plus nombreux et plus petits.", "Above 1: more and smaller groups."))
  var resolution = 1.0

  @Option(
    help: help(
      "Graine de la recherche des groupes : la même donne les mêmes groupes.",
      "Seed of the search for groups: the same one gives the same groups."))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "Au-delà de tant d’organisations, proximité harmonique et intermédiarité ne sont pas mesurées.",
      "Above so many organisations, harmonic closeness and betweenness are not measured."))
  var pathLimit = TerritoryAnalysis.defaultPathLimit

  @OptionGroup var edgeMeasures: EdgeMeasures

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError(
        spoken(
          "--resolution doit être un nombre supérieur à 0, pas \(resolution).",
          "--resolution must be a number above 0, not \(resolution)."))
    }
    guard pathLimit >= 0 else {
      throw ValidationError(
        spoken(
          "--path-limit doit être 0 ou plus, pas \(pathLimit).", "--path-limit must be 0 or more, not \(pathLimit)."))
    }
  }

  func run() async throws {
    guard !edgeMeasures.isWanted else {
      let report = try edgeMeasures.report(on: graph, resolution: resolution, seed: seed)
      switch format {
      case .table: return Terminal.print(report.text)
      case .csv: return Terminal.print(report.csv)
      case .json: return Terminal.print(report.json)
      }
    }
    let graph = try GraphInput.open(graph)
    let language = languageOptions.language(for: graph)
    let analysis = try ProgressLine.during(LocalizedText(french: "analyse", english: "analysis")) {
      try TerritoryAnalysis(of: graph, resolution: resolution, seed: seed, pathLimit: pathLimit)
    }
    let document = AnalysisDocument(analysis, of: graph, language: language)
    switch format {
    case .table: Terminal.print(AnalysisText(document: document, language: language).text)
    case .csv: Terminal.print(AnalysisText(document: document, language: language).csv)
    case .json: Terminal.print(String(decoding: try document.json(), as: UTF8.self))
    }
  }
}
