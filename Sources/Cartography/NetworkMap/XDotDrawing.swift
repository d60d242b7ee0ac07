import GraphvizKit

/// Drawing operations of Graphviz (xdot), for what lies behind the graph: hulls and text.
///
/// - SeeAlso: the list of operations on the page *xdot* of the Graphviz documentation, output formats.
struct XDotDrawing {
  private(set) var text = ""

  private mutating func append(_ operation: String) {
    if !text.isEmpty { text += " " }
    text += operation
  }

  /// A filled polygon, or one without a border when `border` is nil.
  mutating func polygon(_ points: [Point], fill: MapColor, border: MapColor?, width: Double = 1) {
    set("S", "solid")
    set("S", "setlinewidth(\(DOTNumber.format(width)))")
    set("c", (border ?? fill).hex)
    set("C", fill.hex)
    let list = points.map { "\(DOTNumber.format($0.x, decimals: 1)) \(DOTNumber.format($0.y, decimals: 1))" }
    append("P \(points.count) \(list.joined(separator: " "))")
  }

  /// A line of straight pieces.
  mutating func polyline(_ points: [Point], color: MapColor, width: Double) {
    set("S", "solid")
    set("S", "setlinewidth(\(DOTNumber.format(width)))")
    set("c", color.hex)
    let list = points.map { "\(DOTNumber.format($0.x, decimals: 1)) \(DOTNumber.format($0.y, decimals: 1))" }
    append("L \(points.count) \(list.joined(separator: " "))")
  }

  /// One line of text that begins at `origin`, on its baseline.
  mutating func line(_ string: String, at origin: Point, size: Double, face: FontFace, color: MapColor, theme: MapTheme)
  {
    let string = XDotDrawing.escaped(string)
    append(
      "F \(DOTNumber.format(size * theme.fontScale)) \(theme.fontName.utf8.count) -\(theme.fontName)")
    append("t \(face == .bold ? 1 : face == .italic ? 2 : 0)")
    set("c", color.hex)
    let width = TextMetrics.width(string, size: size, face: face)
    append(
      "T \(DOTNumber.format(origin.x, decimals: 1)) \(DOTNumber.format(origin.y, decimals: 1)) -1 "
        + "\(DOTNumber.format(width, decimals: 1)) \(string.utf8.count) -\(string)")
  }

  private mutating func set(_ operation: String, _ value: String) {
    append("\(operation) \(value.utf8.count) -\(value)")
  }

  /// Graphviz leaves `&eacute;` as it is in SVG, where it is an error. A word joiner, which has no width, parts the two.
  private static func escaped(_ string: String) -> String {
    var result = ""
    for scalar in string.unicodeScalars {
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      if scalar == "&" { result.unicodeScalars.append("\u{2060}") }
    }
    return string.contains("&") && string.contains(";") ? result : result.replacing("\u{2060}", with: "")
  }
}
