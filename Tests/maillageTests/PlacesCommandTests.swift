import Foundation
import TestSupport
import Testing

@Suite("maillage places")
struct PlacesCommandTests {
  private static let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")

  private func file(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    let path = Self.folder.appending(path: name)
    try Data(text.utf8).write(to: path)
    return path.path
  }

  @Test("installs a table once, counts it, and finds communes by name and code")
  func installing() throws {
    let table = try file(
      "communes.csv", "Code INSEE;Libellé;lat;lon\n35236;Redon;47,66;-2,08\n35219;Pipriac;47,81;-1,94\n")
    let environment = ["XDG_DATA_HOME": Self.folder.appending(path: "data").path]
    let missing = try CommandRunner.maillage(["places", "find", "redon"], environment: environment)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("maillage places import"))
    let install = try CommandRunner.maillage(["places", "import", table], environment: environment)
    #expect(install.status == 0)
    #expect(install.errors.contains("2 communes installées, dont 2 avec leurs coordonnées"))
    let found = try CommandRunner.maillage(["places", "find", "REDON"], environment: environment)
    #expect(found.output.contains("35236") && found.output.contains("47,66") && !found.output.contains("Pipriac"))
    let none = try CommandRunner.maillage(["places", "find", "Atlantide"], environment: environment)
    #expect(none.status == 65)
    let list = try CommandRunner.maillage(["places", "list"], environment: environment)
    #expect(list.output.contains("35"))
  }

  @Test("refuses a table without codes of communes, and says which columns it wants")
  func refusing() throws {
    let table = try file("prix.csv", "nom;prix\nA;1\n")
    let outcome = try CommandRunner.maillage(
      ["places", "import", table], environment: ["MAILLAGE_PLACES": Self.folder.appending(path: "none.csv").path])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("insee, nom"))
  }

  @Test("lets a graph with INSEE codes alone be drawn and written as GeoJSON points")
  func locating() throws {
    let table = try file("sud.csv", "insee,nom,lat,lon\n46102,Figeac,44.6092,2.0317\n46045,Cajarc,44.4857,1.8417\n")
    let actors = try file(
      "acteurs.csv",
      "nom;type;code insee;commune\nRessourcerie;association;46102;Figeac\nMusée;association;46045;Cajarc\n")
    let environment = ["MAILLAGE_PLACES": Self.folder.appending(path: "sud-installe.csv").path]
    #expect(try CommandRunner.maillage(["places", "import", table], environment: environment).status == 0)
    let picture = Self.folder.appending(path: "carte.svg")
    let drawn = try CommandRunner.maillage(
      ["map", actors, "--kind", "territory", "--output", picture.path], environment: environment)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let svg = try String(contentsOf: picture, encoding: .utf8)
    #expect(svg.contains("Ressourcerie") && svg.contains("2 situés sur 2"))
    let points = Self.folder.appending(path: "points.geojson")
    let written = try CommandRunner.maillage(
      ["export", actors, "--format", "geojson", "--output", points.path], environment: environment)
    #expect(written.status == 0, "\(written.errors)")
    #expect(try String(contentsOf: points, encoding: .utf8).contains("44.6092"))
  }

  @Test("refuses a backdrop that is no GeoJSON, naming line and column, with the exit code of data")
  func badBackdrop() throws {
    let bad = try file("fond.geojson", "{\"type\": \"FeatureCollection\",\n \"features\": [}")
    let outcome = try CommandRunner.maillage(
      ["map", "Graphs/redon", "--kind", "territory", "--backdrop", bad, "--output", bad + ".svg"],
      environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("fond.geojson:2:15: error: this file is not valid JSON"))
  }
}
