/// Part of the list that says what the numbers on a map mean: one group.
struct IndexSection: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    /// As it stands on the map: `12`, or `a7` for an alliance.
    let key: String
    let text: String
  }

  /// nil where the map has no groups.
  let title: String?
  let entries: [Entry]
}

/// The list of what numbers mean, broken into lines once: for any number of columns.
struct IndexList: Sendable, Equatable {
  private struct Line: Sendable, Equatable {
    let key: String?
    let text: String
    let isTitle: Bool
    var height: Double
    /// A title and all but the last line of an entry stand in one column with what follows.
    var keepsWithNext: Bool

    var size: Double { isTitle ? IndexList.titleSize : IndexList.size }
  }

  /// A line with its place: `column` from the left, `offset` from the top of the list down to the baseline.
  struct Row {
    let key: String?
    let text: String
    let face: FontFace
    let size: Double
    let column: Int
    let offset: Double
  }

  private let lines: [Line]
  /// From the left of a column to its text: room for the keys.
  let indent: Double
  var isEmpty: Bool { lines.isEmpty }

  static let size = 8.5
  private static let titleSize = 9.5
  private static let columnWidth = 156.0
  /// From the left of one column to the next.
  static let step = columnWidth + 14

  init(_ sections: [IndexSection] = []) {
    let keys = sections.flatMap { $0.entries.map(\.key) }
    let indent = (keys.map { TextMetrics.width($0, size: IndexList.size, face: .bold) }.max() ?? 0) + 5
    var lines: [Line] = []
    for section in sections where !section.entries.isEmpty {
      if let title = section.title {
        lines += TextWrapping.lines(
          title, within: IndexList.columnWidth, size: IndexList.titleSize, face: .bold
        ).map { Line(key: nil, text: $0, isTitle: true, height: IndexList.titleSize * 1.3, keepsWithNext: true) }
      }
      for entry in section.entries {
        let texts = TextWrapping.lines(entry.text, within: IndexList.columnWidth - indent, size: IndexList.size)
        lines += texts.enumerated().map { place, text in
          Line(
            key: place == 0 ? entry.key : nil, text: text, isTitle: false,
            height: IndexList.size * TextMetrics.lineHeight, keepsWithNext: place < texts.count - 1)
        }
      }
      lines[lines.count - 1].height += 5
    }
    (self.lines, self.indent) = (lines, indent)
  }

  /// The list in as many columns as `width` holds, at the least height.
  func rows(width: Double) -> (rows: [Row], height: Double) {
    let count = max(1, Int((width + IndexList.step - IndexList.columnWidth) / IndexList.step))
    var limit = lines.map(\.height).reduce(0, +) / Double(count)
    var columns = columns(count, limit: limit)
    while columns == nil {
      limit += IndexList.size
      columns = self.columns(count, limit: limit)
    }
    var used = [Double](repeating: 0, count: count)
    let rows = zip(lines, columns ?? []).map { line, column in
      let top = used[column]
      used[column] += line.height
      return Row(
        key: line.key, text: line.text, face: line.isTitle ? .bold : .regular, size: line.size, column: column,
        offset: top + line.size)
    }
    return (rows, used.max() ?? 0)
  }

  /// The column of each line when none may be higher than `limit`; nil when they are too few.
  private func columns(_ count: Int, limit: Double) -> [Int]? {
    var (column, used) = (0, 0.0)
    var result: [Int] = []
    while result.count < lines.count {
      var end = result.count
      while lines[end].keepsWithNext, end < lines.count - 1 { end += 1 }
      let block = lines[result.count...end].map(\.height).reduce(0, +)
      if used + block > limit, used > 0 { (column, used) = (column + 1, 0) }
      if column >= count { return nil }
      result += [Int](repeating: column, count: end + 1 - result.count)
      used += block
    }
    return result
  }
}
