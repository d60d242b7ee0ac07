import AllianceModel
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("DataPackage")
struct DataPackageTests {
  private func reread(_ files: [DataPackage.File]) throws -> AllianceGraph {
    let descriptor = try #require(files.first { $0.name == DataPackage.descriptorName })
    let head = try DataPackage.head(of: descriptor.bytes, folder: "graphe", file: "datapackage.json")
    let tables = head.paths.compactMap { path in files.first { $0.name == path } }
    return Importer.readPackage(tables, info: head.info).graph
  }

  /// Which tables of two graphs differ: short to print, unlike the graphs.
  private func differences(_ one: AllianceGraph, _ other: AllianceGraph) -> [String] {
    [
      one.info == other.info ? nil : "info: \(one.info) ≠ \(other.info)",
      zip(one.actors, other.actors).first { $0 != $1 }.map { "actor: \($0) ≠ \($1)" },
      zip(one.alliances, other.alliances).first { $0 != $1 }.map { "alliance: \($0) ≠ \($1)" },
      zip(one.places, other.places).first { $0 != $1 }.map { "place: \($0) ≠ \($1)" },
      zip(one.sources, other.sources).first { $0 != $1 }.map { "source: \($0) ≠ \($1)" },
      zip(one.decisions, other.decisions).first { $0 != $1 }.map { "decision: \($0) ≠ \($1)" },
      one.actors.count == other.actors.count && one.alliances.count == other.alliances.count
        && one.places.count == other.places.count && one.sources.count == other.sources.count
        && one.decisions.count == other.decisions.count ? nil : "counts",
    ].compactMap(\.self)
  }

  @Test("gives back each graph that it holds, whatever stands in its cells", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let graph = AllianceGraph.random(seed: seed)
    let files = try DataPackage.files(of: graph)
    let found = differences(try reread(files), graph)
    #expect(found == [])
    #expect(try DataPackage.files(of: reread(files)) == files)
  }

  @Test("writes the same bytes for the same rows in any order", arguments: 0..<50 as Range<UInt64>)
  func order(seed: UInt64) throws {
    let graph = AllianceGraph.random(seed: seed)
    let turned = AllianceGraph(
      info: graph.info, actors: graph.actors.reversed(), alliances: graph.alliances.reversed(),
      places: graph.places.reversed(), sources: graph.sources, decisions: graph.decisions)
    #expect(try DataPackage.files(of: turned) == DataPackage.files(of: graph))
  }

  @Test("has exactly the columns of the design, free ones after them")
  func columns() throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        .init(id: "b", name: "B", fields: [.init(name: "y", value: "1")]),
        .init(id: "a", name: "A", fields: [.init(name: "x", value: "1"), .init(name: "y", value: "2")]),
      ], alliances: [.init(id: "l", title: "L", parties: [.init(actor: "b"), .init(actor: "a", role: "r")])])
    let text = try Dictionary(
      uniqueKeysWithValues: DataPackage.files(of: graph).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    #expect(
      text["actors.csv"]
        == """
        id,name,aliases,kind,legal_category,siren,siret,rna,size,place,latitude,longitude,start,end,themes,odd,networks,\
        public_role,description,url,x,y
        a,A,,,,,,,,,,,,,,,,,,,1,2
        b,B,,,,,,,,,,,,,,,,,,,,1

        """)
    #expect(
      text["alliances.csv"]
        == """
        id,title,forms,relation,logic,start,end,status,themes,odd,territory,intensity,story,result
        l,L,,,,,,,,,,,,

        """)
    #expect(text["parties.csv"] == "alliance,actor,role,start,end\nl,b,,,\nl,a,r,,\n")
    #expect(text["sources.csv"] == "subject,field,value,basis,title,url,date,author,confidence\n")
    #expect(text["places.csv"] == nil)
  }

  @Test("refuses rows that could not be told apart again")
  func ids() {
    let info = GraphInfo(name: "g", title: "G")
    let double = AllianceGraph(
      info: info, actors: [.init(id: "a", name: "A"), .init(id: "a", name: "B")], alliances: [])
    #expect(throws: DataPackageError.doubleID(table: "actors", id: "a")) { try DataPackage.files(of: double) }
    let nameless = AllianceGraph(info: info, actors: [], alliances: [.init(id: "", title: "T", parties: [])])
    #expect(throws: DataPackageError.missingID(table: "alliances")) { try DataPackage.files(of: nameless) }
  }

  @Test(
    "says what is wrong with a descriptor that is no JSON, or other JSON", arguments: ["", "{", "[]", "{\"name\": 3}"])
  func descriptor(text: String) {
    #expect(throws: ImportProblem.self) {
      try DataPackage.head(of: Array(text.utf8), folder: "g", file: "datapackage.json")
    }
  }

  @Test(
    "is valid for the public tool frictionless",
    arguments: ["redon", "valence-romans", "grand-figeac", "economie-de-l-alliance"])
  func frictionless(name: String) throws {
    guard let tool = PublicTool.find("frictionless") else { return PublicTool.skip("frictionless") }
    let package = RealData.packageRoot.appending(path: "Graphs/\(name)/datapackage.json")
    let outcome = try PublicTool.run(tool, ["validate", "--json", package.path])
    #expect(outcome.status == 0, "\(outcome.output.suffix(2000))")
    #expect(outcome.output.contains("\"valid\": true"))
  }

  @Test("is valid for frictionless with any texts in its cells", arguments: [3, 7] as [UInt64])
  func frictionlessOnRandom(seed: UInt64) throws {
    guard let tool = PublicTool.find("frictionless") else { return PublicTool.skip("frictionless") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Parties that no actor has are a fault that the foreign keys must show, so here there are none.
    let random = AllianceGraph.random(seed: seed)
    let ids = Set(random.actors.map(\.id))
    let alliances = random.alliances.map { alliance in
      alliance.with(id: alliance.id, parties: alliance.parties.filter { ids.contains($0.actor) })
    }
    let graph = AllianceGraph(info: random.info, actors: random.actors, alliances: alliances)
    for file in try DataPackage.files(of: graph) { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    let outcome = try PublicTool.run(tool, ["validate", "--json", folder.appending(path: "datapackage.json").path])
    #expect(outcome.status == 0, "\(outcome.output.suffix(2000))")
  }
}
