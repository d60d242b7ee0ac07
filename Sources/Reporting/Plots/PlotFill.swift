import AllianceModel
import Cartography
import TerritoryAnalysis

/// What fills a shape: a colour, or a texture of it that can be told from the others in grey.
struct Fill: Hashable {
  enum Pattern: String, CaseIterable {
    case rising, falling, level, dots, grid, upright

    /// The texture as an SVG pattern: lines of the colour on a pale ground of it.
    func definition(id: String, color: MapColor) -> String {
      let marks =
        switch self {
        case .rising: "<path d=\"M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6\" \(Self.stroke(color))/>"
        case .falling: "<path d=\"M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2\" \(Self.stroke(color))/>"
        case .level: "<path d=\"M0,2 L8,2 M0,6 L8,6\" \(Self.stroke(color))/>"
        case .upright: "<path d=\"M2,0 L2,8 M6,0 L6,8\" \(Self.stroke(color))/>"
        case .grid: "<path d=\"M0,4 L8,4 M4,0 L4,8\" \(Self.stroke(color))/>"
        case .dots:
          "<circle cx=\"2\" cy=\"2\" r=\"1.3\" fill=\"\(color.hex)\"/><circle cx=\"6\" cy=\"6\" r=\"1.3\" fill=\"\(color.hex)\"/>"
        }
      return "<pattern id=\"\(id)\" patternUnits=\"userSpaceOnUse\" width=\"8\" height=\"8\">"
        + "<rect width=\"8\" height=\"8\" fill=\"\(color.tint(0.18).hex)\"/>\(marks)</pattern>"
    }

    private static func stroke(_ color: MapColor) -> String {
      "stroke=\"\(color.hex)\" stroke-width=\"1.4\" fill=\"none\""
    }
  }

  let color: MapColor
  let pattern: Pattern?

  init(_ color: MapColor, _ pattern: Pattern? = nil) {
    (self.color, self.pattern) = (color, pattern)
  }
}

extension AllianceYears.Share {
  /// The look of the share: the colour of its form on maps, and a texture of its own.
  func fill(in theme: MapTheme) -> Fill {
    switch self {
    case .form(let form):
      let known: [Fill.Pattern] = [.rising, .dots, .level, .falling]
      return Fill(theme.style(of: form).color, form.isKnown && form.rank < known.count ? known[form.rank] : .upright)
    case .several: return Fill(theme.ink, .grid)
    case .outside: return Fill(theme.faintInk.tint(0.35))
    case .unknown: return Fill(theme.paper)
    }
  }
}
