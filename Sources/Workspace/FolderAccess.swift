import AllianceModel
import Exchange
import Foundation

/// Reads and writes whole files, and says why it could not.
enum FolderAccess {
  enum Item {
    case missing, file, folder, other
  }

  static func item(at path: String) -> Item {
    guard FileManager.default.fileExists(atPath: path) else { return .missing }
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    do {
      let type = try FileManager.default.attributesOfItem(atPath: resolved)[.type] as? FileAttributeType
      // A pipe or device could block for ever.
      return type == .typeRegular ? .file : type == .typeDirectory ? .folder : .other
    } catch {
      return .other
    }
  }

  /// The bytes of a plain file of at most `limit` bytes; of a larger one, only as many as show that it is.
  static func read(_ path: String, limit: Int) throws(WorkspaceError) -> [UInt8] {
    switch item(at: path) {
    case .missing: throw .missing(path)
    case .folder, .other: throw .notRegular(path)
    case .file: break
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { handle.closeFile() }
      return [UInt8](try handle.read(upToCount: limit + 1) ?? Data())
    } catch {
      throw .unreadable(path)
    }
  }

  /// The names in a folder, sorted, hidden ones left out.
  static func names(in folder: String) throws(WorkspaceError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw .unreadable(folder)
    }
  }

  /// Writes `files` into `folder` so that no half of them is ever seen under their names.
  ///
  /// A new folder is filled under another name, then renamed. In a folder that exists all files are written beside the
  /// old ones first; only when the last is on disk do they take their names. Files in `obsolete` go last; all others stay.
  static func write(_ files: [DataPackage.File], obsolete: [String], to folder: String) throws(WorkspaceError) {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    switch item(at: path) {
    case .file, .other:
      throw WorkspaceError(
        .cannotCreate,
        LocalizedText(
          french: "\(folder) : un fichier porte déjà ce nom", english: "\(folder): a file already has this name"))
    case .missing: try create(path, with: files)
    case .folder: try replace(files, obsolete: obsolete, in: path)
    }
  }

  private static func create(_ folder: String, with files: [DataPackage.File]) throws(WorkspaceError) {
    let url = URL(fileURLWithPath: folder)
    let draft = url.deletingLastPathComponent().appendingPathComponent("." + url.lastPathComponent + ".maillage-draft")
    try attempt(folder) {
      remove(draft)
      try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
      do {
        for file in files { try Data(file.bytes).write(to: draft.appendingPathComponent(file.name)) }
        try FileManager.default.moveItem(at: draft, to: url)
      } catch {
        try FileManager.default.removeItem(at: draft)
        throw error
      }
    }
  }

  private static func replace(
    _ files: [DataPackage.File], obsolete: [String], in folder: String
  ) throws(WorkspaceError) {
    let url = URL(fileURLWithPath: folder)
    let drafts = files.map { url.appendingPathComponent("." + $0.name + ".maillage-draft") }
    try attempt(folder) {
      defer { drafts.forEach(remove) }
      // All are written once beside the old ones, so that a full disk or a missing right shows before anything changes.
      for (file, draft) in zip(files, drafts) { try Data(file.bytes).write(to: draft) }
      for file in files { try Data(file.bytes).write(to: url.appendingPathComponent(file.name), options: .atomic) }
      for name in obsolete { remove(url.appendingPathComponent(name)) }
    }
  }

  /// Writes one file under another name, which then becomes its own.
  static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    if item(at: path) == .folder { throw .notCreated(path, reason: "dossier / folder") }
    try attempt(path) { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) }
  }

  /// Removes a file that may not be there.
  private static func remove(_ url: URL) {
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    // What is left over is a draft or an empty table: it harms nobody.
    do { try FileManager.default.removeItem(at: url) } catch {}
  }

  /// Runs `body` and turns the errors of the system into ours.
  private static func attempt(_ path: String, _ body: () throws -> Void) throws(WorkspaceError) {
    do { try body() } catch let error as CocoaError where error.code == .fileWriteNoPermission {
      throw .unwritable(path)
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      throw .notCreated(path, reason: "ENOSPC")
    } catch {
      throw .notCreated(path, reason: error.localizedDescription)
    }
  }
}
