public import AllianceModel

/// How sure it is that a cell lacks alliances.
public enum GapTier: String, Sendable, CaseIterable, Encodable {
  /// Of these, one in ten is chance at most.
  case established
  /// Families of one territory that meet less than chance would have it, by permutation: no gap against others.
  case cold
  /// Low, unless counts vary more than by chance alone: one in eight to one in two of these is chance.
  case toExamine = "to_examine"
  /// Nothing unusual.
  case none
  /// Even without any alliance nothing could be concluded.
  case unresolved
  /// Actors are missing, not alliances: one of the families has no member on this theme.
  case impossible

  public var label: LocalizedText {
    switch self {
    case .established: LocalizedText(french: "écart établi", english: "established gap")
    case .cold: LocalizedText(french: "rencontres rares (permutation)", english: "seldom meet (permutation)")
    case .toExamine: LocalizedText(french: "à examiner", english: "to examine")
    case .none: LocalizedText(french: "rien d’inhabituel", english: "nothing unusual")
    case .unresolved:
      LocalizedText(french: "pas assez de comparaison pour conclure", english: "not enough comparison to tell")
    case .impossible: LocalizedText(french: "acteur absent", english: "absent actor")
    }
  }
}
