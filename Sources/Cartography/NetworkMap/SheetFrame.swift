import AllianceModel

/// What stands around the drawing: title and counts above, legend and sources below.
///
/// Laid out for a given width, from the top down; ``SheetFrame/header`` and ``SheetFrame/footer`` know their heights, so
/// that the drawing gets exactly what is left.
struct SheetFrame {
  /// A line of text. `offset` is its baseline, measured down from the top of the block.
  struct Line {
    let x: Double
    let offset: Double
    let text: String
    let size: Double
    let face: FontFace
    let color: MapColor
  }

  /// A sample of what is drawn, in a box whose centre is `offset` below the top of the block.
  struct Mark {
    enum Sample {
      case node(MapTheme.NodeStyle)
      case pill(String)
      case tie(MapTheme.TieStyle)
      case hull
      case hub
      case logo(MapLogo)
    }

    let sample: Sample
    let x: Double
    let offset: Double
    let width: Double
    let height: Double
  }

  struct Block {
    var lines: [Line] = []
    var marks: [Mark] = []
    var height = 0.0
  }

  let header: Block
  let footer: Block

  /// Nothing around the drawing.
  static let none = SheetFrame(header: Block(), footer: Block())

  private init(header: Block, footer: Block) {
    (self.header, self.footer) = (header, footer)
  }

  /// - Parameters:
  ///   - scale: Of all type and marks: 1 for a drawing about 1,100 points wide.
  ///   - index: What numbers on the map mean. Its type has the size of that on the map.
  init(
    words: SheetWords, legend: [LegendRow], index: IndexList = IndexList(), width: Double, scale: Double,
    theme: MapTheme
  ) {
    var header = Block()
    let logo = theme.logo.map { SheetFrame.logoMark($0, width: width, scale: scale) }
    let textWidth = width - (logo.map { $0.width + 16 * scale } ?? 0)
    header.write(words.title, size: 23 * scale, face: .bold, color: theme.ink, width: textWidth, leading: 1.16)
    header.height += 3 * scale
    for line in words.subtitles {
      header.write(line, size: 11.5 * scale, face: .regular, color: theme.faintInk, width: textWidth, leading: 1.35)
    }
    if let logo {
      header.marks.append(logo)
      header.height = max(header.height, logo.height)
    }
    header.height += 12 * scale
    var footer = Block()
    footer.height = 14 * scale
    footer.add(legend, width: width, scale: scale, theme: theme)
    footer.height += 6 * scale
    footer.add(index, width: width, theme: theme)
    for line in words.notes {
      footer.write(line, size: 9.5 * scale, face: .regular, color: theme.faintInk, width: width, leading: 1.35)
    }
    (self.header, self.footer) = (header, footer)
  }

  /// A logo at the right, as high as a title with two lines under it, at most a quarter as wide as the sheet.
  private static func logoMark(_ logo: MapLogo, width: Double, scale: Double) -> Mark {
    let ratio = Double(logo.width) / Double(logo.height)
    let height = min(56 * scale, width / 4 / ratio)
    return Mark(
      sample: .logo(logo), x: width - height * ratio, offset: height / 2, width: height * ratio, height: height)
  }
}

/// The words of a sheet.
struct SheetWords {
  let title: String
  let subtitles: [String]
  let notes: [String]
}

/// One row of the legend: a heading and samples with their meaning.
struct LegendRow {
  struct Entry {
    let sample: SheetFrame.Mark.Sample?
    let text: String
  }

  let heading: String
  let entries: [Entry]
}

extension SheetFrame.Block {
  fileprivate mutating func write(
    _ text: String, size: Double, face: FontFace, color: MapColor, width: Double, leading: Double
  ) {
    for line in TextWrapping.lines(text, within: width, size: size, face: face) {
      height += size * leading
      lines.append(
        SheetFrame.Line(x: 0, offset: height - size * 0.22, text: line, size: size, face: face, color: color))
    }
  }

  /// Headings in a column at the left, samples flowing beside them on as many lines as they need.
  fileprivate mutating func add(_ rows: [LegendRow], width: Double, scale: Double, theme: MapTheme) {
    let size = 10.5 * scale
    let lineHeight = 21 * scale
    let headingWidth =
      (rows.map { TextMetrics.width($0.heading, size: size, face: .bold) }.max() ?? 0) + 14 * scale
    for row in rows {
      var x = headingWidth
      var center = height + lineHeight / 2
      lines.append(
        SheetFrame.Line(
          x: 0, offset: center + size * 0.36, text: row.heading, size: size, face: .bold, color: theme.ink))
      for entry in row.entries {
        let mark = entry.sample.map { SheetFrame.Block.size(of: $0, scale: scale) }
        let markWidth = mark.map { $0.width + 6 * scale } ?? 0
        let face: FontFace = entry.sample == nil ? .italic : .regular
        let needed = markWidth + TextMetrics.width(entry.text, size: size, face: face)
        if x + needed > width, x > headingWidth {
          x = headingWidth
          center += lineHeight
        }
        if let sample = entry.sample, let mark {
          marks.append(
            SheetFrame.Mark(sample: sample, x: x, offset: center, width: mark.width, height: mark.height))
        }
        for (place, line) in TextWrapping.lines(
          entry.text, within: max(width - x - markWidth, 60), size: size, face: face
        ).enumerated() {
          if place > 0 { center += size * 1.3 }
          lines.append(
            SheetFrame.Line(
              x: x + markWidth, offset: center + size * 0.36, text: line, size: size, face: face,
              color: entry.sample == nil ? theme.faintInk : theme.ink))
        }
        x += needed + 20 * scale
      }
      height = center + lineHeight / 2
    }
  }

  /// The list of what numbers mean, in columns.
  fileprivate mutating func add(_ index: IndexList, width: Double, theme: MapTheme) {
    guard !index.isEmpty else { return }
    let (rows, listHeight) = index.rows(width: width)
    for row in rows {
      let left = Double(row.column) * IndexList.step
      func write(_ text: String, x: Double, face: FontFace) {
        lines.append(
          SheetFrame.Line(x: x, offset: height + row.offset, text: text, size: row.size, face: face, color: theme.ink))
      }
      if let key = row.key { write(key, x: left, face: .bold) }
      write(row.text, x: left + (row.face == .bold ? 0 : index.indent), face: row.face)
    }
    height += listHeight + 8
  }

  private static func size(of sample: SheetFrame.Mark.Sample, scale: Double) -> (width: Double, height: Double) {
    switch sample {
    case .node: (26 * scale, 15 * scale)
    case .pill(let text): (TextMetrics.width(text, size: 9 * scale) + 14 * scale, 15 * scale)
    case .tie: (36 * scale, 8 * scale)
    case .hull: (26 * scale, 15 * scale)
    case .hub: (8 * scale, 8 * scale)
    case .logo: (0, 0)
    }
  }
}
