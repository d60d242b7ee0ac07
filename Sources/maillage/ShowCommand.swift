import AllianceModel
import ArgumentParser
import Foundation
import TerritoryAnalysis

/// A graph in a few lines, or the sheet of one actor.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: spoken("Montre un graphe, ou la fiche d’un acteur.", "Shows a graph, or the sheet of one actor."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage show Graphs/redon
        maillage show Graphs/redon "Tézéa"
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Argument(
    help: help(
      "Un acteur : son identifiant, son nom ou une partie, avec ou sans accents.",
      "An actor: its id, its name or a part of it, with or without accents."))
  var actor: String?

  @Option(help: help("Du texte à lire, ou du JSON.", "Text to read, or JSON."))
  var format = Format.text

  @OptionGroup var languageOptions: LanguageOptions

  func run() async throws {
    let graph = try GraphInput.open(graph)
    let language = languageOptions.language(for: graph)
    guard let actor else { return try show(GraphSummary(of: graph), as: { $0.text(in: language) }) }
    let found = graph.actors(named: actor)
    guard found.count == 1 else { throw Self.unclear(actor, among: found.map { graph.actors[$0] }) }
    try show(ActorSheet(of: found[0], in: graph, language: language), as: { $0.text(in: language) })
  }

  private func show<Value: Encodable>(_ value: Value, as text: (Value) -> String) throws {
    switch format {
    case .text: Terminal.print(text(value))
    case .json:
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Terminal.print(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    }
  }

  static func unclear(_ written: String, among actors: [AllianceGraph.Actor]) -> ExitCode {
    guard !actors.isEmpty else {
      return Terminal.failure(
        .usage,
        LocalizedText(
          french: "aucun acteur ne s’appelle « \(written) » ; essayez une partie de son nom",
          english: "no actor is called “\(written)”; try a part of its name"))
    }
    let names = actors.prefix(10).map { "\($0.name) (\($0.id))" }.joined(separator: "\n  ")
    return Terminal.failure(
      .usage,
      LocalizedText(
        french: "« \(written) » désigne \(actors.count) acteurs ; lequel ?\n  \(names)",
        english: "“\(written)” fits \(actors.count) actors; which one?\n  \(names)"))
  }
}
