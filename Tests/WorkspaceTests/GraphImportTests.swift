import AllianceModel
import Exchange
import Foundation
import TestSupport
import Testing
import Workspace

@Suite("GraphImport")
struct GraphImportTests {
  private func temporary() -> String {
    FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)").path
  }

  /// The commands of a SOURCE.md, as lists of arguments.
  private func commands(of graph: String) throws -> [[String]] {
    let source = RealData.packageRoot.appending(path: "Graphs/\(graph)/SOURCE.md")
    let text = try String(contentsOf: source, encoding: .utf8)
    let block = try #require(text.firstMatch(of: /```sh\n([\s\S]*?)```/))
    return block.1.replacing("\\\n", with: " ").split(separator: "\n").map { line in
      line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
    }
  }

  @Test(
    "makes each shipped graph again, byte for byte, by the commands of its SOURCE.md",
    arguments: ["economie-de-l-alliance", "grand-figeac", "valence-romans", "redon"])
  func reproducible(name: String) throws {
    let root = RealData.packageRoot.path + "/"
    let target = temporary() + "/" + name
    defer { try? FileManager.default.removeItem(atPath: target) }
    for command in try commands(of: name) {
      #expect(command.prefix(2) == ["maillage", "import"])
      func values(_ option: String) -> [String] {
        command.indices.filter { command[$0] == option }.map { command[$0 + 1] }
      }
      let head = GraphImport.Head(
        title: values("--title").first, description: values("--description").first,
        territory: values("--territory").first, perimeter: values("--perimeter"),
        language: values("--lang").first.flatMap(Language.init(rawValue:)),
        created: values("--date").first.flatMap { PartialDate($0) }, licence: values("--licence").first,
        sources: values("--source"))
      let prepared = try GraphImport(of: [root + command[2]], into: target, head: head)
      #expect(!prepared.hasErrors)
      try prepared.save()
    }
    for file in DataPackage.fileNames {
      let shipped = FileManager.default.contents(atPath: root + "Graphs/\(name)/\(file)")
      #expect(FileManager.default.contents(atPath: target + "/" + file) == shipped, "\(file)")
    }
  }

  @Test("writes nothing before it is asked to, and keeps files that are no tables")
  func preview() throws {
    let folder = temporary()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (sheet, target) = (folder + "/acteurs.csv", folder + "/graphe")
    try Workspace.write(Array("nom;type\nAdie;association\n".utf8), to: sheet)
    let prepared = try GraphImport(of: [sheet], into: target)
    #expect(!Workspace.exists(target))
    try prepared.save()
    try Workspace.write(Array("# Source\n".utf8), to: target + "/SOURCE.md")
    try GraphImport(of: [sheet], into: target).save()
    #expect(FileManager.default.contents(atPath: target + "/SOURCE.md") == Data("# Source\n".utf8))
    #expect(try Workspace.open([target]).graph.actors.map(\.name) == ["Adie"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: target).filter { $0.hasPrefix(".") } == [])
  }

  @Test("does not write over tables that are no graph's")
  func foreignFolder() throws {
    let folder = temporary()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Workspace.write(Array("nom;type\nAdie;association\n".utf8), to: folder + "/actors.csv")
    let error = #expect(throws: WorkspaceError.self) { try GraphImport(of: [folder], into: folder) }
    #expect(error?.status == .cannotCreate)
  }

  @Test("begins a graph that is sound, and never over something else")
  func template() throws {
    let target = temporary() + "/neuf"
    try GraphTemplate.write(to: target)
    defer { try? FileManager.default.removeItem(atPath: target) }
    let opened = try Workspace.open([target])
    #expect(opened.problems.isEmpty)
    #expect(opened.graph.alliances.map { $0.parties.count } == [2])
    let error = #expect(throws: WorkspaceError.self) { try GraphTemplate.write(to: target) }
    #expect(error?.status == .cannotCreate)
  }

  @Test("says which part of what a check counts is sound")
  func check() throws {
    let opened = try Workspace.open([RealData.packageRoot.appending(path: "Graphs/economie-de-l-alliance").path])
    let check = GraphCheck(opened)
    #expect(check.errorCount == 0)
    #expect(check.contradictions.count == 11)
    #expect(check.identifiers.map(\.given) == [1, 0, 0, 1])
    #expect(check.coverage.first { $0.table == "alliances" && $0.field == "start" }?.filled == 52)
  }
}
