import AllianceModel
import Foundation
import Testing

@testable import Cartography

@Suite("Matrix")
struct MatrixTests {
  /// Two companies, two associations and an authority; three alliances, one of which nobody gave a theme.
  static let graph = AllianceGraph(
    info: GraphInfo(name: "m", title: "M"),
    actors: [
      actor("C1", "company"), actor("C2", "company"), actor("A1", "association"), actor("A2", "association"),
      actor("L", "local_authority"),
    ],
    alliances: [
      alliance("un", ["C1", "C2", "A1"], themes: ["eau"], odd: [6, 17]),
      alliance("deux", ["C1", "L"], themes: ["eau", "sol"], odd: [6]),
      alliance("trois", ["A1", "A2"], themes: [], odd: []),
    ])

  static func actor(_ id: String, _ kind: String) -> AllianceGraph.Actor {
    AllianceGraph.Actor(id: id, name: id, kind: ActorKind(rawValue: kind))
  }

  static func alliance(_ id: String, _ parties: [String], themes: [String], odd: [Int]) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: id, title: id, parties: parties.map { AllianceGraph.Party(actor: $0) }, themes: themes, odd: odd)
  }

  static func plan(_ content: MatrixContent) throws -> MatrixPlan {
    try MatrixPlan(content, of: MapSubject(of: graph, options: MapOptions()))
  }

  @Test("counts the alliances that unite two families, on the diagonal those with two of one")
  func families() throws {
    let table = try Self.plan(.families).table
    #expect(table.columns == ["Entreprises", "Associations et fondations", "Collectivités et État"])
    #expect(table.rows.map { $0.cells.map(\.count) } == [[1, 1, 1], [1, 1, 0], [1, 0, 0]])
    // An alliance counts once in a total, however many cells it is in.
    #expect(table.rows.map(\.total) == [2, 2, 1])
    #expect(table.columnTotals == [2, 2, 1] && table.total == 3)
  }

  @Test("counts goals by the families of the parties, all seventeen in their order")
  func goals() throws {
    let plan = try Self.plan(.odd)
    #expect(plan.table.rows.count == 17)
    #expect(plan.table.rows[5].cells.map(\.count) == [2, 1, 1] && plan.table.rows[5].total == 2)
    #expect(plan.table.rows[16].cells.map(\.count) == [1, 1, 0])
    #expect(plan.table.rows[0].total == 0)
    #expect(plan.remarks[0].contains("2 alliances sur 3"))
  }

  @Test("counts themes by actor, and says on how many alliances it rests")
  func themes() throws {
    let plan = try Self.plan(.themes)
    #expect(plan.table.columns == ["Eau", "Sol"])
    let rows = Dictionary(uniqueKeysWithValues: plan.table.rows.map { ($0.label, $0.cells.map(\.count)) })
    #expect(rows == ["C1": [2, 1], "C2": [1, 0], "A1": [1, 0], "L": [1, 1]])
    #expect(plan.table.columnTotals == [2, 1] && plan.table.total == 2)
    #expect(plan.remarks[0].contains("2 alliances sur 3") && plan.remarks[0].contains("4 organisations sur 5"))
  }

  @Test("gathers what has no column of its own, and loses no alliance by it")
  func manyThemes() throws {
    let alliances = (0..<20).map { Self.alliance("x\($0)", ["C1", "A1"], themes: ["t\($0)"], odd: []) }
    let graph = AllianceGraph(info: Self.graph.info, actors: Self.graph.actors, alliances: alliances)
    let table = try MatrixPlan(.themes, of: MapSubject(of: graph, options: MapOptions())).table
    #expect(table.columns.count == MatrixTable.columnLimit && table.columns.last == "9 autres thèmes")
    #expect(table.total == 20 && table.rows.map(\.total) == [20, 20])
  }

  @Test("writes counts in ink that stands out from every shade by 4.5:1 or more", arguments: 1...40)
  func contrast(most: Int) throws {
    let plan = try Self.plan(.families)
    for count in 0...most {
      let fill = plan.style(forCount: count).fill
      #expect(plan.ink(on: fill).contrast(with: fill) >= 4.5)
    }
    let shades = MatrixPlan.shades(upTo: most)
    #expect(shades == shades.sorted() && Set(shades).count == shades.count && shades.allSatisfy { $0 <= most })
  }
}
