import AllianceModel

extension GraphAssembly {
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

  /// Ties that tables of actors hold: a column of partners, columns `Partenaire 1`, `Partenaire 2`…, a column for each
  /// actor with a cross where they work together; and square tables of actors by actors.
  ///
  /// A tie stands once, though both rows name it.
  mutating func readGrids() {
    guard !isPackage else { return }
    var seen: Set<Set<String>> = []
    var position = 0
    forEachRow(of: .actors) { assembly, row, origin in
      let actor = assembly.actors[position]
      position += 1
      let listed =
        row.loaded.map["partners"].map { column in row.list("partners").map { (column: column, name: $0) } } ?? []
      let crossed = row.loaded.crosses.filter { row.text(at: $0.position)?.writtenTruth == true }
        .map { (column: $0.position, name: $0.name) }
      for partner in listed + row.numberedPartners + crossed {
        assembly.addTie(actor.id, partner.name, column: partner.column, value: nil, origin: origin, seen: &seen)
      }
    }
    forEachRow(of: .matrix) { assembly, row, origin in
      guard let name = row.text(at: 0) else { return }
      for (column, cell) in row.loaded.table.header.cells.enumerated().dropFirst() {
        guard let value = row.text(at: column), value.writtenTruth != false, value.writtenNumber != 0 else { continue }
        let partner = cell.text.trimmedCell
        guard !partner.isEmpty, partner.textKey != name.textKey else { continue }
        assembly.addTie(name, partner, column: column, value: value, origin: origin, seen: &seen)
      }
    }
  }

  private mutating func addTie(
    _ actor: String, _ partner: String, column: Int, value: String?, origin: SourceMap.Origin,
    seen: inout Set<Set<String>>
  ) {
    let ends = [actor, partner].map { written in
      if case .found(let id) = find(written) { return id }
      return written.textKey
    }
    guard ends[0] != ends[1], seen.insert(Set(ends)).inserted else { return }
    let names = ends.indices.map { index in
      directory.name(of: ends[index]) ?? knownDirectory.name(of: ends[index]) ?? [actor, partner][index]
    }
    let id = freshID("lien " + names.joined(separator: " "))
    takenIDs.insert(id)
    var place = origin
    place.columns["actor"] = column
    let intensity = value?.writtenNumber == 1 || value?.writtenNumber == nil ? nil : value
    drafts.append(
      Draft(
        alliance: Alliance(
          id: id, title: names.joined(separator: " – "), parties: [], intensity: intensity), origin: origin,
        parties: [actor, partner].map { WrittenParty(actor: $0, role: nil, origin: place) }))
  }
}

extension RowReader {
  /// The cells of columns such as `Partenaire 1`, `Partner 2`: they become parties, not free fields.
  var numberedPartners: [(column: Int, name: String)] {
    loaded.numberedColumns.compactMap { column in text(at: column).map { (column, $0) } }
  }
}
