public import AllianceModel
import Exchange
import Foundation

/// A graph to begin with: tables with their headers and one worked alliance, to be replaced.
public enum GraphTemplate {
  /// The example: a commune and an association that share premises, with a source.
  ///
  /// - Parameter name: The folder's name, which becomes the title.
  public static func graph(name: String) -> AllianceGraph {
    AllianceGraph(
      info: GraphInfo(
        name: name.slug.isEmpty ? "graphe" : name.slug, title: name, language: .french, licence: "CC-BY-4.0"),
      actors: [
        .init(
          id: "exemple-association", name: "Association d’exemple", kind: .init(rawValue: "association"),
          place: "26281", start: PartialDate("2015"), themes: ["emploi", "réemploi"], odd: [8, 12],
          description: "Ligne d’exemple : remplacez-la"),
        .init(
          id: "exemple-commune", name: "Commune d’exemple", kind: .init(rawValue: "local_authority"),
          legalCategory: "7210", place: "26281", description: "Ligne d’exemple : remplacez-la"),
      ],
      alliances: [
        .init(
          id: "exemple-alliance", title: "Un local partagé",
          parties: [
            .init(actor: "exemple-association", role: "porteuse"), .init(actor: "exemple-commune", role: "hôte"),
          ],
          forms: [.init(rawValue: "economic_cooperation")], relation: .init(rawValue: "shared_premises"),
          start: PartialDate("2021-11"), status: .init(rawValue: "active"), themes: ["réemploi"], odd: [12, 17],
          story: "Ligne d’exemple : la commune prête un local, l’association y ouvre un atelier")
      ],
      places: [.init(id: "26281", level: "commune", name: "Romans-sur-Isère", latitude: 45.0548, longitude: 5.0381)],
      sources: [
        .init(subject: "exemple-alliance", title: "Compte rendu du conseil municipal (exemple)")
      ])
  }

  /// Writes the example as the new folder `folder`.
  ///
  /// - Throws: ``WorkspaceError`` when something has this name already, or it cannot be written.
  public static func write(to folder: String) throws(WorkspaceError) {
    guard !Workspace.exists(folder) || Workspace.isEmptyFolder(folder) else { throw .notOverwritten(folder) }
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    try Workspace.save(graph(name: name), to: folder)
  }
}

extension WorkspaceError {
  static func notOverwritten(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .cannotCreate,
      LocalizedText(
        french: "\(path) : ce nom est déjà pris ; rien n’est écrasé",
        english: "\(path): this name is taken; nothing is overwritten"),
      cure: LocalizedText(french: "choisissez un autre nom", english: "choose another name"))
  }
}
