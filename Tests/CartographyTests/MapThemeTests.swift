import AllianceModel
import Cartography
import Testing

@Suite("Map theme")
struct MapThemeTests {
  private let theme = MapTheme.standard
  private var objectKinds: [ActorKind] { [.programme, .place, .publication, .event, .standard, .person] }
  private var forms: [PartnershipForm] { Vocabulary.forms.entries.map { PartnershipForm(rawValue: $0.code) } }

  @Test("keeps text readable on every fill: a contrast of 4.5 or more")
  func text() {
    let fills =
      ActorFamily.allCases.map { theme.style(of: $0).fill } + objectKinds.map { theme.style(ofObject: $0).fill }
      + theme.palette.map(\.fill) + [theme.paletteRest.fill, theme.paper, theme.hull]
    for fill in fills {
      #expect(theme.ink.contrast(with: fill) >= 4.5)
      #expect(theme.faintInk.contrast(with: fill) >= 4.5, "\(fill.hex)")
    }
  }

  @Test("keeps borders and ties visible on paper and hull: a contrast of 3 or more")
  func marks() {
    let borders =
      ActorFamily.allCases.map { theme.style(of: $0).border }
      + objectKinds.map { theme.style(ofObject: $0).border } + theme.palette.map(\.border)
    let ties =
      forms.map { theme.style(of: $0).color } + RelationFamily.allCases.map { theme.style(of: $0).color }
      + [theme.unknownTie.color]
    for color in borders + ties {
      #expect(color.contrast(with: theme.paper) >= 3, "\(color.hex)")
      #expect(color.contrast(with: theme.hull) >= 3, "\(color.hex)")
    }
  }

  @Test("tells families, objects and ties apart without colour")
  func withoutColor() {
    struct Look: Hashable {
      let shape: NodeShape
      let isDouble: Bool
      let isDashed: Bool
    }
    func look(_ style: MapTheme.NodeStyle) -> Look {
      Look(shape: style.shape, isDouble: style.isDouble, isDashed: style.isDashed)
    }
    let families = ActorFamily.allCases.map { look(theme.style(of: $0)) }
    let objects = objectKinds.map { look(theme.style(ofObject: $0)) }
    #expect(Set(families + objects).count == families.count + objects.count)
    #expect(Set(theme.palette.map(look) + [look(theme.paletteRest)]).count == theme.palette.count + 1)
    // Of two solid or dashed lines, one is at least 0.8 pt wider.
    for styles in [forms.map { theme.style(of: $0) }, RelationFamily.allCases.map { theme.style(of: $0) }] {
      for (place, style) in styles.enumerated() {
        for other in styles[..<place] where other.line == style.line {
          #expect(abs(other.width - style.width) >= 0.8, "\(style) \(other)")
        }
      }
    }
  }
}
