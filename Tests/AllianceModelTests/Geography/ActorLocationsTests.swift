import AllianceModel
import Testing

@Suite("ActorLocations")
struct ActorLocationsTests {
  private func graph(_ actors: [AllianceGraph.Actor], places: [AllianceGraph.Place] = []) -> AllianceGraph {
    AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: [], places: places)
  }

  @Test("prefers an actor's own coordinates, then those of its place, then those of the table")
  func order() {
    let places = [AllianceGraph.Place(id: "35236", level: "commune", name: "Redon", latitude: 47.7, longitude: -2)]
    let actors = [
      AllianceGraph.Actor(id: "a", name: "A", place: "35236", latitude: 47.5, longitude: -2.1),
      .init(id: "b", name: "B", place: "35236"), .init(id: "c", name: "C", place: "75112"),
      .init(id: "d", name: "D", place: "dep-35"), .init(id: "e", name: "E"),
      .init(id: "f", name: "F", latitude: 99, longitude: 0),
    ]
    let found = ActorLocations(of: graph(actors, places: places), table: PlaceTableTests.table)
    #expect(found.locations.map { $0?.basis } == [.actor, .place, .tableCode, nil, nil, nil])
    #expect(found[0]?.coordinate.latitude == 47.5)
    #expect(found[1]?.placeName == "Redon")
    #expect(found[2]?.coordinate.latitude == 48.86)
    #expect(found.knownCount == 3)
  }

  @Test("takes a name for a commune only where one commune of the graph's départements bears it")
  func names() {
    let unknown = AllianceGraph.Actor(id: "a", name: "A", place: "saint-aubin")
    let place = AllianceGraph.Place(id: "saint-aubin", level: "commune", name: "Saint-Aubin")
    let neighbour = AllianceGraph.Actor(id: "b", name: "B", place: "47001")
    let table = PlaceTableTests.table
    // Nothing says in which département the graph lies; then a neighbour in Lot-et-Garonne does; then two do.
    #expect(ActorLocations(of: graph([unknown], places: [place]), table: table)[0] == nil)
    #expect(ActorLocations(of: graph([unknown, neighbour], places: [place]), table: table)[0]?.place == "47230")
    let both = [unknown, neighbour, AllianceGraph.Actor(id: "c", name: "C", place: "24001")]
    #expect(ActorLocations(of: graph(both, places: [place]), table: table)[0] == nil)
    let inside = AllianceGraph.Place(id: "saint-aubin", level: "commune", name: "Saint-Aubin", within: ["dep-24"])
    let located = ActorLocations(of: graph(both, places: [inside]), table: table)[0]
    #expect(located?.place == "24374" && located?.basis == .tableName)
  }
}
