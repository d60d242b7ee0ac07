/// A date as far as it is known: to the day, the month or the year, or only as before or after one of these.
///
///     PartialDate("2021-11")   // November 2021
///     PartialDate("<2021")     // some time before 2021
///     PartialDate("2021-02-30")  // nil: there is no such day
///
/// An unknown date is no date (`nil`), never a default one; an open end is not "today".
public struct PartialDate: Sendable, Hashable {
  /// Whether the written date is meant itself, or as a bound.
  public enum Bound: String, Sendable {
    case exact = ""
    case before = "<"
    case after = ">"
  }

  /// How far a date is known.
  public enum Precision: String, Sendable {
    case day, month, year, before, after
  }

  public let bound: Bound
  /// From 1000 to 2999: anything else in a table of alliances is a slip of the keyboard.
  public let year: Int
  /// From 1 to 12, or nil when only the year is known.
  public let month: Int?
  /// From 1 to the length of the month, or nil when only the month or year is known.
  public let day: Int?

  /// A date of the calendar, or nil when there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, bound: Bound = .exact) {
    guard (1000...2999).contains(year), month != nil || day == nil else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard (1...PartialDate.length(ofMonth: month, year: year)).contains(day) else { return nil } }
    }
    (self.bound, self.year, self.month, self.day) = (bound, year, month, day)
  }

  /// Reads `2021`, `2021-11`, `2021-11-23`, each with an optional `<` (before) or `>` (after) in front.
  public init?(_ text: String) {
    let bound: Bound = text.hasPrefix("<") ? .before : text.hasPrefix(">") ? .after : .exact
    let written = bound == .exact ? Substring(text) : text.dropFirst()
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil,
      bound: bound)
  }

  public var precision: Precision {
    switch bound {
    case .before: .before
    case .after: .after
    case .exact: day != nil ? .day : month != nil ? .month : .year
    }
  }

  /// The first day that it may be, as `yyyymmdd`; nil for "before", which has no first day.
  public var earliest: Int? {
    switch bound {
    case .before: nil
    case .exact: year * 10_000 + (month ?? 1) * 100 + (day ?? 1)
    case .after: last + 1
    }
  }

  /// The last day that it may be, as `yyyymmdd`; nil for "after", which has no last day.
  public var latest: Int? {
    switch bound {
    case .before: year * 10_000 + (month ?? 1) * 100 + (day ?? 1) - 1
    case .exact: last
    case .after: nil
    }
  }

  /// The first year that it may be in; nil for "before".
  public var earliestYear: Int? {
    switch bound {
    case .before: nil
    case .exact: year
    case .after: last % 10_000 == 1231 ? year + 1 : year
    }
  }

  /// The last year that it may be in; nil for "after".
  public var latestYear: Int? {
    switch bound {
    case .before: (month ?? 1, day ?? 1) == (1, 1) ? year - 1 : year
    case .exact: year
    case .after: nil
    }
  }

  private var last: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? PartialDate.length(ofMonth: month, year: year))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: Comparable {
  /// By the written year, month and day; a shorter date stands before the longer ones that it holds, and "before" and
  /// "after" stand around the same date.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [Int] { [year, month ?? 0, day ?? 0, bound == .before ? 0 : bound == .exact ? 1 : 2] }
}

extension PartialDate: CustomStringConvertible {
  /// The stored form: `2021-11-23`, `<2021`.
  public var description: String {
    let fields = [month, day].compactMap(\.self).map { $0 < 10 ? "-0\($0)" : "-\($0)" }
    return "\(bound.rawValue)\(year)\(fields.joined())"
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The date in words: `23 novembre 2021`, `1er mai 2021`, `avant 2021`; `23 November 2021`, `before 2021`.
  public func words(in language: Language) -> String {
    let months = language == .french ? PartialDate.frenchMonths : PartialDate.englishMonths
    let dayWord = day.map { language == .french && $0 == 1 ? "1er" : "\($0)" }
    let words = [dayWord, month.map { months[$0 - 1] }, "\(year)"].compactMap(\.self).joined(separator: " ")
    switch bound {
    case .exact: return words
    case .before: return (language == .french ? "avant " : "before ") + words
    case .after: return (language == .french ? "après " : "after ") + words
    }
  }
}

extension PartialDate {
  /// The more exact of two dates that say the same, one more exactly; nil when they disagree.
  package func sharpened(by other: PartialDate) -> PartialDate? {
    guard bound == other.bound, year == other.year else { return nil }
    if let month, let otherMonth = other.month, month != otherMonth { return nil }
    if let day, let otherDay = other.day, day != otherDay { return nil }
    let isLess = (other.month == nil ? 0 : other.day == nil ? 1 : 2) > (month == nil ? 0 : day == nil ? 1 : 2)
    return isLess ? other : self
  }
}
