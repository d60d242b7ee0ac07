import AllianceModel

/// What a graph holds, in numbers that each say on how many they rest.
extension ReportSubject {
  /// "Qui coopère avec qui sur le territoire…": the description of the graph, in its own words.
  var description: Sentence? { told(graph.info.description, rows: [.package("description")]) }

  var territory: Sentence? {
    guard let name = graph.info.territory, name != graph.info.title else { return nil }
    return sentence("Territoire : \(name).", "Territory: \(name).", rows: [.package("territory")])
  }

  /// "38 acteurs et 5 objets liés par 23 alliances, dont 13 à trois parties ou plus."
  var size: Sentence? {
    let organisationCount = graph.actors.count(where: \.isOrganisation)
    let objectCount = graph.actors.count - organisationCount
    let large = parties.count { $0.count > 2 }
    let objects = count(objectCount, ("objet", "objets"), ("object", "objects"))
    let total = graph.alliances.count
    let who = actors(organisationCount) + (objectCount > 0 ? say(" et \(objects)", " and \(objects)") : "")
    let those = say(
      large == 0 ? "" : ", dont \(large.written(in: language)) à trois parties ou plus",
      large == 0 ? "" : ", \(large.written(in: language)) of them with three parties or more")
    return sentence(
      "\(who) ; \(alliances(total))\(those).", "\(who); \(alliances(total))\(those).",
      rows: [.table("actors"), .table("alliances")])
  }

  /// From when to when, on how many dated alliances of how many.
  var years: Sentence? {
    let known = graph.alliances.compactMap { ($0.start ?? $0.end)?.year }
    let last = graph.alliances.compactMap { ($0.end ?? $0.start)?.year }
    guard let from = known.min(), let to = last.max() else { return nil }
    let total = graph.alliances.count
    let dated = alliances(known.count)
    let of = total.written(in: language)
    return from == to
      ? sentence(
        "\(dated) sur \(of) \(known.count < 2 ? "porte une date" : "portent une date") : \(from).",
        "\(known.count.written(in: language)) of \(of) alliances \(known.count == 1 ? "has" : "have") a date: \(from).",
        rows: [.table("alliances")])
      : sentence(
        "\(dated) sur \(of) \(known.count < 2 ? "porte une date" : "portent une date"), de \(from) à \(to).",
        "\(known.count.written(in: language)) of \(of) alliances \(known.count == 1 ? "has" : "have") a date, from \(from) to \(to).",
        rows: [.table("alliances")])
  }

  /// How many alliances name a source.
  var sourced: Sentence? {
    let count = graph.alliances.count { alliance in
      (sources[alliance.id] ?? []).contains { $0.url != nil || $0.title != nil }
    }
    let of = graph.alliances.count.written(in: language)
    guard graph.alliances.count > 0 else { return nil }
    return sentence(
      "\(alliances(count)) sur \(of) \(count < 2 ? "cite" : "citent") au moins une source.",
      "\(count.written(in: language)) of \(of) alliances \(count == 1 ? "names" : "name") a source.",
      rows: [.table("alliances"), .table("sources")])
  }

  /// How many alliances have each form, on how many whose form is known; one of two forms counts under both.
  var forms: [Sentence] {
    let known = graph.alliances.filter { !$0.forms.isEmpty }
    let counts = Dictionary(grouping: known.flatMap { alliance in alliance.forms.map { ($0, alliance.id) } }, by: \.0)
    return counts.sorted {
      (-$0.value.count, $0.key.rank, $0.key.rawValue) < (-$1.value.count, $1.key.rank, $1.key.rawValue)
    }
    .compactMap { form, members in
      sentence(
        "\(form.label.french) : \(alliances(members.count)) sur \(known.count) dont la forme est connue.",
        "\(form.label.english): \(members.count) of \(known.count) alliances whose form is known.",
        rows: members.map { .alliance($0.1) })
    }
  }

  /// The goals of alliances, each with how many have it, on how many that name any.
  var goals: [Goal] {
    let known = graph.alliances.filter { !$0.odd.isEmpty }
    return goals(of: known, total: known.count)
  }

  /// The goals of these alliances. `total` nil: of one alliance, whose goals need no count.
  func goals(of alliances: [AllianceGraph.Alliance], total: Int?) -> [Goal] {
    let members = Dictionary(
      grouping: alliances.flatMap { alliance in alliance.odd.map { ($0, alliance.id) } }, by: \.0)
    return members.sorted { $0.key < $1.key }.compactMap { number, members in
      guard let entry = Vocabulary.goals["\(number)"], let color = GoalColor(entry.family) else { return nil }
      let name = "\(number)\u{A0}· \(entry.label[language])"
      let text =
        total.map { total in
          say(
            "ODD \(name) : \(members.count) alliance\(members.count < 2 ? "" : "s") sur \(total)",
            "SDG \(name): \(members.count) of \(total) alliances")
        } ?? say("ODD \(name)", "SDG \(name)")
      return Sentence(LocalizedText(text), in: language, rows: members.map { .alliance($0.1) }).map {
        Goal(number: number, label: $0, color: color.color, ink: color.ink)
      }
    }
  }

  /// The numbers that open a report.
  var keyFigures: [KeyFigure] {
    let organisations = graph.actors.indices.filter { graph.actors[$0].isOrganisation }
    let tied = Set(
      parties.filter { $0.count { graph.actors[$0].isOrganisation } > 1 }.flatMap { $0 }
        .filter { graph.actors[$0].isOrganisation })
    let sourcedCount = graph.alliances.count { sources[$0.id]?.contains { $0.url != nil || $0.title != nil } ?? false }
    let total = graph.alliances.count
    func figure(_ value: Int, _ french: String, _ english: String, _ rows: [RowReference]) -> KeyFigure? {
      sentence(french, english, rows: rows).map { KeyFigure(value: value.written(in: language), label: $0) }
    }
    return [
      figure(
        organisations.count, "\(organisations.count < 2 ? "acteur recensé" : "acteurs recensés")",
        "\(organisations.count == 1 ? "actor" : "actors") recorded", [.table("actors")]),
      figure(
        total, "\(total < 2 ? "alliance recensée" : "alliances recensées")",
        "\(total == 1 ? "alliance" : "alliances") recorded", [.table("alliances")]),
      figure(
        tied.count,
        "\(tied.count < 2 ? "acteur allié" : "acteurs alliés") à au moins un autre, sur \(organisations.count.written(in: language))",
        "\(tied.count == 1 ? "actor" : "actors") allied with another, of \(organisations.count.written(in: language))",
        [.table("parties")]),
      figure(
        sourcedCount,
        "\(sourcedCount < 2 ? "alliance sourcée" : "alliances sourcées"), sur \(total.written(in: language))",
        "\(sourcedCount == 1 ? "alliance" : "alliances") with a source, of \(total.written(in: language))",
        [.table("sources")]),
    ].compactMap(\.self)
  }
}
