/// Which actors and alliances a map, a page or a report shows.
///
/// Values of one key are alternatives, different keys must all hold: `family=companies`, `family=networks` and
/// `year=2019` show what companies and networks did in 2019.
///
/// - `family`, `kind`, `size`, `commune` and `epci` speak of actors. Objects stay, unless `kind` names kinds of objects; likewise
///   organisations stay when `kind` names only kinds of objects. Of an alliance those parties are shown that are left,
///   when they are at least two.
/// - `form`, `relation`, `status`, `odd`, `theme`, `year` and `id` speak of alliances. Who takes part in none of those left is left out too. An
///   alliance is in a year between its start and its end when both are known, else in the year of the one that is: an
///   open end is not today.
public struct GraphFilter: Sendable, Equatable {
  public enum Key: String, Sendable, CaseIterable {
    case family, kind, size, commune, epci, form, relation, status, odd, theme, year, id

    /// The key of this name, in English or French, whatever its case and accents.
    init?(written: String) {
      let french = [
        "famille": Key.family, "type": .kind, "genre": .kind, "taille": .size, "forme": .form, "sdg": .odd,
        "intercommunalite": .epci, "statut": .status,
        "annee": .year, "periode": .year, "period": .year, "alliance": .id,
      ]
      guard let key = Key(rawValue: written.textKey) ?? french[written.textKey] else { return nil }
      self = key
    }

    var speaksOfActors: Bool {
      switch self {
      case .family, .kind, .size, .commune, .epci: true
      case .form, .relation, .status, .odd, .theme, .year, .id: false
      }
    }
  }

  public struct Condition: Sendable, Equatable {
    public let key: Key
    /// As the person wrote it.
    public let value: String

    public init(_ key: Key, _ value: String) {
      (self.key, self.value) = (key, value)
    }

    /// Reads `key=value`, both parts trimmed, keys in English or French (`famille=`); nil without such a key or a value.
    public init?(_ text: String) {
      guard let sign = text.firstIndex(of: "=") else { return nil }
      func trimmed(_ part: Substring) -> String {
        String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      }
      let value = trimmed(text[text.index(after: sign)...])
      guard let key = Key(written: trimmed(text[..<sign])), !value.isEmpty else { return nil }
      self.init(key, value)
    }
  }

  public let conditions: [Condition]

  public init(_ conditions: [Condition] = []) {
    self.conditions = conditions
  }

  public var isEmpty: Bool { conditions.isEmpty }

  func values(_ key: Key) -> [String] {
    conditions.filter { $0.key == key }.map(\.value)
  }
}

extension GraphFilter {
  /// A value that its key cannot have, and those that it can.
  public struct UnknownValue: Error, Sendable, Equatable {
    public let key: Key
    public let value: String
    public let known: [String]

    public init(key: Key, value: String, known: [String]) {
      (self.key, self.value, self.known) = (key, value, known)
    }

    /// What is wrong and what can be written instead, for the option of the command that took the filter (`--filter`).
    public func message(option: String) -> LocalizedText {
      let some = known.prefix(30).joined(separator: ", ") + (known.count > 30 ? "…" : "")
      return LocalizedText(
        french: "\(option) \(key.rawValue) : « \(value) » est inconnu. Valeurs possibles : \(some).",
        english: "\(option) \(key.rawValue): “\(value)” is not known. Possible values: \(some).")
    }
  }

  /// What a filter leaves of a graph.
  package struct Result {
    package let graph: AllianceGraph
    package let hiddenActors: Int
    package let hiddenAlliances: Int

    package init(graph: AllianceGraph, hiddenActors: Int, hiddenAlliances: Int) {
      (self.graph, self.hiddenActors, self.hiddenAlliances) = (graph, hiddenActors, hiddenAlliances)
    }
  }

  /// The alliances that the filter leaves, by their positions in ``AllianceGraph/alliances``, rising.
  ///
  /// - Complexity: O(parties).
  public func alliances(in graph: AllianceGraph) throws(UnknownValue) -> [Int] {
    try selection(in: graph).alliances.map(\.row)
  }

