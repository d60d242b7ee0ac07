import Foundation
import TestSupport
import Testing

/// The documents keep up with the code.
@Suite("Documentation")
struct DocumentationTests {
  static let readme = RealData.packageRoot.appending(path: "README.md")

  @Test("shows every command in README")
  func commands() throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8)
    let commands = try LayeringTests.swiftFiles().filter { $0.path.hasPrefix("maillage/") }
      .flatMap { $0.text.matches(of: /commandName: "([a-z-]+)"/).map { String($0.1) } }.filter { $0 != "maillage" }
    #expect(commands.count >= 5)
    for command in commands { #expect(readme.contains("maillage \(command)"), "\(command)") }
  }

  @Test("opens README with the two commands, and keeps a list of changes with the unreleased ones on top")
  func opening() throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8)
    let demo = try #require(readme.range(of: "make demo"))
    let test = try #require(readme.range(of: "make test"))
    #expect(readme.distance(from: readme.startIndex, to: demo.lowerBound) < 1_500)
    #expect(demo.lowerBound < test.lowerBound)
    let changes = try #require(readme.range(of: "## Changes"))
    #expect(readme[changes.upperBound...].contains("### Unreleased"))
    #expect(readme.contains("## En bref"))
  }

  @Test("has at its top level only what belongs there")
  func topLevel() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: RealData.packageRoot.path)
    let visible = Set(entries.filter { !$0.hasPrefix(".") })
    let fixed: Set<String> = ["Package.swift", "Sources", "Tests", "Graphs", "Samples", "README.md"]
    #expect(visible.isSuperset(of: fixed))
    #expect(visible.subtracting(fixed).isSubset(of: ["Makefile", "Package.resolved", "demo"]))
  }

  @Test("keeps each source file short enough to read: 400 lines at most")
  func length() throws {
    for file in try LayeringTests.swiftFiles() {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path): \(lines) lines")
    }
  }
}
