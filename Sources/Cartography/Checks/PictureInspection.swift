/// Judges a finished SVG as a strict reader would: what is painted, in its order, and nothing that the layout knows.
public struct PictureInspection: Sendable, Equatable {
  public let findings: [MapFinding]
  /// The smallest contrast between a text and what is under it, `1...21`; nil without text.
  public let smallestContrast: Double?
  /// The share of the sheet that is within three points of something painted, `0...1`.
  public let areaUsed: Double

  /// Texts and marks may share this much: half of a pen, and what one machine's fonts differ from another's.
  private static let tolerance = 0.8
  /// The contrast that text wants.
  ///
  /// - SeeAlso: W3C, *Web Content Accessibility Guidelines 2.2*, success criterion 1.4.3.
  public static let wantedContrast = 4.5
  /// The contrast that marks want (1.4.11).
  private static let markContrast = 3.0

  /// A dot or an arrow is a mark, not a text.
  private static func wanted(for text: SVGPicture.Text) -> Double {
    text.string.contains { $0.isLetter || $0.isNumber } ? wantedContrast : markContrast
  }

  /// - Parameters:
  ///   - svg: Of ``MapDocument``.
  ///   - theme: That it was drawn in.
  public init(of svg: [UInt8], theme: MapTheme = .standard) {
    let picture = SVGPicture(svg, fontScale: theme.fontScale)
    let ground = PictureGround(picture, paper: theme.paper)
    let contrasts = picture.texts.map { text in
      (text, ground.colors(under: text).map { $0.contrast(with: text.color) }.min() ?? 21)
    }
    let faint = contrasts.filter { $0.1 < PictureInspection.wanted(for: $0.0) }
    var findings = PictureInspection.overlaps(picture) + PictureInspection.clipped(picture)
    findings += ground.covered(picture) + PictureInspection.crossedTexts(picture, ground)
    findings += faint.map { MapFinding.faintText($0.0.string, ratio: $0.1) }
    self.findings = findings + LegendLooks(picture).alike
    smallestContrast = contrasts.map(\.1).min()
    areaUsed = PictureInspection.areaUsed(picture)
  }

  /// Texts on texts, and texts across the border of a shape that is not theirs.
  private static func overlaps(_ picture: SVGPicture) -> [MapFinding] {
    var findings: [MapFinding] = []
    let texts = picture.texts.sorted { ($0.box.left, $0.order) < ($1.box.left, $1.order) }
    for (place, text) in texts.enumerated() {
      let box = letters(of: text)
      for other in texts[(place + 1)...] {
        if other.box.left >= text.box.right { break }
        // Runs of one line follow each other where the fonts of the machine let the first end.
        let isNextRun = text.group > 0 && text.group == other.group
        guard !isNextRun || text.box.right - other.box.left > 0.06 * text.box.width else { continue }
        if box.overlaps(other.box) { findings.append(.overlap(text.string, other.string)) }
      }
    }
    let shapes = picture.marks.filter { $0.isClosed && $0.group > 0 && $0.stroke != nil }
      .map { (mark: $0, box: $0.box) }.sorted { ($0.box.left, $0.mark.order) < ($1.box.left, $1.mark.order) }
    for text in texts {
      let box = letters(of: text)
      for (mark, shape) in shapes {
        if shape.left >= text.box.right { break }
        guard mark.group != text.group, box.overlaps(shape), PictureInspection.crosses(mark, box) else { continue }
        findings.append(.overlap(text.string, picture.groups[mark.group].id))
      }
    }
    return findings
  }

  /// What surely is covered with letters: fonts of one width still differ by some hundredths at small sizes.
  private static func letters(of text: SVGPicture.Text) -> Box {
    let box = text.box
    return Box(center: box.center, width: 0.97 * box.width - 2 * tolerance, height: box.height - 2 * tolerance)
  }

  /// Whether the outline of a mark runs through the box.
  private static func crosses(_ mark: SVGPicture.Mark, _ box: Box) -> Bool {
    let ends = mark.points.dropFirst() + mark.points.prefix(1)
    return zip(mark.points, ends).contains { Segment($0, $1).meets(box) }
  }

  /// Texts beyond the sheet, or beyond the outline on which they stand.
  private static func clipped(_ picture: SVGPicture) -> [MapFinding] {
    let sheet = Box(left: 0, bottom: 0, right: picture.width, top: picture.height)
    let outlines = Dictionary(
      picture.marks.filter { $0.isClosed && $0.group > 0 && $0.stroke != nil }.map { ($0.group, $0) }
    ) { first, _ in first }
    return picture.texts.compactMap { text in
      if !sheet.contains(letters(of: text)) { return .offSheet(text.string) }
      guard let outline = outlines[text.group], crosses(outline, letters(of: text)) else { return nil }
      return .textTooWide(text.string)
    }
  }

