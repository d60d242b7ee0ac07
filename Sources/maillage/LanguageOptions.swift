public import AllianceModel
public import ArgumentParser

extension Language: ExpressibleByArgument {}

/// The language of what is made: `--lang`, else the graph's own, else French.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: "Language of maps, tables and sentences: fr or en. Default: the graph's, else fr.")
  var language: Language?

  func language(for graph: AllianceGraph) -> Language { language ?? graph.info.language ?? .french }
}
