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

  @Test("tells of each kind of map, with its picture, when to use it and how to read it")
  func kinds() throws {
    let sources = RealData.packageRoot.appending(path: "Sources/Cartography")
    let request = try String(contentsOf: sources.appending(path: "MapRequest.swift"), encoding: .utf8)
    let list = try #require(request.firstMatch(of: /enum MapKind[^{]*\{\s*case ([a-z, ]+)/))
    let kinds = list.1.split(separator: ",").map { $0.filter { $0 != " " } }
    #expect(kinds.count >= 8)
    let catalog = sources.appending(path: "Cartography.docc")
    let articles = try FileManager.default.contentsOfDirectory(atPath: catalog.path).filter { $0.hasSuffix(".md") }
      .map { try String(contentsOf: catalog.appending(path: $0), encoding: .utf8) }
    for kind in kinds {
      let article = try #require(articles.first { $0.contains("--kind \(kind) ") }, "\(kind)")
      #expect(article.contains("## When to use it") && article.contains("## How to read it"), "\(kind)")
      let picture = try #require(article.firstMatch(of: /!\[[^\]]+\]\(([a-z-]+)\)/), "\(kind)")
      let file = catalog.appending(path: "Resources/\(picture.1).svg")
      #expect(FileManager.default.fileExists(atPath: file.path), "\(file.lastPathComponent)")
    }
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
