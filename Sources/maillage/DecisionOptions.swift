import AllianceModel
import ArgumentParser
import Foundation
import MissingPartnerships
import Workspace

/// What a person decides about a suggested pair, and how decisions are shown.
struct DecisionOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: help(
      "Retenir une proposition : deux acteurs, par identifiant ou nom.",
      "Accept a suggestion: two actors, by id or name."))
  var accept: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: help("Écarter une proposition : deux acteurs.", "Set a suggestion aside: two actors."))
  var setAside: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: help(
      "Dire que deux acteurs travaillent déjà ensemble.", "Say that two actors already work together."))
  var exists: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: help("Revenir sur une décision : deux acteurs.", "Take a decision back: two actors."))
  var reopen: [String] = []

  @Option(help: help("La raison d’une décision.", "The reason of a decision."))
  var reason: String?

  @Option(help: help("La date d’une décision (2026, 2026-03, 2026-03-14).", "The date of a decision (2026, 2026-03)."))
  var date: PartialDate?

  @Option(help: help("Qui décide.", "Who decides."))
  var author: String?

  @Flag(
    name: .customLong("decided"),
    help: help("Montrer aussi les paires déjà décidées.", "Also show pairs that were decided."))
  var isDecidedShown = false

  @Flag(
    name: .customLong("decisions"),
    help: help(
      "Les décisions par année : combien de propositions étaient justes.",
      "Decisions by year: how many suggestions were right."))
  var isReportWanted = false

  private var asked: [(verdict: SuggestionDecisions.Verdict, actors: [String])] {
    [(.accepted, accept), (.setAside, setAside), (.exists, exists), (.reopened, reopen)].filter { !$0.1.isEmpty }
  }

  func validate() throws {
    for decision in asked where decision.actors.count != 2 {
      let names = decision.actors.joined(separator: ", ")
      throw ValidationError(
        spoken(
          "une décision porte sur deux acteurs, pas \(decision.actors.count) : \(names)",
          "a decision is about two actors, not \(decision.actors.count): \(names)"))
    }
    if asked.isEmpty, reason != nil || date != nil || author != nil {
      throw ValidationError(
        spoken(
          "--reason, --date et --author accompagnent --accept, --set-aside, --exists ou --reopen.",
          "--reason, --date and --author go with --accept, --set-aside, --exists or --reopen."))
    }
  }

  /// Saves the decisions that were asked for into the graph at `path`.
  ///
  /// - Returns: Whether there were any.
  func record(in graph: AllianceGraph, at path: String) throws -> Bool {
    guard !asked.isEmpty else { return false }
    guard let folder = Workspace.packageFolder(path) else {
      throw Terminal.failure(
        .usage,
        LocalizedText(
          french:
            "\(path) : une décision se garde dans le dossier d’un graphe ; « maillage import \(path) --into DOSSIER --apply » en fait un",
          english:
            "\(path): a decision is kept in the folder of a graph; “maillage import \(path) --into DIR --apply” makes one"
        ))
    }
    var changed = graph
    for decision in asked {
      let actors = try decision.actors.map { try MissingCommand.position(of: $0, in: graph) }
      guard actors[0] != actors[1] else {
        throw Terminal.failure(
          .usage,
          LocalizedText(
            french: "« \(decision.actors[0]) » et « \(decision.actors[1]) » sont le même acteur",
            english: "“\(decision.actors[0])” and “\(decision.actors[1])” are the same actor"))
      }
      changed = changed.recording(
        decision.verdict, actors[0], actors[1], reason: reason, date: date, author: author)
      let names = actors.map { graph.actors[$0].name }
      Terminal.say(
        LocalizedText(
          french: "\(names[0]) – \(names[1]) : \(decision.verdict.label.french)",
          english: "\(names[0]) – \(names[1]): \(decision.verdict.label.english)"))
    }
    try Workspace.save(changed, to: folder)
    return true
  }
}
