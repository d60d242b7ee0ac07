public import AllianceModel
public import Exchange
import Foundation

/// A graph that was opened: its rows, what there is to say about them, and where they came from.
public struct OpenedGraph: Sendable {
  public let graph: AllianceGraph
  /// All problems of all files, then the findings of the check, each in its place.
  public let problems: [ImportProblem]
  /// Where the rows of ``graph`` were read.
  public let sourceMap: SourceMap
  /// The files that were read.
  public let files: [ImportReport.File]
  /// The folder of its data package; nil for loose tables.
  public let package: String?

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Opens any input as a graph, and saves graphs.
public enum Workspace {
  /// The graph at `paths`: the folder of a data package, a folder of tables, or one table or several.
  ///
  ///     let opened = try Workspace.open(["Graphs/redon"])
  ///     opened.graph.alliances.count  // 17
  ///
  /// Faults in single rows are problems of the result, not errors: who draws or measures may go on with the rest.
  ///
  /// - Throws: ``WorkspaceError`` when nothing can be read: no such file, no permission, no table, no known header.
  public static func open(
    _ paths: [String], limits: ImportLimits = ImportLimits()
  ) throws(WorkspaceError) -> OpenedGraph {
    guard let first = paths.first else {
      throw WorkspaceError(
        .usage, LocalizedText(french: "aucun fichier à ouvrir n’est indiqué", english: "no file to open is named"))
    }
    if let package = packageFolder(first) {
      guard paths.count == 1 else { throw mixed(paths) }
      return try openPackage(package, limits: limits)
    }
    let name = URL(fileURLWithPath: first).deletingPathExtension().lastPathComponent
    let report = try read(paths, limits: limits)
    let info = GraphInfo(name: name.slug, title: name)
    let imported = Importer.read(report, info: info, limits: limits)
    return try opened(imported, package: nil)
  }

  /// The tables at `paths`, folders of tables opened, for ``Importer/read(_:into:info:limits:)``.
  public static func read(
    _ paths: [String], limits: ImportLimits = ImportLimits()
  ) throws(WorkspaceError) -> [DataPackage.File] {
    var files: [DataPackage.File] = []
    for path in paths {
      guard FolderAccess.item(at: path) == .folder else {
        files.append(DataPackage.File(name: path, bytes: try FolderAccess.read(path, limit: limits.bytes)))
        continue
      }
      let tables = try FolderAccess.names(in: path).filter { name in
        [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) }
      }
      guard !tables.isEmpty else { throw .withoutTables(path) }
      for table in tables {
        let file = join(path, table)
        files.append(DataPackage.File(name: file, bytes: try FolderAccess.read(file, limit: limits.bytes)))
      }
    }
    return files
  }

  /// Saves `graph` as the data package `folder`, whole or not at all; files that are no table of it stay.
  ///
  /// - Throws: ``WorkspaceError`` when two rows have one id, or the folder cannot be written.
  public static func save(_ graph: AllianceGraph, to folder: String) throws(WorkspaceError) {
    let files: [DataPackage.File]
    do throws(DataPackageError) {
      files = try DataPackage.files(of: graph)
    } catch {
      throw WorkspaceError(.data, error.message)
    }
    let names = Set(files.map(\.name))
    try FolderAccess.write(files, obsolete: DataPackage.fileNames.filter { !names.contains($0) }, to: folder)
  }

