import Foundation
import TestSupport
import Testing

@Suite("maillage report")
struct ReportCommandTests {
  /// A folder that is gone after `body`.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("writes HTML, and Markdown with its pictures beside it, the same bytes each time")
  func formats() throws {
    try inFolder { folder in
      let (page, text) = (folder.appending(path: "n.html"), folder.appending(path: "n.md"))
      let arguments = [
        "report", "Graphs/redon", "--kind", "news", "--select", "d16", "--output", page.path, "--output", text.path,
      ]
      #expect(try CommandRunner.maillage(arguments).status == 0)
      let first = try Data(contentsOf: page)
      let words = try String(contentsOf: text, encoding: .utf8)
      for match in words.matches(of: /\]\((n-images\/[^)]+)\)/) {
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: String(match.1)).path))
      }
      #expect(words.contains("](n-images/"))
      #expect(try CommandRunner.maillage(arguments).status == 0)
      #expect(try Data(contentsOf: page) == first)
    }
  }

  @Test("leaves the page as HTML and says what to install when no program can make a PDF")
  func withoutEngine() throws {
    try inFolder { folder in
      let path = folder.appending(path: "n.pdf").path
      let outcome = try CommandRunner.maillage(
        ["report", "Graphs/redon", "--kind", "directory", "--output", path], environment: ["PATH": "/nowhere"])
      #expect(outcome.status == 69)
      #expect(outcome.errors.contains("chromium"))
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "n.html").path))
    }
  }

  @Test("refuses what it cannot write or find, with the code of each fault")
  func faults() throws {
    let cases: [(arguments: [String], status: Int32)] = [
      (["Graphs/redon", "--output", "x.doc"], 64), (["Graphs/redon"], 64),
      (["Graphs/redon", "--kind", "actor", "--output", "x.html"], 64),
      (["Graphs/redon", "--kind", "actor", "--for", "personne de ce nom", "--output", "x.html"], 64),
      (["Graphs/redon", "Graphs/grand-figeac", "--kind", "story", "--output", "x.html"], 64),
      (["Graphs/redon", "--select", "no-such-id", "--output", "x.html"], 64),
      (["Graphs/redon", "--select", "odd=3", "--output", "x.html"], 65),
      (["Graphs/nowhere", "--output", "x.html"], 66),
      (["Graphs/redon", "--kind", "directory", "--output", "/nowhere/x.html"], 73),
    ]
    for (arguments, status) in cases {
      let outcome = try CommandRunner.maillage(["report"] + arguments)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty && !outcome.errors.isEmpty, "\(arguments)")
    }
  }
}
