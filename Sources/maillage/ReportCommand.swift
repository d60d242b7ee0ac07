import AllianceModel
public import ArgumentParser
import Cartography
import GraphvizKit
public import Reporting
import Workspace

extension Report.Kind: ExpressibleByArgument {}

/// Writes pages about a graph, or several.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: spoken(
      "Écrit des pages : les bonnes nouvelles d’un territoire.",
      "Writes pages: the good news of a territory."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage report Graphs/valence-romans --kind news --output nouvelles.html

      """
      + spoken(
        "Chaque phrase vient de lignes du graphe ; ce qui est inconnu est dit ou laissé de côté.",
        "Each sentence comes from rows of the graph; what is unknown is said or left out."))

  @Argument(
    help: help(
      "Un graphe, ou plusieurs pour --kind news : des dossiers ou des fichiers CSV.",
      "A graph, or several for --kind news: folders or CSV files."))
  var graphs: [String]

  @Option(help: help("Ce qui est écrit.", "What is written."))
  var kind = Report.Kind.news

  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Le fichier à écrire, en .html ; peut être répété.", "The file to write, ending in .html; may be repeated."),
      valueName: "file"))
  var output: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Les alliances racontées : theme=…, odd=…, form=…, year=…, ou des identifiants ; peut être répété.",
        "The alliances that are told: theme=…, odd=…, form=…, year=…, or ids; may be repeated."),
      valueName: "key=value|ids"))
  var select: [String] = []

  @Option(
    help: help(
      "Combien d’alliances raconter par graphe, les mieux documentées d’abord.",
      "How many alliances to tell for each graph, the best documented first."))
  var top: Int?

  @Option(
    help: help(
      "Le numéro, au-dessus du titre : « Semaine du 22 novembre 2021 ».",
      "The issue, above the title: “Week of 22 November 2021”."))
  var issue: String?

  @Option(
    help: help(
      "La date que montre le rapport (2026-11-23). Sans elle : celle du graphe.",
      "The date that the report shows (2026-11-23). Without it: that of the graph."))
  var date: PartialDate?

  @Flag(
    name: .customLong("internal"),
    help: help(
      "Garder les données personnelles, et le dire sur chaque page : à ne pas publier.",
      "Keep personal data, and say so on every page: not for publication."))
  var isInternal = false

  @Option(
    help: help("Secondes laissées à chaque programme extérieur.", "Seconds that each outside program may take."))
  var timeLimit = 60

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard !graphs.isEmpty else {
      throw ValidationError(spoken("Il faut au moins un graphe.", "At least one graph is needed."))
    }
    guard !output.isEmpty else {
      throw ValidationError(spoken("--output FICHIER manque.", "--output FILE is missing."))
    }
    for path in output where ReportFormat(path: path) == nil {
      throw ValidationError(spoken("--output \(path) doit finir par .html.", "--output \(path) must end in .html."))
    }
    if let top, top < 1 {
      throw ValidationError(spoken("--top : au moins 1, pas \(top).", "--top must be at least 1, not \(top)."))
    }
    guard (1...86_400).contains(timeLimit) else {
      throw ValidationError(
        spoken(
          "--time-limit doit être de 1 à 86400 secondes, pas \(timeLimit).",
          "--time-limit must be from 1 to 86400 seconds, not \(timeLimit)."))
    }
  }

  func run() async throws {
    let opened = try graphs.map { try GraphInput.open($0) }
    do {
      try await ProgressLine.whileWaiting(LocalizedText(french: "rapport", english: "report")) {
        try await write(opened)
      }
    } catch let error as ReportError {
      throw Terminal.failure(error.status, error.message)
    }
  }

  private func write(_ graphs: [AllianceGraph]) async throws {
    let report = try Report(
      kind, of: graphs,
      options: ReportOptions(
        language: languageOptions.language, date: date, selection: AllianceSelection(select), top: top, issue: issue,
        isInternal: isInternal))
    let renderer = GraphvizRenderer.ownProgram(timeLimit: .seconds(timeLimit))
    let pictures = try await Illustrator(renderer: renderer).pictures(for: report)
    let page = HTMLWriter(report, pictures: pictures).page
    for path in output { try Workspace.write(Array(page.utf8), to: path) }
  }
}

extension ReportError {
  /// The exit code of the command.
  var status: ExitStatus {
    switch self {
    case .unknownAlliance, .unknownFilterValue, .unknownActor, .tooManyGraphs: .usage
    case .nothingSelected: .data
    case .map(let error): error.status
    case .noPrintEngine: .unavailable
    case .printTimeLimit: .timeLimit
    case .printFailed, .cancelled: .software
    }
  }
}
