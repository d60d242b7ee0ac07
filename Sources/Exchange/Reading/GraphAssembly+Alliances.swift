import AllianceModel

extension GraphAssembly {
  /// Reads all tables of alliances; parties are kept as words until all actors are known.
  mutating func readAlliances() {
    let written = tables.filter { $0.map.kind == .alliances }.flatMap { loaded in
      (loaded.map["alliance_id"] ?? loaded.map["id"]).map { column in
        loaded.table.rows.compactMap { $0.cells[checked: column]?.text.trimmedCell }
      } ?? []
    }
    var taken = takenIDs.union(written)
    forEachRow(of: .alliances) { assembly, row, origin in
      let written = row.text("alliance_id") ?? row.text("id")
      let title = row.text("title") ?? (assembly.isPackage ? "" : written ?? "")
      let id = written ?? (assembly.isPackage ? "" : assembly.identity(ofAlliance: title, taken: taken))
      taken.insert(id)
      let period = assembly.period(of: &row)
      let parties = assembly.parties(in: &row, origin: origin)
      assembly.drafts.append(
        Draft(
          alliance: assembly.alliance(id: id, title: title, period: period, row: &row), origin: origin, parties: parties
        ))
      assembly.addSources(of: row, subject: id)
      for other in period.others {
        assembly.sources.append(Source(subject: id, field: other.field, value: "\(other.date)"))
      }
    }
    takenIDs = taken
  }

  /// The id of an alliance that gives none: that of a known one with the same title, else one made from it.
  private func identity(ofAlliance title: String, taken: Set<String>) -> String {
    if let twin = knownTitles[title.textKey] { return twin }
    let base = title.slug.isEmpty ? "alliance" : title.slug
    var (id, number) = (base, 1)
    while taken.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  private func alliance(id: String, title: String, period: Period, row: inout RowReader) -> Alliance {
    Alliance(
      id: id, title: title, parties: [], forms: row.list("forms").map(PartnershipForm.init(written:)),
      relation: row.text("relation").map(Relation.init(written:)),
      logic: row.text("logic").map(AllianceLogic.init(written:)), start: period.start, end: period.end,
      status: row.text("status").map(AllianceStatus.init(written:)), themes: row.list("themes"), odd: row.goals("odd"),
      territory: row.text("territory"), intensity: row.text("intensity"), result: row.text("result"),
      story: row.text("story"), fields: row.freeFields)
  }

  /// The parties named in the cells of an alliance: `a|b`, with roles as `a:role|b:role` or in the same order.
  private func parties(in row: inout RowReader, origin: SourceMap.Origin) -> [WrittenParty] {
    guard !isPackage else { return [] }
    let roles = row.text("roles")?.listItems ?? []
    let names = row.text("parties")?.listItems ?? []
    var place = origin
    place.columns["actor"] = row.loaded.map["parties"] ?? row.loaded.map["roles"]
    place.columns["role"] = row.loaded.map["roles"]
    if names.isEmpty {
      return roles.map { item in
        let (actor, role) = PartyRoles.split(item)
        return WrittenParty(actor: actor, role: role, origin: place)
      }
    }
    let matched = PartyRoles(items: roles, parties: names)
    for item in matched.unmatched {
      row.report(
        .warning, field: "roles", value: item,
        message: LocalizedText(
          french: "le rôle « \(item) » n’est celui d’aucune partie de la ligne ; il n’est pas lu",
          english: "the role “\(item)” is that of no party of this row; it is not read"),
        cure: LocalizedText(
          french: "écrivez « partie:rôle », la partie comme dans la colonne des parties",
          english: "write “party:role”, the party as in the column of parties"))
    }
    return zip(names, matched.roles).map { WrittenParty(actor: $0, role: $1, origin: place) }
  }

  /// Plain edge tables: each row is an alliance of two.
  mutating func readTies() {
    forEachRow(of: .ties) { assembly, row, origin in
      let ends = ["from", "to"].compactMap { field in row.text(field).map { (field, $0) } }
      guard !ends.isEmpty else { return }
      let title = row.text("title") ?? ends.map(\.1).joined(separator: " – ")
      let id = assembly.freshID("lien " + ends.map(\.1).joined(separator: " "))
      assembly.takenIDs.insert(id)
      let parties = ends.map { field, name in
        var place = origin
        place.columns["actor"] = row.loaded.map[field]
        return WrittenParty(actor: name, role: nil, origin: place)
      }
      let period = assembly.period(of: &row)
      assembly.drafts.append(
        Draft(
          alliance: assembly.alliance(id: id, title: title, period: period, row: &row), origin: origin, parties: parties
        ))
      assembly.addSources(of: row, subject: id, field: "reference")
    }
  }
}

/// Finds out which role is whose.
struct PartyRoles {
  /// One for each party, in their order; nil where none is given.
  private(set) var roles: [String?]
  private(set) var unmatched: [String] = []

  init(items: [String], parties: [String]) {
    roles = Array(repeating: nil, count: parties.count)
    // Bare roles, as many as parties, go by position.
    let isPositional =
      items.count == parties.count && !items.contains { item in parties.contains { item.hasPrefix($0 + ":") } }
    if isPositional {
      roles = items.map { $0.isEmpty ? nil : $0 }
      return
    }
    // The longest name first: "Archer" is also the beginning of "Archer: le groupe".
    let order = parties.indices.sorted { (parties[$0].count, $1) > (parties[$1].count, $0) }
    var given: Set<Int> = []
    for item in items {
      let fits = order.filter { PartyRoles.item(item, isOf: parties[$0]) }
      guard let party = fits.first(where: { !given.contains($0) }) ?? fits.first else {
        unmatched.append(item)
        continue
      }
      let role = String(item.dropFirst(parties[party].count).drop { $0 == ":" || $0.isWhitespace })
      if given.insert(party).inserted { roles[party] = role.isEmpty ? nil : role.trimmedCell }
    }
  }

  private static func item(_ item: String, isOf party: String) -> Bool {
    guard item.hasPrefix(party) else { return false }
    let rest = item.dropFirst(party.count).drop(while: \.isWhitespace)
    return rest.isEmpty || rest.first == ":"
  }

  /// `a:role` without a list of parties: the name ends at the first colon.
  static func split(_ item: String) -> (actor: String, role: String?) {
    let parts = item.split(separator: ":", maxSplits: 1).map { String($0).trimmedCell }
    return (parts.first ?? item, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
  }
}
