import AllianceModel
import Testing

@Suite("PlaceTable")
struct PlaceTableTests {
  static let table = PlaceTable([
    .init(
      code: "35236", name: "Redon", epci: "243500741", coordinate: GeoCoordinate(latitude: 47.66, longitude: -2.08)),
    .init(code: "75056", name: "Paris", coordinate: GeoCoordinate(latitude: 48.86, longitude: 2.34)),
    .init(code: "24374", name: "Saint-Aubin", coordinate: GeoCoordinate(latitude: 44.7, longitude: 0.6)),
    .init(code: "47230", name: "Saint-Aubin", coordinate: GeoCoordinate(latitude: 44.4, longitude: 0.9)),
    .init(code: "35251", name: "Saint-Aubin-d'Aubigné"),
    .init(code: "97411", name: "Saint-Denis"),
  ])

  @Test("finds communes by code, by district, by name without accents, by EPCI")
  func lookups() {
    #expect(Self.table["35236"]?.name == "Redon")
    #expect(Self.table["75112"]?.name == "Paris")
    #expect(Self.table["99999"] == nil)
    #expect(Self.table.communes(named: "SAINT AUBIN").map(\.code) == ["24374", "47230"])
    #expect(Self.table.communes(ofEPCI: "243500741").map(\.code) == ["35236"])
    #expect(Self.table["97411"]?.departement == "974")
  }

  @Test("searches by words and by the beginning of a code, exact names first")
  func search() {
    #expect(Self.table.search("saint aubin").map(\.code) == ["24374", "47230", "35251"])
    #expect(Self.table.search("aubigne").map(\.code) == ["35251"])
    #expect(Self.table.search("352").map(\.code) == ["35236", "35251"])
    #expect(Self.table.search(" ").isEmpty)
  }
}
