import AllianceModel
import Foundation
import Testing

@testable import Workspace

@Suite("InstalledPlaces")
struct InstalledPlacesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-places-\(UUID().uuidString)")
    .path

  @Test("lies where the variables say, and a relative folder is ignored")
  func path() {
    let home = ["HOME": "/home/a"]
    func path(_ more: [String: String]) -> String {
      InstalledPlaces(environment: home.merging(more) { _, new in new }).path
    }
    #expect(path(["MAILLAGE_PLACES": "/data/c.csv", "XDG_DATA_HOME": "/x"]) == "/data/c.csv")
    #expect(path(["XDG_DATA_HOME": "/x"]) == "/x/maillage/places.csv")
    #expect(path(["XDG_DATA_HOME": "x"]) == path([:]))
    #expect(path([:]).hasPrefix("/home/a/") && path([:]).hasSuffix("/maillage/places.csv"))
  }

  @Test("gives back what was installed, and nil before")
  func installing() throws {
    let places = InstalledPlaces(environment: ["XDG_DATA_HOME": folder])
    defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
    #expect(try places.table() == nil)
    let table = PlaceTable([
      .init(
        code: "35236", name: "Redon", epci: "243500741", epciName: "CA Redon Agglomération", population: 9312,
        coordinate: GeoCoordinate(latitude: 47.6611, longitude: -2.0803)),
      .init(code: "2A004", name: "Ajaccio"),
    ])
    try places.install(table)
    #expect(try places.table() == table)
    try places.install(PlaceTable([.init(code: "35219", name: "Pipriac")]))
    #expect(try places.table()?.communes.map(\.code) == ["35219"])
  }

  @Test("says that a file is damaged instead of taking it for none")
  func damaged() throws {
    let places = InstalledPlaces(environment: ["MAILLAGE_PLACES": folder + ".csv"])
    try Data("rien de lisible\n".utf8).write(to: URL(fileURLWithPath: places.path))
    defer { do { try FileManager.default.removeItem(atPath: places.path) } catch {} }
    #expect(throws: WorkspaceError.self) { try places.table() }
  }
}
