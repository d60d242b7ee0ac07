import AllianceModel

extension GraphAssembly {
  /// When a row begins and ends, from all columns that speak of it, and what they say that cannot be kept there.
  struct Period {
    var start: PartialDate?
    var end: PartialDate?
    /// Dates that disagree with the start: kept as sources of their own.
    var others: [(field: String, date: PartialDate)] = []
  }

  /// Of a year and a date inside it, the date wins; a date elsewhere in the period, or outside it, is kept beside.
  func period(of row: inout RowReader) -> Period {
    var period = Period(start: row.date("start"), end: row.date("end"))
    if let year = row.date("year_start") { period.sharpenStart(with: year, field: "start") }
    if let year = row.date("year_end") {
      if let end = period.end, let sharper = end.sharpened(by: year) { period.end = sharper }
      period.end = period.end ?? year
    }
    if let date = row.date("date") { period.sharpenStart(with: date, field: "start") }
    for other in period.others where !period.contains(other.date) {
      row.report(
        .warning, field: "date", value: "\(other.date)",
        message: LocalizedText(
          french: "« \(other.date) » contredit l’autre date de cette ligne ; les deux sont gardées",
          english: "“\(other.date)” contradicts the other date of this row; both are kept"),
        cure: LocalizedText(
          french: "voyez les sources, et corrigez si l’une est fausse", english: "see the sources, and mend a wrong one"
        ))
    }
    return period
  }
}

extension GraphAssembly.Period {
  mutating func sharpenStart(with date: PartialDate, field: String) {
    guard let start else {
      start = date
      return
    }
    if let sharper = start.sharpened(by: date) { self.start = sharper } else { others.append((field, date)) }
  }

  /// Whether `date` lies between start and end, as far as they are known.
  func contains(_ date: PartialDate) -> Bool {
    guard let end, let latest = end.latest, let first = date.earliest else { return false }
    let isAfterStart = start.flatMap(\.earliest).map { $0 <= first } ?? true
    return isAfterStart && first <= latest
  }
}
