import AllianceModel

/// The sources of a row as footnotes, numbered from 1 within their section; each address or title once.
struct FootnoteList {
  let footnotes: [Footnote]
  /// For the numbers that stand after a sentence about the whole row.
  var numbers: [Int] { footnotes.map(\.number) }

  /// - Parameter subject: The id of an actor or alliance.
  init(of subject: String, in report: ReportSubject) {
    var seen: Set<String> = []
    var footnotes: [Footnote] = []
    for (place, source) in (report.sources[subject] ?? []).enumerated() {
      guard let key = source.url ?? source.title, seen.insert(key).inserted else { continue }
      let date = source.date.map { ", " + $0.words(in: report.language) } ?? ""
      let author = source.author.map { "\($0), " } ?? ""
      let address = source.url.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
      let title = source.title ?? source.url ?? ""
      guard
        let sentence = Sentence(
          verbatim: author + title + date, rows: [.source(place + 1, of: subject)])
      else { continue }
      footnotes.append(Footnote(number: footnotes.count + 1, sentence: sentence, address: address))
    }
    self.footnotes = footnotes
  }
}
