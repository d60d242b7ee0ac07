/// A drawing whose parts all have their places, in points of the drawing, x to the right and y upwards from (0, 0).
///
/// What timelines, matrices and their kin have in common: areas and rules behind, ties over them, shapes and names on top.
struct Figure {
  /// A filled part of the ground, behind everything.
  struct Area {
    let outline: [Point]
    let fill: MapColor
    let border: MapColor?

    init(_ box: Box, fill: MapColor, border: MapColor? = nil) { self.init(box.corners, fill: fill, border: border) }

    init(_ outline: [Point], fill: MapColor, border: MapColor? = nil) {
      (self.outline, self.fill, self.border) = (outline, fill, border)
    }
  }

  /// A thin line of the ground, that means nothing by itself.
  struct Rule {
    let points: [Point]
    let color: MapColor
    let width: Double
  }

  /// What is written on a shape: lines of pieces, all of one size.
  struct Text {
    struct Piece {
      let string: String
      var face = FontFace.regular
      var color: MapColor?
    }

    let lines: [[Piece]]
    let size: Double
    var isCentered = true

    init(_ lines: [[Piece]], size: Double, isCentered: Bool = true) {
      (self.lines, self.size, self.isCentered) = (lines, size, isCentered)
    }

    init(_ lines: [String], size: Double, face: FontFace = .regular, color: MapColor? = nil, isCentered: Bool = true) {
      self.init(lines.map { [Piece(string: $0, face: face, color: color)] }, size: size, isCentered: isCentered)
    }

    var lineWidths: [Double] {
      lines.map { $0.map { TextMetrics.width($0.string, size: size, face: $0.face) }.reduce(0, +) }
    }
    var width: Double { lineWidths.max() ?? 0 }
    var height: Double { Double(lines.count) * size * TextMetrics.lineHeight }
    var string: String { lines.map { $0.map(\.string).joined() }.joined(separator: " ") }
  }

  /// A thing with a place: an actor, an alliance, a cell, or a name alone.
  struct Shape {
    /// Of the SVG element: letters, digits and `_`.
    let id: String
    let cssClass: String
    var box: Box
    /// nil for text without an outline.
    var style: MapTheme.NodeStyle?
    var pen = 1.0
    var text: Text?
    let tooltip: String
    /// Whether the legend must explain its look.
    var isInLegend = true
    /// Whether a tie may pass behind it.
    var isOpen = false
  }

  /// A line that means something.
  struct Tie {
    let id: String
    let cssClass: String
    var curve: Spline
    let style: MapTheme.TieStyle
    let tooltip: String
    /// The shapes that it may touch, by their places in ``Figure/shapes``.
    var ends: [Int] = []
    /// Whether it runs under names on purpose, as the lane of an actor runs under its marks.
    var isGround = false
  }

  /// A line of text on the ground.
  struct Caption {
    let text: String
    /// Where its baseline begins.
    let origin: Point
    let size: Double
    var face = FontFace.regular
    var color: MapColor?

    /// The room that its letters take.
    var box: Box {
      let width = TextMetrics.width(text, size: size, face: face)
      return Box(left: origin.x, bottom: origin.y - size * 0.22, right: origin.x + width, top: origin.y + size * 0.78)
    }
  }

  var width = 0.0
  var height = 0.0
  var areas: [Area] = []
  var rules: [Rule] = []
  var captions: [Caption] = []
  var ties: [Tie] = []
  var shapes: [Shape] = []
  /// The ids of what the map is about and this figure shows, however it does: for the check that nothing is missing.
  var shownActors: Set<Int> = []
  var shownAlliances: Set<Int> = []

  /// Adds a shape and says at which place.
  @discardableResult
  mutating func add(_ shape: Shape) -> Int {
    shapes.append(shape)
    return shapes.count - 1
  }

  /// Adds all of another figure, its origin at `origin`. The size stays.
  mutating func add(_ part: Figure, at origin: Point) {
    let first = shapes.count
    areas += part.areas.map { Area($0.outline.map { $0 + origin }, fill: $0.fill, border: $0.border) }
    rules += part.rules.map { Rule(points: $0.points.map { $0 + origin }, color: $0.color, width: $0.width) }
    captions += part.captions.map {
      Caption(text: $0.text, origin: $0.origin + origin, size: $0.size, face: $0.face, color: $0.color)
    }
    shapes += part.shapes.map { shape in
      var shape = shape
      shape.box.center = shape.box.center + origin
      return shape
    }
    ties += part.ties.map { tie in
      var tie = tie
      tie.curve = Spline(points: tie.curve.points.map { $0 + origin })
      tie.ends = tie.ends.map { $0 + first }
      return tie
    }
    shownActors.formUnion(part.shownActors)
    shownAlliances.formUnion(part.shownAlliances)
  }
}

extension Figure {
  /// A page without a picture: what is missing, and how to add it.
  static func message(_ text: String, width: Double, theme: MapTheme) -> Figure {
    var figure = Figure()
    let lines = TextWrapping.lines(text, within: min(420, width - 60), size: 13)
    let content = Text(lines, size: 13)
    (figure.width, figure.height) = (width, content.height + 90)
    let box = Box(
      center: Point(width / 2, figure.height / 2), width: content.width + 44, height: content.height + 34)
    figure.add(
      Shape(
        id: "message", cssClass: "message", box: box,
        style: MapTheme.NodeStyle(.roundedBox, fill: theme.hull, border: theme.faintInk), text: content,
        tooltip: text, isInLegend: false))
    return figure
  }
}
