import AllianceModel

extension PartialDate {
  /// The date as it stands after a verb, at its precision: "le 24 novembre 2016", "en novembre 2021", "en 2007", "avant 2016".
  func phrase(in language: Language) -> String {
    let words = words(in: language)
    switch (precision, language) {
    case (.day, .french): return "le " + words
    case (.month, .french), (.year, .french): return "en " + words
    case (.day, .english): return "on " + words
    case (.month, .english), (.year, .english): return "in " + words
    case (.before, _), (.after, _): return words
    }
  }
}

extension ReportSubject {
  /// When an alliance was: its start and end at their precision. An open end is not today, and nothing is said of it.
  func period(of alliance: AllianceGraph.Alliance, notes: [Int] = []) -> Sentence? {
    let rows = [RowReference.alliance(alliance.id)]
    switch (alliance.start, alliance.end) {
    case (let start?, let end?) where start == end || (end.precision == .year && end.year == start.year):
      return quoted(start.phrase(in: language), rows: rows, notes: notes)
    case (let start?, let end?):
      let (from, to) = (start.words(in: language), end.words(in: language))
      return sentence(
        "\(start.precision == .day ? "Du \(from)" : from.afterDe.capitalizedFirst) \(end.precision == .day ? "au" : "à") \(to).",
        "From \(from) to \(to).", rows: rows, notes: notes)
    case (let start?, nil):
      let phrase = start.phrase(in: language)
      return sentence("Commencée \(phrase).", "Begun \(phrase).", rows: rows, notes: notes)
    case (nil, let end?):
      let phrase = end.phrase(in: language)
      return sentence("Terminée \(phrase).", "Ended \(phrase).", rows: rows, notes: notes)
    case (nil, nil): return nil
    }
  }
}
