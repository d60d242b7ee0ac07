import AllianceModel
import Testing

@testable import Cartography

@Suite("TerritoryPlaces")
struct TerritoryPlacesTests {
  @Test("sorts alliances by the places of their parties")
  func alliances() {
    let graph = TerritoryMapTests.small
    let places = TerritoryPlaces(of: graph, locations: ActorLocations(of: graph), table: nil)
    #expect(places.places.map(\.name) == ["Redon", "Pipriac", "Saint-Ganton", "Paris"])
    #expect(places.places.map(\.actors) == [[0, 1], [2], [3], [4]])
    #expect(places.places[0].inner == [0])
    #expect(places.links.map(\.places) == [[0, 1], [0, 1], [0, 1, 2, 3]])
    #expect(places.withoutPlace == [4])
    #expect(places.unlocated == [5])
    #expect(places.locatedCount == 5)
  }
}
