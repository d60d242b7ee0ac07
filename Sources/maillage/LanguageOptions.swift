public import AllianceModel
public import ArgumentParser

extension Language: ExpressibleByArgument {}

/// The language of what is made: `--lang`, else the graph's own, else French.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: help(
      "Langue des cartes, tableaux et phrases. Par défaut : celle du graphe, sinon le français.",
      "Language of maps, tables and sentences. Default: the graph's, else French."))
  var language: Language?

  func language(for graph: AllianceGraph) -> Language { language ?? graph.info.language ?? .french }
}
