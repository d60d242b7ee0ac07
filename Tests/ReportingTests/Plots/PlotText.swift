import Cartography

/// The lines of text of a plot, with the room that each takes.
struct PlotText {
  let words: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Every text of an SVG that a plot wrote.
  static func all(in svg: String) -> [PlotText] {
    svg.matches(
      of:
        /<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)" text-anchor="(\w+)"( font-weight="bold")? fill="[^"]+">([^<]*)</
    ).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2), let size = Double(match.3) else { return nil }
      let words = String(match.6).replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      let width = TextMetrics.width(words, size: size, face: match.5 == nil ? .regular : .bold)
      let left = match.4 == "start" ? x : match.4 == "middle" ? x - width / 2 : x - width
      return PlotText(words: words, left: left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size)
    }
  }

  func overlaps(_ other: PlotText) -> Bool {
    left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 0.5 && other.top < bottom - 0.5
  }
}