  /// The part of `graph` that is to be shown. Rows keep their order.
  ///
  /// - Complexity: O(parties).
  package func apply(to graph: AllianceGraph) throws(UnknownValue) -> Result {
    guard !isEmpty else { return Result(graph: graph, hiddenActors: 0, hiddenAlliances: 0) }
    let (kept, alliances) = try selection(in: graph)
    return Result(
      graph: AllianceGraph(
        info: graph.info, actors: graph.actors.indices.filter { kept[$0] }.map { graph.actors[$0] },
        alliances: alliances.map { graph.alliances[$0.row].keeping($0.parties) }, places: graph.places,
        sources: graph.sources, decisions: []),
      hiddenActors: kept.count { !$0 }, hiddenAlliances: graph.alliances.count - alliances.count)
  }

  private func selection(
    in graph: AllianceGraph
  ) throws(UnknownValue) -> (actors: [Bool], alliances: [(row: Int, parties: [AllianceGraph.Party])]) {
    let test = try FilterTest(self, graph: graph)
    let hasActorTest = conditions.contains(where: \.key.speaksOfActors)
    let hasAllianceTest = conditions.contains { !$0.key.speaksOfActors }
    let indices = graph.actorIndices
    var kept = graph.actors.map { test.accepts($0) }
    let alliances = graph.alliances.enumerated().compactMap { row, alliance -> (Int, [AllianceGraph.Party])? in
      guard test.accepts(alliance) else { return nil }
      let parties = alliance.parties.filter { indices[$0.actor].map { kept[$0] } ?? false }
      return hasActorTest && parties.count < 2 ? nil : (row, parties)
    }
    if hasAllianceTest {
      let present = Set(alliances.flatMap { $0.1.compactMap { indices[$0.actor] } })
      for index in kept.indices where !present.contains(index) { kept[index] = false }
    }
    return (kept, alliances)
  }
}

extension AllianceGraph.Alliance {
  /// The same alliance with only these parties.
  package func keeping(_ parties: [AllianceGraph.Party]) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: id, title: title, parties: parties, forms: forms, relation: relation, logic: logic, start: start, end: end,
      status: status, themes: themes, odd: odd, territory: territory, intensity: intensity, result: result,
      story: story, fields: fields)
  }
}

/// A filter whose words are looked up once.
private struct FilterTest {
  private let families: Set<ActorFamily>
  private let kinds: Set<String>
  private let sizes: Set<String>
  /// The communes that were asked for, and those of the EPCI that were; nil when none was.
  private let places: Set<String>?
  private let placesAround: Set<String>?
  private let forms: Set<String>
  private let relations: Set<String>
  private let statuses: Set<String>
  private let goals: Set<Int>
  private let themes: Set<String>
  private let years: [ClosedRange<Int>]
  private let ids: Set<String>

  init(_ filter: GraphFilter, graph: AllianceGraph) throws(GraphFilter.UnknownValue) {
    families = Set(
      try filter.look(.family) { text in
        ActorFamily(written: text)
      } known: {
        ActorFamily.words
      })
    kinds = try filter.codes(.kind, of: .kinds, used: graph.actors.compactMap(\.kind?.rawValue))
    sizes = try filter.codes(.size, of: .sizes, used: graph.actors.compactMap(\.size?.rawValue))
    forms = try filter.codes(.form, of: .forms, used: graph.alliances.flatMap { $0.forms.map(\.rawValue) })
    relations = try filter.codes(.relation, of: .relations, used: graph.alliances.compactMap(\.relation?.rawValue))
    statuses = try filter.codes(.status, of: .statuses, used: graph.alliances.compactMap(\.status?.rawValue))
    goals = Set(
      try filter.look(.odd) { text in
        Vocabulary.goals.code(for: text).flatMap { Int($0) }
      } known: {
        Vocabulary.goals.codes
      })
    let placesByKey = Dictionary(grouping: graph.places) { $0.name.textKey }.mapValues { $0.map(\.id) }
    let usedPlaces = Set(graph.actors.compactMap(\.place))
    let communes = try filter.look(.commune) { text -> [String]? in
      usedPlaces.contains(text) ? [text] : placesByKey[text.textKey]
    } known: {
      graph.places.filter { usedPlaces.contains($0.id) }.map(\.name)
    }
    let around = graph.places.filter { $0.level == "epci" }
    let epcis = try filter.look(.epci) { text -> [String]? in
      let named = around.filter { $0.id == text || $0.name.textKey == text.textKey }.map(\.id)
      return named.isEmpty ? nil : graph.places.filter { $0.within.contains(where: named.contains) }.map(\.id)
    } known: {
      around.map(\.name)
    }
    places = communes.isEmpty ? nil : Set(communes.joined())
    placesAround = epcis.isEmpty ? nil : Set(epcis.joined())
    let known = Set(graph.alliances.flatMap(\.themes))
    let themesByKey = Dictionary(grouping: known) { $0.textKey }.mapValues(Set.init)
    themes = Set(
      try filter.look(.theme) {
        themesByKey[$0.textKey]
      } known: {
        known.sorted()
      }.joined())
    years = try filter.look(.year) {
      FilterTest.years($0)
    } known: {
      ["2019", "2015-2019"]
    }
    let allIDs = Set(graph.alliances.map(\.id))
    ids = Set(
      try filter.look(.id) {
        allIDs.contains($0) ? $0 : nil
      } known: {
        allIDs.sorted()
      })
  }

