import AllianceModel
import Exchange
import Foundation
import TestSupport
import Testing
import Workspace

@Suite("Workspace")
struct WorkspaceTests {
  /// A folder of its own for each test, among the temporary files of the system.
  private func folder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  @Test("says which path is missing, with exit code 66")
  func missing() throws {
    let path = try folder() + "/nowhere"
    let error = #expect(throws: WorkspaceError.self) { try Workspace.open([path]) }
    #expect(error?.status == .noInput)
    #expect(error?.message.english.contains(path) == true)
  }

  @Test("opens tables in any order as the same graph")
  func order() throws {
    let folder = try folder()
    let (actors, alliances) = (folder + "/un.csv", folder + "/deux.csv")
    try Workspace.write(Array("id;nom;type\na;Archer;entreprise\nb;Adie;association\n".utf8), to: actors)
    try Workspace.write(Array("id;titre;parties;forme\n1;Prêt;a|b;mecenat\n".utf8), to: alliances)
    let first = try Workspace.open([actors, alliances])
    let second = try Workspace.open([alliances, actors])
    #expect(first.graph.actors == second.graph.actors)
    #expect(first.graph.alliances == second.graph.alliances)
    #expect(first.problems.isEmpty)
    #expect(first.graph.alliances.first?.parties.map(\.actor) == ["a", "b"])
  }

  @Test("saves a graph as a folder that opens as the same graph")
  func save() throws {
    let path = try folder() + "/graph"
    let graph = AllianceGraph(
      info: GraphInfo(name: "graph", title: "Un graphe"),
      actors: [
        .init(id: "a", name: "A"), .init(id: "b", name: "B \"&<>\\ |", fields: [.init(name: "Tél", value: "x")]),
      ],
      alliances: [.init(id: "x", title: "X", parties: [.init(actor: "b", role: "r"), .init(actor: "a")])])
    try Workspace.save(graph, to: path)
    try Workspace.save(graph, to: path)
    #expect(try Workspace.open([path]).graph == graph)
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: path)).count == 5)
  }

  @Test("says why a path cannot be opened, each with its exit code")
  func refusals() throws {
    let folder = try folder()
    try Workspace.write([], to: folder + "/vide.csv")
    try Workspace.write(Array("nom;type\n".utf8), to: folder + "/en-tete.csv")
    func status(_ paths: [String]) -> WorkspaceError.Status? {
      do { _ = try Workspace.open(paths) } catch { return error.status }
      return nil
    }
    #expect(status([]) == .usage)
    #expect(status([folder + "/vide.csv"]) == .data)
    #expect(status([folder + "/en-tete.csv"]) == .data)
    #expect(status([folder + "/rien"]) == .noInput)
    #expect(status(["/dev/zero"]) == .data)
    try FileManager.default.createDirectory(atPath: folder + "/sans", withIntermediateDirectories: true)
    #expect(status([folder + "/sans"]) == .noInput)
  }

  @Test("keeps the tables of a package inside its folder", arguments: ["/etc/passwd", "../a.csv", "http://x.fr/a.csv"])
  func outside(path: String) throws {
    let folder = try folder()
    let descriptor = "{\"name\": \"x\", \"resources\": [{\"name\": \"actors\", \"path\": \"\(path)\"}]}"
    try Workspace.write(Array(descriptor.utf8), to: folder + "/datapackage.json")
    let error = #expect(throws: WorkspaceError.self) { try Workspace.open([folder]) }
    #expect(error?.status == .data)
  }

  @Test("writes nothing where it cannot, and leaves no half of a graph")
  func unwritable() throws {
    let folder = try folder()
    try Workspace.write(Array("x".utf8), to: folder + "/fichier")
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"), actors: [.init(id: "a", name: "A")], alliances: [])
    for target in [folder + "/fichier", folder + "/fichier/graphe"] {
      let error = #expect(throws: WorkspaceError.self) { try Workspace.save(graph, to: target) }
      #expect(error?.status == .cannotCreate)
    }
    let double = AllianceGraph(info: graph.info, actors: graph.actors + graph.actors, alliances: [])
    let error = #expect(throws: WorkspaceError.self) { try Workspace.save(double, to: folder + "/graphe") }
    #expect(error?.status == .data)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["fichier"])
  }

  @Test("opens a folder of tables that has no descriptor")
  func looseFolder() throws {
    let opened = try Workspace.open([RealData.packageRoot.appending(path: "Graphs/redon/saisie").path])
    #expect(opened.package == nil)
    #expect(opened.graph.alliances.count == 17)
    #expect(opened.files.map(\.kind) == ["actors", "alliances", "places"])
  }
}
