import AllianceModel

extension GraphAssembly {
  /// Gives alliances a prefix when they use the ids of actors (1, 2, 3…): sources could not tell them apart.
  mutating func separateIDs() {
    guard !isPackage else { return }
    let actorIDs = Set(actors.map(\.id) + (known?.actors.map(\.id) ?? []))
    guard let shared = drafts.first(where: { actorIDs.contains($0.alliance.id) }) else { return }
    for draft in drafts { allianceIDs[draft.alliance.id] = "alliance-" + draft.alliance.id }
    let renamed = drafts.map { draft in
      let alliance = draft.alliance
      return Draft(
        alliance: alliance.with(id: allianceIDs[alliance.id] ?? alliance.id, parties: []), origin: draft.origin,
        parties: draft.parties)
    }
    sources = sources.enumerated().map { index, source in
      index < actorSourceCount ? source : source.with(subject: allianceIDs[source.subject] ?? source.subject)
    }
    let loaded = tables[shared.origin.table]
    problems.append(
      loaded.table.problem(
        .note, record: loaded.table.rows[shared.origin.record],
        column: loaded.map["alliance_id"] ?? loaded.map["id"] ?? 0,
        message: LocalizedText(
          french: "acteurs et alliances ont les mêmes identifiants ; ceux des alliances reçoivent « alliance- » devant",
          english: "actors and alliances use the same ids; those of the alliances get “alliance-” in front")))
    drafts = renamed
  }

