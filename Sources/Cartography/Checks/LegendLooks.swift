/// The looks that the legend of a picture explains, compared two by two.
struct LegendLooks {
  /// What tells looks apart without colour.
  private struct Form: Hashable {
    /// Corners of each outline in tenths of its box, or the kind of line.
    let outlines: [[String]]
    let dashes: String
  }

  private struct Look {
    let name: String
    let form: Form
    let width: Double
    let colors: [MapColor]
  }

  /// Two looks of one form must differ by this much in a colour, for every kind of reader.
  ///
  /// About five times what is just noticed side by side: the legend stands away from the marks.
  static let wantedDifference = 10.0
  /// Or by this much in the width of their line, in points of the picture.
  static let wantedWidth = 0.5

  let alike: [MapFinding]

  init(_ picture: SVGPicture) {
    let samples = Dictionary(
      grouping: picture.marks.filter { picture.groups[$0.group].classes.contains("legende") }, by: \.group)
    let looks = samples.sorted { $0.key < $1.key }.compactMap { group, marks in
      LegendLooks.look(of: marks, name: LegendLooks.label(beside: marks, in: picture))
    }
    var alike: [MapFinding] = []
    for (place, look) in looks.enumerated() {
      for other in looks[..<place] where look.form == other.form {
        guard abs(look.width - other.width) < LegendLooks.wantedWidth else { continue }
        let vision = ColorVision.allCases.first { vision in
          zip(look.colors, other.colors).allSatisfy { vision.difference($0, $1) < LegendLooks.wantedDifference }
        }
        if let vision { alike.append(.alike(other.name, look.name, vision)) }
      }
    }
    self.alike = alike
  }

  private static func look(of marks: [SVGPicture.Mark], name: String) -> Look? {
    guard let first = marks.first, first.stroke != nil else { return nil }
    let outlines = marks.map { mark in
      guard mark.isClosed else { return ["line"] }
      let box = mark.box
      func tenths(_ value: Double, _ size: Double) -> Int { size > 0 ? Int((value / size * 10).rounded()) : 0 }
      // A curve has many points: its kind says enough.
      guard mark.element == "polygon" else { return [mark.element] }
      return mark.points.map { point in
        "\(tenths(point.x - box.left, box.width)),\(tenths(point.y - box.bottom, box.height))"
      }
    }
    return Look(
      name: name, form: Form(outlines: outlines, dashes: first.dashes), width: first.isClosed ? 0 : first.strokeWidth,
      colors: first.isClosed
        ? [first.fill, first.stroke].compactMap(\.self) : [first.stroke].compactMap(\.self))
  }

  /// The words at the right of a sample.
  private static func label(beside marks: [SVGPicture.Mark], in picture: SVGPicture) -> String {
    let box = marks.dropFirst().reduce(marks[0].box) { $0.union($1.box) }
    let right = picture.texts.filter { text in
      text.group == 0 && text.box.left >= box.center.x && abs(text.box.center.y - box.center.y) < text.size
    }
    return right.min { $0.box.left < $1.box.left }?.string ?? picture.groups[marks[0].group].id
  }
}
