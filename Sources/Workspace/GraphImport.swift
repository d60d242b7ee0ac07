public import AllianceModel
public import Exchange
import Foundation

/// An import that was read and matched, but not saved: what a person looks at before it is.
public struct GraphImport: Sendable {
  /// What the head of the graph is to say; nil leaves what it says already.
  public struct Head: Sendable {
    public var title: String?
    public var description: String?
    public var territory: String?
    public var perimeter: [String]
    public var language: Language?
    public var created: PartialDate?
    public var licence: String?
    public var sources: [String]

    public init(
      title: String? = nil, description: String? = nil, territory: String? = nil, perimeter: [String] = [],
      language: Language? = nil, created: PartialDate? = nil, licence: String? = nil, sources: [String] = []
    ) {
      (self.title, self.description, self.territory, self.perimeter) = (title, description, territory, perimeter)
      (self.language, self.created, self.licence, self.sources) = (language, created, licence, sources)
    }

    func applied(to info: GraphInfo) -> GraphInfo {
      GraphInfo(
        name: info.name, title: title ?? info.title, description: description ?? info.description,
        territory: territory ?? info.territory, perimeter: perimeter.isEmpty ? info.perimeter : perimeter,
        language: language ?? info.language, created: created ?? info.created, licence: licence ?? info.licence,
        sources: sources.isEmpty ? info.sources : sources)
    }
  }

  public let target: String
  public let isNew: Bool
  public let report: ImportReport
  public let update: GraphUpdate
  /// Actors that are perhaps one, in the graph as it would be.
  public let duplicates: [PossibleDuplicate]

  /// All problems of the files, then those of the match.
  public var problems: [ImportProblem] { report.problems + update.problems }
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// Reads `paths` and matches them with the graph at `target`, if there is one. Nothing is written.
  ///
  /// - Throws: ``WorkspaceError`` when the files or the graph cannot be read at all.
  public init(
    of paths: [String], into target: String, head: Head = Head(), limits: ImportLimits = ImportLimits()
  ) throws(WorkspaceError) {
    let files = try Workspace.read(paths, limits: limits)
    let isNew = Workspace.packageFolder(target) == nil
    if isNew, Workspace.holdsTables(target) { throw .notAGraph(target) }
    let name = URL(fileURLWithPath: target).standardizedFileURL.lastPathComponent
    let known: AllianceGraph
    if isNew {
      known = AllianceGraph(
        info: GraphInfo(name: name.slug.isEmpty ? "graphe" : name.slug, title: name, language: .french), actors: [],
        alliances: [])
    } else {
      known = try Workspace.open([target], limits: limits).graph
    }
    let info = head.applied(to: known.info)
    report = Importer.read(files, into: isNew ? nil : known, info: info, limits: limits)
    guard report.files.contains(where: { $0.kind != nil && $0.rows > 0 }) else {
      throw WorkspaceError(
        .data,
        LocalizedText(french: "rien n’a pu être lu", english: "nothing could be read"), problems: report.problems)
    }
    update = GraphUpdate(of: known, by: report, info: info)
    duplicates = update.graph.possibleDuplicates()
    (self.target, self.isNew) = (target, isNew)
  }

  /// Saves the updated graph, whole or not at all.
  public func save() throws(WorkspaceError) { try Workspace.save(update.graph, to: target) }
}

extension WorkspaceError {
  static func notAGraph(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .cannotCreate,
      LocalizedText(
        french: "\(path) : il y a déjà un fichier ou des tables à cet endroit, et pas de graphe ; rien n’y est écrit",
        english: "\(path): there is a file or tables at this place already, and no graph; nothing is written there"),
      cure: LocalizedText(
        french: "choisissez un nouveau dossier, ou celui d’un graphe (avec datapackage.json)",
        english: "choose a new folder, or that of a graph (with datapackage.json)"))
  }
}
