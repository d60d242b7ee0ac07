public import AllianceModel

/// The alliances of a graph year by year, as far as their dates are known.
///
/// An alliance counts in the years in which it is known to run: from its start to its end, only in the year of the date
/// that is known when the other is not, and to the graph's own date when its status says that it is active. Past that it
/// may still run: an open end is neither an end nor "today". Planned alliances have not begun.
public struct AllianceYears: Sendable, Equatable {
  /// How the alliances that begin in a year are parted: each stands in exactly one share, so that shares add up.
  public enum Share: Sendable, Hashable {
    case form(PartnershipForm)
    /// Several forms at once.
    case several
    /// Looked at, and outside the typology.
    case outside
    case unknown
  }

  public struct Year: Sendable, Equatable {
    public let year: Int
    /// Alliances by their positions in ``AllianceGraph/alliances``, rising, here and below.
    public let started: [Int]
    public let ended: [Int]
    /// Known to run at some time of the year.
    public let active: [Int]
    /// Begun, and not known to have ended or to go on.
    public let maybeActive: [Int]
    /// ``started``, by share.
    public let shares: [Share: [Int]]
  }

  /// Every year from the first to the last date that is known to the year, those without an event too.
  public let years: [Year]
  /// Those without a start, which no year counts as started.
  public let undated: [Int]
  /// Those that started before or after a date: in no year that is known.
  public let bounded: [Int]
  public let planned: [Int]
  public let allianceCount: Int
  /// The graph's own date, until which an active alliance is known to run.
  public let reference: PartialDate?

  /// The shares that occur, in the order of the typology.
  public var shares: [Share] {
    let present = Set(years.flatMap(\.shares.keys))
    return present.sorted { $0.rank < $1.rank }
  }
}

extension AllianceYears.Share {
  /// The share of an alliance of these forms.
  public init(of forms: [PartnershipForm]) {
    let named = Set(forms).subtracting([.none])
    self =
      if forms.isEmpty { .unknown } else if named.isEmpty { .outside } else if let form = named.first, named.count == 1
      {
        .form(form)
      } else { .several }
  }

  public var label: LocalizedText {
    switch self {
    case .form(let form): form.label
    case .several: LocalizedText(french: "Plusieurs formes", english: "Several forms")
    case .outside: LocalizedText(french: "Hors typologie", english: "Outside the typology")
    case .unknown: LocalizedText(french: "Forme inconnue", english: "Form not known")
    }
  }

  /// The order of the typology, then several, outside and unknown; words that no table knows by their letters.
  fileprivate var rank: (Int, String) {
    switch self {
    case .form(let form): (form.rank, form.rawValue)
    case .several: (.max - 2, "")
    case .outside: (.max - 1, "")
    case .unknown: (.max, "")
    }
  }
}

extension AllianceGraph {
  /// The alliances year by year.
  ///
  /// - Complexity: O(alliances · years).
  public func allianceYears() -> AllianceYears {
    let periods = alliances.map { KnownPeriod(of: $0, reference: info.created) }
    let begun = alliances.indices.filter { alliances[$0].status != .planned }
    let known = begun.flatMap { [periods[$0].startYear, periods[$0].endYear].compactMap(\.self) }
    let span = known.min().flatMap { first in known.max().map { Array(first...$0) } } ?? []
    return AllianceYears(
      years: span.map { year in
        let started = begun.filter { periods[$0].startYear == year }
        return AllianceYears.Year(
          year: year, started: started, ended: begun.filter { periods[$0].endYear == year },
          active: begun.filter { periods[$0].certain?.contains(year) ?? false },
          maybeActive: begun.filter { periods[$0].mayRun(in: year) },
          shares: Dictionary(grouping: started) { AllianceYears.Share(of: alliances[$0].forms) })
      },
      undated: begun.filter { alliances[$0].start == nil },
      bounded: begun.filter { alliances[$0].start.map { $0.bound != .exact } ?? false },
      planned: alliances.indices.filter { alliances[$0].status == .planned }, allianceCount: alliances.count,
      reference: info.created)
  }
}

extension AllianceStatus {
  static let planned = AllianceStatus(rawValue: "planned")
  static let active = AllianceStatus(rawValue: "active")
  static let ended = AllianceStatus(rawValue: "ended")
}

/// What the dates and the status of an alliance say of each year.
private struct KnownPeriod {
  /// The year of a start or end that is known to the year.
  let startYear: Int?
  let endYear: Int?
  /// The years in which it is known to run.
  let certain: ClosedRange<Int>?
  /// The last year in which it may run.
  private let lastPossible: Int

  init(of alliance: AllianceGraph.Alliance, reference: PartialDate?) {
    let (start, end) = (alliance.start, alliance.end)
    startYear = start.flatMap { $0.bound == .exact ? $0.year : nil }
    endYear = end.flatMap { $0.bound == .exact ? $0.year : nil }
    // An end after a date is at least in the year of the day after it; one before a date tells no year.
    let isActive = end == nil && alliance.status == .active
    let until = end?.earliestYear ?? (isActive ? reference?.year : nil)
    let from = start?.latestYear ?? endYear
    certain = from.map { $0...max($0, until ?? $0) }
    lastPossible = end?.latestYear ?? .max
  }

  /// Whether it may run in a year after those that are certain.
  func mayRun(in year: Int) -> Bool {
    certain.map { year > $0.upperBound && year <= lastPossible } ?? false
  }
}
