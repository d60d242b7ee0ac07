public import AllianceModel
import GraphCore

extension AllianceGraph {
  /// A made-up territory of the shape that real ones have: the same graph for the same count and seed.
  ///
  /// Groups of very unequal sizes, most alliances inside one group and some between neighbours, a few actors in very
  /// many alliances and many in one, more than half of the alliances between two parties and a few between dozens. One
  /// actor in twenty is an object, one in twelve has no alliance. French names with accents, some of them very long;
  /// fields that are sometimes missing. Nothing in it is about anybody.
  ///
  /// - Parameters:
  ///   - actorCount: Organisations and objects together, at least 1.
  ///   - alliancesPerActor: How many alliances there are for each actor.
  public static func generated(actorCount: Int, seed: UInt64, alliancesPerActor: Double = 0.6) -> AllianceGraph {
    precondition(actorCount > 0, "a graph is generated for at least one actor, not \(actorCount)")
    var source = GeneratedRows(actorCount: actorCount, seed: seed)
    let alliances = source.alliances(count: Int((Double(actorCount) * alliancesPerActor).rounded()))
    return AllianceGraph(
      info: GraphInfo(
        name: "territoire-\(actorCount)-\(seed)", title: "Territoire d’essai à \(actorCount) acteurs",
        territory: "Pays de \(source.communes[0].name)", language: .french,
        created: PartialDate(year: 2026, month: 11, day: 1), sources: ["graphe engendré pour les essais"]),
      actors: source.actors, alliances: alliances, places: source.communes)
  }
}

/// Draws the rows of a graph, one after the other, from one stream of random numbers.
private struct GeneratedRows {
  private(set) var actors: [AllianceGraph.Actor] = []
  private(set) var communes: [AllianceGraph.Place] = []
  /// The members of each group, by their places in ``actors``.
  private var groups: [[Int]] = []
  /// An actor stands here once for itself and once for each of its alliances: who has many gets more.
  private var urns: [[Int]] = []
  /// Those of each group without an alliance so far.
  private var fresh: [[Int]] = []
  private var generator: SeededGenerator

  init(actorCount: Int, seed: UInt64) {
    generator = SeededGenerator(seed: seed &* 0x9e37 &+ UInt64(actorCount))
    addCommunes(count: max(3, min(600, actorCount / 6)))
    addGroups(actorCount: actorCount)
    addActors(count: actorCount)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[generator.below(values.count)] }
  private mutating func chance(_ share: Double) -> Bool { generator.unitInterval() < share }

  // MARK: Places and groups

  /// Around one town, denser near it.
  private mutating func addCommunes(count: Int) {
    var used: Set<String> = []
    let (latitude, longitude) = (44.5 + 4 * generator.unitInterval(), -1 + 6 * generator.unitInterval())
    while communes.count < count {
      var name = pick(GeneratedWords.places)
      while used.contains(name) { name = pick(GeneratedWords.places) + pick(GeneratedWords.placeEnds) }
      used.insert(name)
      let reach = 0.45 * generator.unitInterval()
      let (east, north) = (generator.unitInterval() * 2 - 1, generator.unitInterval() * 2 - 1)
      communes.append(
        AllianceGraph.Place(
          id: "99\(String(1_000 + communes.count).dropFirst())", level: "commune", name: name,
          latitude: latitude + reach * north, longitude: longitude + 1.4 * reach * east,
          population: 200 + generator.below(30_000)))
    }
  }

  /// Sizes fall like those of real groups: a few large ones, many small.
  private mutating func addGroups(actorCount: Int) {
    let count = max(1, Int((Double(actorCount) / 14).squareRoot() * 2.2))
    let shares = (0..<count).map { 1 / (Double($0) + 1.5) * (0.6 + 0.8 * generator.unitInterval()) }
    let total = shares.reduce(0, +)
    var next = 0
    var sum = 0.0
    for share in shares {
      sum += share
      let end = Int((sum / total * Double(actorCount)).rounded())
      groups.append(Array(next..<max(next, min(end, actorCount))))
      next = max(next, min(end, actorCount))
    }
    groups = groups.filter { !$0.isEmpty }
    if groups.isEmpty { groups = [Array(0..<actorCount)] }
    urns = groups
  }

