public import AllianceModel

/// A partnership that does not exist yet, with what speaks for it and against it.
public struct Suggestion: Sendable, Equatable {
  /// Two actors, by their positions in ``AllianceGraph/actors``.
  public let first: Int
  public let second: Int
  /// The logit: ``intercept`` plus the contributions of all families.
  public let score: Double
  public let intercept: Double
  /// One number for each family, in the order of ``ReasonFamily``; 0 is an average pair.
  public let contributions: [Double]
  /// How many times as likely as the average pair; nil without a history to compare with.
  public let timesAverage: Double?
  /// The chance within the horizon, when the graph's dates allow one to be given.
  public let probability: Double?
  /// The strongest families first, three at most.
  public let reasons: [Reason]
  /// What speaks against it most, if anything does.
  public let counter: Reason?
  public let introduction: Introduction?
  public let form: FormAdvice?
}

/// One reason: a sentence with its weight and the rows that it rests on.
public struct Reason: Sendable, Equatable {
  public let family: ReasonFamily
  /// What it adds to the logit.
  public let contribution: Double
  public let sentence: LocalizedText
  public let rows: [RowReference]
}

/// Who can bring the two together.
public struct Introduction: Sendable, Equatable {
  /// The actor, by its position.
  public let actor: Int
  public let sentence: LocalizedText
  public let rows: [RowReference]
}

/// The form that alliances between actors of the same kinds take most often.
public struct FormAdvice: Sendable, Equatable {
  public let form: PartnershipForm
  /// How many alliances between the two kinds have it, of how many whose form is known.
  public let count: Int
  public let total: Int
  public let sentence: LocalizedText
}
