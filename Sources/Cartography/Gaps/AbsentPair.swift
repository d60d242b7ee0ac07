/// Two actors without a common alliance who might have one, and why: what a ranking proposes, whichever it is.
public struct AbsentPair: Sendable, Equatable {
  /// The ids of the two actors.
  public let first: String
  public let second: String
  /// In a few words, in the language of the map.
  public let reason: String

  public init(_ first: String, _ second: String, reason: String) {
    (self.first, self.second, self.reason) = (first, second, reason)
  }
}
