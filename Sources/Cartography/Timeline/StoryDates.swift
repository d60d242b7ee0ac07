import AllianceModel

/// Dates as short as a row of a timeline allows, with their precision left visible.
struct StoryDates: Sendable {
  let language: Language

  private static let french = [
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
  ]
  private static let english = [
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]

  /// "23 nov.", "nov.", "2021", "avant juin", "2008–2012": what stands beside an entry, under the heading of its year.
  func label(of entry: Story.Entry) -> String {
    guard let start = entry.start else {
      guard let end = entry.end else { return "" }
      let words = (end.bound == .exact ? (language == .french ? "jusqu’en " : "until ") : "") + full(end)
      return words
    }
    let words = within(start)
    guard let end = entry.end, end.year > start.year, end.bound == .exact else { return words }
    return start.precision == .year ? "\(start.year)–\(end.year)" : "\(words) – \(end.year)"
  }

  /// The part of a date that its year does not say: the year itself when there is no more.
  private func within(_ date: PartialDate) -> String {
    guard date.bound == .exact, let month = date.month else { return full(date) }
    let name = (language == .french ? StoryDates.french : StoryDates.english)[month - 1]
    guard let day = date.day else { return name }
    return language == .french && day == 1 ? "1er \(name)" : "\(day) \(name)"
  }

  private func full(_ date: PartialDate) -> String {
    let bound =
      switch date.bound {
      case .exact: ""
      case .before: language == .french ? "avant " : "before "
      case .after: language == .french ? "après " : "after "
      }
    return bound + "\(date.year)"
  }

  /// The heading of a block, in one or two lines.
  func heading(of block: Story.Block) -> [String] {
    switch block.time {
    case .year(let year): ["\(year)"]
    case .before(let year): [language == .french ? "avant" : "before", "\(year)"]
    case .after(let year): [language == .french ? "après" : "after", "\(year)"]
    case .unknown: language == .french ? ["sans date", "de début"] : ["start", "unknown"]
    }
  }
}
