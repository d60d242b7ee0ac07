public import AllianceModel

/// One plain sentence about a territory, with the rows that it rests on and its count "n of N".
public struct Insight: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Parts that no alliance joins.
    case parts
    /// Organisations in far more alliances than the others.
    case pivot
    /// Organisations that work with several groups.
    case broker
    /// The only alliance between two groups.
    case singleLink = "single_link"
    /// Organisations whose leaving cuts others off.
    case fragility
    /// Organisations without an alliance with another organisation.
    case isolated
    /// Families of which no alliance unites members.
    case familiesApart = "families_apart"
  }

  public let kind: Kind
  public let sentence: LocalizedText
  /// The actors that it names, by their positions in ``AllianceGraph/actors``.
  public let actors: [Int]
  /// The alliances that it rests on, by their positions in ``AllianceGraph/alliances``.
  public let alliances: [Int]
  /// n of N: what is counted, out of how many.
  public let count: Int
  public let total: Int
}
