public import AllianceModel
public import Exchange
import Foundation

/// The reference table of communes that a person installed once, for every graph.
///
/// It lies in the folder where programs of this person keep their data: `$XDG_DATA_HOME/maillage` (else
/// `~/.local/share/maillage`), on a Mac `~/Library/Application Support/maillage`. `MAILLAGE_PLACES` names another file.
public struct InstalledPlaces: Sendable, Equatable {
  public static let fileName = "places.csv"

  /// The file, whether it exists or not.
  public let path: String

  /// - Parameter environment: The variables of the process.
  public init(environment: [String: String]) {
    if let named = environment["MAILLAGE_PLACES"], !named.isEmpty {
      path = named
      return
    }
    #if os(macOS)
      let usual = "Library/Application Support"
    #else
      let usual = ".local/share"
    #endif
    let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
    // A relative XDG path is to be ignored, says its specification.
    let folder = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/" + usual
    path = folder + "/maillage/" + InstalledPlaces.fileName
  }

  /// The table, or nil when none is installed.
  ///
  /// - Throws: When the file is there and cannot be read.
  public func table() throws(WorkspaceError) -> PlaceTable? {
    guard FolderAccess.item(at: path) != .missing else { return nil }
    return try InstalledPlaces.read([path]).table
  }

  /// The table in `files`, with what there is to say about their rows.
  public static func read(_ files: [String]) throws(WorkspaceError) -> PlaceTableContent {
    var tables: [DataPackage.File] = []
    let limits = ImportLimits()
    for file in files {
      tables.append(DataPackage.File(name: file, bytes: try FolderAccess.read(file, limit: limits.bytes)))
    }
    do {
      return try PlaceTableReader.read(tables, limits: limits)
    } catch {
      throw WorkspaceError(
        .data,
        LocalizedText(french: "la table des communes n’a pas été lue", english: "the table of communes was not read"),
        problems: [error])
    }
  }

  /// Puts `table` in place of the one that was installed, whole or not at all.
  public func install(_ table: PlaceTable) throws(WorkspaceError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .notCreated(folder.path, reason: error.localizedDescription)
    }
    try FolderAccess.write(Array(PlaceTableReader.text(of: table).utf8), to: path)
  }
}
