public import Foundation

/// Real data that tests read when it is there: the folder in `MAILLAGE_DATA`, else `../shared/data` beside the package.
public enum RealData {
  /// The folder, or nil when this machine has none.
  public static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["MAILLAGE_DATA"].map {
      URL(filePath: $0, directoryHint: .isDirectory)
    }
    let candidate = named ?? packageRoot.appending(path: "../shared/data", directoryHint: .isDirectory)
    return FileManager.default.fileExists(atPath: candidate.path) ? candidate : nil
  }

  /// The folder that holds `Package.swift`.
  public static var packageRoot: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Says aloud that a test did not run for want of data.
  public static func skip(_ test: String) {
    print("SKIPPED \(test): no real data; set MAILLAGE_DATA to its folder")
  }
}