  /// Texts through which a line is seen to run: no filled shape hides it.
  private static func crossedTexts(_ picture: SVGPicture, _ ground: PictureGround) -> [MapFinding] {
    var findings: [MapFinding] = []
    let lines = picture.marks.filter { picture.groups[$0.group].classes.contains("edge") && !$0.isClosed }
      .map { (mark: $0, box: $0.box) }.sorted { ($0.box.left, $0.mark.order) < ($1.box.left, $1.mark.order) }
    for text in picture.texts {
      let box = letters(of: text)
      for (line, bounds) in lines {
        if bounds.left >= text.box.right { break }
        guard bounds.inset(by: 0.1).overlaps(box),
          zip(line.points, line.points.dropFirst()).contains(where: { Segment($0, $1).meets(box) }),
          line.order > text.order || !ground.isCovered(box, after: line.order, before: text.order)
        else { continue }
        findings.append(.tieBehind(tie: picture.groups[line.group].id, box: text.string))
      }
    }
    return findings
  }

  /// Counted on a grid of squares of six points.
  private static func areaUsed(_ picture: SVGPicture) -> Double {
    let step = 6.0
    let (columns, rows) = (Int(picture.width / step), Int(picture.height / step))
    guard columns > 0, rows > 0 else { return 0 }
    var used = [Bool](repeating: false, count: columns * rows)
    func mark(_ box: Box) {
      for row in cells(from: box.bottom, to: box.top, count: rows) {
        for column in cells(from: box.left, to: box.right, count: columns) { used[row * columns + column] = true }
      }
    }
    /// Those of `0..<count` that the span touches: none of a span beyond the sheet.
    func cells(from low: Double, to high: Double, count: Int) -> Range<Int> {
      let first = max(0, min(count, Int((low / step).rounded(.down))))
      return first..<max(first, min(count, Int((high / step).rounded(.down)) + 1))
    }
    for text in picture.texts { mark(text.box) }
    for shape in picture.marks where shape.group > 0 {
      if shape.isClosed {
        mark(shape.box)
      } else {
        for point in shape.points { mark(Box(center: point, width: step, height: step)) }
      }
    }
    return Double(used.count(where: \.self)) / Double(used.count)
  }
}

/// Filled shapes in the order in which they are painted.
private struct PictureGround {
  private let fills: [(mark: SVGPicture.Mark, box: Box, color: MapColor)]
  private let paper: MapColor

  init(_ picture: SVGPicture, paper: MapColor) {
    self.paper = paper
    fills = picture.marks.compactMap { mark in mark.isClosed ? mark.fill.map { (mark, mark.box, $0) } : nil }
  }

  /// What is under the two ends and the middle of a text.
  func colors(under text: SVGPicture.Text) -> Set<MapColor> {
    let box = text.box.inset(by: -1)
    return Set(
      [box.left, box.center.x, box.right].map { x in
        let point = Point(x, box.center.y)
        let top = fills.last { $0.mark.order < text.order && $0.box.holds(point) && $0.mark.encloses(point) }
        return top?.color ?? paper
      })
  }

  /// Whether one filled shape painted in between lies under all of the box.
  func isCovered(_ box: Box, after first: Int, before last: Int) -> Bool {
    fills.contains { fill in
      fill.mark.order > first && fill.mark.order < last && fill.box.contains(box)
        && box.corners.allSatisfy(fill.mark.encloses)
    }
  }

  /// Texts and shapes that a later shape of another group covers at their centre.
  func covered(_ picture: SVGPicture) -> [MapFinding] {
    let texts = picture.texts.filter { text in
      fills.contains { $0.mark.order > text.order && $0.box.overlaps(text.box) && $0.mark.encloses(text.box.center) }
    }
    let shapes = picture.marks.filter { mark in
      guard mark.isClosed, mark.group > 0, picture.groups[mark.group].classes.contains("node") else { return false }
      let box = mark.box
      return fills.contains {
        $0.mark.order > mark.order && $0.mark.group != mark.group && $0.box.contains(box)
          && $0.mark.encloses(box.center)
      }
    }
    return texts.map { .hidden($0.string) } + shapes.map { .hidden(picture.groups[$0.group].id) }
  }
}

extension Box {
  fileprivate func holds(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= bottom && point.y <= top
  }
}

extension SVGPicture.Mark {
  /// Whether a point lies inside the outline: by the number of sides to its right.
  fileprivate func encloses(_ point: Point) -> Bool {
    var isInside = false
    var previous = points[points.count - 1]
    for corner in points {
      if (corner.y > point.y) != (previous.y > point.y),
        point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
      {
        isInside.toggle()
      }
      previous = corner
    }
    return isInside
  }
}
