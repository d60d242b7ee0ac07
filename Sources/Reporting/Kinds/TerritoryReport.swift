import AllianceModel
import Cartography
import MissingPartnerships
import TerritoryAnalysis

/// The report of a territory: who is there, who works with whom, what holds it together, what is missing, on which data.
struct TerritoryReport {
  private let subject: ReportSubject
  private let options: ReportOptions
  private let analysis: TerritoryAnalysis
  private let missing: MissingPartnerships
  private var graph: AllianceGraph { subject.graph }

  /// How many missing partnerships are shown when nobody says.
  private static let usual = 6

  init(_ subject: ReportSubject, options: ReportOptions) throws(CancellationError) {
    (self.subject, self.options) = (subject, options)
    analysis = try TerritoryAnalysis(of: subject.graph)
    missing = try MissingPartnerships(of: subject.graph)
  }

  func report() throws(CancellationError) -> Report {
    Report(
      kind: .territory, language: subject.language,
      title: subject.say("\(graph.info.title) : rapport de territoire", "\(graph.info.title): territory report"),
      overline: subject.say("Qui coopère avec qui", "Who works with whom"),
      lead: [subject.description, subject.territory].compactMap(\.self), cover: [],
      date: options.date ?? graph.info.created, isInternal: options.isInternal,
      sections: [
        synthesis, network, territory, groups, pivots, fragility, mixing, goals, years, try partnerships(), quality,
        method, DirectoryReport(subject).directory,
      ].compactMap(\.self), graphs: [graph])
  }

  /// Shortens the making of a section with a heading in both languages.
  private func section(
    _ id: String, _ french: String, _ english: String, startsPage: Bool = false, _ blocks: [Block],
    _ sections: [Report.Section] = []
  ) -> Report.Section? {
    guard !blocks.isEmpty || !sections.isEmpty else { return nil }
    return Report.Section(
      id: subject.anchor(id, graph.info.name), title: subject.say(french, english), blocks: blocks, sections: sections,
      startsPage: startsPage)
  }

  private var synthesis: Report.Section? {
    section(
      "synthese", "Synthèse", "In brief",
      [
        .keyFigures(subject.keyFigures),
        .paragraph([subject.size, subject.years, subject.sourced].compactMap(\.self)),
        .list(sentences(of: [.pivot, .broker, .fragility, .isolated], limit: 1)),
      ])
  }

  private var network: Report.Section? {
    section(
      "reseau", "Le maillage", "The mesh", startsPage: true,
      [.paragraph(sentences(of: [.parts])), .figure(subject.networkMap(analysis))])
  }

  private var territory: Report.Section? {
    section(
      "territoire", "Le territoire", "The territory", startsPage: true,
      [.paragraph([subject.located].compactMap(\.self)), .figure(subject.territoryMap)])
  }

  private var groups: Report.Section? {
    guard !analysis.clusters.clusters.isEmpty else { return nil }
    return section(
      "groupes", "Les groupes, en mots", "The groups, in words", startsPage: true,
      [.paragraph([subject.groupCount(analysis)].compactMap(\.self)), .figure(subject.clustersMap(analysis))],
      analysis.clusters.clusters.indices.map { subject.groupCard($0, analysis) })
  }

  private var pivots: Report.Section? {
    let lines = sentences(of: [.pivot, .broker, .singleLink])
    return lines.isEmpty ? nil : section("pivots", "Pivots et ponts", "Pivots and bridges", [.list(lines)])
  }

  private var fragility: Report.Section? {
    let lines = sentences(of: [.fragility, .isolated])
    return lines.isEmpty ? nil : section("fragilite", "Ce qui est fragile", "What is fragile", [.list(lines)])
  }

  private var mixing: Report.Section? {
    section(
      "familles", "Quelles familles travaillent ensemble", "Which families work together", startsPage: true,
      [.list(sentences(of: [.familiesApart])), .figure(subject.familyMatrix)])
  }

  private var goals: Report.Section? {
    let goals = subject.goals
    guard !goals.isEmpty else { return nil }
    return section(
      "odd", "Les objectifs de développement durable (ODD)", "The sustainable development goals (SDG)",
      [.goals(goals), .figure(subject.goalMatrix)])
  }

  private var years: Report.Section? {
    section(
      "annees", "Formes et années", "Forms and years", startsPage: true,
      [.list(subject.forms), .table(subject.formsByYear), .figure(subject.timelineMap)])
  }

  private func partnerships() throws(CancellationError) -> Report.Section? {
    let suggestions = try missing.suggestions(top: options.top ?? TerritoryReport.usual)
    let basis = Sentence(missing.basis.sentence, in: subject.language, rows: [.table("alliances")])
    let absent = subject.absentFamilies
    guard !suggestions.isEmpty || !absent.isEmpty else { return nil }
    let gaps =
      absent.isEmpty ? nil : section("absents", "Qui n’est pas à la table", "Who is not at the table", [.list(absent)])
    let map: [Block] = suggestions.isEmpty ? [] : [.figure(subject.gapsMap(suggestions))]
    return section(
      "manques", "Partenariats manquants", "Missing partnerships", startsPage: true,
      [.paragraph([basis].compactMap(\.self))] + map,
      suggestions.enumerated().map { subject.card(of: $1, number: $0 + 1) } + [gaps].compactMap(\.self))
  }

  private var quality: Report.Section? {
    section(
      "qualite", "Ce que l’on sait, et ce que l’on ne sait pas", "What is known, and what is not", startsPage: true,
      [.paragraph(subject.qualityIntroduction), .table(subject.coverageTable), .list(subject.allContradictions)])
  }

  private var method: Report.Section? {
    section("methode", "Méthode et limites", "Method and limits", [.list(subject.method(options))])
  }

  /// The findings of these kinds, as sentences with their rows.
  private func sentences(of kinds: [Insight.Kind], limit: Int = .max) -> [Sentence] {
    kinds.flatMap { kind in
      analysis.findings.filter { $0.kind == kind }.prefix(limit).compactMap { finding in
        Sentence(
          finding.sentence, in: subject.language,
          rows: finding.actors.map(subject.row(actor:)) + finding.alliances.map(subject.row(alliance:)))
      }
    }
  }
}