  /// Saves `bytes` as the file `path`, whole or not at all.
  public static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    try FolderAccess.write(bytes, to: path)
  }

  /// Saves `files` into the folder `folder`, made when it is missing, whole or not at all; other files in it stay.
  public static func write(_ files: [DataPackage.File], toFolder folder: String) throws(WorkspaceError) {
    try FolderAccess.write(files, obsolete: [], to: folder)
  }

  /// Whether something has this name already.
  public static func exists(_ path: String) -> Bool { FolderAccess.item(at: path) != .missing }

  /// Whether `path` is a folder with nothing in it.
  static func isEmptyFolder(_ path: String) -> Bool {
    guard FolderAccess.item(at: path) == .folder else { return false }
    do { return try FolderAccess.names(in: path).isEmpty } catch { return false }
  }

  /// Whether saving a graph as `path` would write over tables that are no graph's, or over a file.
  static func holdsTables(_ path: String) -> Bool {
    switch FolderAccess.item(at: path) {
    case .missing: return false
    case .file, .other: return true
    case .folder: return DataPackage.fileNames.contains { FolderAccess.item(at: join(path, $0)) != .missing }
    }
  }

  /// The folder of the data package that `path` means: a folder with a descriptor, or the descriptor itself.
  public static func packageFolder(_ path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    if url.lastPathComponent == DataPackage.descriptorName, FolderAccess.item(at: path) == .file {
      return path == DataPackage.descriptorName ? "." : String(path.dropLast(DataPackage.descriptorName.count + 1))
    }
    let isPackage =
      FolderAccess.item(at: path) == .folder && FolderAccess.item(at: join(path, DataPackage.descriptorName)) == .file
    return isPackage ? path : nil
  }

  /// Whether `path` is a graph rather than one file of its own kind: a folder, or the descriptor of a data package.
  public static func holdsGraph(_ path: String) -> Bool {
    packageFolder(path) != nil || FolderAccess.item(at: path) == .folder
  }

  /// The bytes of the file `path`, for readers of single files such as lists of edges.
  ///
  /// - Throws: ``WorkspaceError`` when there is none, it may not be read, or it is larger than `limit` bytes.
  public static func bytes(of path: String, limit: Int) throws(WorkspaceError) -> [UInt8] {
    try FolderAccess.read(path, limit: limit)
  }

  private static func openPackage(_ folder: String, limits: ImportLimits) throws(WorkspaceError) -> OpenedGraph {
    let descriptor = join(folder, DataPackage.descriptorName)
    let bytes = try FolderAccess.read(descriptor, limit: limits.bytes)
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    let head: (info: GraphInfo, paths: [String])
    do throws(ImportProblem) {
      head = try DataPackage.head(of: bytes, folder: name, file: descriptor)
    } catch {
      throw WorkspaceError(.data, notOpened(folder), problems: [error])
    }
    var files: [DataPackage.File] = []
    for path in head.paths {
      guard isInside(path) else { throw WorkspaceError(.data, outside(path, folder: folder)) }
      let file = join(folder, path)
      files.append(DataPackage.File(name: file, bytes: try FolderAccess.read(file, limit: limits.bytes)))
    }
    guard !files.isEmpty else { throw .withoutTables(folder) }
    return try opened(Importer.readPackage(files, info: head.info, limits: limits), package: folder)
  }

  private static func opened(_ report: ImportReport, package: String?) throws(WorkspaceError) -> OpenedGraph {
    guard report.files.contains(where: { $0.kind != nil && ($0.rows > 0 || package != nil) }) else {
      let names = report.files.map(\.name).joined(separator: ", ")
      throw WorkspaceError(.data, notOpened(names), problems: report.problems)
    }
    return OpenedGraph(
      graph: report.graph, problems: report.problems, sourceMap: report.sourceMap, files: report.files, package: package
    )
  }

  /// A path of a package stays in its folder: no address, no absolute path, no step up.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.contains("://") && !path.split(separator: "/").contains("..")
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func notOpened(_ name: String) -> LocalizedText {
    LocalizedText(french: "\(name) : rien n’a pu être lu", english: "\(name): nothing could be read")
  }

  private static func outside(_ path: String, folder: String) -> LocalizedText {
    LocalizedText(
      french: "\(folder) : la table « \(path) » n’est pas dans le dossier du paquet ; elle n’est pas ouverte",
      english: "\(folder): the table “\(path)” is not in the folder of the package; it is not opened")
  }

  private static func mixed(_ paths: [String]) -> WorkspaceError {
    WorkspaceError(
      .usage,
      LocalizedText(
        french: "un paquet de données s’ouvre seul : \(paths.joined(separator: ", "))",
        english: "a data package is opened alone: \(paths.joined(separator: ", "))"),
      cure: LocalizedText(
        french: "pour y ajouter des tables : maillage import FICHIER --into DOSSIER",
        english: "to add tables to it: maillage import FILE --into DIR"))
  }
}
