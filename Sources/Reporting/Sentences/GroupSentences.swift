import AllianceModel
import TerritoryAnalysis

/// Groups in words: around whom, who is in, on what, since when, tied to whom.
extension ReportSubject {
  func groupCount(_ analysis: TerritoryAnalysis) -> Sentence? {
    let clusters = analysis.clusters.clusters
    let inside = clusters.map(\.organisations.count).reduce(0, +)
    let total = analysis.actors.count.written(in: language)
    let groups = count(clusters.count, ("groupe", "groupes"), ("group", "groups"))
    return sentence(
      "\(actors(inside)) sur \(total) \(inside < 2 ? "forme" : "forment") \(groups) dont les membres travaillent davantage "
        + "entre eux qu’avec les autres.",
      "\(actors(inside)) of \(total) \(inside == 1 ? "forms" : "form") \(groups) whose members work more with each other "
        + "than with the rest.", rows: [.table("actors"), .table("alliances")])
  }

  /// The name of a group: its theme, else its pivot.
  func groupName(_ number: Int, _ analysis: TerritoryAnalysis) -> String {
    let cluster = analysis.clusters.clusters[number]
    return (cluster.theme ?? name(cluster.pivot)).capitalizedFirst
  }

  func groupSection(_ portrait: ClusterPortrait, _ analysis: TerritoryAnalysis) -> Report.Section {
    let members = portrait.organisations.map(row(actor:))
    let together = portrait.alliances.map(row(alliance:))
    let facts = [
      Fact(say("Autour de", "Around"), [quoted(name(portrait.pivot), rows: [row(actor: portrait.pivot)])]),
      Fact(
        say("Membres", "Members"),
        [
          quoted(
            "\(actors(portrait.organisations.count))\(say(" : ", ": "))\(list(portrait.organisations.map(name)))",
            rows: members)
        ]),
      Fact(say("Familles", "Families"), [tally(portrait.families, rows: row(actor:)) { $0.label[language] }]),
      Fact(say("Lieux", "Places"), [tally(portrait.places, rows: row(actor:), name: placeName)]),
      Fact(
        say("Alliances", "Alliances"),
        [
          quoted(
            list(portrait.alliances.map { say("« \(graph.alliances[$0].title) »", "“\(graph.alliances[$0].title)”") }),
            rows: together)
        ]),
      Fact(say("Formes", "Forms"), [tally(portrait.forms, rows: row(alliance:)) { $0.label[language] }]),
      Fact(say("ODD", "SDG"), [tally(portrait.goals, rows: row(alliance:)) { "\($0)" }]),
      Fact(
        say("Débuts connus", "Known starts"),
        [
          portrait.years.flatMap { years in
            let (first, last) = (years.lowerBound, years.upperBound)
            return quoted(
              first == last
                ? say("en \(first)", "in \(first)") : say("de \(first) à \(last)", "from \(first) to \(last)"),
              rows: together)
          }
        ]),
      Fact(
        say("Liens avec d’autres groupes", "Ties to other groups"),
        portrait.outward.map { outward in
          quoted(
            "\(groupName(outward.cluster, analysis)) (\(alliances(outward.alliances.count)))",
            rows: outward.alliances.map(row(alliance:)))
        }),
    ].compactMap(\.self)
    return Report.Section(
      id: anchor("groupe", "\(portrait.number + 1)"),
      title: "\(portrait.number + 1). \(groupName(portrait.number, analysis))", rows: together + members,
      blocks: [.facts(facts)])
  }

  /// "Entreprises (4), Savoirs (2) ; connu pour 6 sur 7."
  private func tally<Value>(
    _ tally: Tally<Value>, rows: (Int) -> RowReference, name: (Value) -> String
  ) -> Sentence? {
    guard !tally.entries.isEmpty else { return nil }
    let counts = tally.entries.map { "\(name($0.value)) (\($0.count.written(in: language)))" }
    let rest =
      tally.known == tally.total
      ? ""
      : say(
        " ; connu pour \(tally.known.written(in: language)) sur \(tally.total.written(in: language))",
        "; known for \(tally.known.written(in: language)) of \(tally.total.written(in: language))")
    return quoted(list(counts) + rest, rows: tally.entries.flatMap(\.rows).map(rows))
  }
}
