import AllianceModel
import ArgumentParser
import Exchange
import Workspace

/// Opens what a person named as a graph.
enum GraphInput {
  /// The graph at `path`. Errors in its rows are named and stop the command; warnings are counted.
  static func open(_ path: String) throws -> AllianceGraph {
    let opened = try Workspace.open([path])
    let errors = opened.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors { Terminal.say(problem.text(in: Terminal.language)) }
      throw Terminal.failure(
        .data,
        LocalizedText(
          french: "\(path) : \(errors.count) erreur(s) à corriger avant de mesurer ou de dessiner",
          english: "\(path): \(errors.count) error(s) to mend before measuring or drawing"))
    }
    let warnings = opened.problems.count { $0.severity == .warning }
    if warnings > 0 {
      Terminal.say(
        LocalizedText(
          french: "\(path) : \(warnings) avertissement(s) ; « maillage check \(path) » les montre",
          english: "\(path): \(warnings) warning(s); “maillage check \(path)” shows them"))
    }
    return opened.graph
  }
}
