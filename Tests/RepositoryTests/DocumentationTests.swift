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

  /// A public declaration, with what its documentation says.
  private struct Declaration {
    let place: String
    let code: String
    let documentation: String
  }

  private static func publicDeclarations(under folder: String) throws -> [Declaration] {
    let pattern =
      #/
      \s* (@\w+ (\([^)]*\))? \h)* public \h ((static|mutating) \h)* (func|var|let|struct|enum|init|subscript) \b .*
      /#
    return try LayeringTests.swiftFiles().filter { $0.path.hasPrefix(folder) }.flatMap { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.indices.filter { lines[$0].wholeMatch(of: pattern) != nil }.map { index in
        let above = lines[..<index].reversed().drop { $0.wholeMatch(of: /\s*@\w+/) != nil }
        let comment = above.prefix { $0.drop { $0 == " " }.hasPrefix("///") }
        return Declaration(
          place: "\(file.path):\(index + 1)", code: String(lines[index]),
          documentation: comment.reversed().joined(separator: "\n"))
      }
    }
  }

  @Test("says for every public symbol of GraphCore what it means, and for every method how long it takes")
  func graphCore() throws {
    let declarations = try Self.publicDeclarations(under: "GraphCore/")
    #expect(declarations.count > 150)
    for declaration in declarations { #expect(!declaration.documentation.isEmpty, "\(declaration.place)") }
    let algorithms = ["Centrality/", "Communities/", "LinkPrediction/", "Paths/", "Structure/"]
    let methods = declarations.filter { declaration in
      declaration.code.contains("func ") && algorithms.contains { declaration.place.hasPrefix("GraphCore/" + $0) }
    }
    #expect(methods.count > 40)
    for method in methods { #expect(method.documentation.contains("- Complexity:"), "\(method.place)") }
  }

  @Test("names for every algorithm of GraphCore the paper that defines it, with its DOI, or the book")
  func papers() throws {
    for folder in ["Centrality/", "Communities/", "LinkPrediction/", "Paths/", "Structure/"] {
      let declarations = try Self.publicDeclarations(under: "GraphCore/" + folder)
      let methods = declarations.filter { $0.code.contains("func ") }
      for (file, _) in Dictionary(grouping: methods, by: { $0.place.prefix { $0 != ":" } }) {
        let text = try #require(try LayeringTests.swiftFiles().first { $0.path == file }?.text)
        #expect(text.contains(/\[doi:10\.\d{4,}\/.+\]\(https:\/\/doi\.org\/10\.|University Press, \d{4}/), "\(file)")
      }
    }
  }

  @Test("keeps each source file short enough to read: 400 lines at most")
  func length() throws {
    for file in try LayeringTests.swiftFiles() {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path): \(lines) lines")
    }
  }
}
