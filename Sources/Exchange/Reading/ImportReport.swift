public import AllianceModel

/// What reading some files gave: the graph in them, and everything that there is to say about it.
///
/// A report is always whole: all problems of all files, in the order of the files and rows.
public struct ImportReport: Sendable {
  /// One file, as it was understood.
  public struct File: Sendable, Equatable {
    public let name: String
    /// What the table is about (`actors`), or nil when it could not be told.
    public let kind: String?
    public let rows: Int
    public let encoding: TextEncoding?
  }

  public let files: [File]
  public let graph: AllianceGraph
  public let problems: [ImportProblem]
  /// Names in ties that no table of actors had: an actor was made for each.
  public let createdActors: [String]
  /// Where the rows of ``graph`` were read.
  public let sourceMap: SourceMap

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
