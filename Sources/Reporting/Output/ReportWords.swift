import AllianceModel

/// Words that all formats share.
enum ReportWords {
  /// What a report with personal data bears on every page.
  static let internalStamp = LocalizedText(
    french: "Document interne, avec des données personnelles : à ne pas publier",
    english: "Internal, holds personal data: not for publication")

  /// Title, date of the data and version: the last line of every page.
  static func footer(of report: Report) -> String {
    let language = report.language
    let date = report.date.map { date in
      let words = date.words(in: language)
      return language == .french ? "données \(date.precision == .day ? "du" : "de") \(words)" : "data of \(words)"
    }
    return [report.title.typeset(in: language), date, "Maillage \(maillageVersion)"].compactMap(\.self)
      .joined(separator: " · ")
  }
}
