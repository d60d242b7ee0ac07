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
          + "Choisissez-en une partie avec --filter.",
        english: "\(count) actors and objects are more than the \(limit) that a network map can show. "
          + "Choose some with --filter.")
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
