import AllianceModel
import MissingPartnerships

/// "Et maintenant ?": the most relevant missing partnerships of those who act in the chosen alliances.
struct NextSteps {
  private let subject: ReportSubject
  private let actors: Set<Int>

  /// How many are shown: few enough that each may be talked over.
  private static let count = 2

  init(_ subject: ReportSubject, around alliances: [Int]) {
    self.subject = subject
    actors = Set(alliances.flatMap { subject.parties[$0] })
  }

  func section() throws(CancellationError) -> Report.Section? {
    let missing = try MissingPartnerships(of: subject.graph)
    let suggestions = try missing.suggestions(top: NextSteps.count) { actors.contains($0) || actors.contains($1) }
    guard !suggestions.isEmpty else { return nil }
    let basis = Sentence(missing.basis.sentence, in: subject.language, rows: [.table("alliances")])
    return Report.Section(
      id: subject.anchor("suite", subject.graph.info.name), overline: subject.graph.info.title,
      title: subject.say("Et maintenant ?", "What next?"), blocks: [.paragraph([basis].compactMap(\.self))],
      sections: suggestions.enumerated().map { subject.card(of: $1, number: $0 + 1) }, startsPage: true)
  }
}

extension ReportSubject {
  /// One missing partnership: the pair, what speaks for it and against it, who can introduce, which form is usual.
  ///
  /// - Parameter title: nil: both names.
  func card(of suggestion: Suggestion, number: Int, title: String? = nil) -> Report.Section {
    let both = list([name(suggestion.first), name(suggestion.second)])
    let pair = [row(actor: suggestion.first), row(actor: suggestion.second)]
    func sentence(_ text: LocalizedText?, _ rows: [RowReference]) -> Sentence? {
      text.flatMap {
        Sentence(
          LocalizedText(french: $0.french.asSentence, english: $0.english.asSentence), in: language,
          rows: rows.isEmpty ? pair : rows)
      }
    }
    let facts = [
      Fact(say("Vraisemblance", "Likelihood"), [sentence(likelihood(of: suggestion), pair)]),
      Fact(say("Pourquoi", "Why"), suggestion.reasons.map { sentence($0.sentence, $0.rows) }),
      Fact(say("À considérer", "But"), [suggestion.counter.flatMap { sentence($0.sentence, $0.rows) }]),
      Fact(
        say("Qui peut présenter", "Who can introduce"),
        [suggestion.introduction.flatMap { sentence($0.sentence, $0.rows) }]),
      Fact(say("Forme usuelle", "Usual form"), [sentence(suggestion.form?.sentence, pair)]),
    ].compactMap(\.self)
    return Report.Section(
      id: "\(anchor("paire", graph.actors[suggestion.first].id))-\(graph.actors[suggestion.second].id.slugged)",
      title: "\(number). \(title ?? both)", rows: pair, blocks: [.facts(facts)],
      isCard: true)
  }

  /// "12,4 fois la paire moyenne", or "31 %" where a chance can be given.
  private func likelihood(of suggestion: Suggestion) -> LocalizedText? {
    if let probability = suggestion.probability {
      let share = tenths(probability * 100)
      return LocalizedText(french: "\(share) %", english: "\(share)%")
    }
    return suggestion.timesAverage.map { times in
      LocalizedText(
        french: "\(tenths(times)) fois la paire moyenne", english: "\(tenths(times)) times the average pair")
    }
  }
}
