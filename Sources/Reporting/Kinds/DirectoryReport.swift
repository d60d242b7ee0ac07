import AllianceModel

/// The directory: all actors by family, then all alliances.
struct DirectoryReport {
  private let subject: ReportSubject
  private var graph: AllianceGraph { subject.graph }

  init(_ subject: ReportSubject) { self.subject = subject }

  func report(_ options: ReportOptions) -> Report {
    Report(
      kind: .directory, language: subject.language,
      title: subject.say("\(graph.info.title) : annuaire", "\(graph.info.title): directory"),
      overline: subject.say("Acteurs et alliances", "Actors and alliances"),
      lead: [subject.description, subject.size].compactMap(\.self), cover: [], date: options.date ?? graph.info.created,
      isInternal: options.isInternal, theme: options.theme, sections: parts + [subject.aboutSection()],
      graphs: [graph])
  }

  /// The directory as a part of a larger report.
  var directory: Report.Section? {
    Report.Section(
      id: subject.anchor("annuaire", graph.info.name), title: subject.say("Annuaire", "Directory"), blocks: [],
      sections: parts)
  }

  private var parts: [Report.Section] {
    let objects = graph.actors.indices.filter { !graph.actors[$0].isOrganisation }
    let families = ActorFamily.allCases.compactMap { family -> (String, String, [Int])? in
      let members = graph.actors.indices.filter { graph.actors[$0].isOrganisation && graph.actors[$0].family == family }
      return members.isEmpty ? nil : (family.rawValue, family.label[subject.language], members)
    }
    let groups =
      families
      + (objects.isEmpty
        ? []
        : [
          (
            "objets", subject.say("Objets : lieux, programmes, personnes…", "Objects: places, programmes, persons…"),
            objects
          )
        ])
    let actors = groups.map { id, title, members in
      Report.Section(
        id: subject.anchor("annuaire", id), title: title, blocks: [.table(actorTable(members, caption: title))])
    }
    let alliances = Report.Section(
      id: subject.anchor("annuaire", "alliances"), title: subject.say("Alliances", "Alliances"),
      blocks: [.table(allianceTable)])
    return actors + [alliances]
  }

  private func actorTable(_ members: [Int], caption: String) -> Table {
    let sorted = members.map { (subject.name($0).textKey, $0) }.sorted { $0 < $1 }.map(\.1)
    return Table(
      caption: "\(caption) (\(members.count.written(in: subject.language)))",
      columns: [
        .init(subject.say("Nom", "Name")), .init(subject.say("Type", "Kind")), .init(subject.say("Lieu", "Place")),
        .init(subject.say("Ce que l’on en sait", "What is known")),
        .init(subject.say("Alliances", "Alliances"), isNumber: true),
      ],
      rows: sorted.map { index in
        let actor = graph.actors[index]
        return Table.Row(
          [
            actor.name, actor.kind?.label[subject.language] ?? "", actor.place.map(subject.placeName) ?? "",
            actor.description ?? "", subject.memberships[index].count.written(in: subject.language),
          ], rows: [subject.row(actor: index)], anchor: subject.anchor("acteur", actor.id))
      })
  }

  private var allianceTable: Table {
    let order = subject.inOrderOfTime(Array(graph.alliances.indices))
    return Table(
      caption: subject.say("Alliances, par date", "Alliances, by date"),
      columns: [
        .init(subject.say("Titre", "Title")), .init(subject.say("Début", "Start")),
        .init(subject.say("Parties", "Parties")), .init(subject.say("Formes", "Forms")),
        .init(subject.say("ODD", "SDG")),
      ],
      rows: order.map { index in
        let alliance = graph.alliances[index]
        return Table.Row(
          [
            alliance.title, alliance.start?.words(in: subject.language) ?? "",
            subject.parties[index].map(subject.name).joined(separator: ", "),
            alliance.forms.map { $0.label[subject.language] }.joined(separator: ", "),
            alliance.odd.map(String.init).joined(separator: ", "),
          ], rows: [subject.row(alliance: index)])
      })
  }
}
