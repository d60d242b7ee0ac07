import AllianceModel

/// The story of a graph: its alliances year by year, in the words of their rows, with the map of the years.
struct StoryReport {
  private let subject: ReportSubject
  private let options: ReportOptions
  private var graph: AllianceGraph { subject.graph }

  init(_ subject: ReportSubject, options: ReportOptions) {
    (self.subject, self.options) = (subject, options)
  }

  func report() -> Report {
    let order = subject.inOrderOfTime(Array(graph.alliances.indices))
    let years = Dictionary(grouping: order) { year(of: $0) }
    let dated = years.keys.compactMap(\.self)
    let span = dated.min().flatMap { from in dated.max().map { from == $0 ? "\(from)" : "\(from)–\($0)" } }
    let title = graph.info.title
    let sections = years.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { section($0.key, alliances: $0.value) }
    return Report(
      kind: .story, language: subject.language,
      title: span.map { subject.say("\(title) : le récit, \($0)", "\(title): the story, \($0)") }
        ?? subject.say("\(title) : le récit", "\(title): the story"),
      overline: subject.say("Année par année", "Year by year"),
      lead: [subject.description, subject.size, subject.years].compactMap(\.self), cover: [],
      date: options.date ?? graph.info.created, isInternal: options.isInternal, theme: options.theme,
      sections: sections + [subject.aboutSection(), map], graphs: [graph])
  }

  /// The year in which an alliance is told: that of its start, else of its end; nil when it has neither.
  private func year(of index: Int) -> Int? { (graph.alliances[index].start ?? graph.alliances[index].end)?.year }

  private var map: Report.Section { subject.sheet(subject.timelineMap) }

  private func section(_ year: Int?, alliances: [Int]) -> Report.Section {
    let notes = FootnoteList(of: alliances.map { graph.alliances[$0].id }, in: subject)
    return Report.Section(
      id: subject.anchor("annee", year.map(String.init) ?? "sans-date"),
      title: year.map(String.init) ?? subject.say("Sans date connue", "Without a known date"),
      blocks: [.paragraph([count(alliances, in: year)].compactMap(\.self))] + [
        .facts(alliances.compactMap { episode($0, notes: notes) })
      ] + (notes.footnotes.isEmpty ? [] : [.footnotes(notes.footnotes)]))
  }

  /// "4 alliances commencent en 2012, 10 acteurs et objets y prennent part."
  private func count(_ alliances: [Int], in year: Int?) -> Sentence? {
    let rows = alliances.map(subject.row(alliance:))
    let members = Set(alliances.flatMap { subject.parties[$0] }).count
    let what = subject.alliances(alliances.count)
    let who = subject.count(members, ("partie", "parties"), ("party", "parties"))
    guard let year else {
      return subject.sentence(
        "\(what) sans date, \(who) en tout.", "\(what) without a date, \(who) in all.", rows: rows)
    }
    return subject.sentence("\(what) en \(year), \(who) en tout.", "\(what) in \(year), \(who) in all.", rows: rows)
  }

  private func episode(_ index: Int, notes: FootnoteList) -> Fact? {
    let alliance = graph.alliances[index]
    let numbers = notes.numbers(of: alliance.id)
    let story = subject.story(of: index, notes: numbers)
    let members = subject.parties[index]
    let names = subject.list(
      members.map { actor in
        let role = alliance.parties.first { $0.actor == graph.actors[actor].id }?.role
        return subject.name(actor) + (role.map { " (\($0))" } ?? "")
      })
    let who = subject.sentence(
      "\(members.count < 2 ? "Partie" : "Parties") : \(names).",
      "\(members.count == 1 ? "Party" : "Parties"): \(names).",
      rows: [subject.row(alliance: index)] + members.map(subject.row(actor:)), notes: story == nil ? numbers : [])
    return Fact(
      alliance.title.typeset(in: subject.language),
      [subject.period(of: alliance), story, subject.result(of: index), members.isEmpty ? nil : who]
        + subject.contradictions(of: index))
  }
}
