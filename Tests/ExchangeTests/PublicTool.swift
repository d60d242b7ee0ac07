import Foundation

/// Public programs that say whether our files are what they claim to be, where this machine has them.
enum PublicTool {
  static func find(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  static func skip(_ name: String) { print("SKIPPED: \(name) is not on this machine") }

  static func run(_ tool: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    let output = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString).txt")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let handle = try FileHandle(forWritingTo: output)
    (process.standardOutput, process.standardError) = (handle, handle)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  /// Runs a Python program that imports `module`; nil when Python or the module is missing, which is said aloud.
  static func python(_ program: String, needs module: String, arguments: [String] = []) throws -> String? {
    guard let python = find("python3"), try run(python, ["-c", "import \(module)"]).status == 0 else {
      skip("python3 with \(module)")
      return nil
    }
    return try run(python, ["-c", program] + arguments).output
  }
}
