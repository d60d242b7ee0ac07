import AllianceModel
public import ArgumentParser
import Foundation
public import MissingPartnerships

extension MeshGoal: ExpressibleByArgument {}

/// Suggests partnerships that a graph lacks, each with reasons.
struct MissingCommand: AsyncParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, md
  }

  static let configuration = CommandConfiguration(
    commandName: "missing",
    abstract: spoken("Partenariats manquants, avec leurs raisons.", "Missing partnerships, with their reasons."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage missing Graphs/valence-romans
        maillage missing Graphs/redon --for Tézéa
        maillage missing Graphs/redon --strengthen 3
        maillage missing Mon-territoire --set-aside hede tezea --reason "en discussion" --date 2026-03


      """
      + spoken(
        """
        Sont proposées des organisations jamais alliées, à trois pas au plus ; jamais d’objet, de personne, d’acteur \
        disparu, deux noms d’un même corps, ni de paire acceptée ou écartée. Chaque nombre est expliqué sous le tableau.
        """,
        """
        Suggested are organisations that never allied, three steps apart at most; never objects, persons, ended actors, \
        two names of one legal body, or pairs that were accepted or set aside. Each number is explained below the table.
        """))

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Option(help: help("Combien de propositions au plus.", "How many suggestions at most."))
  var top = 10

  @Option(
    name: .customLong("for"),
    help: help("Pour cet acteur seulement : identifiant ou nom.", "Only for this actor: an id or a name."))
  var actor: String?

  @Option(help: help("Un tableau à lire, du JSON, du CSV ou du Markdown.", "A table to read, JSON, CSV or Markdown."))
  var format = Format.table

  @Option(help: help("Partenaires de ce type seulement (association…).", "Only partners of this kind (association…)."))
  var kind: String?

  @Option(help: help("Partenaires ayant ce thème seulement.", "Only partners with this theme."))
  var theme: String?

  @Option(help: help("Partenaires ayant cet ODD seulement, de 1 à 17.", "Only partners with this goal, 1 to 17."))
  var odd: Int?

  @Option(
    help: help(
      "Paires pour lesquelles cette forme est l’habituelle.", "Only pairs for which this form is the usual one."))
  var form: String?

  @Option(
    name: .customLong("max-km"),
    help: help("Paires à tant de kilomètres au plus.", "Only pairs at most so many kilometres apart."))
  var maxKilometres: Double?

  @Option(
    parsing: .upToNextOption,
    help: help(
      "D’autres graphes, dont les alliances disent aussi quelles formes sont habituelles.",
      "Other graphs, whose alliances also say which forms are usual."))
  var against: [String] = []

  @Option(
    help: help(
      "Qui manque à cette alliance : identifiant ou titre.", "Who is missing in this alliance: an id or a title."))
  var complete: String?

  @Option(
    help: help(
      "Les tant d’alliances nouvelles qui renforcent le plus le maillage ; voir --goal.",
      "The so many new alliances that strengthen the mesh most; see --goal."))
  var strengthen: Int?

  @Option(
    help: help(
      "Ce que --strengthen vise : moins de points fragiles, moins d’isolés ou des chemins plus courts.",
      "What --strengthen is for: fewer fragile spots, fewer isolated actors or shorter ways."))
  var goal = MeshGoal.fragility

  @Flag(
    help: help(
      "Les alliances et les acteurs qui manquent au territoire, comparé à ceux de --against.",
      "Which alliances and actors the territory lacks beside those of --against."))
  var gaps = false

  @Option(
    help: help(
      "Apprendre jusqu’à la fin de cette année, et comparer aux trois suivantes.",
      "Learn up to the end of this year and compare with the three years after it."))
  var verify: Int?

  @OptionGroup var decisionOptions: DecisionOptions

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard top > 0 else {
      throw ValidationError(spoken("--top : au moins 1, pas \(top).", "--top must be at least 1, not \(top)."))
    }
    if let strengthen, strengthen < 1 {
      throw ValidationError(
        spoken("--strengthen : au moins 1, pas \(strengthen).", "--strengthen must be at least 1, not \(strengthen)."))
    }
    if let odd, !(1...17).contains(odd) {
      throw ValidationError(spoken("--odd : de 1 à 17, pas \(odd).", "--odd must be from 1 to 17, not \(odd)."))
    }
  }

  var isDecidedShown: Bool { decisionOptions.isDecidedShown }

  func run() async throws {
    let path = graph
    let graph = try GraphInput.open(path)
    let language = languageOptions.language(for: graph)
    guard try !decisionOptions.record(in: graph, at: path) else { return }
    Terminal.print(try text(for: graph, in: language))
  }

  /// The answer to what was asked, in the format that was asked for.
  private func text(for graph: AllianceGraph, in language: Language) throws -> String {
    if decisionOptions.isReportWanted { return try decisionsAnswer(graph).text(as: format, in: language) }
    if let verify { return try verificationAnswer(graph, verify).text(as: format, in: language) }
    let others = try against.map { try GraphInput.open($0) }
    if gaps { return try gapsAnswer(graph, others, in: language).text(as: format, in: language) }
    let position = try actor.map { try MissingCommand.position(of: $0, in: graph) }
    let missing = try ProgressLine.during(LocalizedText(french: "partenariats", english: "partnerships")) {
      try MissingPartnerships(of: graph, others: others, for: position, includesDecided: isDecidedShown)
    }
    if let complete { return try completionAnswer(missing, complete, in: language).text(as: format, in: language) }
    if let strengthen { return try strengtheningAnswer(missing, strengthen).text(as: format, in: language) }
    return try suggestionText(missing, for: position, in: language)
  }

  private func suggestionText(
    _ missing: MissingPartnerships, for position: Int?, in language: Language
  ) throws -> String {
    let filter = SuggestionFilter(
      kind: kind.map { ActorKind(written: $0) }, theme: theme, odd: odd, maxKilometres: maxKilometres,
      form: form.map { PartnershipForm(written: $0) })
    func isWanted(_ first: Int, _ second: Int) -> Bool {
      filter.accepts(first, second, isDirected: position != nil, in: missing)
    }
    let suggestions = try missing.suggestions(top: top, for: position, where: isWanted)
    let fresh = try missing.suggestionsWithoutHistory(top: top, for: position, where: isWanted)
    let document = SuggestionDocument(missing, suggestions: suggestions, withoutHistory: fresh, language: language)
    let text = SuggestionText(document: document, language: language)
    return switch format {
    case .table: text.table
    case .csv: text.csv
    case .md: text.markdown
    case .json: String(decoding: try document.json(), as: UTF8.self)
    }
  }

  /// The position of the actor with this id, or, if only one has it, with this name.
  static func position(of text: String, in graph: AllianceGraph) throws -> Int {
    if let index = graph.actorIndices[text] { return index }
    let key = text.textKey
    let named = graph.actors.indices.filter { index in
      ([graph.actors[index].name] + graph.actors[index].aliases).contains { $0.textKey == key }
    }
    guard named.count == 1 else {
      let ids = named.map { graph.actors[$0].id }.joined(separator: ", ")
      throw Terminal.failure(
        .data,
        named.isEmpty
          ? LocalizedText(
            french: "« \(text) » : aucun acteur n’a cet identifiant ni ce nom ; « maillage show » les liste",
            english: "“\(text)”: no actor has this id or name; “maillage show” lists them")
          : LocalizedText(
            french: "« \(text) » : plusieurs acteurs ont ce nom ; donnez un identifiant : \(ids)",
            english: "“\(text)”: several actors have this name; give an id: \(ids)"))
    }
    return named[0]
  }
}
