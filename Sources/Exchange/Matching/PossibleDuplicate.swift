public import AllianceModel

/// Two actors that are perhaps one: for a person to decide.
public struct PossibleDuplicate: Sendable, Equatable {
  /// Ids, the smaller first.
  public let first: String
  public let second: String
  public let reason: LocalizedText
}

extension AllianceGraph {
  /// The pairs of actors with one official number, or with names that mean the same, in the order of their ids.
  ///
  /// Names in two different communes are two organisations ("Amicale laïque" of here and of there). Pairs that a
  /// decision calls `same` or `not_same` are settled, and left out.
  ///
  /// - Complexity: O(*n* log *n*) in the actors, for keys that few of them share.
  public func possibleDuplicates() -> [PossibleDuplicate] {
    var found: [Pair: LocalizedText] = [:]
    for number in [\Actor.siret, \Actor.siren, \Actor.rna] {
      let numbered = actors.filter { $0[keyPath: number] != nil }
      for (value, group) in Dictionary(grouping: numbered, by: { $0[keyPath: number] ?? "" }) {
        add(pairs(in: group) { !isOtherEstablishment($0, $1) }, to: &found) { _, _ in
          LocalizedText(french: "même numéro (\(value))", english: "same number (\(value))")
        }
      }
    }
    let named = actors.flatMap { actor in ([actor.name] + actor.aliases).map { (NameKey($0), actor) } }
    for (key, group) in Dictionary(grouping: named, by: \.0) where !key.isEmpty {
      add(pairs(in: group.map(\.1)) { isNear($0, $1) }, to: &found) { first, second in
        LocalizedText(
          french: "« \(first.name) » et « \(second.name) » se lisent comme un même nom",
          english: "“\(first.name)” and “\(second.name)” read as one name")
      }
    }
    let settled = Set(decisions.filter { ["same", "not_same"].contains($0.verdict) }.flatMap(Pair.all))
    return found.filter { !settled.contains($0.key) }.sorted {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }
    .map { PossibleDuplicate(first: $0.key.first, second: $0.key.second, reason: $0.value) }
  }

  /// Two ids in a stated order.
  struct Pair: Hashable {
    let first: String
    let second: String

    init(_ one: String, _ other: String) {
      (first, second) = (min(one, other), max(one, other))
    }

    static func all(of decision: Decision) -> [Pair] {
      decision.subjects.indices.flatMap { place in
        decision.subjects[(place + 1)...].map { Pair(decision.subjects[place], $0) }
      }
    }
  }

  private func pairs(in group: [Actor], where isLikely: (Actor, Actor) -> Bool) -> [(Actor, Actor)] {
    // A key that very many share says nothing; its pairs would be without number.
    guard group.count <= 50 else { return [] }
    return group.indices.flatMap { place in
      group[(place + 1)...].filter { $0.id != group[place].id && isLikely(group[place], $0) }.map { (group[place], $0) }
    }
  }

  private func add(
    _ pairs: [(Actor, Actor)], to found: inout [Pair: LocalizedText], reason: (Actor, Actor) -> LocalizedText
  ) {
    for (one, other) in pairs where found[Pair(one.id, other.id)] == nil {
      let (first, second) = one.id < other.id ? (one, other) : (other, one)
      found[Pair(first.id, second.id)] = reason(first, second)
    }
  }

  private func isNear(_ one: Actor, _ other: Actor) -> Bool {
    if let here = one.place, let there = other.place, here != there, PublicCode.isCommune(here),
      PublicCode.isCommune(there)
    {
      return false
    }
    if let first = one.siren, let second = other.siren, first != second { return false }
    return one.isOrganisation == other.isOrganisation
  }

  /// One SIREN with two SIRET: two establishments of one body.
  private func isOtherEstablishment(_ one: Actor, _ other: Actor) -> Bool {
    if let first = one.siret, let second = other.siret { return first != second }
    return false
  }
}
