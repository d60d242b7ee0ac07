public import Foundation

/// Runs the command `maillage` that stands beside the tests, as a person at a terminal would.
public enum CommandRunner {
  /// What a run left behind.
  public struct Outcome: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String
  }

  /// The folder of what was built together with these tests.
  private static var products: URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    // On macOS the tests stand deep in a bundle beside the products.
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "maillage").path) {
      folder.deleteLastPathComponent()
    }
    return folder
  }

  /// The command.
  public static var program: URL { products.appending(path: "maillage") }

  /// Runs `maillage` with these arguments, in the top folder of the package, and waits.
  ///
  /// - Parameter environment: Added to a fixed one: French messages, no data folder of the person who runs the tests.
  public static func maillage(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = RealData.packageRoot
    let fixed = ["LC_ALL": "fr_FR.UTF-8", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    let home = FileManager.default.temporaryDirectory.path
    process.environment = fixed.merging(["HOME": home, "COLUMNS": "100"]) { $1 }.merging(environment) { $1 }
    // Files, not pipes: a long output cannot fill them and stop the run.
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
