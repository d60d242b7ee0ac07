import AllianceModel
import Exchange
import Foundation
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
}
