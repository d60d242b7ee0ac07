import AllianceModel

/// The lines that are drawn where there are too many to follow: the strongest, and the strongest of each end, so that
/// nothing stands alone that is not alone.
struct BundleSelection {
  /// Alliances between two groups, or two places.
  struct Bundle: Equatable {
    let first: Int
    let second: Int
    let alliances: [Int]
  }

  let drawn: [Bundle]
  /// How many are not drawn, and the most alliances that one of them has.
  let hidden: (count: Int, most: Int)

  /// - Parameters:
  ///   - bundles: Each pair once, those with most alliances first.
  ///   - room: How many can be followed; more are drawn only to show one of each end.
  init(of bundles: [Bundle], room: Int) {
    guard bundles.count > room else {
      (drawn, hidden) = (bundles, (0, 0))
      return
    }
    var hasOwn: Set<Int> = []
    let strongest = bundles.map { bundle in
      let isFirst = !hasOwn.contains(bundle.first) || !hasOwn.contains(bundle.second)
      hasOwn.formUnion([bundle.first, bundle.second])
      return isFirst
    }
    var left = room - strongest.count(where: \.self)
    let isDrawn = strongest.map { isFirst in
      if isFirst { return true }
      left -= 1
      return left >= 0
    }
    drawn = zip(bundles, isDrawn).filter(\.1).map(\.0)
    let others = zip(bundles, isDrawn).filter { !$0.1 }.map(\.0.alliances.count)
    hidden = (others.count, others.max() ?? 0)
  }

  /// All alliances of each pair, those with most alliances first.
  static func bundles(of pairs: [((Int, Int), Int)]) -> [Bundle] {
    var behind: [[Int]: Set<Int>] = [:]
    for ((first, second), alliance) in pairs { behind[[first, second], default: []].insert(alliance) }
    return behind.map { Bundle(first: $0.key[0], second: $0.key[1], alliances: $0.value.sorted()) }.sorted {
      (-$0.alliances.count, $0.first, $0.second) < (-$1.alliances.count, $1.first, $1.second)
    }
  }
}

extension BundleSelection {
  /// The legend of the lines: one entry for each width that is drawn, the widest last, and what is not drawn.
  ///
  /// - Parameters:
  ///   - ends: What a line joins: "deux groupes".
  func entries(between ends: LocalizedText, theme: MapTheme, language: Language) -> [LegendRow.Entry] {
    let classes = Dictionary(grouping: drawn.map(\.alliances.count)) { theme.bundle(of: $0).range.lowerBound }
    var entries = classes.sorted { $0.key < $1.key }.map { least, lines in
      let (style, range) = theme.bundle(of: least)
      let counts =
        range.upperBound == .max
        ? LocalizedText(french: "\(least) et plus", english: "\(least) and more")[language]
        : "\(least)–\(range.upperBound)"
      return LegendRow.Entry(
        sample: .tie(style), text: "\(counts) alliances \(ends[language]) (\(lines.count))")
    }
    if hidden.count > 0 {
      let most = MapWords.alliances(hidden.most, in: language)
      let text = LocalizedText(
        french: "non tracés\u{A0}: \(hidden.count) liens plus faibles (\(most) au plus)",
        english: "not drawn: \(hidden.count) weaker ties (\(most) at most)")
      entries.append(LegendRow.Entry(sample: nil, text: text[language]))
    }
    return entries
  }
}

extension MapTheme {
  /// How wide the line of a bundle is: one of a few widths, so that the legend can show each.
  ///
  /// - Parameter count: Of alliances, at least 1.
  func bundle(of count: Int) -> (style: TieStyle, range: ClosedRange<Int>) {
    let classes: [(ClosedRange<Int>, Double)] = [
      (1...2, 1), (3...9, 2.2), (10...29, 3.6), (30...99, 5.4), (100...Int.max, 7.6),
    ]
    let (range, width) = classes.first { $0.0.contains(count) } ?? classes[0]
    return (TieStyle(bundleTie.line, color: bundleTie.color, width: width), range)
  }
}