  /// Reads the tables with one party in each row.
  mutating func readParties() {
    let positions = Dictionary(
      drafts.enumerated().map { ($1.alliance.id, $0) }, uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(grouping: drafts.indices) { drafts[$0].alliance.title.textKey }
    forEachRow(of: .parties) { assembly, row, origin in
      guard let written = row.text("alliance"), let actor = row.text("actor") else {
        row.reportIncompleteParty()
        return
      }
      let id = assembly.allianceIDs[written] ?? written
      let byTitle = assembly.isPackage ? nil : titles[written.textKey].flatMap { $0.count == 1 ? $0[0] : nil }
      let party = WrittenParty(
        actor: actor, role: row.text("role"), start: row.date("start"), end: row.date("end"), origin: origin)
      if let position = positions[id] ?? byTitle {
        assembly.drafts[position].parties.append(party)
      } else if let position = assembly.lateAlliances[written] {
        assembly.drafts[position].parties.append(party)
      } else if assembly.isPackage {
        row.reportUnknownAlliance(written)
      } else {
        assembly.addLateAlliance(written, party: party, row: &row, origin: origin)
      }
    }
  }

  /// An alliance that only a table of parties names; of a known graph it is that graph's.
  private mutating func addLateAlliance(
    _ written: String, party: WrittenParty, row: inout RowReader, origin: SourceMap.Origin
  ) {
    let isKnown = known?.alliances.contains { $0.id == written } ?? false
    let id =
      isKnown ? written : (takenIDs.contains(written) ? freshID(written) : written)
    let title = known?.alliances.first { $0.id == id }?.title ?? written
    takenIDs.insert(id)
    lateAlliances[written] = drafts.count
    drafts.append(Draft(alliance: Alliance(id: id, title: title, parties: []), origin: origin, parties: [party]))
    guard known?.alliances.contains(where: { $0.id == id }) != true,
      tables.contains(where: { $0.map.kind == .alliances })
    else { return }
    row.report(
      .warning, field: "alliance", value: written,
      message: LocalizedText(
        french: "l’alliance « \(written) » n’est dans aucune table d’alliances ; elle est créée",
        english: "the alliance “\(written)” is in no table of alliances; it is made"),
      cure: LocalizedText(
        french: "corrigez le nom, ou ajoutez l’alliance", english: "mend the name, or add the alliance"))
  }

  /// The alliances with their parties found among the actors; actors that no table has are made, and listed.
  mutating func resolvedAlliances() -> [Alliance] {
    var alliances: [Alliance] = []
    for (index, draft) in drafts.enumerated() {
      var parties: [Party] = []
      for written in draft.parties {
        guard let actor = isPackage ? written.actor : resolved(written) else { continue }
        origins[.party(alliance: index, party: parties.count)] = written.origin
        parties.append(Party(actor: actor, role: written.role, start: written.start, end: written.end))
      }
      origins[.alliance(index)] = draft.origin
      alliances.append(draft.alliance.with(id: draft.alliance.id, parties: parties))
    }
    if !createdActors.isEmpty, !tables.contains(where: { $0.map.kind == .actors }) {
      problems.append(createdNote)
    }
    return alliances
  }

  private mutating func resolved(_ written: WrittenParty) -> String? {
    let loaded = tables[written.origin.table]
    let record = loaded.table.rows[written.origin.record]
    let column = written.origin.columns["actor"] ?? loaded.map["actor"] ?? 0
    switch find(written.actor) {
    case .found(let id): return id
    case .ambiguous(let ids):
      problems.append(
        loaded.table.problem(
          .error, record: record, column: column, field: "actor", value: written.actor,
          message: LocalizedText(
            french: "plusieurs acteurs s’appellent « \(written.actor) » ; cette partie n’est pas lue",
            english: "several actors are called “\(written.actor)”; this party is not read"),
          cure: LocalizedText(
            french: "écrivez l’identifiant de l’un d’eux : \(ids.joined(separator: ", "))",
            english: "write the id of one of them: \(ids.joined(separator: ", "))")))
      return nil
    case .unknown: return created(written.actor, in: loaded.table, record: record, column: column)
    }
  }

  private mutating func created(
    _ name: String, in table: SourceTable, record: CSVRecord, column: Int
  ) -> String {
    let actor = Actor(id: freshID(name), name: name)
    // Each hint compares the name with all actors: the first ones show what is wrong with the rest.
    let hasTable = tables.contains { $0.map.kind == .actors }
    let hint = hasTable && createdActors.count < 20 ? nearestActor(to: name) : nil
    takenIDs.insert(actor.id)
    actors.append(actor)
    directory.add(actor)
    createdActors.append(name)
    if hasTable {
      problems.append(
        table.problem(
          .warning, record: record, column: column, field: "actor", value: name,
          message: LocalizedText(
            french: "« \(name) » n’est pas dans la table des acteurs ; cet acteur est créé",
            english: "“\(name)” is not in the table of actors; this actor is made"),
          cure: hint.map {
            LocalizedText(
              french: "vouliez-vous dire « \($0) » ?", english: "did you mean “\($0)”?")
          }
            ?? LocalizedText(
              french: "ajoutez-le à la table des acteurs, avec son type et son lieu",
              english: "add it to the table of actors, with its kind and place")))
    }
    return actor.id
  }

  /// The id or name of an actor that differs from `name` by a letter or two, for "did you mean".
  private func nearestActor(to name: String) -> String? {
    let key = Array(name.textKey)
    let limit = max(1, key.count / 4)
    guard actors.count <= 5_000, key.count <= 80 else { return nil }
    let scored = actors.lazy.flatMap { [$0.id, $0.name] }.compactMap { candidate in
      let other = Array(candidate.textKey)
      guard abs(other.count - key.count) <= limit else { return nil as (Int, String)? }
      let distance = editDistance(key, other)
      return distance <= limit ? (distance, candidate) : nil
    }
    return scored.min { $0 < $1 }?.1
  }

  private var createdNote: ImportProblem {
    let names = createdActors.prefix(10).joined(separator: ", ") + (createdActors.count > 10 ? "…" : "")
    let count = createdActors.count
    return ImportProblem(
      .note,
      message: LocalizedText(
        french:
          "sans table d’acteurs, \(count) acteur\(count > 1 ? "s sont créés" : " est créé") d’après les liens : \(names)",
        english: "without a table of actors, \(count) actor\(count > 1 ? "s are" : " is") made from the ties: \(names)"),
      cure: LocalizedText(
        french: "pour leur donner un type et un lieu, ajoutez une table d’acteurs",
        english: "to give them a kind and a place, add a table of actors"))
  }
}

/// How many letters must be inserted, removed or replaced to make one text of the other (Levenshtein 1966).
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var previous = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      current.append(
        min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[second.count]
}

extension RowReader {
  mutating func reportIncompleteParty() {
    guard text("alliance") != nil || text("actor") != nil else { return }
    report(
      .error, field: text("alliance") == nil ? "alliance" : "actor",
      message: LocalizedText(
        french: "cette ligne ne nomme pas à la fois une alliance et un acteur ; elle n’est pas lue",
        english: "this row does not name both an alliance and an actor; it is not read"),
      cure: LocalizedText(french: "remplissez les deux cases", english: "fill in both cells"))
  }

  mutating func reportUnknownAlliance(_ written: String) {
    report(
      .error, field: "alliance", value: written,
      message: LocalizedText(
        french: "« \(written) » n’est pas une alliance de la table ; cette partie n’est pas lue",
        english: "“\(written)” is not an alliance of the table; this party is not read"),
      cure: LocalizedText(french: "corrigez l’identifiant", english: "mend the id"))
  }
}
