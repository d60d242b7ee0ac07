import AllianceModel
import Cartography

/// Writes an SVG: a few shapes and lines of text, with fixed decimals, the same bytes for the same plot.
struct PlotCanvas {
  enum Anchor: String {
    case start, middle, end
  }

  /// The width of every plot, in points: that of the text of an A4 page and a little more.
  static let width = 640.0

  let style: PlotStyle
  private var definitions = ""
  private var body = ""
  /// Textures that are defined already, by their ids.
  private var textures: Set<String> = []

  init(_ style: PlotStyle) {
    self.style = style
  }

  private var theme: MapTheme { style.theme }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Fill, border: MapColor? = nil
  ) {
    let stroke = border.map { " stroke=\"\($0.hex)\" stroke-width=\"0.8\"" } ?? ""
    body += "<rect x=\"\(x.svg)\" y=\"\(y.svg)\" width=\"\(width.svg)\" height=\"\(height.svg)\" "
    body += "fill=\"\(value(of: fill))\"\(stroke)/>\n"
  }

  /// A line through these points; dashes in points of length.
  mutating func line(_ points: [Point], color: MapColor, width: Double = 1, dashes: String? = nil) {
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    body += "<polyline points=\"\(PlotCanvas.list(points))\" fill=\"none\" stroke=\"\(color.hex)\" "
    body += "stroke-width=\"\(width.svg)\"\(dash)/>\n"
  }

  mutating func area(_ points: [Point], fill: Fill) {
    body += "<polygon points=\"\(PlotCanvas.list(points))\" fill=\"\(value(of: fill))\"/>\n"
  }

  /// One line of text, its base line at `y`.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, face: FontFace = .regular,
    color: MapColor? = nil
  ) {
    let weight = face == .bold ? " font-weight=\"bold\"" : ""
    body += "<text x=\"\(x.svg)\" y=\"\(y.svg)\" font-size=\"\((size * theme.fontScale).svg)\" "
    body += "text-anchor=\"\(anchor.rawValue)\"\(weight) fill=\"\((color ?? theme.ink).hex)\">"
    body += "\(PlotCanvas.escaped(text))</text>\n"
  }

  /// Several lines of text, the first one's base line at `y`, broken where `width` ends.
  ///
  /// - Returns: The height that they take.
  @discardableResult
  mutating func paragraph(
    _ text: String, x: Double, y: Double, width: Double, size: Double, anchor: Anchor = .start,
    face: FontFace = .regular, color: MapColor? = nil
  ) -> Double {
    let lines = TextWrapping.lines(text, within: width, size: size, face: face)
    let step = size * TextMetrics.lineHeight
    for (place, line) in lines.enumerated() {
      self.text(line, x: x, y: y + Double(place) * step, size: size, anchor: anchor, face: face, color: color)
    }
    return Double(lines.count) * step
  }

  /// The finished picture.
  func picture(height: Double, title: String, alternative: String) -> Picture {
    let (width, height) = (PlotCanvas.width, height.rounded(.up))
    let names = (title: style.prefix + "-title", summary: style.prefix + "-summary")
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.svg)pt" height="\(height.svg)pt" \
      viewBox="0 0 \(width.svg) \(height.svg)" role="img" aria-labelledby="\(names.title) \(names.summary)" \
      lang="\(style.language.rawValue)" font-family="\(PlotCanvas.escaped(theme.fontName))">
      <title id="\(names.title)">\(PlotCanvas.escaped(title))</title>
      <desc id="\(names.summary)">\(PlotCanvas.escaped(alternative))</desc>
      <defs>
      \(definitions)</defs>
      <rect width="\(width.svg)" height="\(height.svg)" fill="\(theme.paper.hex)"/>
      \(body)</svg>

      """
    return Picture(svg: svg, width: width, height: height)
  }

  private mutating func value(of fill: Fill) -> String {
    guard let pattern = fill.pattern else { return fill.color.hex }
    let id = "\(style.prefix)-\(pattern.rawValue)-\(fill.color.hex.dropFirst())"
    if textures.insert(id).inserted { definitions += pattern.definition(id: id, color: fill.color) + "\n" }
    return "url(#\(id))"
  }

  private static func list(_ points: [Point]) -> String {
    points.map { "\($0.x.svg),\($0.y.svg)" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension Double {
  /// Two decimals at most, the same on every machine.
  var svg: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
