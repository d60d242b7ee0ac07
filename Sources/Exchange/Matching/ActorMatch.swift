import AllianceModel

/// Finds for each actor that was read the id that it has in the graph, or gets there.
struct ActorMatch {
  let known: AllianceGraph
  let read: AllianceGraph
  private(set) var ids: [String: String] = [:]
  private(set) var problems: [ImportProblem] = []

  private let knownByID: [String: AllianceGraph.Actor]
  private let byNumber: [String: [AllianceGraph.Actor]]
  private let byName: [String: [AllianceGraph.Actor]]
  private let same: Set<AllianceGraph.Pair>
  private let notSame: Set<AllianceGraph.Pair>

  init(known: AllianceGraph, read: AllianceGraph) {
    (self.known, self.read) = (known, read)
    knownByID = Dictionary(known.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let numbered = known.actors.flatMap { actor in
      [actor.siret, actor.siren, actor.rna].compactMap { $0.map { ($0, actor) } }
    }
    byNumber = Dictionary(grouping: numbered, by: \.0).mapValues { $0.map(\.1) }
    let named = known.actors.flatMap { actor in Set(([actor.name] + actor.aliases).map(\.textKey)).map { ($0, actor) } }
    byName = Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1) }
    let decisions = known.decisions + read.decisions
    same = Set(decisions.filter { $0.verdict == "same" }.flatMap(AllianceGraph.Pair.all))
    notSame = Set(decisions.filter { $0.verdict == "not_same" }.flatMap(AllianceGraph.Pair.all))
  }

  mutating func run() {
    let isForeign = usesOtherIDs
    var taken = Set(known.actors.map(\.id) + known.alliances.map(\.id))
    taken.formUnion(read.actors.map(\.id))
    for actor in read.actors {
      if let match = match(of: actor, trustingID: !isForeign) {
        ids[actor.id] = match
      } else if knownByID[actor.id] != nil || known.alliances.contains(where: { $0.id == actor.id }) {
        let id = freshID(actor, taken: taken)
        taken.insert(id)
        ids[actor.id] = id
      } else {
        ids[actor.id] = actor.id
      }
    }
  }

  private func match(of actor: AllianceGraph.Actor, trustingID: Bool) -> String? {
    func isAllowed(_ candidate: AllianceGraph.Actor) -> Bool { !notSame.contains(.init(actor.id, candidate.id)) }
    if trustingID, let twin = knownByID[actor.id] { return twin.id }
    if let decided = same.first(where: { $0.first == actor.id || $0.second == actor.id }) {
      let other = decided.first == actor.id ? decided.second : decided.first
      if knownByID[other] != nil { return other }
    }
    for number in [actor.siret, actor.siren, actor.rna].compactMap(\.self) {
      let twins = byNumber[number, default: []].filter { candidate in
        isAllowed(candidate) && (actor.siret == nil || candidate.siret == nil || actor.siret == candidate.siret)
      }
      if twins.count == 1 { return twins[0].id }
    }
    let twins = byName[actor.name.textKey, default: []].filter { isAllowed($0) && agree(actor, $0) }
    return twins.count == 1 ? twins[0].id : nil
  }

  /// Whether nothing known of the two speaks against their being one: place, numbers.
  private func agree(_ one: AllianceGraph.Actor, _ other: AllianceGraph.Actor) -> Bool {
    func differ(_ first: String?, _ second: String?) -> Bool {
      if let first, let second { return first != second }
      return false
    }
    return !differ(one.place, other.place) && !differ(one.siren, other.siren) && !differ(one.rna, other.rna)
      && !differ(one.siret, other.siret)
  }

  /// Whether the file numbers its rows by itself (1, 2, 3…): most ids that both use stand for names without a common word.
  private var usesOtherIDs: Bool {
    let shared = read.actors.compactMap { actor in knownByID[actor.id].map { (actor, $0) } }
    let strangers = shared.count { pair in
      let words = Set(NameKey(pair.0.name).words)
      let others = ([pair.1.name] + pair.1.aliases).flatMap { NameKey($0).words }
      return words.isDisjoint(with: others) && !agreeByNumber(pair.0, pair.1)
    }
    return strangers >= 2 && strangers * 2 > shared.count
  }

  private func agreeByNumber(_ one: AllianceGraph.Actor, _ other: AllianceGraph.Actor) -> Bool {
    (one.siren != nil && one.siren == other.siren) || (one.rna != nil && one.rna == other.rna)
  }

  private mutating func freshID(_ actor: AllianceGraph.Actor, taken: Set<String>) -> String {
    let base = actor.name.slug.isEmpty ? "acteur" : actor.name.slug
    var (id, number) = (base, 1)
    while taken.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    problems.append(
      ImportProblem(
        .warning, field: "id", value: actor.id,
        message: LocalizedText(
          french: "l’identifiant « \(actor.id) » est déjà pris dans le graphe ; « \(actor.name) » reçoit « \(id) »",
          english: "the id “\(actor.id)” is taken in the graph; “\(actor.name)” gets “\(id)”"),
        cure: LocalizedText(
          french: "si c’est le même acteur, donnez-lui le même nom ou le même SIREN",
          english: "if it is the same actor, give it the same name or SIREN")))
    return id
  }
}
