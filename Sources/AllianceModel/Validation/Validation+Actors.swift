extension ValidationContext {
  /// The findings of one actor: id, name, words, numbers, codes, dates, coordinates.
  func findings(of actor: AllianceGraph.Actor, at index: Int) -> [Finding] {
    let row = Finding.Row.actor(index)
    let subject = actor.id
    var findings = idFindings(actor.id, row: row, index: index, rows: actorRows)
    findings += nameFindings(actor.name, field: "name", row: row, subject: subject)
    findings += termFindings(actor.kind, field: "kind", row: row, subject: subject)
    findings += termFindings(actor.size, field: "size", row: row, subject: subject)
    findings += identifierFindings(of: actor, row: row)
    findings += coordinateFindings(
      latitude: actor.latitude, longitude: actor.longitude, row: row, subject: subject)
    findings += periodFindings(start: actor.start, end: actor.end, row: row, subject: subject)
    findings += goalFindings(actor.odd, row: row, subject: subject)
    if let place = actor.place, placeRows[place] == nil, !PublicCode.isCommune(place) {
      findings.append(unknownPlace(place, row: row, subject: subject))
    }
    if allianceRows[actor.id] != nil, !actor.id.isEmpty {
      findings.append(sharedID(actor.id, row: row))
    }
    return findings
  }

  private func identifierFindings(of actor: AllianceGraph.Actor, row: Finding.Row) -> [Finding] {
    var findings: [Finding] = []
    if let siren = actor.siren, let fault = CompanyNumber.check(siren: siren) {
      findings.append(numberFinding(fault, "SIREN", digits: 9, value: siren, row: row, subject: actor.id))
    }
    if let siret = actor.siret, let fault = CompanyNumber.check(siret: siret) {
      findings.append(numberFinding(fault, "SIRET", digits: 14, value: siret, row: row, subject: actor.id))
    }
    if let siren = actor.siren, let siret = actor.siret, CompanyNumber.check(siret: siret) == nil,
      !siret.hasPrefix(siren)
    {
      findings.append(
        Finding(
          .warning, row: row, subject: actor.id, field: "siret", value: siret,
          message: LocalizedText(
            french: "le SIRET \(siret) n’est pas celui d’un établissement du SIREN \(siren)",
            english: "the SIRET \(siret) is not that of an establishment of SIREN \(siren)"),
          cure: LocalizedText(french: "vérifiez les deux numéros", english: "check both numbers")))
    }
    if let rna = actor.rna, !PublicCode.isRNA(rna) {
      findings.append(shapeFinding("RNA", example: "W381234567", value: rna, row: row, subject: actor.id))
    }
    if let category = actor.legalCategory, !PublicCode.isLegalCategory(category) {
      findings.append(
        shapeFinding("legal_category", example: "9220", value: category, row: row, subject: actor.id))
    }
    return findings
  }

  private func numberFinding(
    _ fault: CompanyNumber.Fault, _ name: String, digits: Int, value: String, row: Finding.Row, subject: String
  ) -> Finding {
    let message =
      switch fault {
      case .destroyed:
        LocalizedText(
          french: "« \(value) » est un \(name) détruit par un tableur : ses chiffres sont perdus",
          english: "“\(value)” is a \(name) destroyed by a spreadsheet: its digits are lost")
      case .malformed:
        LocalizedText(
          french: "« \(value) » n’est pas un \(name) : il en faut \(digits) chiffres",
          english: "“\(value)” is not a \(name): it has \(digits) digits")
      case .wrongKey:
        LocalizedText(
          french: "la clé du \(name) \(value) est fausse : une faute de frappe est probable",
          english: "the key of \(name) \(value) does not fit: a slip of the keyboard is likely")
      }
    let cure = LocalizedText(
      french: "reprenez le numéro à sa source (annuaire-entreprises.data.gouv.fr), colonne au format Texte",
      english: "take the number from its source (annuaire-entreprises.data.gouv.fr), in a column of format Text")
    return Finding(
      .warning, row: row, subject: subject, field: name.lowercased(), value: value, message: message, cure: cure)
  }

  private func shapeFinding(
    _ name: String, example: String, value: String, row: Finding.Row, subject: String
  ) -> Finding {
    Finding(
      .warning, row: row, subject: subject, field: name.lowercased(), value: value,
      message: LocalizedText(
        french: "« \(value) » n’a pas la forme attendue ; il est gardé tel quel",
        english: "“\(value)” does not have the expected shape; it is kept as it is"),
      cure: LocalizedText(french: "exemple : \(example)", english: "example: \(example)"))
  }

  func unknownPlace(_ place: String, row: Finding.Row, subject: String) -> Finding {
    Finding(
      .warning, row: row, subject: subject, field: "place", value: place,
      message: LocalizedText(
        french: "le lieu « \(place) » n’est ni un code INSEE ni un lieu de places.csv",
        english: "the place “\(place)” is neither an INSEE code nor a place of places.csv"),
      cure: LocalizedText(
        french: "écrivez le code INSEE de la commune (26281), ou ajoutez le lieu à places.csv",
        english: "write the INSEE code of the commune (26281), or add the place to places.csv"))
  }

  private func sharedID(_ id: String, row: Finding.Row) -> Finding {
    Finding(
      .error, row: row, subject: id, field: "id", value: id,
      message: LocalizedText(
        french:
          "un acteur et une alliance ont tous deux l’identifiant « \(id) » : leurs sources ne se distinguent plus",
        english: "an actor and an alliance both have the id “\(id)”: their sources cannot be told apart"),
      cure: LocalizedText(french: "changez l’un des deux", english: "change one of them"))
  }
}
