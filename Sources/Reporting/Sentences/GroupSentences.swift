import AllianceModel
import TerritoryAnalysis

/// Groups in words: around whom, who is in, on what, since when.
extension ReportSubject {
  func groupCount(_ analysis: TerritoryAnalysis) -> Sentence? {
    let clusters = analysis.clusters.clusters
    let inside = clusters.map(\.organisations.count).reduce(0, +)
    let groups = count(clusters.count, ("groupe", "groupes"), ("group", "groups"))
    return sentence(
      "\(actors(inside)) sur \(analysis.actors.count.written(in: language)) \(inside < 2 ? "forme" : "forment") \(groups) "
        + "dont les membres travaillent davantage entre eux qu’avec les autres.",
      "\(actors(inside)) of \(analysis.actors.count.written(in: language)) \(inside == 1 ? "forms" : "form") \(groups) whose "
        + "members work more with each other than with the rest.",
      rows: [.table("actors"), .table("alliances")])
  }

  /// The name of a group: its theme, else its pivot.
  func groupName(_ number: Int, _ analysis: TerritoryAnalysis) -> String {
    let cluster = analysis.clusters.clusters[number]
    return (cluster.theme ?? name(cluster.pivot)).capitalizedFirst
  }

  func groupCard(_ number: Int, _ analysis: TerritoryAnalysis) -> Report.Section {
    let cluster = analysis.clusters.clusters[number]
    let members = cluster.organisations.map(row(actor:))
    let together = cluster.alliances.map(row(alliance:))
    let families = Dictionary(grouping: cluster.organisations) { graph.actors[$0].family ?? .others }
    let familyNames = ActorFamily.allCases.compactMap { family in
      families[family].map { "\(family.label[language]) (\($0.count))" }
    }
    let years = cluster.alliances.compactMap { graph.alliances[$0].start?.year }
    let places = Dictionary(grouping: cluster.organisations.filter { graph.actors[$0].place != nil }) {
      graph.actors[$0].place ?? ""
    }.sorted { (-$0.value.count, placeName($0.key)) < (-$1.value.count, placeName($1.key)) }
    let located = places.map(\.value.count).reduce(0, +)
    let total = cluster.organisations.count.written(in: language)
    let pivot = name(cluster.pivot)
    let facts = [
      Fact(
        say("Autour de", "Around"),
        [
          quoted(
            say(
              "\(pivot) ; \(actors(cluster.organisations.count))", "\(pivot); \(actors(cluster.organisations.count))"),
            rows: [row(actor: cluster.pivot)] + members)
        ]),
      Fact(say("Membres", "Members"), [quoted(list(cluster.organisations.map(name)), rows: members)]),
      Fact(say("Familles", "Families"), [quoted(list(familyNames), rows: members)]),
      Fact(
        say("Lieux connus", "Known places"),
        [
          places.isEmpty
            ? nil
            : quoted(
              list(places.map { "\(placeName($0.key)) (\($0.value.count))" }, limit: 5)
                + say(" ; lieu connu pour \(located) sur \(total)", "; place known for \(located) of \(total)"),
              rows: places.flatMap { id, actors in actors.flatMap { placeRows(id, named: row(actor: $0)) } })
        ]),
      Fact(
        say("Alliances", "Alliances"),
        [quoted(list(cluster.alliances.map { "« \(graph.alliances[$0].title) »" }, limit: 6), rows: together)]),
      Fact(
        say("Débuts connus", "Known starts"),
        [
          years.min().flatMap { first in
            years.max().flatMap { last in
              quoted(
                first == last
                  ? say(
                    "en \(first), pour \(years.count) sur \(together.count)",
                    "in \(first), for \(years.count) of \(together.count)")
                  : say(
                    "de \(first) à \(last), pour \(years.count) sur \(together.count)",
                    "from \(first) to \(last), for \(years.count) of \(together.count)"), rows: together)
            }
          }
        ]),
    ].compactMap(\.self)
    return Report.Section(
      id: anchor("groupe", "\(number + 1)"), title: "\(number + 1). \(groupName(number, analysis))",
      rows: together + members,
      blocks: [.facts(facts)], isCard: true)
  }
}
