import AllianceModel

/// Puts the rows that were read into those that are known, cell by cell, and keeps account.
struct GraphMerge {
  typealias Row = GraphUpdate.Row

  private(set) var actors: [AllianceGraph.Actor]
  private(set) var alliances: [AllianceGraph.Alliance]
  private(set) var places: [AllianceGraph.Place]
  private(set) var sources: [AllianceGraph.Source]
  private(set) var decisions: [AllianceGraph.Decision]
  private(set) var added: [Row] = []
  private(set) var changed: [Row] = []
  private(set) var unchangedCount = 0
  private(set) var absentActors: [Row] = []
  private(set) var absentAlliances: [Row] = []
  private let actorIDs: [String: String]
  private var allianceIDs: [String: String] = [:]

  init(known: AllianceGraph, read: AllianceGraph, actorIDs: [String: String]) {
    (actors, alliances, places) = (known.actors, known.alliances, known.places)
    (sources, decisions) = (known.sources, known.decisions)
    self.actorIDs = actorIDs
    mergeActors(read.actors)
    mergeAlliances(read.alliances)
    mergePlaces(read.places)
    mergeEvidence(of: read)
  }

  private func id(ofActor id: String) -> String { actorIDs[id] ?? id }

  private mutating func mergeActors(_ read: [AllianceGraph.Actor]) {
    var positions = Dictionary(actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let knownCount = actors.count
    var seen: Set<Int> = []
    for actor in read {
      let id = id(ofActor: actor.id)
      guard let position = positions[id], position < knownCount else {
        positions[id] = actors.count
        actors.append(actor.with(id: id, networks: actor.networks.map { self.id(ofActor: $0) }))
        added.append(Row(table: .actors, id: id, name: actor.name, changes: []))
        continue
      }
      seen.insert(position)
      let merged = actors[position].updated(by: actor, networks: actor.networks.map { self.id(ofActor: $0) })
      let changes = GraphMerge.changes(
        PackageTable.actors, from: actors[position].cells, to: merged.cells,
        fields: (actors[position].fields, merged.fields))
      record(changes, Row(table: .actors, id: id, name: merged.name, changes: changes))
      actors[position] = merged
    }
    absentActors = actors[..<knownCount].indices.filter { !seen.contains($0) }.map {
      Row(table: .actors, id: actors[$0].id, name: actors[$0].name, changes: [])
    }
  }

  private mutating func mergeAlliances(_ read: [AllianceGraph.Alliance]) {
    let knownCount = alliances.count
    let positions = Dictionary(alliances.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(grouping: alliances.indices) { alliances[$0].title.textKey }
    let actorSet = Set(actors.map(\.id))
    var taken = Set(alliances.map(\.id)).union(actorSet)
    var seen: Set<Int> = []
    for alliance in read {
      let parties = alliance.parties.map { $0.with(actor: id(ofActor: $0.actor)) }
      let sameID = positions[alliance.id].flatMap { isStranger(alliances[$0], alliance, parties) ? nil : $0 }
      let twins = titles[alliance.title.textKey, default: []].filter {
        !seen.contains($0) && isSame(alliances[$0], alliance, parties)
      }
      guard let position = sameID ?? nearest(of: twins, to: alliance, parties) else {
        let id = freshID(alliance, taken: taken)
        taken.insert(id)
        allianceIDs[alliance.id] = id
        alliances.append(alliance.with(id: id, parties: parties))
        added.append(Row(table: .alliances, id: id, name: alliance.title, changes: []))
        continue
      }
      seen.insert(position)
      allianceIDs[alliance.id] = alliances[position].id
      let merged = alliances[position].updated(by: alliance, parties: parties)
      let changes =
        GraphMerge.changes(
          PackageTable.alliances, from: alliances[position].cells, to: merged.cells,
          fields: (alliances[position].fields, merged.fields))
        + GraphMerge.partyChanges(from: alliances[position].parties, to: merged.parties)
      record(changes, Row(table: .alliances, id: merged.id, name: merged.title, changes: changes))
      alliances[position] = merged
    }
    absentAlliances = alliances[..<knownCount].indices.filter { !seen.contains($0) }.map {
      Row(table: .alliances, id: alliances[$0].id, name: alliances[$0].title, changes: [])
    }
  }

  /// One id, but no word of the titles and no party in common: a file that numbers its rows by itself.
  private func isStranger(
    _ known: AllianceGraph.Alliance, _ read: AllianceGraph.Alliance, _ parties: [AllianceGraph.Party]
  ) -> Bool {
    // An alliance that only a table of parties names has its id for a title.
    read.title != read.id && Set(NameKey(known.title).words).isDisjoint(with: NameKey(read.title).words)
      && Set(known.parties.map(\.actor)).isDisjoint(with: parties.map(\.actor))
  }

  /// One title, the parties of one among those of the other, and no two years.
  private func isSame(
    _ known: AllianceGraph.Alliance, _ read: AllianceGraph.Alliance, _ parties: [AllianceGraph.Party]
  ) -> Bool {
    let (before, now) = (Set(known.parties.map(\.actor)), Set(parties.map(\.actor)))
    guard before.isSubset(of: now) || now.isSubset(of: before) else { return false }
    guard let one = known.start, let other = read.start else { return true }
    return one.year == other.year
  }

  /// Of alliances with one title, the one that agrees most: same parties, then same start, then same relation.
  private func nearest(
    of twins: [Int], to read: AllianceGraph.Alliance, _ parties: [AllianceGraph.Party]
  ) -> Int? {
    func agreement(_ index: Int) -> Int {
      let known = alliances[index]
      return (Set(known.parties.map(\.actor)) == Set(parties.map(\.actor)) ? 4 : 0)
        + (known.start == read.start ? 2 : 0) + (known.relation == read.relation ? 1 : 0)
    }
    return twins.min { (-agreement($0), $0) < (-agreement($1), $1) }
  }

  private func freshID(_ alliance: AllianceGraph.Alliance, taken: Set<String>) -> String {
    guard taken.contains(alliance.id) else { return alliance.id }
    let base = alliance.title.slug.isEmpty ? "alliance" : alliance.title.slug
    var (id, number) = (base, 1)
    while taken.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  private mutating func mergePlaces(_ read: [AllianceGraph.Place]) {
    var positions = Dictionary(places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in read {
      guard let position = positions[place.id] else {
        positions[place.id] = places.count
        places.append(place)
        added.append(Row(table: .places, id: place.id, name: place.name, changes: []))
        continue
      }
      let merged = places[position].updated(by: place)
      let changes = GraphMerge.changes(
        PackageTable.places, from: places[position].cells, to: merged.cells,
        fields: (places[position].fields, merged.fields))
      record(changes, Row(table: .places, id: place.id, name: merged.name, changes: changes))
      places[position] = merged
    }
  }

  private mutating func mergeEvidence(of read: AllianceGraph) {
    var seen = Set(sources.map(\.packageRow))
    for source in read.sources {
      let subject = actorIDs[source.subject] ?? allianceIDs[source.subject] ?? source.subject
      let moved = source.with(subject: subject)
      if seen.insert(moved.packageRow).inserted { sources.append(moved) }
    }
    for decision in read.decisions {
      let moved = AllianceGraph.Decision(
        verdict: decision.verdict, subjects: decision.subjects.map { actorIDs[$0] ?? allianceIDs[$0] ?? $0 },
        reason: decision.reason, date: decision.date, author: decision.author)
      if !decisions.contains(moved) { decisions.append(moved) }
    }
  }

  private mutating func record(_ changes: [GraphUpdate.FieldChange], _ row: Row) {
    if changes.isEmpty { unchangedCount += 1 } else { changed.append(row) }
  }

  /// The cells that differ, by the columns of the stored table, then free fields.
  private static func changes(
    _ table: PackageTable, from old: [String], to new: [String], fields: (old: [FreeField], new: [FreeField])
  ) -> [GraphUpdate.FieldChange] {
    let cells = zip(table.columns.map(\.name), zip(old, new)).compactMap { name, pair in
      pair.0 == pair.1 ? nil : GraphUpdate.FieldChange(field: name, old: pair.0, new: pair.1)
    }
    let values = Dictionary(fields.old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let free = fields.new.filter { values[$0.name] != $0.value }.map {
      GraphUpdate.FieldChange(field: $0.name, old: values[$0.name] ?? "", new: $0.value)
    }
    return cells + free
  }

  private static func partyChanges(
    from old: [AllianceGraph.Party], to new: [AllianceGraph.Party]
  ) -> [GraphUpdate.FieldChange] {
    let text = { (parties: [AllianceGraph.Party]) in
      ListCell.text(parties.map { [$0.actor, $0.role].compactMap(\.self).joined(separator: ":") })
    }
    return old == new ? [] : [GraphUpdate.FieldChange(field: "parties", old: text(old), new: text(new))]
  }
}
