import AllianceModel
public import ArgumentParser
public import Cartography
import Foundation
import MissingPartnerships
import TerritoryAnalysis

extension MatrixContent: ExpressibleByArgument {}

/// What only some kinds of maps ask for.
struct DiagramOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      spoken(
        "Pour --kind ego : l’acteur au centre, par son identifiant, son nom ou une partie ; pour gaps : ses paires.",
        "For --kind ego: the actor in the middle, by its id, name or a part; for gaps: its pairs."), valueName: "actor")
  )
  var actor: String?

  @Option(
    name: .customLong("of"),
    help: help(
      "Pour --kind matrix : familles entre elles, acteurs par thèmes, ou objectifs (ODD) par familles.",
      "For --kind matrix: families by families, actors by themes, or goals by families."))
  var content = MatrixContent.families

  @Option(
    help: help(
      "Pour --kind gaps : combien de partenariats manquants montrer.",
      "For --kind gaps: how many missing partnerships to show."))
  var pairs = 10

  func validate() throws {
    guard (1...40).contains(pairs) else {
      throw ValidationError(
        spoken("--pairs doit être de 1 à 40, pas \(pairs).", "--pairs must be from 1 to 40, not \(pairs)."))
    }
  }

  /// The pairs without an alliance that are ranked highest, each with its two strongest reasons.
  func absentPairs(of graph: AllianceGraph, isInternal: Bool, language: Language) throws -> [AbsentPair] {
    let graph = isInternal ? graph : Publication(of: graph, language: language).graph
    let position = try actor.map { try MissingCommand.position(of: $0, in: graph) }
    let missing = try ProgressLine.during(LocalizedText(french: "partenariats", english: "partnerships")) {
      try MissingPartnerships(of: graph, for: position)
    }
    return try missing.suggestions(top: pairs, for: position).map { suggestion in
      AbsentPair(
        graph.actors[suggestion.first].id, graph.actors[suggestion.second].id,
        reason: suggestion.reasons.prefix(2).map { $0.sentence[language] }
          .joined(separator: language == .french ? "\u{202F}; " : "; ").capitalizedFirst + ".")
    }
  }

  /// The id of the actor that `--for` means; without it that of the actor with most alliances, where one may be chosen.
  func ego(in graph: AllianceGraph, isNeeded: Bool) throws -> String? {
    guard let actor else {
      guard isNeeded else { return nil }
      throw Terminal.failure(
        .usage,
        LocalizedText(
          french: "--kind ego : ajoutez --for ACTEUR, celui qui est au centre",
          english: "--kind ego: add --for ACTOR, the one in the middle"))
    }
    let found = graph.actors(named: actor)
    guard let first = found.first, found.count == 1 else {
      throw ShowCommand.unclear(actor, among: found.map { graph.actors[$0] })
    }
    return graph.actors[first].id
  }
}
