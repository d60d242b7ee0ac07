import AllianceModel
import ArgumentParser
import Workspace

/// Reads tables into a graph: shows what would change, saves when asked to.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: spoken(
      "Lit des tableaux dans un graphe, et montre ce qui change.", "Reads tables into a graph, and shows what changes."),
    discussion: spoken("Exemple :", "Example:") + """

        maillage import acteurs.csv alliances.csv --into Graphs/mon-territoire
        maillage import acteurs.csv alliances.csv --into Graphs/mon-territoire --apply

      """
      + spoken(
        "Une table est reconnue à ses colonnes, jamais à son nom ; rien n’est enregistré sans --apply.",
        "A table is known by its columns, never by its name; nothing is saved without --apply."))

  @Argument(help: help("Des tableaux CSV, ou des dossiers qui en contiennent.", "CSV tables, or folders of them."))
  var files: [String]

  @Option(
    help: help("Le graphe : un dossier, créé s’il n’existe pas.", "The graph: a folder, made when it is missing."))
  var into: String

  @Flag(help: help("Enregistrer.", "Save."))
  var apply = false

  @Flag(
    help: help("Enregistrer ce qui a pu être lu, même s’il y a des erreurs.", "Save what could be read, errors or not.")
  )
  var partial = false

  @Option(help: help("Le titre du graphe.", "The title of the graph."))
  var title: String?

  @Option(help: help("Ce qu’est le graphe, en une phrase.", "What the graph is, in a sentence."))
  var description: String?

  @Option(help: help("Le territoire, en mots.", "The territory, in words."))
  var territory: String?

  @Option(
    help: help(
      "Un lieu du périmètre, par son code ; plusieurs fois s’il le faut.",
      "A place of the perimeter, by its code; several times if need be."))
  var perimeter: [String] = []

  @Option(help: help("La licence (CC-BY-4.0).", "The licence (CC-BY-4.0)."))
  var licence: String?

  @Option(
    help: help(
      "D’où viennent les données ; plusieurs fois s’il le faut.", "Where the data comes from; several times if need be."
    ))
  var source: [String] = []

  @Option(help: help("La date du graphe (2021-11-23).", "The date of the graph (2021-11-23)."))
  var date: PartialDate?

  @Option(
    name: .customLong("lang"), help: help("La langue du graphe : fr ou en.", "The language of the graph: fr or en."))
  var language: Language?

  func run() throws {
    let head = GraphImport.Head(
      title: title, description: description, territory: territory, perimeter: perimeter, language: language,
      created: date, licence: licence, sources: source)
    let prepared = try ProgressLine.during(LocalizedText(french: "lecture", english: "reading")) {
      try GraphImport(of: files, into: into, head: head)
    }
    Terminal.say(problems: prepared.problems)
    Terminal.print(prepared.text(in: Terminal.language))
    guard !prepared.hasErrors || partial else {
      throw Terminal.failure(
        .data,
        LocalizedText(
          french: "rien n’est enregistré : corrigez les erreurs, ou ajoutez --partial pour garder ce qui est lu",
          english: "nothing is saved: mend the errors, or add --partial to keep what was read"))
    }
    guard apply else {
      return Terminal.say(
        LocalizedText(
          french: "aperçu : rien n’est enregistré ; ajoutez --apply pour enregistrer",
          english: "preview: nothing is saved; add --apply to save"))
    }
    try prepared.save()
    Terminal.say(LocalizedText(french: "enregistré : \(into)", english: "saved: \(into)"))
  }
}
