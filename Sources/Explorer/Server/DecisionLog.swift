import AllianceModel
import Foundation
import MissingPartnerships
import Workspace

/// Where the decisions of the page are kept: the folder of the graph, through the code of `maillage missing --accept`.
///
/// The folder is read anew before each change, so that what a spreadsheet or another command saved meanwhile stays.
struct DecisionLog: Sendable {
  /// One decision of this session, and the table before and after it.
  struct Step: Sendable {
    let before: [AllianceGraph.Decision]
    let after: [AllianceGraph.Decision]
  }

  /// nil when the graph did not come from the folder of a data package.
  let folder: String?
  /// Who decides, and on which date; stored with each decision.
  let author: String?
  let date: PartialDate?

  /// Why nothing can be kept; nil when it can.
  var obstacle: ExplorerFault? {
    guard folder == nil else { return nil }
    return ExplorerFault(
      409,
      "une décision se garde dans le dossier d’un graphe ; « maillage import FICHIER --into DOSSIER --apply » en fait un",
      "a decision is kept in the folder of a graph; “maillage import FILE --into DIR --apply” makes one")
  }

  /// Keeps a decision about two actors, given by their ids.
  func record(
    _ verdict: SuggestionDecisions.Verdict, _ first: String, _ second: String, reason: String?
  ) throws(ExplorerFault) -> Step {
    let (graph, folder) = try current()
    let indices = graph.actorIndices
    guard let one = indices[first], let other = indices[second] else {
      throw ExplorerFault(
        404, "cet acteur n’est plus dans les tables, ou son nom n’est pas public : relancez « maillage explore »",
        "this actor is no longer in the tables, or its name is not public: run “maillage explore” again")
    }
    let changed = graph.recording(verdict, one, other, reason: reason, date: date, author: author)
    try save(changed, folder)
    return Step(before: graph.decisions, after: changed.decisions)
  }

  /// Takes a decision back: what it had replaced stands again.
  ///
  /// - Returns: The decisions that are left.
  func undo(_ step: Step) throws(ExplorerFault) -> [AllianceGraph.Decision] {
    let (graph, folder) = try current()
    guard let new = step.after.last, let place = graph.decisions.lastIndex(of: new) else {
      throw ExplorerFault(
        410, "decisions.csv a changé entre-temps : cette décision n’y est plus",
        "decisions.csv changed meanwhile: this decision is no longer in it")
    }
    var decisions = graph.decisions
    decisions.remove(at: place)
    decisions += step.before.filter { !step.after.contains($0) && !decisions.contains($0) }
    try save(graph.with(decisions: decisions), folder)
    return decisions
  }

  private func current() throws(ExplorerFault) -> (graph: AllianceGraph, folder: String) {
    guard let folder else { throw obstacle ?? ExplorerFault(409, LocalizedText("")) }
    guard Workspace.packageFolder(folder) != nil else {
      throw ExplorerFault(
        409, "\(folder) n’est plus le dossier d’un graphe : rien n’a été écrit",
        "\(folder) is no longer the folder of a graph: nothing was written")
    }
    let opened: OpenedGraph
    do throws(WorkspaceError) { opened = try Workspace.open([folder]) } catch { throw DecisionLog.fault(error) }
    guard !opened.hasErrors else {
      throw ExplorerFault(
        409, "les tables ont des erreurs depuis : « maillage check \(folder) » les montre ; rien n’a été écrit",
        "the tables have errors since: “maillage check \(folder)” shows them; nothing was written")
    }
    return (opened.graph, folder)
  }

  private func save(_ graph: AllianceGraph, _ folder: String) throws(ExplorerFault) {
    do throws(WorkspaceError) { try Workspace.save(graph, to: folder) } catch { throw DecisionLog.fault(error) }
  }

  private static func fault(_ error: WorkspaceError) -> ExplorerFault {
    ExplorerFault(
      503,
      LocalizedText(
        french: "la décision n’a pas été écrite : " + error.text(in: .french),
        english: "the decision was not written: " + error.text(in: .english)))
  }
}
