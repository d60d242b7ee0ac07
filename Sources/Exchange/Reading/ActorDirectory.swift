import AllianceModel

/// Finds an actor by what people write to name it.
struct ActorDirectory {
  enum Answer: Equatable {
    case found(String)
    case unknown
    /// Several actors have this name.
    case ambiguous([String])
  }

  private var titles: [String: String] = [:]
  private var numbers: [String: Set<String>] = [:]
  private var names: [String: Set<String>] = [:]
  private var aliases: [String: Set<String>] = [:]

  mutating func add(_ actor: AllianceGraph.Actor) {
    titles[actor.id] = actor.name
    for number in [actor.siren, actor.siret, actor.rna].compactMap(\.self) {
      numbers[number, default: []].insert(actor.id)
    }
    names[actor.name.textKey, default: []].insert(actor.id)
    for alias in actor.aliases { aliases[alias.textKey, default: []].insert(actor.id) }
  }

  /// The name of the actor with this id.
  func name(of id: String) -> String? { titles[id] }

  /// The actor meant by `written`: its id, else its SIREN, SIRET or RNA, else its name, else another name of it.
  func find(_ written: String) -> Answer {
    if titles[written] != nil { return .found(written) }
    let compact = String(written.filter { !$0.isWhitespace })
    let key = written.textKey
    for candidates in [numbers[compact], key.isEmpty ? nil : names[key], aliases[key]] {
      guard let candidates, let first = candidates.min() else { continue }
      return candidates.count == 1 ? .found(first) : .ambiguous(candidates.sorted())
    }
    return .unknown
  }
}
