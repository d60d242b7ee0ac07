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
      /// A group of actors, by its position in its level.
      case group(Int)
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
      let inner = text.outline(style.shape, markWidth: markWidth)
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
    /// Written on the line: of a bundle, how many alliances it has.
    var label: String?
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
  /// What the numbers on the map mean; empty where names are written.
  var index = IndexList()
}

/// The text of a node, broken into lines.
struct NodeText {
  let lines: [String]
  let size: Double
  let face: FontFace
  /// The years, in grey: behind the last line or under it.
  let year: String?
  let isYearInline: Bool
  /// Of a group, what is in it: written under its name.
  var facts: Facts?

  struct Facts {
    /// Small grey lines.
    let details: [String]
    let detailSize: Double
    /// Side by side in one last row.
    let marks: [Mark]

    static let markGap = 5.0
    /// Above the row of marks.
    static let markLead = 3.0

    var markRowHeight: Double { marks.isEmpty ? 0 : (marks.map(\.height).max() ?? 0) + Facts.markLead }
    var markRowWidth: Double {
      marks.map(\.width).reduce(0, +) + Double(max(0, marks.count - 1)) * Facts.markGap
    }
  }

  /// A small shape with a count inside.
  struct Mark {
    let style: MapTheme.NodeStyle
    let text: String
    let size: Double

    private var outline: (width: Double, height: Double) {
      style.shape.size(
        aroundWidth: TextMetrics.width(text, size: size), height: size * TextMetrics.lineHeight)
    }
    // The second border of a double one lies outside: little more room than that of the others must do for both.
    var width: Double { outline.width - 4 + (style.isDouble ? 3 : 0) }
    var height: Double { outline.height - 4 + (style.isDouble ? 4 : 0) }
  }

  static let hubMarkWidth = 9.0

  var yearSize: Double { min(size, NodeText.largestYear) }
  private static let largestYear = 9.0

  /// The width and height of each row, from the top: the name, the year under it, then the facts.
  private var rows: [(width: Double, height: Double)] {
    var rows = lines.map { (TextMetrics.width($0, size: size, face: face), size * TextMetrics.lineHeight) }
    if let year {
      let yearWidth = TextMetrics.width(isYearInline ? "\u{A0}\u{A0}" + year : year, size: yearSize)
      if isYearInline {
        rows[rows.count - 1].0 += yearWidth
      } else {
        rows.append((yearWidth, yearSize * TextMetrics.lineHeight))
      }
    }
    guard let facts else { return rows }
    rows += facts.details.map {
      (TextMetrics.width($0, size: facts.detailSize), facts.detailSize * TextMetrics.lineHeight)
    }
    return facts.marks.isEmpty ? rows : rows + [(facts.markRowWidth, facts.markRowHeight)]
  }

  var lineWidths: [Double] { rows.map(\.width) }

  /// How far below the top of the text a line begins; for the number of lines, the height of the whole.
  func lineTop(_ line: Int) -> Double { rows.prefix(line).map(\.height).reduce(0, +) }

  var width: Double { lineWidths.max() ?? 0 }
  var height: Double { lineTop(.max) }

  /// The size of the outline that holds this text: every line at its own height, with air around the facts of a group.
  ///
  /// - Parameter markWidth: Of a mark before the text.
  func outline(_ shape: NodeShape, markWidth: Double = 0) -> (width: Double, height: Double) {
    var (width, height) = shape.size(aroundWidth: self.width + markWidth, height: self.height)
    if facts != nil { (width, height) = (width + 8, height + 8) }
    while !fits(shape, width: width, height: height, markWidth: markWidth) { width *= 1.03 }
    return (width, height)
  }

  /// Whether each line stands inside of the outline of this size.
  func fits(_ shape: NodeShape, width: Double, height: Double, markWidth: Double) -> Bool {
    let outline = shape.outline(in: Box(center: Point(0, 0), width: width, height: height))
    let (blockWidth, blockHeight) = (self.width + markWidth, self.height)
    return lineWidths.enumerated().allSatisfy { place, lineWidth in
      let top = blockHeight / 2 - lineTop(place)
      let bottom = blockHeight / 2 - lineTop(place + 1)
      // Letters fill about three quarters of the height of a line.
      let slack = (top - bottom) * 0.12
      let half = min(lineWidth + markWidth, blockWidth) / 2
      return [
        Point(half, top - slack), Point(-half, top - slack), Point(half, bottom + slack), Point(-half, bottom + slack),
      ].allSatisfy { ConvexHull.contains(outline, $0) }
    }
  }

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
      let outline = candidate.outline(shape)
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
