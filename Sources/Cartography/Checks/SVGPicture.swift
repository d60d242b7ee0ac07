/// What an SVG of Graphviz shows, in the order in which it is painted: for judging a picture without knowing how it was
/// made.
///
/// Places are points of the picture, x to the right and y upwards from the lower left corner of the sheet.
struct SVGPicture {
  /// A group of the SVG: a node or an edge of the graph; place 0 is the ground.
  struct Group {
    let id: String
    let classes: Set<String>
  }

  /// A painted outline or line.
  struct Mark {
    /// Of an outline its corners, of a line points along it.
    let points: [Point]
    let isClosed: Bool
    let fill: MapColor?
    let stroke: MapColor?
    let strokeWidth: Double
    /// As SVG writes it; empty for a line without gaps.
    let dashes: String
    /// `polygon`, `ellipse`, `path`…
    let element: String
    let group: Int
    let order: Int

    var box: Box { Box(around: points) }
  }

  struct Text {
    let string: String
    /// The room that its letters take, by the widths of ``TextMetrics``.
    let box: Box
    let size: Double
    let color: MapColor
    let group: Int
    let order: Int
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var groups = [Group(id: "", classes: [])]
  private(set) var marks: [Mark] = []
  private(set) var texts: [Text] = []
  /// Points of the picture for one unit of its coordinates: more than 1 where a drawing was enlarged for its sheet.
  private var scale = 1.0

  /// - Parameter fontScale: Of the theme that the picture was drawn in.
  init(_ svg: [UInt8], fontScale: Double = 1) {
    var stack = [0]
    var order = 0
    for tag in SVGTag.all(in: String(decoding: svg, as: UTF8.self)) {
      order += 1
      switch tag.name {
      case "svg":
        let view = (tag["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        if view.count == 4 { (width, height) = (view[2], view[3]) }
      case "g":
        // Links of Graphviz are groups within groups: what they hold is their parent's.
        let isPart = tag["class"] == nil
        if !isPart {
          groups.append(
            Group(id: tag["id"] ?? "", classes: Set((tag["class"] ?? "").split(separator: " ").map(String.init))))
        }
        let isGraph = (tag["class"] ?? "").hasPrefix("graph")
        if isGraph, let factor = tag["transform"]?.firstMatch(of: /scale\(([0-9.]+)/) { scale = Double(factor.1) ?? 1 }
        stack.append(isGraph ? 0 : isPart ? stack[stack.count - 1] : groups.count - 1)
      case "/g": stack.removeLast()
      case "text": addText(tag, fontScale: fontScale, group: stack[stack.count - 1], order: order)
      default:
        if let mark = mark(of: tag, group: stack[stack.count - 1], order: order) { marks.append(mark) }
      }
    }
  }

  private func point(_ x: Double, _ y: Double) -> Point { Point(x * scale, -y * scale) }

  private mutating func addText(_ tag: SVGTag, fontScale: Double, group: Int, order: Int) {
    let written = (tag.number("font-size") ?? 14) * scale
    let size = written / fontScale
    let face: FontFace = tag["font-weight"] == "bold" ? .bold : .regular
    // Spaces at the ends take room in the line, and show nothing.
    let letters = tag.content.drop(while: \.isWhitespace)
    let string = String(letters.reversed().drop(while: \.isWhitespace).reversed())
    guard !string.isEmpty else { return }
    let width = TextMetrics.width(tag.content, size: size, face: face)
    let lead = TextMetrics.width(String(tag.content.prefix(tag.content.count - letters.count)), size: size, face: face)
    let (x, y) = ((tag.number("x") ?? 0) * scale, (tag.number("y") ?? 0) * scale)
    let left =
      switch tag["text-anchor"] {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    // From the foot of g to the head of É would be more; letters of neighbouring lines do not meet before this.
    let start = left + lead
    let box = Box(
      left: start, bottom: -y - 0.2 * written,
      right: start + TextMetrics.width(string, size: size, face: face), top: -y + 0.72 * written)
    texts.append(
      Text(
        string: string, box: box, size: written, color: SVGPicture.color(tag["fill"]) ?? MapColor(0), group: group,
        order: order))
  }

  private func mark(of tag: SVGTag, group: Int, order: Int) -> Mark? {
    let points: [Point]
    switch tag.name {
    case "polygon", "polyline":
      points = (tag["points"] ?? "").split(separator: " ").compactMap { pair in
        let numbers = pair.split(separator: ",").compactMap { Double($0) }
        return numbers.count == 2 ? point(numbers[0], numbers[1]) : nil
      }
    case "ellipse":
      let (x, y) = (tag.number("cx") ?? 0, tag.number("cy") ?? 0)
      let (width, height) = (2 * scale * (tag.number("rx") ?? 0), 2 * scale * (tag.number("ry") ?? 0))
      let box = Box(center: point(x, y), width: width, height: height)
      points = NodeShape.ellipse.outline(in: box)
    case "path":
      let numbers = (tag["d"] ?? "").split { !"-.0123456789e".contains($0) }.compactMap { Double($0) }
      let corners = stride(from: 0, to: numbers.count - 1, by: 2).map { point(numbers[$0], numbers[$0 + 1]) }
      guard corners.count > 3, corners.count % 3 == 1 else { return nil }
      points = Spline(points: corners).samples()
    default: return nil
    }
    guard points.count > 1 else { return nil }
    let fill = SVGPicture.color(tag["fill"])
    return Mark(
      points: points, isClosed: tag.name != "polyline" && (tag.name != "path" || fill != nil), fill: fill,
      stroke: SVGPicture.color(tag["stroke"]), strokeWidth: (tag.number("stroke-width") ?? 1) * scale,
      dashes: tag["stroke-dasharray"] ?? "", element: String(tag.name), group: group, order: order)
  }

  /// nil for nothing at all.
  private static func color(_ text: String?) -> MapColor? {
    switch text {
    case "white": MapColor(0xFFFFFF)
    case "black": MapColor(0)
    default: text.flatMap { $0.hasPrefix("#") ? UInt32($0.dropFirst().prefix(6), radix: 16).map(MapColor.init) : nil }
    }
  }
}

/// A tag of an SVG with its attributes, and the text up to the next tag.
private struct SVGTag {
  let name: Substring
  let attributes: [Substring: Substring]
  let content: String

  subscript(name: Substring) -> String? { attributes[name].map(SVGTag.plain) }

  func number(_ name: Substring) -> Double? { attributes[name].flatMap { Double($0) } }

  static func all(in svg: String) -> [SVGTag] {
    svg.split(separator: "<").compactMap { part in
      guard let end = part.firstIndex(of: ">"), let first = part.first, first.isLetter || first == "/" else {
        return nil
      }
      // In attributes of Graphviz no value holds a quote.
      let pieces = part[..<end].split(separator: "\"", omittingEmptySubsequences: false)
      let name = pieces[0].prefix { !$0.isWhitespace }
      var attributes: [Substring: Substring] = [:]
      var key = pieces[0].dropFirst(name.count)
      for (place, piece) in pieces.dropFirst().enumerated() {
        if place.isMultiple(of: 2) {
          attributes[key.drop { $0.isWhitespace }.prefix { $0 != "=" }] = piece
        } else {
          key = piece
        }
      }
      return SVGTag(name: name, attributes: attributes, content: plain(part[part.index(after: end)...]))
    }
  }

  private static func plain(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing(/&#(\d+);/) { match in
      UInt32(match.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    .replacing("&amp;", with: "&")
  }
}
