import AllianceModel

/// What is known of one alliance.
extension ReportSubject {
  /// "Commencée en 2007, cette alliance réunit 3 parties." Not more than what rows say.
  func opening(of index: Int, notes: [Int]) -> Sentence? {
    let alliance = graph.alliances[index]
    let members = parties[index]
    guard !members.isEmpty else { return nil }
    let ended = alliance.status?.rawValue == "ended"
    let planned = alliance.status?.rawValue == "planned"
    let count = count(members.count, ("partie", "parties"), ("party", "parties"))
    let names = list(members.map(name), limit: 4)
    let rows = [row(alliance: index)] + members.map(row(actor:))
    let french = ended ? "a réuni" : planned ? "doit réunir" : "réunit"
    let english = ended ? "united" : planned ? "is to unite" : "unites"
    return sentence(
      "Cette alliance \(french) \(count) : \(names).", "This alliance \(english) \(count): \(names).", rows: rows,
      notes: notes)
  }

  /// Each party with its kind, family and role: "Groupe Archer, entreprise : initiateur et hôte."
  func parties(of index: Int) -> [Sentence] {
    let alliance = graph.alliances[index]
    return parties[index].compactMap { actor in
      let roles = alliance.parties.filter { $0.actor == graph.actors[actor].id }.compactMap(\.role)
      return party(actor, roles: roles, alliance: index)
    }
  }

  private func party(_ actor: Int, roles: [String], alliance: Int) -> Sentence? {
    let record = graph.actors[actor]
    let label = record.kind?.label[language]
    // "État" keeps its capital.
    let kind = record.kind?.rawValue == "state" ? label : label?.lowercasedFirst
    // "Pôle Sud (lieu) : lieu" would say one thing twice.
    let roles = roles.filter { $0.textKey != kind?.textKey }
    let family = record.isOrganisation ? (record.family ?? .others).label[language] : nil
    // "entreprise (Entreprises)" would say one thing twice.
    let isSame = kind.map { family?.textKey.hasPrefix($0.textKey) ?? true } ?? false
    let what = [kind, isSame ? nil : family.map { say("famille « \($0) »", "family “\($0)”") }].compactMap(\.self)
    let role = roles.isEmpty ? "" : say(" : ", ": ") + roles.joined(separator: ", ")
    let description = what.isEmpty ? "" : " (\(what.joined(separator: ", ")))"
    return quoted(record.name + description + role, rows: [row(actor: actor), row(alliance: alliance)])
  }

  /// Where it was: the place that the alliance names, then the communes of its parties that are known.
  func place(of index: Int) -> Sentence? {
    let alliance = graph.alliances[index]
    let row = row(alliance: index)
    var names: [String] = []
    var rows: [RowReference] = []
    for actor in parties[index] {
      guard let id = graph.actors[actor].place else { continue }
      if !names.contains(placeName(id)) { names.append(placeName(id)) }
      rows += placeRows(id, named: self.row(actor: actor))
    }
    let location = alliance.territory.map(placeName)
    let around = names.filter { $0 != location }
    switch (location, around.isEmpty) {
    case (let territory?, true):
      return quoted(territory, rows: alliance.territory.map { placeRows($0, named: row) } ?? [])
    case (let territory?, false):
      return sentence(
        "\(territory) ; parties situées : \(list(around, limit: 4)).",
        "\(territory); parties are in \(list(around, limit: 4)).", rows: [row] + rows)
    case (nil, false):
      let names = list(around, limit: 4)
      return sentence("Parties situées : \(names).", "Parties are in \(names).", rows: [row] + rows)
    case (nil, true): return nil
    }
  }

  /// The forms, each with who classified it.
  func forms(of index: Int) -> Sentence? {
    let alliance = graph.alliances[index]
    guard !alliance.forms.isEmpty else { return nil }
    let names = alliance.forms.map { $0.label[language].lowercasedFirst }
    return classified(list(names), of: index, field: "forms")
  }

  func relation(of index: Int) -> Sentence? {
    quoted(graph.alliances[index].relation?.label[language], rows: [row(alliance: index)])
  }

  func themes(of index: Int) -> Sentence? {
    quoted(list(graph.alliances[index].themes), rows: [row(alliance: index)])
  }

  /// A classification, and whether a source says it or the author of the graph.
  private func classified(_ text: String, of index: Int, field: String) -> Sentence? {
    let id = graph.alliances[index].id
    let isAssigned = (sources[id] ?? []).contains { $0.field == field && $0.basis == "assigned" }
    return quoted(
      text + (isAssigned ? say(" (classement de l’auteur du graphe)", " (classified by the graph’s author)") : ""),
      rows: [row(alliance: index)])
  }

  /// What was done together, in the words of the row.
  func story(of index: Int, notes: [Int]) -> Sentence? {
    told(graph.alliances[index].story, rows: [row(alliance: index)], notes: notes)
  }

  func result(of index: Int) -> Sentence? { told(graph.alliances[index].result, rows: [row(alliance: index)]) }

  /// The parties whose role is to support: "Avec le soutien de la Ville (financeur)."
  func support(of index: Int) -> Sentence? {
    let alliance = graph.alliances[index]
    let supporters = parties[index].compactMap { actor -> (Int, String)? in
      let roles = alliance.parties.filter { $0.actor == graph.actors[actor].id }.compactMap(\.role)
      return roles.first(where: ReportSubject.isSupport).map { (actor, $0) }
    }
    let names = supporters.map { "\(name($0.0)) (\($0.1))" }
    return quoted(list(names), rows: supporters.map { row(actor: $0.0) } + [row(alliance: index)])
  }

  /// Whether a role in the words of a source is that of who helps: "financeur", "soutien", "mécène principal".
  static func isSupport(_ role: String) -> Bool {
    let stems = [
      "financ", "soutien", "mecen", "subvention", "parrain", "sponsor", "donat", "fund", "support", "patron",
    ]
    return role.textKey.split(separator: " ").contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// What sources say otherwise of this alliance, kept side by side.
  func contradictions(of index: Int) -> [Sentence] {
    contradictions.filter { $0.subject == graph.alliances[index].id }.compactMap { sentence(of: $0, isNamed: false) }
  }
}

extension String {
  /// The text with a small first letter, unless it begins with an abbreviation: "ONG", "État" of two letters alike.
  var lowercasedFirst: String {
    guard let second = dropFirst().first, second.isLowercase || !second.isLetter else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
