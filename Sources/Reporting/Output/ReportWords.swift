import AllianceModel

/// Words that all formats share.
enum ReportWords {
  /// What a report with personal data bears on every page.
  static let internalStamp = LocalizedText(
    french: "Document interne, avec des données personnelles : à ne pas publier",
    english: "Internal, holds personal data: not for publication")

  /// Date of the data and version: the last line of every page, whose first line is the title.
  static func imprint(of report: Report) -> String {
    let language = report.language
    let date = report.date.map { date in
      let words = date.words(in: language)
      return language == .french ? "données \(date.precision == .day ? "du" : "de") \(words)" : "data of \(words)"
    }
    return [date, "Maillage \(maillageVersion)"].compactMap(\.self).joined(separator: " · ")
  }

  /// Title, date of the data and version: the last line of the report.
  static func footer(of report: Report) -> String {
    report.title.typeset(in: report.language) + " · " + imprint(of: report)
  }
}
