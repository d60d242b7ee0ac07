import AllianceModel
import Cartography
import Testing

@Suite("Filtered maps")
struct FilteredMapTests {
  static func actor(_ id: String, _ kind: String, place: String? = nil, size: String? = nil) -> AllianceGraph.Actor {
    AllianceGraph.Actor(
      id: id, name: "Nom de \(id)", kind: ActorKind(rawValue: kind), size: size.map { SizeClass(rawValue: $0) },
      place: place)
  }

  static func alliance(
    _ id: String, _ parties: [String], forms: [String] = ["none"], start: String? = nil, end: String? = nil,
    odd: [Int] = [], themes: [String] = []
  ) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: id, title: "Titre de \(id)", parties: parties.map { AllianceGraph.Party(actor: $0) },
      forms: forms.map { PartnershipForm(rawValue: $0) }, start: start.flatMap { PartialDate($0) },
      end: end.flatMap { PartialDate($0) }, themes: themes, odd: odd)
  }

  static let graph = AllianceGraph(
    info: GraphInfo(name: "essai", title: "Essai"),
    actors: [
      actor("firm", "company", place: "35219", size: "sme"), actor("shop", "company", place: "35268"),
      actor("club", "association", place: "35219"), actor("town", "local_authority"), actor("book", "publication"),
    ],
    alliances: [
      alliance("a1", ["firm", "club"], forms: ["patronage"], start: "2015", end: "2018", odd: [8], themes: ["Emploi"]),
      alliance("a2", ["firm", "shop", "book"], start: "2019", odd: [12]),
      alliance("a3", ["club", "town"], start: "2021"),
    ],
    places: [AllianceGraph.Place(id: "35219", name: "Pipriac"), AllianceGraph.Place(id: "35268", name: "Saint-Ganton")])

  private func shown(_ conditions: String...) throws -> (actors: [String], alliances: [String]) {
    let filter = GraphFilter(try conditions.map { try #require(GraphFilter.Condition($0)) })
    let map = try NetworkMap(of: Self.graph, options: MapOptions(filter: filter))
    return (map.graph.actors.map(\.id), map.graph.alliances.map(\.id))
  }

  @Test("keeps actors of a family, the objects, and alliances of at least two of those left")
  func family() throws {
    let shown = try shown("family=companies")
    #expect(shown.actors == ["firm", "shop", "book"])
    #expect(shown.alliances == ["a2"])
  }

  @Test("takes values of one key as alternatives, and different keys together")
  func combination() throws {
    #expect(try shown("family=companies", "family=associations").alliances == ["a1", "a2"])
    #expect(try shown("family=companies", "family=associations", "year=2015").alliances == ["a1"])
  }

  @Test(
    "reads words in French or English, with or without accents", arguments: ["Entreprises", "companies", "COMPANIES"])
  func words(value: String) throws {
    #expect(try shown("family=\(value)").actors == ["firm", "shop", "book"])
  }

  @Test("holds an alliance in each year of its period; without an end, in its first year only")
  func years() throws {
    #expect(try shown("year=2016").alliances == ["a1"])
    #expect(try shown("year=2018-2020").alliances == ["a1", "a2"])
    #expect(try shown("year=2020").alliances == [])
  }

  @Test("filters by form, goal, theme, commune and size, and leaves out who takes no part")
  func others() throws {
    #expect(try shown("form=mécénat").actors == ["firm", "club"])
    #expect(try shown("odd=12").alliances == ["a2"])
    #expect(try shown("theme=emploi").alliances == ["a1"])
    #expect(try shown("commune=pipriac").actors == ["firm", "club", "book"])
    #expect(try shown("commune=35268").actors == ["shop", "book"])
    #expect(try shown("size=PME").actors == ["firm", "book"])
    #expect(try shown("kind=publication").actors == ["firm", "shop", "club", "town", "book"])
  }

  @Test("refuses a value that its key cannot have, and says which it can")
  func unknown() throws {
    let filter = GraphFilter([GraphFilter.Condition(.theme, "Sport")])
    #expect(throws: MapError.unknownFilterValue(.init(key: .theme, value: "Sport", known: ["Emploi"]))) {
      try NetworkMap(of: Self.graph, options: MapOptions(filter: filter))
    }
    #expect(GraphFilter.Condition("colour=red") == nil)
    #expect(GraphFilter.Condition("family=") == nil)
    #expect(GraphFilter.Condition(" year = 2019 ") == GraphFilter.Condition(.year, "2019"))
  }
}
