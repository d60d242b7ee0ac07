import AllianceModel
import ArgumentParser
import Cartography
import Explorer
import GraphvizKit
import Workspace

/// Writes the explorer of a graph as one file that works without a server and without the network.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: spoken(
      "Écrit l’explorateur d’un graphe en une seule page, sans réseau.",
      "Writes the explorer of a graph as one page that needs no network."),
    discussion: spoken("Exemple :", "Example:") + """

        maillage publish Graphs/valence-romans --output valence-romans.html


      """
      + spoken(
        """
        La page s’ouvre d’un double clic : cartes, recherche, filtres, fiches, partenariats manquants. Noms de personnes sans \
        rôle public, courriels et téléphones n’y figurent pas.
        """,
        """
        The page opens with a double click: maps, search, filters, cards, missing partnerships. Names of persons without a \
        public role, e-mails and phone numbers are left out.
        """))

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(spoken("La page à écrire.", "The page to write."), valueName: "file.html"))
  var output: String

  @OptionGroup var timeLimit: TimeLimitOption

  @OptionGroup var languageOptions: LanguageOptions

  func run() async throws {
    let opened = try GraphInput.open(graph)
    let language = languageOptions.language(for: opened)
    let document = try ProgressLine.during(LocalizedText(french: "mesures", english: "measures")) {
      try ExplorerDocument(of: opened, language: language)
    }
    let suggestions = try ProgressLine.during(
      LocalizedText(french: "partenariats manquants", english: "missing partnerships")
    ) {
      try ExplorerSuggestions(of: document)
    }
    let page = try ExplorerPage(document, suggestions)
    let pictures = ExplorerPictures(
      of: opened, language: language, table: try PlacesCommand.installed.table(),
      renderer: .ownProgram(timeLimit: timeLimit.duration))
    do {
      let drawn = try await ProgressLine.whileWaiting(LocalizedText(french: "cartes", english: "maps")) {
        try await pictures.all(for: document, beside: page.byteCount)
      }
      try Workspace.write(Array(try page.html(pictures: drawn).utf8), to: output)
    } catch let error as MapError {
      throw Terminal.failure(error.status, error.message)
    }
    let publication = Publication(of: opened, language: language)
    guard !publication.removed.isEmpty else { return }
    for note in publication.notes { Terminal.say(note) }
  }
}
