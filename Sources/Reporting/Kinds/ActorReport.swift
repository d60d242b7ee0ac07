import AllianceModel
import MissingPartnerships
import TerritoryAnalysis

/// The sheet of one actor: who it is, what it does with whom, and whom it could work with.
///
/// For a company the partners that it could have come first: that is what a company opens the sheet for.
struct ActorReport {
  private let subject: ReportSubject
  private let options: ReportOptions
  private let index: Int
  private let analysis: TerritoryAnalysis
  private let missing: MissingPartnerships
  private var graph: AllianceGraph { subject.graph }
  private var actor: AllianceGraph.Actor { graph.actors[index] }

  /// How many suggestions are shown when nobody says.
  private static let usual = 5

  init(_ subject: ReportSubject, options: ReportOptions) throws(ReportError) {
    guard let id = options.actor, let index = subject.graph.actorIndices[id] else {
      throw .unknownActor(options.actor)
    }
    (self.subject, self.options, self.index) = (subject, options, index)
    do {
      analysis = try TerritoryAnalysis(of: subject.graph)
      missing = try MissingPartnerships(of: subject.graph)
    } catch { throw .cancelled }
  }

  func report() throws(ReportError) -> Report {
    let partners: Report.Section?
    do { partners = try proximity() } catch { throw .cancelled }
    let isCompany = actor.family == .companies
    let own = [identity, alliances]
    return Report(
      kind: .actor, language: subject.language, title: actor.name,
      overline: subject.say("Fiche d’acteur · \(graph.info.title)", "Actor sheet · \(graph.info.title)"),
      lead: [
        subject.told(actor.description, rows: [subject.row(actor: index)]), subject.standing(of: index, analysis),
      ]
      .compactMap(\.self), cover: [], date: options.date ?? graph.info.created, isInternal: options.isInternal,
      theme: options.theme,
      sections: ((isCompany ? [partners] + own : own + [partners]) + [subject.aboutSection(), map]).compactMap(\.self),
      graphs: [graph])
  }

  private func proximity() throws(CancellationError) -> Report.Section? {
    guard actor.isOrganisation else { return nil }
    let count = options.top ?? ActorReport.usual
    let ranked = try missing.suggestions(top: count, for: index)
    let fresh = ranked.count < count ? try missing.suggestionsWithoutHistory(top: count - ranked.count, for: index) : []
    let suggestions = ranked + fresh
    let isCompany = actor.family == .companies
    let basis = Sentence(missing.basis.sentence, in: subject.language, rows: [.table("alliances")])
    let none = subject.sentence(
      "Le graphe ne permet de proposer aucun partenaire : trop peu est connu de cet acteur.",
      "The graph allows no partner to be suggested: too little is known of this actor.",
      rows: [subject.row(actor: index)])
    return Report.Section(
      id: subject.anchor("proximite", actor.id),
      title: isCompany
        ? subject.say("Mes partenaires de proximité", "My partners nearby")
        : subject.say("Partenaires possibles", "Possible partners"),
      blocks: [.paragraph([suggestions.isEmpty ? none : basis].compactMap(\.self))],
      sections: suggestions.enumerated().map {
        subject.card(of: $1, number: $0 + 1, title: subject.name($1.first == index ? $1.second : $1.first))
      })
  }

  private var identity: Report.Section? {
    let facts = subject.identity(of: index)
    let notes = FootnoteList(of: [actor.id], in: subject)
    guard !facts.isEmpty else { return nil }
    return Report.Section(
      id: subject.anchor("identite", actor.id), title: subject.say("Qui est-ce", "Who it is"),
      blocks: [.facts(facts)] + (notes.footnotes.isEmpty ? [] : [.footnotes(notes.footnotes)]))
  }

  private var alliances: Report.Section? {
    let own = subject.inOrderOfTime(subject.memberships[index])
    guard !own.isEmpty else { return nil }
    let notes = FootnoteList(of: own.map { graph.alliances[$0].id }, in: subject)
    return Report.Section(
      id: subject.anchor("alliances", actor.id), title: subject.say("Ses alliances", "Its alliances"),
      blocks: [
        .facts(own.compactMap { subject.participation(of: index, in: $0, notes: notes) })
      ] + (notes.footnotes.isEmpty ? [] : [.footnotes(notes.footnotes)]))
  }

  private var map: Report.Section? {
    subject.egoMap(of: index).map(subject.sheet)
  }
}
