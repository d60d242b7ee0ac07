import AllianceModel
import TerritoryAnalysis

/// What is known of one actor.
extension ReportSubject {
  /// "Groupe Archer prend part à 12 alliances sur 23 et travaille avec 20 des 37 autres acteurs."
  func standing(of index: Int, _ analysis: TerritoryAnalysis) -> Sentence? {
    guard let measure = analysis.actors.first(where: { $0.actor == index }) else { return nil }
    let name = name(index)
    let total = graph.alliances.count.written(in: language)
    let others = (analysis.actors.count - 1).written(in: language)
    let rows = [row(actor: index)] + memberships[index].map(row(alliance:))
    guard measure.alliances > 0 else {
      return sentence(
        "\(name) ne prend part à aucune des \(total) alliances recensées.",
        "\(name) takes part in none of the \(total) recorded alliances.", rows: rows)
    }
    return sentence(
      "\(name) prend part à \(alliances(measure.alliances)) sur \(total) et travaille avec "
        + "\(measure.degree.written(in: language)) des \(others) autres acteurs.",
      "\(name) takes part in \(measure.alliances.written(in: language)) of \(total) alliances and works with "
        + "\(measure.degree.written(in: language)) of the \(others) other actors.", rows: rows)
  }

  /// Kind, family, place, dates, themes, goals, identifiers: what is known, and nothing of what is not.
  func identity(of index: Int) -> [Fact] {
    let actor = graph.actors[index]
    let own = [row(actor: index)]
    func fact(_ french: String, _ english: String, _ text: String?) -> Fact? {
      Fact(say(french, english), [text.flatMap { Sentence(LocalizedText($0), in: language, rows: own) }])
    }
    let numbers = [("SIREN", actor.siren), ("SIRET", actor.siret), ("RNA", actor.rna)].compactMap { name, value in
      value.map { "\(name)\u{A0}\($0)" }
    }
    let period = [actor.start, actor.end].compactMap { $0?.words(in: language) }.joined(separator: " – ")
    let goals = actor.odd.map(String.init)
    let networks = actor.networks.map { id in graph.actorIndices[id].map(name) ?? id }
    return [
      fact("Type", "Kind", actor.kind?.label[language]),
      fact("Famille", "Family", actor.isOrganisation ? actor.family?.label[language] : nil),
      fact("Fonction publique", "Public role", actor.publicRole),
      fact("Autres noms", "Other names", actor.aliases.isEmpty ? nil : list(actor.aliases)),
      Fact(
        say("Lieu", "Place"),
        [
          actor.place.flatMap { id in
            Sentence(LocalizedText(placeName(id)), in: language, rows: placeRows(id, named: row(actor: index)))
          }
        ]),
      fact("Taille", "Size", actor.size?.label[language]),
      fact("Existe", "Exists", period.isEmpty ? nil : period),
      fact("Thèmes", "Themes", actor.themes.isEmpty ? nil : list(actor.themes)),
      fact("ODD", "SDG", goals.isEmpty ? nil : list(goals)),
      fact("Réseaux", "Networks", networks.isEmpty ? nil : list(networks)),
      fact("Identifiants", "Identifiers", numbers.isEmpty ? nil : numbers.joined(separator: " · ")),
      fact("Page web", "Web page", actor.url),
    ].compactMap(\.self)
  }

  /// One alliance of an actor: when, as what, with whom, what was done.
  func participation(of actor: Int, in index: Int, notes: FootnoteList) -> Fact? {
    let alliance = graph.alliances[index]
    let partners = parties[index].filter { $0 != actor }
    let roles = alliance.parties.filter { $0.actor == graph.actors[actor].id }.compactMap(\.role)
    let own = [row(alliance: index)]
    let with = list(partners.map(name))
    return Fact(
      alliance.title.typeset(in: language),
      [
        period(of: alliance),
        roles.isEmpty
          ? nil : sentence("Rôle : \(list(roles)).", "Role: \(list(roles)).", rows: own + [row(actor: actor)]),
        partners.isEmpty
          ? nil : sentence("Avec \(with).", "With \(with).", rows: own + partners.map(row(actor:))),
        told(alliance.story, rows: own, notes: notes.numbers(of: alliance.id)),
      ])
  }

  /// Alliances by their start, else their end; those without a date last, in the order of the table.
  func inOrderOfTime(_ alliances: [Int]) -> [Int] {
    alliances.sorted { left, right in
      let first = graph.alliances[left].start ?? graph.alliances[left].end
      let second = graph.alliances[right].start ?? graph.alliances[right].end
      if let first, let second, first != second { return first < second }
      if (first == nil) != (second == nil) { return first != nil }
      return left < right
    }
  }
}
