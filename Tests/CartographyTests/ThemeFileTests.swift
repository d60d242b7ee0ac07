import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import Testing

@Suite("Theme files")
struct ThemeFileTests {
  @Test("take what they do not say from their base")
  func base() throws {
    let theme = try MapTheme(
      text: """
        \u{FEFF}# Couleurs de la mairie\r
        base = "print"\r
        [family.companies]  # seule la bordure\r
        border = "#336600"\r
        [text]
        font = "Marianne,Arial"
        scale = 0.95
        """, file: "mairie.toml")
    let base = try MapTheme(named: "print")
    #expect(theme.style(of: ActorFamily.companies).border == MapColor(0x336600))
    #expect(theme.style(of: ActorFamily.companies).fill == base.style(of: ActorFamily.companies).fill)
    #expect(theme.style(of: ActorFamily.networks) == base.style(of: ActorFamily.networks))
    #expect((theme.fontName, theme.fontScale) == ("Marianne,Arial", 0.95))
  }

  @Test("an empty file is the standard theme")
  func empty() throws {
    let theme = try MapTheme(text: "", file: "standard")
    #expect(theme == .standard)
  }

  @Test(
    "say where they are wrong, and what to write",
    arguments: [
      ("[text]\nink = \"#12345\"", 2, 7, "six hexadecimal digits"),
      ("[text]\n  ink = 12", 2, 9, "six hexadecimal digits"),
      ("[family.company]", 1, 1, "family.companies"),
      ("[text]\nfonts = \"Arial\"", 2, 1, "“font”"),
      ("[family.companies]\nshape = \"hexagone\"", 2, 9, "hexagon"),
      ("[family.companies]\ndouble = \"oui\"", 2, 10, "true or false"),
      ("[form.patronage]\nwidth = 40", 2, 9, "0.3 to 12"),
      ("[form.patronage]\nline = \"wavy\"", 2, 8, "dotted"),
      ("base = \"dark\"", 1, 8, "high-contrast"),
      ("[text\nink = \"#000000\"", 1, 1, "[family.companies]"),
      ("[text]\n[text]", 2, 1, "one of the two"),
      ("[text]\nink = \"#000000\"\nink = \"#111111\"", 3, 1, "one of the two"),
      ("ink", 1, 1, "value"),
      ("[text]\nink = ", 2, 7, "straight quotes"),
      ("[text]\nink = “#000000”", 2, 7, "straight quotes"),
      ("[sheet]\nlogo = \"absent.png\"", 2, 8, "absent.png"),
    ])
  func errors(text: String, line: Int, column: Int, cure: String) {
    let error = #expect(throws: ThemeError.self) { try MapTheme(text: text, file: "mairie.toml") }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.cure.english.contains(cure) == true, "\(error?.cure.english ?? "")")
    #expect(error?.text(in: .french).hasPrefix("mairie.toml:\(line):\(column): erreur") == true)
  }

  @Test("print the line with the fault underlined")
  func message() {
    let error = #expect(throws: ThemeError.self) { try MapTheme(text: "[text]\nink = \"#12345\"", file: "m.toml") }
    #expect(
      error?.text(in: .english) == """
        m.toml:2:7: error: this is not a colour
        ink = "#12345"
              ^~~~~~~~
        help: write six hexadecimal digits: "#1A2B3C"
        """)
  }

  @Test("bring a logo into the picture itself")
  func logo() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Two by one pixels, grey.
    let picture = try #require(
      Data(
        base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNo+A8AAgIBgG5WixMAAAAASUVORK5CYII="))
    try picture.write(to: folder.appending(path: "logo & co.png"))
    try Data("[sheet]\nlogo = \"logo & co.png\"\n".utf8).write(to: folder.appending(path: "mairie.toml"))
    let theme = try MapTheme(contentsOf: folder.appending(path: "mairie.toml").path)
    #expect(theme.name == "mairie")
    #expect((theme.logo?.width, theme.logo?.height) == (2, 1))
    let graph = DiagramPictures.generated(actors: 5, seed: 1)
    let document = try await DiagramPictures.document(.bipartite, graph, MapOptions(theme: theme))
    let svg = String(decoding: try #require(document[.svg]), as: UTF8.self)
    #expect(svg.contains("<image xlink:href=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(!svg.contains(folder.path))
    #expect(document.findings.isEmpty)
  }
}
