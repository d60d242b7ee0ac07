import Foundation
public import Testing

/// Compares `text` with the file `Snapshots/<name>` beside the calling test.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter …` writes the files; read the diff before you commit it. A missing file is
/// a failure, never a silent recording, so that a new test cannot pass on a build machine by accident.
public func expectSnapshot(
  _ text: String, named name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: "\(filePath)").deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name)
  do {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "differs from Snapshots/\(name)", sourceLocation: sourceLocation)
  } catch {
    Issue.record("Snapshots/\(name) cannot be read: record it, and read it", sourceLocation: sourceLocation)
  }
}