  private static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
    guard let first = parts.first, let start = first, let last = parts.last, let end = last, parts.count < 3,
      start <= end, start > 999, end < 3000
    else { return nil }
    return start...end
  }

  func accepts(_ actor: AllianceGraph.Actor) -> Bool {
    if !kinds.isEmpty {
      let named = kinds.contains(actor.kind?.rawValue ?? "")
      let speaksOfIt = kinds.contains { ActorKind(rawValue: $0).isOrganisation == actor.isOrganisation }
      if speaksOfIt && !named { return false }
    }
    guard actor.isOrganisation else { return true }
    return (families.isEmpty || actor.family.map(families.contains) ?? false)
      && (sizes.isEmpty || actor.size.map { sizes.contains($0.rawValue) } ?? false)
      && [places, placesAround].allSatisfy { wanted in wanted.map { actor.place.map($0.contains) ?? false } ?? true }
  }

  func accepts(_ alliance: AllianceGraph.Alliance) -> Bool {
    guard ids.isEmpty || ids.contains(alliance.id) else { return false }
    guard forms.isEmpty || alliance.forms.contains(where: { forms.contains($0.rawValue) }) else { return false }
    guard relations.isEmpty || alliance.relation.map({ relations.contains($0.rawValue) }) ?? false else { return false }
    guard statuses.isEmpty || alliance.status.map({ statuses.contains($0.rawValue) }) ?? false else { return false }
    guard goals.isEmpty || alliance.odd.contains(where: goals.contains) else { return false }
    guard themes.isEmpty || alliance.themes.contains(where: themes.contains) else { return false }
    guard !years.isEmpty else { return true }
    guard let first = (alliance.start ?? alliance.end)?.year, let last = (alliance.end ?? alliance.start)?.year else {
      return false
    }
    return years.contains { $0.overlaps(first...max(first, last)) }
  }
}

extension GraphFilter {
  /// What the values of `key` mean, each one looked up.
  fileprivate func look<Value>(
    _ key: Key, _ meaning: (String) -> Value?, known: () -> [String]
  ) throws(UnknownValue) -> [Value] {
    var result: [Value] = []
    for value in values(key) {
      guard let found = meaning(value) else {
        throw UnknownValue(key: key, value: value, known: known())
      }
      result.append(found)
    }
    return result
  }
}

extension GraphFilter {
  /// The codes that the values of `key` mean: of the vocabulary, or words that only this graph uses.
  fileprivate func codes(_ key: Key, of vocabulary: Vocabulary, used: [String]) throws(UnknownValue) -> Set<String> {
    guard !values(key).isEmpty else { return [] }
    let used = Set(used)
    return Set(
      try look(key) {
        vocabulary.code(for: $0) ?? (used.contains($0) ? $0 : nil)
      } known: {
        vocabulary.codes
      })
  }
}

extension Vocabulary {
  fileprivate var codes: [String] { entries.map(\.code) }
}

extension ActorFamily {
  /// The family that a person means: its code, or the first word of its name in either language.
  fileprivate init?(written text: String) {
    let key = text.textKey
    let match = ActorFamily.allCases.first { family in
      let words = [family.rawValue, family.label.french.textKey, family.label.english.textKey]
      return words.contains { $0 == key } || words.contains { $0.split(separator: " ").first.map(String.init) == key }
    }
    guard let match else { return nil }
    self = match
  }

  fileprivate static var words: [String] { allCases.map(\.rawValue) }
}
