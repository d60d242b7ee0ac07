import AllianceModel

extension PartialDate {
  /// What a person wrote where a date is expected.
  enum Written: Equatable {
    case date(PartialDate)
    /// An empty cell, or the mark of registers for no date (`0001-01-01`).
    case none
    case unreadable
  }

  /// Reads `2021`, `2021-11-23`, `23/11/2021`, `11/2021`, `23 novembre 2021`, `avant 2010`, `>2015`, `2021-11-23T10:00:00`.
  ///
  /// Days come before months, as in France; a year has four digits, since `03/04/05` says nothing certain.
  static func written(_ text: String) -> Written {
    let trimmed = text.trimmedCell
    if trimmed.isEmpty || trimmed.isPlaceholder || trimmed.hasPrefix("0001-01-01") { return .none }
    if let date = PartialDate(trimmed) { return .date(date) }
    var words = trimmed.lowercased().replacing("1er ", with: "1 ")
    var bound = Bound.exact
    for (prefix, meaning) in prefixes where words.hasPrefix(prefix) {
      (bound, words) = (meaning, String(words.dropFirst(prefix.count)).trimmedCell)
      break
    }
    guard let (year, month, day) = parts(of: words) else { return .unreadable }
    return PartialDate(year: year, month: month, day: day, bound: bound).map(Written.date) ?? .unreadable
  }

  private static let prefixes: [(String, Bound)] = [
    ("avant le ", .before), ("avant ", .before), ("before ", .before), ("<", .before),
    ("après le ", .after), ("apres le ", .after), ("après ", .after), ("apres ", .after), ("after ", .after),
    (">", .after), ("le ", .exact), ("en ", .exact),
  ]

  private static func parts(of text: String) -> (Int, Int?, Int?)? {
    if let found = text.wholeMatch(of: /(\d{4})(?:[.,]0)?/) { return Int(found.1).map { ($0, nil, nil) } }
    if let found = text.wholeMatch(of: /(\d{4})[-\/.](\d{1,2})(?:[-\/.](\d{1,2})(?:[ t]\d\d?:\d\d.*)?)?/) {
      return Int(found.1).map { ($0, Int(found.2), found.3.flatMap { Int($0) }) }
    }
    if let found = text.wholeMatch(of: /(?:(\d{1,2})[-\/.])?(\d{1,2})[-\/.](\d{4})(?: \d\d?:\d\d.*)?/) {
      return Int(found.3).map { ($0, Int(found.2), found.1.flatMap { Int($0) }) }
    }
    if let found = text.wholeMatch(of: /(?:(\d{1,2}) )?(\p{L}+)\.? (\d{4})/),
      let month = months[String(found.2).textKey]
    {
      return Int(found.3).map { ($0, month, found.1.flatMap { Int($0) }) }
    }
    return nil
  }

  private static let months: [String: Int] = {
    let names = [
      "janvier|january|janv|jan", "fevrier|february|fevr|fev|feb", "mars|march|mar", "avril|april|avr|apr", "mai|may",
      "juin|june|jun", "juillet|july|juil|jul", "aout|august|aug", "septembre|september|sept|sep",
      "octobre|october|oct", "novembre|november|nov", "decembre|december|dec",
    ]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().flatMap { index, words in
        words.split(separator: "|").map { (String($0), index + 1) }
      })
  }()
}
