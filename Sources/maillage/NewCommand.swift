import AllianceModel
import ArgumentParser
import Workspace

/// Begins a graph: a folder of tables with headers and one worked alliance.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: spoken(
      "Commence un graphe : des tables à remplir, avec un exemple.",
      "Begins a graph: tables to fill in, with an example."),
    discussion: spoken("Exemple :", "Example:") + """

        maillage new Graphs/mon-territoire
      """)

  @Argument(help: help("Le dossier à créer.", "The folder to make."))
  var folder: String

  func run() throws {
    try GraphTemplate.write(to: folder)
    Terminal.say(
      LocalizedText(
        french:
          "\(folder) : remplacez les lignes d’exemple de actors.csv, alliances.csv et parties.csv, puis « maillage check \(folder) »",
        english:
          "\(folder): replace the example rows of actors.csv, alliances.csv and parties.csv, then “maillage check \(folder)”"
      ))
  }
}
