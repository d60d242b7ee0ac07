/// Finds telephone numbers in running text, and leaves the other numbers of such texts: SIRET, RNA, dates, amounts, codes.
///
/// A French number is `0` and nine digits in pairs, as `0475 123 456` or `0 800 123 456`, or whole; or `+33`, `0033` or
/// (as in `wa.me/33612345678`) `33` before nine digits. A foreign one has a `+`, ten to fifteen digits and no unit after
/// it. A number is whole: no letter touches it, but those of a word such as "tél", and no other digit.
enum PhoneNumbers {
  /// Digits that nothing parts.
  private struct Group {
    let digits: String
    let range: Range<String.Index>
    /// Whether a `+` stands right before it.
    let hasPlus: Bool
    /// What parts it from the group before; nil when that is more than two signs away, or other text.
    let gap: String?
  }

  /// Where the numbers stand in `text`, rising.
  ///
  /// - Complexity: O(*n*).
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.utf8.count(where: { (48...57).contains($0) }) >= 9 else { return [] }
    let groups = groups(in: text)
    var found: [Range<String.Index>] = []
    var place = 0
    while place < groups.count {
      // The longest number, +262 262 12 34 56 digit by digit, has fifteen groups.
      let run = groups[place...].prefix(15).enumerated().prefix { $0.offset == 0 || $0.element.gap != nil }
        .map(\.element)
      if startsWithDate(run) {
        place += 3
      } else if let length = length(of: run), isWhole(run.prefix(length), in: text) {
        let first = run[0].hasPlus ? text.index(before: run[0].range.lowerBound) : run[0].range.lowerBound
        found.append(first..<run[length - 1].range.upperBound)
        place += length
      } else {
        place += 1
      }
    }
    return found
  }

  private static let separators = Set<Character>(" .-/_()\t\u{A0}\u{202F}\u{2009}\u{2010}\u{2011}\u{2012}\u{2013}")

  private static func groups(in text: String) -> [Group] {
    var groups: [Group] = []
    var rest = text.startIndex
    while let start = text[rest...].firstIndex(where: isDigit) {
      let end = text[start...].firstIndex { !isDigit($0) } ?? text.endIndex
      let between = text[rest..<start]
      let isNear = !groups.isEmpty && between.count <= 3 && between.allSatisfy(separators.contains)
      groups.append(
        Group(
          digits: String(text[start..<end]), range: start..<end, hasPlus: between.last == "+",
          gap: isNear ? String(between) : nil))
      rest = end
    }
    return groups
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// How many groups at the start of `run` make a telephone number; nil when they make none.
  private static func length(of run: [Group]) -> Int? {
    var digits = ""
    for (place, group) in run.enumerated() {
      digits += group.digits
      let shape = run[...place].map(\.digits.count)
      if run[0].hasPlus ? isFrench(digits.dropping("33")) : isNational(digits, shape, run) || isPrefixed(digits, shape)
      {
        return place + 1
      }
    }
    guard run[0].hasPlus, !digits.hasPrefix("0") else { return nil }
    // A foreign number goes as far as its groups do.
    let counts = run.indices.map { last in run[...last].reduce(0) { $0 + $1.digits.count } }
    return counts.lastIndex { (10...15).contains($0) }.map { $0 + 1 }
  }

  /// Nine digits after the code of the country, with or without the 0 that is dialled inside it.
  private static func isFrench(_ rest: Substring?) -> Bool {
    guard let rest else { return false }
    let digits = rest.hasPrefix("0") ? rest.dropFirst() : rest
    return digits.count == 9 && !digits.hasPrefix("0")
  }

  private static func isPrefixed(_ digits: String, _ shape: [Int]) -> Bool {
    if isFrench(digits.dropping("0033")) { return true }
    return isFrench(digits.dropping("33")) && (shape == [11] || shape == [2, 1, 2, 2, 2, 2])
  }

  private static func isNational(_ digits: String, _ shape: [Int], _ run: [Group]) -> Bool {
    guard digits.count == 10, digits.hasPrefix("0"), !digits.hasPrefix("00") else { return false }
    // The decimals of 5.0475123456 are no number of their own.
    if shape == [10] { return run[0].gap != "." }
    let isPaired = shape.allSatisfy { $0.isMultiple(of: 2) }
    return isPaired || [[4, 3, 3], [1, 3, 3, 3], [1, 9]].contains(shape)
  }

  /// Whether the groups begin as `01/02/2003` does.
  private static func startsWithDate(_ run: [Group]) -> Bool {
    guard run.count > 2, let gap = run[1].gap, gap == run[2].gap, ["/", ".", "-"].contains(gap),
      let day = Int(run[0].digits), let month = Int(run[1].digits), let year = Int(run[2].digits)
    else { return false }
    return (1...31).contains(day) && (1...12).contains(month) && (1900...2099).contains(year)
  }

  /// Whether no letter touches the groups, and no unit makes an amount of them.
  private static func isWhole(_ groups: ArraySlice<Group>, in text: String) -> Bool {
    guard let first = groups.first, let last = groups.last else { return false }
    let before = text[..<first.range.lowerBound].reversed().prefix { $0.isLetter }
    let word = String(before.reversed()).textKey
    guard
      word.isEmpty
        || ["tel", "telephone", "phone", "fax", "mob", "mobile", "portable", "gsm", "t", "p", "m"]
          .contains(word)
    else { return false }
    let after = text[last.range.upperBound...]
    if after.first?.isLetter ?? false { return false }
    // "+12 000 000 000 €" grows by as much.
    guard first.hasPlus, groups.dropFirst().allSatisfy({ $0.digits.count == 3 }) else { return true }
    let unit = String(after.drop { $0.isWhitespace }.prefix(4)).lowercased()
    return !["€", "%", "$", "£", "k€", "m€", "eur", "hab", "mill"].contains { unit.hasPrefix($0) }
  }
}

extension String {
  /// The text after `prefix`; nil when it does not begin so.
  fileprivate func dropping(_ prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }
}
