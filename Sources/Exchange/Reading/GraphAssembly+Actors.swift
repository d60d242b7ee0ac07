import AllianceModel

extension GraphAssembly {
  /// Reads all tables of actors; a row without an id gets one made from its name.
  mutating func readActors() {
    let written = tables.filter { $0.map.kind == .actors }.flatMap { loaded in
      loaded.map["id"].map { column in loaded.table.rows.compactMap { $0.cells[checked: column]?.text.trimmedCell } }
        ?? []
    }
    takenIDs.formUnion(written)
    var nameless: [RowReader] = []
    forEachRow(of: .actors) { assembly, row, origin in
      let number = row.code("siren") ?? row.code("siret") ?? row.text("rna")
      let name = row.text("name") ?? (assembly.isPackage ? "" : row.text("id") ?? number ?? "")
      if row.text("name") == nil, !assembly.isPackage, !name.isEmpty { nameless.append(row) }
      let id = row.text("id") ?? (assembly.isPackage ? "" : assembly.identity(of: row, name: name))
      assembly.takenIDs.insert(id)
      let actor = assembly.actor(id: id, name: name, row: &row)
      assembly.origins[.actor(assembly.actors.count)] = origin
      assembly.actors.append(actor)
      assembly.directory.add(actor)
      assembly.addSources(of: row, subject: id)
    }
    if let first = nameless.first { problems.append(namelessProblem(first, count: nameless.count)) }
  }

  /// The id of a row that gives none: that of the known actor with the same number, or with the same name in the same
  /// place, or one made from the name.
  private mutating func identity(of row: RowReader, name: String) -> String {
    let numbers = [row.code("siret"), row.code("siren"), row.text("rna")].compactMap(\.self)
    let place = place(of: row)
    let twin = knownNames[name.textKey]?.first {
      !usedKnown.contains($0.id) && ($0.place == nil || place == nil || $0.place == place)
    }
    guard let id = numbers.compactMap({ knownIDs[$0] }).first ?? twin?.id, usedKnown.insert(id).inserted else {
      return freshID(name)
    }
    return id
  }

  private func actor(id: String, name: String, row: inout RowReader) -> Actor {
    let period = period(of: &row)
    let position = row.position()
    return Actor(
      id: id, name: name, aliases: row.list("aliases"), kind: row.text("kind").map(ActorKind.init(written:)),
      legalCategory: row.text("legal_category"), siren: row.code("siren"), siret: row.code("siret"),
      rna: row.text("rna"), size: row.text("size").map(SizeClass.init(written:)), place: place(of: row),
      latitude: position.latitude, longitude: position.longitude, start: period.start, end: period.end,
      themes: row.list("themes"), odd: row.goals("odd"), networks: row.list("networks"),
      publicRole: row.text("public_role"), description: row.text("description"), url: row.text("url"),
      fields: row.freeFields)
  }

  private func namelessProblem(_ row: RowReader, count: Int) -> ImportProblem {
    row.loaded.table.problem(
      .warning, record: row.record, column: row.loaded.map["name"] ?? 0,
      message: LocalizedText(
        french: "\(count) ligne\(count > 1 ? "s" : "") sans nom, dont celle-ci : l’identifiant en tient lieu",
        english: "\(count) row\(count > 1 ? "s" : "") without a name, this one first: the id stands for it"),
      cure: LocalizedText(french: "écrivez le nom complet", english: "write the full name"))
  }
}
