/// What is known of two actors besides the shape of the network.
///
/// | feature | formula |
/// |---|---|
/// | alliances | ln(1 + alliances of i) + ln(1 + alliances of j) |
/// | recency | −(years since the last alliance of i + of j) |
/// | profile | cosine of the partners of i and j, each partner weighted by its rarity, ln(n / k) |
/// | themes | √ of the cosine of themes and goals, own and of their alliances, weighted by rarity; goal 17 is left out |
/// | kinds | ln((O + 5) / (E + 5)), ties seen and expected between the two kinds of actors |
/// | nearness | −ln(kilometres + 10) |
///
/// A feature that is not known for a pair counts as that of an average pair: it adds nothing.
enum AttributeFeature: Int, Sendable, CaseIterable {
  case alliances, recency, profile, themes, kinds, nearness

  var isEvidence: Bool { self != .alliances }

  /// The weight before a graph has taught its own, for a feature of mean 0 and spread 1.
  ///
  /// Those of recency, themes, kinds and nearness were found on French Horizon 2020 consortia.
  var priorWeight: Double {
    switch self {
    case .alliances: 0
    case .recency: 0.2
    case .profile: 0.1
    case .themes: 0.2
    case .kinds: 0.25
    case .nearness: 0.2
    }
  }
}
