import AllianceModel
import Testing

@testable import Cartography

@Suite("Map theme")
struct MapThemeTests {
  @Test("keeps text readable on every fill: a contrast of 4.5 or more", arguments: MapTheme.builtIn)
  func text(theme: MapTheme) {
    let fills =
      (theme.nodeStyles + theme.paletteStyles).map(\.style.fill) + [theme.paper, theme.hull, theme.land, theme.count]
    for fill in fills {
      #expect(theme.ink.contrast(with: fill) >= 4.5, "\(fill.hex)")
      #expect(theme.faintInk.contrast(with: fill) >= 4.5, "\(fill.hex)")
    }
    #expect(theme.landInk.contrast(with: theme.land) >= 4.5)
    #expect(theme.landInk.contrast(with: theme.hull) >= 4.5)
  }

  @Test("keeps borders and ties visible on paper and hull: a contrast of 3 or more", arguments: MapTheme.builtIn)
  func marks(theme: MapTheme) {
    let borders = (theme.nodeStyles + theme.paletteStyles).map { ($0.name, $0.style.border) }
    let ties = (theme.formStyles + theme.relationStyles).map { ($0.name, $0.style.color) }
    for (name, color) in borders + ties + [("absent", theme.absentTie.color), ("count", theme.countBorder)] {
      #expect(color.contrast(with: theme.paper) >= 3, "\(name) \(color.hex)")
      #expect(color.contrast(with: theme.hull) >= 3, "\(name) \(color.hex)")
    }
  }

  @Test("in high contrast all marks reach 7")
  func highContrast() throws {
    let theme = try MapTheme(named: "high-contrast")
    let colors =
      (theme.nodeStyles + theme.paletteStyles).map(\.style.border)
      + (theme.formStyles + theme.relationStyles).map(\.style.color) + [theme.ink, theme.faintInk, theme.landInk]
    for color in colors { #expect(color.contrast(with: theme.paper) >= 7, "\(color.hex)") }
  }

  @Test("grey is grey")
  func grey() throws {
    let theme = try MapTheme(named: "grey")
    let colors =
      (theme.nodeStyles + theme.paletteStyles).flatMap { [$0.style.border, $0.style.fill] }
      + (theme.formStyles + theme.relationStyles).map(\.style.color)
      + [
        theme.ink, theme.faintInk, theme.paper, theme.hull, theme.hullBorder, theme.land, theme.landInk, theme.count,
        theme.countBorder, theme.heat, theme.absentTie.color, theme.paleTie.color, theme.periodTie.color,
        theme.bundleTie.color,
      ]
    for color in colors { #expect(color.red == color.green && color.green == color.blue, "\(color.hex)") }
  }

  @Test("tells families, objects and ties apart without colour", arguments: MapTheme.builtIn)
  func withoutColor(theme: MapTheme) {
    struct Look: Hashable {
      let shape: NodeShape
      let isDouble: Bool
      let isDashed: Bool
    }
    func look(_ style: MapTheme.NodeStyle) -> Look {
      Look(shape: style.shape, isDouble: style.isDouble, isDashed: style.isDashed)
    }
    for styles in [theme.nodeStyles, theme.paletteStyles] {
      #expect(Set(styles.map { look($0.style) }).count == styles.count)
    }
    // Of two solid or dashed lines, one is at least 0.8 pt wider.
    for styles in [theme.formStyles, theme.relationStyles].map({ $0.map(\.style) }) {
      for (place, style) in styles.enumerated() {
        for other in styles[..<place] where other.line == style.line {
          #expect(abs(other.width - style.width) >= 0.8, "\(style) \(other)")
        }
      }
    }
  }
}
