import AllianceModel
import Cartography

/// The page of one alliance: what it is, who, when, where, what was done together, what came of it, on which sources.
struct AlliancePage {
  private let subject: ReportSubject
  private let index: Int
  /// The place of the item in its week, from 0 for Monday; nil without days.
  private let day: Int?

  init(_ subject: ReportSubject, alliance: Int, day: Int? = nil) {
    (self.subject, index, self.day) = (subject, alliance, day)
  }

  var section: Report.Section {
    let alliance = subject.graph.alliances[index]
    let notes = FootnoteList(of: [alliance.id], in: subject)
    let story = subject.story(of: index, notes: notes.numbers(of: alliance.id))
    // The notes stand once: after what was done, else after who did it.
    let opening = subject.opening(of: index, notes: story == nil ? notes.numbers(of: alliance.id) : [])
    let facts = [
      Fact(subject.say("Quand", "When"), [subject.period(of: alliance)] + subject.contradictions(of: index)),
      Fact(subject.say("Où", "Where"), [subject.place(of: index)]),
      Fact(subject.say("Qui", "Who"), subject.parties(of: index)),
      Fact(subject.say("Résultat", "Result"), [subject.result(of: index)]),
      Fact(subject.say("Avec le soutien de", "With the support of"), [subject.support(of: index)]),
      Fact(subject.say("Forme", "Form"), [subject.forms(of: index)]),
      Fact(subject.say("Relation", "Relation"), [subject.relation(of: index)]),
      Fact(subject.say("Thème", "Theme"), [subject.themes(of: index)]),
    ].compactMap(\.self)
    var blocks: [Block] = []
    if let told = story ?? opening { blocks.append(.paragraph([told])) }
    blocks.append(.facts(facts))
    let goals = subject.goals(of: [alliance], total: nil)
    if !goals.isEmpty { blocks.append(.goals(goals)) }
    if var map = subject.allianceMap(of: index) {
      map.tallest = room(beside: blocks, notes.footnotes)
      blocks.append(.figure(map))
    }
    if !notes.footnotes.isEmpty { blocks.append(.footnotes(notes.footnotes)) }
    return Report.Section(
      id: subject.anchor("alliance", alliance.id), overline: overline(of: alliance),
      title: alliance.title.typeset(in: subject.language),
      rows: [.alliance(alliance.id)], blocks: blocks, startsPage: true)
  }

  /// What a page leaves to the picture, in millimetres, so that one alliance is one page: lines of text by their letters.
  private func room(beside blocks: [Block], _ footnotes: [Footnote]) -> Int {
    func lines(_ texts: [String], of letters: Int) -> Int { texts.reduce(0) { $0 + 1 + $1.count / letters } }
    let height = blocks.reduce(63.0) { height, block in
      switch block {
      case .paragraph(let sentences): height + 6 * Double(lines([sentences.map(\.text).joined()], of: 95))
      case .facts(let facts):
        facts.reduce(height) { $0 + 2.5 + 5 * Double(lines($1.sentences.map(\.text), of: 72)) }
      case .goals(let goals): height + 9 * Double(lines([goals.map(\.label.text).joined()], of: 80))
      default: height
      }
    }
    let rest = 258 - height - 4.6 * Double(lines(footnotes.map(\.sentence.text), of: 105))
    return min(96, max(40, Int(rest)))
  }

  private func overline(of alliance: AllianceGraph.Alliance) -> String {
    let days =
      subject.language == .french
      ? ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let dayWord = day.flatMap { $0 < days.count ? days[$0] : nil }
    return [dayWord, subject.graph.info.title, alliance.start?.words(in: subject.language)].compactMap(\.self)
      .joined(separator: " · ")
  }
}
