import Foundation
import TestSupport
import Testing

@Suite("Map command")
struct MapCommandTests {
  /// A folder with the graph that `maillage new` makes, removed afterwards.
  private func withGraph(_ body: (_ folder: String, _ graph: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "map-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = folder.appending(path: "essai").path
    #expect(try CommandRunner.maillage(["new", graph]).status == 0)
    try body(folder.path, graph)
  }

  @Test("draws every kind into a folder, lists the files, with the bytes that each has when drawn alone")
  func all() throws {
    try withGraph { folder, graph in
      let maps = folder + "/cartes"
      let outcome = try CommandRunner.maillage(["map", graph, "--all", "--page", "a4", "--output", maps])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let names = [
        "network", "territory", "timeline", "ego", "matrix-families", "matrix-themes", "matrix-odd", "clusters",
        "bipartite", "gaps",
      ]
      #expect(outcome.output.split(separator: "\n").map(String.init) == names.map { "\(maps)/essai-\($0).svg" })
      for (name, options) in [
        ("network", ["--kind", "network"]), ("matrix-themes", ["--kind", "matrix", "--of", "themes"]),
      ] {
        let alone = folder + "/\(name).svg"
        let single = try CommandRunner.maillage(["map", graph, "--page", "a4", "--output", alone] + options)
        #expect(single.status == 0, "\(single.errors)")
        #expect(
          FileManager.default.contents(atPath: alone)
            == FileManager.default.contents(atPath: "\(maps)/essai-\(name).svg"))
      }
    }
  }

  @Test("judges a picture without writing one, and measures it")
  func check() throws {
    try withGraph { _, graph in
      let outcome = try CommandRunner.maillage(["map", graph, "--kind", "bipartite", "--page", "a4", "--check"])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("0 défaut(s)") && outcome.output.contains("croisements"))
    }
  }

  @Test("ends with 65 when a picture is not fit: text fainter than 4.5:1")
  func faint() throws {
    try withGraph { folder, graph in
      let theme = folder + "/pale.toml"
      try "[text]\nink = \"#B0B0B0\"\n".write(toFile: theme, atomically: true, encoding: .utf8)
      let outcome = try CommandRunner.maillage([
        "map", graph, "--kind", "bipartite", "--page", "a4", "--theme", theme, "--check",
      ])
      #expect(outcome.status == 65)
      #expect(outcome.output.contains("contraste 2,1:1"))
    }
  }

  @Test("names the line of a theme that is wrong, and a theme that is not there")
  func themes() throws {
    try withGraph { folder, graph in
      let theme = folder + "/mairie.toml"
      try "[text]\nink = \"noir\"\n".write(toFile: theme, atomically: true, encoding: .utf8)
      let wrong = try CommandRunner.maillage(["map", graph, "--theme", theme, "--check"])
      #expect(wrong.status == 65)
      #expect(wrong.errors.contains("mairie.toml:2:7: erreur"))
      #expect(try CommandRunner.maillage(["map", graph, "--theme", "sombre", "--check"]).status == 66)
    }
  }

  @Test("asks for --all when there are several graphs, and for one folder with it")
  func usage() throws {
    #expect(try CommandRunner.maillage(["map", "a", "b", "--output", "c.svg"]).status == 64)
    #expect(try CommandRunner.maillage(["map", "a", "b", "--all", "--output", "c", "--output", "d"]).status == 64)
    #expect(try CommandRunner.maillage(["map", "a", "--format", "svg", "--output", "c.svg"]).status == 64)
  }
}
