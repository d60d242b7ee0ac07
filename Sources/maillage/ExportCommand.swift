import AllianceModel
public import ArgumentParser
public import Exchange
import Workspace

extension GraphExport.Format: ExpressibleByArgument {}

/// Writes a graph for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: spoken("Écrit un graphe pour d’autres programmes.", "Writes a graph for other programs."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage export Graphs/redon --format graphml --output redon.graphml
        maillage export Graphs/redon --format csv --output redon-tableur

      """
      + spoken(
        "csv écrit un dossier de tableaux pour un tableur français ; les autres formats, un fichier.",
        "csv writes a folder of tables for a French spreadsheet; the other formats write one file."))

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Option(help: help("Le format.", "The format."))
  var format: GraphExport.Format

  @Option(
    name: .shortAndLong,
    help: help("Le fichier à écrire (pour csv, le dossier).", "The file to write (for csv, the folder)."))
  var output: String

  @Flag(
    help: help(
      "Garder les personnes et les contacts : pour l’usage interne seulement.",
      "Keep persons and contacts: for internal use only."))
  var `internal` = false

  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let graph = try GraphInput.open(graph)
    let language = languageOptions.language(for: graph)
    let publication = Publication(of: graph, language: language)
    let export = `internal` ? GraphExport(internal: graph) : GraphExport(publication)
    let table = format == .geojson ? try PlacesCommand.installed.table() : nil
    let files = export.files(as: format, language: language, table: table)
    if format.isFolder {
      try Workspace.write(files, toFolder: output)
    } else {
      try Workspace.write(files[0].bytes, to: output)
    }
    guard !`internal`, !publication.removed.isEmpty else { return }
    for note in publication.removed.notes { Terminal.say(note) }
  }
}
