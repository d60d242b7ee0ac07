import AllianceModel
import ArgumentParser
import Exchange
import Workspace

/// Checks a graph or tables: faults with their place, identifiers, duplicates, contradictions, coverage.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken("Vérifie un graphe ou des tableaux.", "Checks a graph or tables."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage check Graphs/redon
        maillage check acteurs.csv alliances.csv

      """
      + spoken(
        "Code de sortie 65 quand il y a des erreurs ; les avertissements laissent 0.",
        "Exit code 65 when there are errors; warnings leave 0."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: help("Un graphe, ou des tableaux CSV.", "A graph, or CSV tables."))
  var paths: [String]

  @Option(help: help("Du texte à lire, ou du JSON.", "Text to read, or JSON."))
  var format = Format.text

  func run() throws {
    let opened = try ProgressLine.during(LocalizedText(french: "vérification", english: "checking")) {
      try Workspace.open(paths)
    }
    let check = GraphCheck(opened)
    switch format {
    case .text:
      Terminal.say(problems: check.problems)
      Terminal.print(check.text(of: opened, in: Terminal.language))
    case .json: Terminal.print(try check.json(in: Terminal.language))
    }
    if check.errorCount > 0 { throw ExitCode(ExitStatus.data.rawValue) }
  }
}
