import Foundation
import TestSupport
import Testing

@Suite("Fonts")
struct FontTests {
  @Test("that are missing stop PDF and PNG with a message, and leave SVG to the reader's fonts")
  func missing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A configuration without a folder of fonts.
    let configuration = folder.appending(path: "fonts.conf")
    try Data("<?xml version=\"1.0\"?><fontconfig></fontconfig>".utf8).write(to: configuration)
    let environment = ["FONTCONFIG_FILE": configuration.path]
    for format in ["pdf", "png"] {
      let file = folder.appending(path: "map.\(format)").path
      let outcome = try CommandRunner.maillage(["map", "Graphs/redon", "--output", file], environment: environment)
      #expect(outcome.status == 69, "\(outcome.errors)")
      #expect(outcome.errors.contains("fonts-liberation2"))
      #expect(!FileManager.default.fileExists(atPath: file))
    }
    let file = folder.appending(path: "map.svg").path
    let outcome = try CommandRunner.maillage(["map", "Graphs/redon", "--output", file], environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Tézéa"))
  }
}
