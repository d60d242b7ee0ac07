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

  @Test("takes places together that the page cannot show apart, and counts their alliances as one place's")
  func merging() throws {
    let graph = TerritoryMapTests.small
    let places = TerritoryPlaces(of: graph, locations: ActorLocations(of: graph), table: nil)
    // Pipriac and Saint-Ganton are 5.8 km apart, Redon 19 km and more.
    let merged = places.merging(within: 6_000, isInside: [true, true, true, false], of: graph)
    #expect(merged.places.map(\.name) == ["Redon", "Pipriac, Saint-Ganton", "Paris"])
    #expect(merged.places[1].actors == [2, 3])
    #expect(merged.links.map(\.places) == [[0, 1], [0, 1], [0, 1, 2]])
    #expect(places.merging(within: 5_000, isInside: [true, true, true, false], of: graph).places.count == 4)
  }
}
