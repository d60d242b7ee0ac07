extension ValidationContext {
  /// The findings of one alliance and of its parties.
  func findings(of alliance: AllianceGraph.Alliance, at index: Int) -> [Finding] {
    let row = Finding.Row.alliance(index)
    let subject = alliance.id
    var findings = idFindings(alliance.id, row: row, index: index, rows: allianceRows)
    findings += nameFindings(alliance.title, field: "title", row: row, subject: subject)
    for form in alliance.forms { findings += termFindings(form, field: "forms", row: row, subject: subject) }
    findings += termFindings(alliance.relation, field: "relation", row: row, subject: subject)
    findings += termFindings(alliance.logic, field: "logic", row: row, subject: subject)
    findings += termFindings(alliance.status, field: "status", row: row, subject: subject)
    findings += periodFindings(start: alliance.start, end: alliance.end, row: row, subject: subject)
    findings += goalFindings(alliance.odd, row: row, subject: subject)
    if alliance.forms.count > 1, alliance.forms.contains(.none) {
      findings.append(contradictoryForms(alliance, row: row))
    }
    findings += partyFindings(of: alliance, at: index)
    return findings
  }

  private func contradictoryForms(_ alliance: AllianceGraph.Alliance, row: Finding.Row) -> Finding {
    Finding(
      .warning, row: row, subject: alliance.id, field: "forms",
      value: alliance.forms.map(\.rawValue).joined(separator: "|"),
      message: LocalizedText(
        french: "« hors typologie » est donné en même temps qu’une forme",
        english: "“outside the typology” is given together with a form"),
      cure: LocalizedText(french: "gardez l’un ou l’autre", english: "keep one or the other"))
  }

  private func partyFindings(of alliance: AllianceGraph.Alliance, at index: Int) -> [Finding] {
    var findings: [Finding] = []
    var first: [String: Int] = [:]
    for (position, party) in alliance.parties.enumerated() {
      let row = Finding.Row.party(alliance: index, party: position)
      if actorRows[party.actor] == nil {
        findings.append(unknownParty(party, of: alliance, row: row))
      } else if let earlier = first[party.actor] {
        findings.append(repeatedParty(party, earlier: alliance.parties[earlier], of: alliance, row: row))
      } else {
        first[party.actor] = position
      }
      findings += periodFindings(start: party.start, end: party.end, row: row, subject: alliance.id)
    }
    let count = Set(alliance.parties.map(\.actor)).count
    if count < 2 { findings.append(lonely(alliance, count: count, index: index)) }
    return findings
  }

  private func unknownParty(
    _ party: AllianceGraph.Party, of alliance: AllianceGraph.Alliance, row: Finding.Row
  ) -> Finding {
    // In a large graph the comparison with every id would cost more than the hint is worth.
    let candidates = actorRows.count <= 500 ? Array(actorRows.keys) : []
    let near = candidates.map { ($0.textKey.editDistance(to: party.actor.textKey), $0) }.min { $0 < $1 }
    let hint = near.flatMap { $0.0 * 3 <= max(3, party.actor.count) ? $0.1 : nil }
    return Finding(
      .error, row: row, subject: alliance.id, field: "actor", value: party.actor,
      message: LocalizedText(
        french:
          "l’alliance « \(alliance.title) » nomme une partie « \(party.actor) » qui n’est pas dans la table des acteurs",
        english: "the alliance “\(alliance.title)” names a party “\(party.actor)” that is not in the table of actors"),
      cure: hint.map {
        LocalizedText(french: "vouliez-vous dire « \($0) » ?", english: "did you mean “\($0)”?")
      }
        ?? LocalizedText(
          french: "ajoutez cet acteur, ou corrigez son identifiant", english: "add this actor, or mend its id"))
  }

  private func repeatedParty(
    _ party: AllianceGraph.Party, earlier: AllianceGraph.Party, of alliance: AllianceGraph.Alliance, row: Finding.Row
  ) -> Finding {
    let sameRole = party.role == earlier.role
    return Finding(
      sameRole ? .warning : .note, row: row, subject: alliance.id, field: "actor", value: party.actor,
      message: sameRole
        ? LocalizedText(
          french: "« \(party.actor) » est deux fois partie de l’alliance « \(alliance.title) » ; il compte une fois",
          english: "“\(party.actor)” is twice a party of the alliance “\(alliance.title)”; it counts once")
        : LocalizedText(
          french: "« \(party.actor) » a deux rôles dans l’alliance « \(alliance.title) » ; il compte une fois",
          english: "“\(party.actor)” has two roles in the alliance “\(alliance.title)”; it counts once"),
      cure: sameRole
        ? LocalizedText(french: "retirez la seconde ligne", english: "remove the second row") : nil)
  }

  private func lonely(_ alliance: AllianceGraph.Alliance, count: Int, index: Int) -> Finding {
    Finding(
      .warning, row: .alliance(index), subject: alliance.id, field: "parties", value: "\(count)",
      message: LocalizedText(
        french: count == 0
          ? "l’alliance « \(alliance.title) » n’a aucune partie"
          : "l’alliance « \(alliance.title) » n’a qu’une partie ; elle compte comme alliance, mais ne relie personne",
        english: count == 0
          ? "the alliance “\(alliance.title)” has no party"
          : "the alliance “\(alliance.title)” has one party only; it counts as an alliance, but ties nobody"),
      cure: LocalizedText(french: "nommez au moins deux parties", english: "name at least two parties"))
  }

  /// The findings of a place: id, name, coordinates, the places around it.
  func findings(of place: AllianceGraph.Place, at index: Int) -> [Finding] {
    let row = Finding.Row.place(index)
    var findings = idFindings(place.id, row: row, index: index, rows: placeRows)
    findings += nameFindings(place.name, field: "name", row: row, subject: place.id)
    findings += coordinateFindings(
      latitude: place.latitude, longitude: place.longitude, row: row, subject: place.id)
    for outer in place.within where placeRows[outer] == nil {
      findings.append(unknownPlace(outer, row: row, subject: place.id))
    }
    return findings
  }

  /// A source that speaks of nothing in the graph.
  func findings(of source: AllianceGraph.Source, at index: Int) -> [Finding] {
    let id = source.subject
    if id.isEmpty || actorRows[id] != nil || allianceRows[id] != nil || placeRows[id] != nil { return [] }
    return [
      Finding(
        .warning, row: .source(index), subject: id, field: "subject", value: id,
        message: LocalizedText(
          french: "cette source parle de « \(id) », qui n’est ni un acteur, ni une alliance, ni un lieu",
          english: "this source speaks of “\(id)”, which is no actor, alliance or place"),
        cure: LocalizedText(french: "corrigez l’identifiant", english: "mend the id"))
    ]
  }
}