  // MARK: Actors

  private mutating func addActors(count: Int) {
    var used: Set<String> = []
    for index in 0..<count {
      let kind = generator.below(20) == 0 ? pick(GeneratedWords.objectKinds) : pick(GeneratedWords.kinds)
      let commune = pick(communes)
      var name = self.name(of: kind, in: commune.name)
      if used.contains(name) { name += " \(pick(GeneratedWords.numerals))" }
      while used.contains(name) { name += " – \(pick(communes).name)" }
      used.insert(name)
      actors.append(
        AllianceGraph.Actor(
          id: "a\(index + 1)", name: name, kind: chance(0.97) ? ActorKind(rawValue: kind) : nil,
          size: kind == "company" && chance(0.6) ? SizeClass(rawValue: pick(GeneratedWords.sizes)) : nil,
          place: chance(0.9) ? commune.id : nil, themes: chance(0.4) ? [pick(GeneratedWords.themes)] : []))
    }
  }

  private mutating func name(of kind: String, in commune: String) -> String {
    let pattern = pick(GeneratedWords.names[kind] ?? ["Structure {nom}"])
    return pattern.replacing("{lieu}", with: commune).replacing("{nom}", with: pick(GeneratedWords.surnames))
      .replacing("{nom2}", with: pick(GeneratedWords.surnames)).replacing("{objet}", with: pick(GeneratedWords.causes))
  }

  // MARK: Alliances

  mutating func alliances(count: Int) -> [AllianceGraph.Alliance] {
    // Who stays without an alliance: drawn once, so that preference for the many does not decide it.
    let idle = Set(actors.indices.filter { _ in generator.below(12) == 0 })
    for group in urns.indices { urns[group].removeAll { idle.contains($0) } }
    fresh = urns
    let filled = urns.indices.filter { urns[$0].count > 1 }
    guard !filled.isEmpty else { return [] }
    // Larger groups have more alliances.
    let homes = filled.flatMap { group in [Int](repeating: group, count: groups[group].count) }
    return (0..<count).map { alliance($0, home: pick(homes)) }
  }

  private mutating func alliance(_ index: Int, home: Int) -> AllianceGraph.Alliance {
    var members: [Int] = []
    let wanted = partyCount()
    for place in 0..<wanted * 3 where members.count < wanted {
      // The first party is of the house; one in eight of the others comes from a group near by.
      let group = place == 0 || !chance(0.12) ? home : (home + 1 + generator.below(min(4, urns.count))) % urns.count
      guard !urns[group].isEmpty else { continue }
      let isNew = !fresh[group].isEmpty && chance(0.4)
      let member = isNew ? fresh[group][generator.below(fresh[group].count)] : pick(urns[group])
      guard !members.contains(member) else { continue }
      members.append(member)
      fresh[group].removeAll { $0 == member }
      urns[group].append(member)
    }
    let theme = GeneratedWords.themes[(home * 5 + (chance(0.7) ? 0 : generator.below(6))) % GeneratedWords.themes.count]
    let start = 2005 + generator.below(21)
    let isDated = chance(0.85)
    return AllianceGraph.Alliance(
      id: "x\(index + 1)",
      title: pick(GeneratedWords.titles).replacing("{thème}", with: theme).replacing(
        "{lieu}", with: pick(communes).name),
      parties: members.map { AllianceGraph.Party(actor: actors[$0].id, role: chance(0.15) ? "porteur" : nil) },
      forms: chance(0.75) ? [PartnershipForm(rawValue: pick(GeneratedWords.forms))] : [],
      relation: chance(0.8) ? Relation(rawValue: pick(GeneratedWords.relations)) : nil,
      start: isDated ? PartialDate(year: start) : nil,
      end: isDated && chance(0.3) ? PartialDate(year: min(2026, start + generator.below(5))) : nil,
      themes: chance(0.8) ? [theme] : [], odd: chance(0.6) ? [1 + generator.below(17)] : [])
  }

  private mutating func partyCount() -> Int {
    switch generator.below(100) {
    case ..<3: 1
    case ..<62: 2
    case ..<91: 3 + generator.below(3)
    case ..<99: 6 + generator.below(7)
    default: 13 + generator.below(26)
    }
  }
}
