import AllianceModel

/// Everything that a network map draws, before anything has a place: sizes, words and looks, in points of the drawing.
struct MapScene {
  /// A shape with its text.
  struct Node {
    enum Content: Equatable {
      /// An organisation or an object, by its position in the graph.
      case actor(Int)
      /// An alliance, by its position in the graph.
      case alliance(Int)
    }

    let content: Content
    /// Of the SVG element: letters, digits and `_`.
    let id: String
    let cssClass: String
    let style: MapTheme.NodeStyle
    let penWidth: Double
    let text: NodeText
    let tooltip: String
    /// Its place among ``MapScene/groups``.
    let group: Int
    /// Marks in front of the text: hubs that are parties too, without a tie drawn.
    var hasHubMark = false

    /// The size of its outline, a second border included.
    var size: (width: Double, height: Double) {
      let inner = style.shape.size(aroundWidth: text.width + markWidth, height: text.height)
      let ring = style.isDouble ? 2 * MapTheme.NodeStyle.ringGap : 0
      return (inner.width + ring, inner.height + ring)
    }
    var markWidth: Double { hasHubMark ? NodeText.hubMarkWidth : 0 }
  }

  /// A line between two nodes.
  struct Tie {
    let first: Int
    let second: Int
    let style: MapTheme.TieStyle
    let cssClass: String
    let tooltip: String
  }

  struct Group {
    /// The name and the line under it; nil for the rest when there are no groups.
    let title: (name: String, detail: String)?
    /// False for the rest: who is in no group.
    let hasHull: Bool
  }

  /// An actor in so many alliances that its ties to other groups are drawn as marks.
  struct Hub {
    let actor: Int
    let markCount: Int
  }

  var nodes: [Node]
  var ties: [Tie]
  let groups: [Group]
  let hub: Hub?
  /// Whether alliances of two parties are plain ties.
  let drawsPairsAsTies: Bool
  /// Whether there is such a tie.
  let hasPairTies: Bool
  /// Whether an object stands for the alliance that made it.
  let hasFoldedObjects: Bool
}

/// The text of a node, broken into lines.
struct NodeText {
  let lines: [String]
  let size: Double
  let face: FontFace
  /// The years, in grey: behind the last line or under it.
  let year: String?
  let isYearInline: Bool

  static let hubMarkWidth = 9.0

  var yearSize: Double { min(size, NodeText.largestYear) }
  private static let largestYear = 9.0

  /// The width of each line, the year included.
  var lineWidths: [Double] {
    var widths = lines.map { TextMetrics.width($0, size: size, face: face) }
    if let year {
      let yearWidth = TextMetrics.width(isYearInline ? "\u{A0}\u{A0}" + year : year, size: yearSize)
      if isYearInline { widths[widths.count - 1] += yearWidth } else { widths.append(yearWidth) }
    }
    return widths
  }

  /// How far below the top of the text a line begins; for the number of lines, the height of the whole.
  func lineTop(_ line: Int) -> Double {
    Double(min(line, lines.count)) * size * TextMetrics.lineHeight
      + (line > lines.count ? yearSize * TextMetrics.lineHeight : 0)
  }

  var width: Double { lineWidths.max() ?? 0 }
  var height: Double { lineTop(lineWidths.count) }

  /// Without a year, or with one that stands behind the last line where that makes the text no wider.
  init(lines: [String], size: Double, face: FontFace, year: String? = nil) {
    (self.lines, self.size, self.face, self.year) = (lines, size, face, year)
    guard let year, let last = lines.last else {
      isYearInline = false
      return
    }
    let inline =
      TextMetrics.width(last, size: size, face: face)
      + TextMetrics.width("\u{A0}\u{A0}" + year, size: min(size, NodeText.largestYear))
    let longest = lines.map { TextMetrics.width($0, size: size, face: face) }.max() ?? 0
    isYearInline = inline <= longest + 4
  }

  /// The way to break `text` that takes least room on a map: small and not too long, with a little air around.
  static func fitting(
    _ text: String, shape: NodeShape, size: Double, face: FontFace, year: String? = nil, widest: Double = 128
  ) -> NodeText {
    var best: (cost: Double, text: NodeText)?
    for count in 1...9 {
      let lines = TextWrapping.lines(text, count: count, size: size, face: face)
      let candidate = NodeText(lines: lines, size: size, face: face, year: year)
      let outline = shape.size(aroundWidth: candidate.width, height: candidate.height)
      let excess = max(0, outline.width - widest) / widest
      let flatness = outline.width / outline.height
      let lack = max(0, 1.5 - flatness)
      let cost = (outline.width + 14) * (outline.height + 14) * (1 + 2 * excess + 0.6 * lack)
      if cost < best?.cost ?? .infinity { best = (cost, candidate) }
      if lines.count < count { break }
    }
    return best?.text ?? NodeText(lines: [text], size: size, face: face, year: year)
  }
}
