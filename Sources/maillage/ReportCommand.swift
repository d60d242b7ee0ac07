import AllianceModel
public import ArgumentParser
import Cartography
import Exchange
import Foundation
import GraphvizKit
public import Reporting
import TerritoryAnalysis
import Workspace

extension Report.Kind: ExpressibleByArgument {}

/// Writes pages about a graph, or several.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: spoken(
      "Écrit des pages : bonnes nouvelles, rapport de territoire, fiche d’acteur, annuaire, récit.",
      "Writes pages: good news, territory report, actor sheet, directory, story."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage report Graphs/valence-romans --kind news --output nouvelles.html --output nouvelles.pdf
        maillage report Graphs/redon Graphs/grand-figeac --kind news --issue "Semaine du 22 novembre 2021" --output semaine.pdf
        maillage report Graphs/redon --kind news --select odd=8 --top 3 --output emploi.md
        maillage report Graphs/redon --kind territory --output redon.pdf
        maillage report Graphs/valence-romans --kind actor --for "Groupe Archer" --output archer.html
        maillage report Graphs/economie-de-l-alliance --kind story --output recit.html

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
    parsing: .upToNextOption,
    help: ArgumentHelp(
      spoken(
        "Pour --kind territory : les territoires auxquels comparer ; il en faut dix pour mesurer un écart.",
        "For --kind territory: the territories to compare with; ten are needed to measure a gap."),
      valueName: "graph"))
  var against: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      spoken(
        "Pour --kind actor : l’acteur, par son identifiant, son nom ou une partie.",
        "For --kind actor: the actor, by its id, name or a part."), valueName: "actor"))
  var actor: String?

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
      "Combien d’alliances raconter par graphe, les mieux documentées d’abord ; ailleurs, combien de partenariats manquants.",
      "How many alliances to tell for each graph, the best documented first; elsewhere, how many missing partnerships."
    ))
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

  @Option(
    help: ArgumentHelp(
      spoken(
        "L’aspect : standard, high-contrast, grey, print, ou un fichier .toml avec vos couleurs et votre logo.",
        "The look: standard, high-contrast, grey, print, or a .toml file with your colours and logo."),
      valueName: "name|file"))
  var theme = "standard"

  @Flag(
    name: .customLong("internal"),
    help: help(
      "Garder les données personnelles, et le dire sur chaque page : à ne pas publier.",
      "Keep personal data, and say so on every page: not for publication."))
  var isInternal = false

  @OptionGroup var backdrop: BackdropOption
  @OptionGroup var timeLimit: TimeLimitOption

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard !graphs.isEmpty else {
      throw ValidationError(spoken("Il faut au moins un graphe.", "At least one graph is needed."))
    }
    guard !output.isEmpty else {
      throw ValidationError(spoken("--output FICHIER manque.", "--output FILE is missing."))
    }
    for path in output where ReportFormat(path: path) == nil {
      throw ValidationError(
        spoken(
          "--output \(path) doit finir par .html, .pdf ou .md.", "--output \(path) must end in .html, .pdf or .md."))
    }
    if let top, top < 1 {
      throw ValidationError(spoken("--top : au moins 1, pas \(top).", "--top must be at least 1, not \(top)."))
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
    let options = try options(for: graphs)
    let report = try Report(kind, of: graphs, options: options)
    let renderer = GraphvizRenderer.ownProgram(timeLimit: timeLimit.duration)
    let pictures = try await Illustrator(options: options, renderer: renderer).pictures(for: report)
    let page = HTMLWriter(report, pictures: pictures).page
    // What needs no other program is written first: it stays when PDF cannot be made.
    for path in output where ReportFormat(path: path) == .html { try Workspace.write(Array(page.utf8), to: path) }
    for path in output where ReportFormat(path: path) == .markdown {
      let stem = String(path.dropLast(3))
      let folder = stem + "-images"
      let writer = MarkdownWriter(report, pictures: pictures, folder: URL(filePath: folder).lastPathComponent)
      try Workspace.write(writer.files.map { .init(name: $0.name, bytes: $0.bytes) }, toFolder: folder)
      try Workspace.write(Array(writer.text.utf8), to: path)
    }
    let paths = output.filter { ReportFormat(path: $0) == .pdf }
    guard let first = paths.first else { return }
    do {
      let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let bytes = try await PDFPrinter(path: search, timeLimit: timeLimit.duration).pdf(of: page, date: report.date)
      for path in paths { try Workspace.write(bytes, to: path) }
    } catch let error as ReportError {
      let instead = String(first.dropLast(4)) + ".html"
      if !output.contains(instead) { try Workspace.write(Array(page.utf8), to: instead) }
      Terminal.say(
        LocalizedText(
          french: "\(instead) : la même page, à imprimer depuis un navigateur",
          english: "\(instead): the same page, to be printed from a browser"))
      throw error
    }
  }

  private func options(for graphs: [AllianceGraph]) throws -> ReportOptions {
    ReportOptions(
      language: languageOptions.language, date: date, selection: AllianceSelection(select), top: top, issue: issue,
      actor: try actor.map { try actorID($0, in: graphs[0]) }, isInternal: isInternal,
      peers: try against.map { try GraphInput.open($0) },
      theme: try MapCommand.theme(named: theme), backdrop: try backdrop.read(),
      places: try PlacesCommand.installed.table())
  }

  private func actorID(_ written: String, in graph: AllianceGraph) throws -> String {
    let found = graph.actors(named: written)
    guard let first = found.first, found.count == 1 else {
      throw ShowCommand.unclear(written, among: found.map { graph.actors[$0] })
    }
    return graph.actors[first].id
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
