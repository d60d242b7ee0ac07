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
  private let gaps: TerritoryGaps
  private var graph: AllianceGraph { subject.graph }

  /// How many missing partnerships are shown when nobody says.
  private static let usual = 6

  init(_ subject: ReportSubject, options: ReportOptions) throws(CancellationError) {
    (self.subject, self.options) = (subject, options)
    analysis = try TerritoryAnalysis(of: subject.graph)
    missing = try MissingPartnerships(of: subject.graph, others: options.peers)
    gaps = try TerritoryGaps(of: subject.graph, among: options.peers)
  }

  func report() throws(CancellationError) -> Report {
    Report(
      kind: .territory, language: subject.language,
      title: subject.say("\(graph.info.title) : rapport de territoire", "\(graph.info.title): territory report"),
      overline: subject.say("Qui coopère avec qui", "Who works with whom"),
      lead: [subject.description, subject.territory].compactMap(\.self), cover: [],
      date: options.date ?? graph.info.created, isInternal: options.isInternal, theme: options.theme,
      sections: [
        synthesis, try network(), groups, mixing, goals, years, territory, subject.sheet(subject.timelineMap),
        try partnerships(),
        dataQuality,
        method, DirectoryReport(subject).directory,
      ].compactMap(\.self), graphs: [graph])
  }

  /// Shortens the making of a section with a heading in both languages.
  private func section(
    _ id: String, _ french: String, _ english: String, _ blocks: [Block],
    _ sections: [Report.Section] = []
  ) -> Report.Section? {
    guard !blocks.isEmpty || !sections.isEmpty else { return nil }
    return Report.Section(
      id: subject.anchor(id, graph.info.name), title: subject.say(french, english), blocks: blocks, sections: sections)
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

  private func network() throws(CancellationError) -> Report.Section? {
    let between = subject.familyBrokers(try graph.familyBrokerage())
    let parts = [
      section(
        "pivots", "Pivots et ponts", "Pivots and bridges",
        [
          .list(sentences(of: [.pivot, .broker, .singleLink])),
          subject.plot("partenaires-plot") { Plot(degrees: graph.degreeDistribution(), in: graph, style: $0) },
        ].compactMap(\.self)),
      list("entre-familles", "Entre les familles", "Between families", between),
      list(
        "fragilite", "Ce qui est fragile", "What is fragile",
        subject.fragilities(graph.fragilities()) + sentences(of: [.isolated])),
      subject.sheet(subject.networkMap(analysis)),
    ]
    return section(
      "reseau", "Le maillage", "The mesh", [.paragraph(sentences(of: [.parts]))], parts.compactMap(\.self))
  }

  private var territory: Report.Section? {
    section(
      "territoire", "Le territoire", "The territory",
      [.paragraph([subject.located].compactMap(\.self)), .table(subject.placeTable)],
      [subject.sheet(subject.territoryMap)])
  }

  private var groups: Report.Section? {
    guard !analysis.clusters.clusters.isEmpty else { return nil }
    return section(
      "groupes", "Les groupes, en mots", "The groups, in words",
      [.paragraph([subject.groupCount(analysis)].compactMap(\.self))],
      analysis.clusters.portraits(of: graph).map { subject.groupSection($0, analysis) }
        + [subject.sheet(subject.clustersMap(analysis))])
  }

  private var mixing: Report.Section? {
    section(
      "familles", "Quelles familles travaillent ensemble", "Which families work together",
      [
        .list(sentences(of: [.familiesApart])),
        subject.plot("familles-plot") { Plot(mixing: graph.familyMixing(), in: graph, style: $0) },
      ].compactMap(\.self))
  }

  private var goals: Report.Section? {
    let goals = subject.goals
    guard !goals.isEmpty else { return nil }
    return section(
      "odd", "Les objectifs de développement durable (ODD)", "The sustainable development goals (SDG)",
      [
        .goals(goals), subject.plot("odd-plot") { Plot(goals: graph.goalCoverage(), in: graph, style: $0) },
      ].compactMap(\.self))
  }

  private var years: Report.Section? {
    section(
      "annees", "Formes et années", "Forms and years",
      [
        .list(subject.forms),
        subject.plot("annees-plot") { Plot(alliancesByYear: graph.allianceYears(), in: graph, style: $0) },
        subject.plot("durees-plot") { Plot(survival: graph.allianceSurvival(), in: graph, style: $0) },
      ].compactMap(\.self))
  }

  private func partnerships() throws(CancellationError) -> Report.Section? {
    let suggestions = try missing.suggestions(top: options.top ?? TerritoryReport.usual)
    let basis = Sentence(missing.basis.sentence, in: subject.language, rows: [.table("alliances")])
    let lacking = section(
      "ecarts", "Ce qui manque au territoire", "What the territory lacks",
      [.paragraph(subject.comparison(gaps, given: options.peers.count)), .list(try subject.gaps(gaps, missing))])
    let absent = list("absents", "Qui n’est pas à la table", "Who is not at the table", subject.absentFamilies(gaps))
    guard !suggestions.isEmpty || lacking != nil || absent != nil else { return nil }
    let map = suggestions.isEmpty ? nil : subject.sheet(subject.gapsMap(suggestions))
    return section(
      "manques", "Partenariats manquants", "Missing partnerships",
      [.paragraph([basis].compactMap(\.self))],
      suggestions.enumerated().map { subject.card(of: $1, number: $0 + 1) } + [map, lacking, absent].compactMap(\.self))
  }

  /// A section that is a list; nil for an empty one.
  private func list(_ id: String, _ french: String, _ english: String, _ lines: [Sentence]) -> Report.Section? {
    lines.isEmpty ? nil : section(id, french, english, [.list(lines)])
  }

  private var dataQuality: Report.Section? {
    let quality = graph.dataQuality()
    return section(
      "qualite", "Ce que l’on sait, et ce que l’on ne sait pas", "What is known, and what is not",
      [
        .paragraph(subject.qualityIntroduction(quality)),
        .list(quality.contradictions.compactMap { subject.sentence(of: $0) }),
        .table(subject.coverageTable(quality)),
      ])
  }

  private var method: Report.Section? {
    section("methode", "Méthode et limites", "Method and limits", [.list(subject.conventions + subject.about)])
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
