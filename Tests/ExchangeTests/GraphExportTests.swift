import AllianceModel
import Foundation
import GraphvizKit
import TestSupport
import Testing

@testable import Exchange

@Suite("GraphExport")
struct GraphExportTests {
  static let graph = AllianceGraph(
    info: GraphInfo(name: "g", title: "G & <H>"),
    actors: [
      .init(
        id: "a", name: "A \"&<>\\ é\u{1}", kind: .init(rawValue: "company"), latitude: 45.5, longitude: 5.25,
        odd: [8, 17]),
      .init(id: "b", name: "B", siren: "005880034", fields: [.init(name: "téléphone", value: "x")]),
      .init(id: "p", name: "Jeanne DUPONT", kind: .person),
    ],
    alliances: [
      .init(
        id: "x", title: "X\nY",
        parties: [.init(actor: "a", role: "hôte"), .init(actor: "b"), .init(actor: "p"), .init(actor: "?")],
        forms: [.init(rawValue: "patronage")], start: PartialDate("2021-11"), story: "écrire à jeanne@exemple.fr")
    ])

  @Test("passes the publication gate unless told otherwise", arguments: GraphExport.Format.allCases)
  func gate(format: GraphExport.Format) {
    let open = GraphExport(internal: Self.graph).files(as: format).map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined()
    let closed = GraphExport(Publication(of: Self.graph, language: .french)).files(as: format)
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(open.contains("DUPONT"))
    #expect(!closed.contains("DUPONT"))
    #expect(!closed.contains("jeanne@"))
  }

  @Test("writes DOT that our own parser reads, one node for each actor and alliance")
  func dot() throws {
    let document = try DOTFile(parsing: GraphExport(internal: Self.graph).files(as: .dot)[0].bytes).documents[0]
    #expect(document.nodes.map(\.name) == ["a", "b", "p", "x"])
    #expect(document.edges.count == 3)
    #expect(document.edges[0].attributes["label"]?.plainText() == "hôte")
  }

  @Test("writes GraphML that networkx reads with types, roles and texts")
  func networkx() throws {
    let program = """
      import sys, networkx
      g = networkx.read_graphml(sys.argv[1])
      print(g.number_of_nodes(), g.number_of_edges(), g.nodes["a"]["label"] == 'A "&<>\\\\ é\\ufffd', g.nodes["a"]["latitude"],
            g.nodes["x"]["label"] == "X\\nY", g.nodes["x"]["forms"], g.nodes["b"]["siren"], g.edges["x", "a"]["role"],
            "siren" in g.nodes["a"])
      """
    let file = try written(.graphml)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let output = try PublicTool.python(program, needs: "networkx", arguments: [file.path]) else { return }
    #expect(output == "4 3 True 45.5 True patronage 005880034 hôte False\n")
  }

  @Test("writes GraphML that igraph reads")
  func igraph() throws {
    let program = """
      import sys, igraph
      g = igraph.Graph.Read_GraphML(sys.argv[1])
      print(g.vcount(), g.ecount(), g.is_directed(), g.vs.find(id="b")["label"], g.vs.find(id="a")["longitude"])
      """
    let file = try written(.graphml)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let output = try PublicTool.python(program, needs: "igraph", arguments: [file.path]) else { return }
    #expect(output == "4 3 False B 5.25\n")
  }

  private func written(_ format: GraphExport.Format) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "maillage-\(UUID().uuidString).\(format.rawValue)")
    try Data(GraphExport(internal: Self.graph).files(as: format)[0].bytes).write(to: file)
    return file
  }

  @Test("writes JSON with lists as arrays, numbers as numbers, unknown members left out")
  func json() throws {
    let data = Data(GraphExport(internal: Self.graph).files(as: .json)[0].bytes)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let actors = try #require(object["actors"] as? [[String: Any]])
    #expect(actors[0]["odd"] as? [Int] == [8, 17])
    #expect(actors[0]["latitude"] as? Double == 45.5)
    #expect(actors[1]["latitude"] == nil)
    let alliances = try #require(object["alliances"] as? [[String: Any]])
    #expect((alliances[0]["parties"] as? [[String: String]])?[0] == ["actor": "a", "role": "hôte"])
  }

  @Test("writes sheets for a French spreadsheet: mark, semicolons, decimal comma, codes and formulas kept as text")
  func spreadsheet() throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        .init(
          id: "a", name: "=1+1", siren: "005880034", latitude: 45.5, longitude: -1.25, start: PartialDate("2021-11-03"))
      ],
      alliances: [.init(id: "x", title: "X", parties: [.init(actor: "a")], start: PartialDate("2021-11"))])
    let files = GraphExport(internal: graph).files(as: .csv)
    let actors = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(files[0].name == "acteurs.csv")
    #expect(files[0].bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(actors.contains("\r\na;\"=\"\"=1+1\"\"\";;;;\"=\"\"005880034\"\"\";;;;;45,5;-1,25;03/11/2021;"))
    #expect(String(decoding: files[1].bytes, as: UTF8.self).contains("\"=\"\"2021-11\"\"\""))
  }

  @Test(
    "writes sheets that are read again as the same graph", .enabled(if: CasesTests.isAvailable),
    arguments: CasesTests.counts)
  func spreadsheetRoundTrip(name: String, actors: Int, alliances: Int) throws {
    let graph = try CasesTests.read(name).graph.inStoredOrder()
    for language in Language.allCases {
      let report = Importer.read(GraphExport(internal: graph).files(as: .csv, language: language), info: graph.info)
      let again = report.graph.inStoredOrder()
      #expect(report.problems.isEmpty)
      #expect(again.alliances == graph.alliances)
      #expect(again.actors == graph.actors)
      #expect(again.sources.count == graph.sources.count)
    }
  }
}
