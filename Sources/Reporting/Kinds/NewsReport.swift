import AllianceModel
import Cartography
import MissingPartnerships

/// "Bonnes nouvelles": a cover, a synthesis, one page for each chosen alliance, and what could come next.
struct NewsReport {
  private let subjects: [ReportSubject]
  private let options: ReportOptions
  /// For each graph, the alliances that are told.
  private let chosen: [[Int]]
  private var first: ReportSubject { subjects[0] }
  private var language: Language { first.language }

  /// How many alliances are told when nobody says.
  private static let usual = 6

  init(_ subjects: [ReportSubject], options: ReportOptions) throws(ReportError) {
    (self.subjects, self.options) = (subjects, options)
    let known = Set(subjects.flatMap { $0.graph.alliances.map(\.id) })
    if let stranger = options.selection.ids.first(where: { !known.contains($0) }) { throw .unknownAlliance(stranger) }
    let top = options.top ?? max(1, NewsReport.usual / subjects.count)
    var chosen: [[Int]] = []
    for subject in subjects {
      do { chosen.append(try options.selection.alliances(of: subject.graph, top: top)) } catch {
        throw .unknownFilterValue(error)
      }
    }
    guard chosen.contains(where: { !$0.isEmpty }) else { throw .nothingSelected }
    self.chosen = chosen
  }

  func report() throws(ReportError) -> Report {
    do { return try pages() } catch { throw .cancelled }
  }

  private func pages() throws(CancellationError) -> Report {
    var sections: [Report.Section] = []
    for (place, subject) in subjects.enumerated() { sections.append(try synthesis(subject, startsPage: place > 0)) }
    // One item of each territory in turn, as the days of a week go from one to the next.
    let rounds = (0..<(chosen.map(\.count).max() ?? 0)).flatMap { round in
      subjects.indices.filter { chosen[$0].count > round }.map { (subjects[$0], chosen[$0][round]) }
    }
    sections += rounds.enumerated().map { day, item in
      AlliancePage(item.0, alliance: item.1, day: hasDays ? day : nil).section
    }
    for (place, subject) in subjects.enumerated() {
      if let section = try NextSteps(subject, around: chosen[place]).section() { sections.append(section) }
    }
    return Report(
      kind: .news, language: language, title: title,
      overline: options.issue ?? first.say("Bonnes nouvelles", "Good news"),
      lead: subjects.count == 1 ? [first.description, first.territory].compactMap(\.self) : [],
      cover: try cover(), date: options.date ?? subjects.compactMap(\.graph.info.created).max(),
      isInternal: options.isInternal, theme: options.theme, sections: sections + about, graphs: subjects.map(\.graph))
  }

  private var about: [Report.Section] { subjects.map { $0.aboutSection(titledWith: subjects.count > 1) } }

  /// Whether items bear the days of a week: those of an issue, or of several territories.
  private var hasDays: Bool { options.issue != nil || subjects.count > 1 }

  private var title: String {
    let names = first.list(subjects.map(\.graph.info.title))
    return subjects.count == 1
      ? first.say("Bonnes nouvelles : \(names)", "Good news: \(names)")
      : first.say("Bonnes nouvelles des territoires : \(names)", "Good news of territories: \(names)")
  }

  private func cover() throws(CancellationError) -> [Block] {
    subjects.count == 1 ? [.figure(try first.coverMap())] : []
  }

  private func synthesis(_ subject: ReportSubject, startsPage: Bool) throws(CancellationError) -> Report.Section {
    let name = subject.graph.info.title
    let sentences = [subject.size, subject.years, subject.sourced].compactMap(\.self)
    let blocks: [Block] = [.keyFigures(subject.keyFigures), .paragraph(sentences), .list(subject.forms)]
    let goals = subject.goals
    let goalSection = Report.Section(
      id: subject.anchor("odd", subject.graph.info.name), title: subject.say("Les objectifs (ODD)", "The goals (SDG)"),
      blocks: [.goals(goals)])
    return Report.Section(
      id: subject.anchor("synthese", subject.graph.info.name), overline: subjects.count > 1 ? name : nil,
      title: subjects.count > 1
        ? subject.say("Synthèse : \(name)", "In brief: \(name)") : subject.say("Synthèse", "In brief"),
      blocks: blocks,
      sections: [goals.isEmpty ? nil : goalSection, subjects.count > 1 ? subject.sheet(try subject.coverMap()) : nil]
        .compactMap(\.self), startsPage: startsPage)
  }
}
