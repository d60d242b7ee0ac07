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
      let id = written ?? (assembly.isPackage ? "" : assembly.freshID(ofAlliance: title, taken: taken))
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

  /// An id made from the title, for an alliance that gives none.
  private func freshID(ofAlliance title: String, taken: Set<String>) -> String {
    let base = title.slug.isEmpty ? "alliance" : title.slug
    var (id, number) = (base, 1)
    while taken.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  func alliance(id: String, title: String, period: Period, row: inout RowReader) -> Alliance {
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
    let names = (row.text("parties")?.listItems ?? []) + row.numberedPartners.map(\.name)
    var place = origin
    place.columns["actor"] = row.loaded.map["parties"] ?? row.numberedPartners.first?.column ?? row.loaded.map["roles"]
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
}
