public import AllianceModel
public import GraphvizKit

/// Why there is no map.
public enum MapError: Error, Sendable, Equatable {
  /// A filter with a value that its key cannot have, and some that it can.
  case unknownFilterValue(GraphFilter.UnknownValue)
  /// A name that no sheet can show whole.
  case nameTooLong(actor: String, length: Int, limit: Int)
  /// Too many actors for this kind of map.
  case tooLarge(count: Int, limit: Int)
  /// A group that is not there, and those that are; or a name that several actors of different groups have, and these.
  case unknownGroup(String, known: [String])
  /// The one in the middle is not in the graph, or not in what filter and publication leave of it.
  case unknownActor(String)
  /// Graphviz did not draw.
  case graphviz(GraphvizError)
  case cancelled
}

extension MapError {
  /// What is wrong and what to do, for the person at the keyboard.
  public var message: LocalizedText {
    switch self {
    case .unknownFilterValue(let fault): return fault.message(option: "--filter")
    case .nameTooLong(let actor, let length, let limit):
      return LocalizedText(
        french: "«\u{A0}\(actor)…\u{A0}» compte \(length) caractères\u{A0}; une carte en montre \(limit) au plus. "
          + "Raccourcissez ce nom dans la table.",
        english: "“\(actor)…” has \(length) characters; a map shows at most \(limit). Shorten it in the table.")
    case .tooLarge(let count, let limit):
      return LocalizedText(
        french: "\(count) acteurs et objets, c'est plus que les \(limit) qu'une carte de réseau peut montrer. "
          + "Montrez les groupes avec --detail groups, ou choisissez-en une partie avec --cluster ou --filter.",
        english: "\(count) actors and objects are more than the \(limit) that a network map can show. "
          + "Show the groups with --detail groups, or choose some with --cluster or --filter.")
    case .unknownGroup(let name, let known):
      let some = known.prefix(30).joined(separator: " ; ") + (known.count > 30 ? "…" : "")
      return LocalizedText(
        french: "--cluster\u{A0}: «\u{A0}\(name)\u{A0}» ne désigne pas un seul groupe. Possibles\u{A0}: \(some).",
        english: "--cluster: “\(name)” does not mean one group. Possible: \(some).")
    case .unknownActor(let id):
      return LocalizedText(
        french: "Aucun acteur «\u{A0}\(id)\u{A0}» n’est montré sur cette carte.",
        english: "No actor “\(id)” is shown on this map.")
    case .graphviz(let error):
      return LocalizedText(french: error.message(french: true), english: error.message(french: false))
    case .cancelled: return LocalizedText(french: "Interrompu.", english: "Interrupted.")
    }
  }
}
