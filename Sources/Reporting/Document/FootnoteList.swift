import AllianceModel

/// The sources of rows as footnotes, numbered from 1 within their section; each address or title once.
struct FootnoteList {
  private(set) var footnotes: [Footnote] = []
  private var numbersOfSubject: [String: [Int]] = [:]

  /// - Parameter subjects: The ids of actors or alliances, in the order in which the section speaks of them.
  init(of subjects: [String], in report: ReportSubject) {
    var known: [String: Int] = [:]
    for subject in subjects {
      for (place, source) in (report.sources[subject] ?? []).enumerated() {
        guard let key = source.url ?? source.title else { continue }
        if let number = known[key] {
          if !numbers(of: subject).contains(number) { numbersOfSubject[subject, default: []].append(number) }
          continue
        }
        guard let sentence = FootnoteList.sentence(source, place: place, in: report.language) else { continue }
        let address = source.url.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        footnotes.append(Footnote(number: footnotes.count + 1, sentence: sentence, address: address))
        known[key] = footnotes.count
        numbersOfSubject[subject, default: []].append(footnotes.count)
      }
    }
  }

  /// The numbers that stand after a sentence about the whole row.
  func numbers(of subject: String) -> [Int] { numbersOfSubject[subject] ?? [] }

  private static func sentence(_ source: AllianceGraph.Source, place: Int, in language: Language) -> Sentence? {
    let date = source.date.map { ", " + $0.words(in: language) } ?? ""
    let author = source.author.map { "\($0), " } ?? ""
    return Sentence(
      verbatim: author + (source.title?.typeset(in: language) ?? source.url ?? "") + date,
      rows: [.source(place + 1, of: source.subject)])
  }
}
