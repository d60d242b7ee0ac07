/// What is known of two actors besides the shape of the network.
///
/// | feature | formula |
/// |---|---|
/// | alliances | ln(1 + alliances of i) + ln(1 + alliances of j) |
/// | recency | −(years since the last alliance of i + of j) |
/// | profile | cosine cos(i, j) of the partners of i and j, each by the strength of the tie and by its rarity, ln(n / k) |
/// | peers | ln(0.01 + (Σ cos(i, u) over partners u of j + Σ cos(u, j) over partners u of i) / √((1 + k_i)(1 + k_j))) |
/// | themes | √ of the cosine of themes and goals, own and of their alliances, weighted by rarity; goal 17 is left out |
/// | encounters | ln(0.01 + Σ c_i c_j / C over themes and goals), c how often an actor names one, C how often all do |
/// | kinds | ln((O + 5) / (E + 5)), ties seen and expected between the two kinds of actors |
/// | nearness | −ln(kilometres + 10) |
///
/// *Peers* is collaborative filtering: actors whose partners are like those of i already work with j.
///
/// A feature that is not known for a pair counts as that of an average pair: it adds nothing.
///
/// - SeeAlso: B. Sarwar et al., *Item-based collaborative filtering recommendation algorithms*, WWW 2001,
///   [doi:10.1145/371920.372071](https://doi.org/10.1145/371920.372071).
enum AttributeFeature: Int, Sendable, CaseIterable {
  case alliances, recency, profile, peers, themes, encounters, kinds, nearness

  var isEvidence: Bool { self != .alliances }

  /// The weight before a graph has taught its own, for a feature of mean 0 and spread 1.
  ///
  /// Those of recency, themes, kinds and nearness were found on French Horizon 2020 consortia.
  var priorWeight: Double {
    switch self {
    case .alliances: 0
    case .recency: 0.2
    case .profile: 0.1
    case .peers: 0
    case .themes: 0.2
    case .encounters: 0.1
    case .kinds: 0.25
    case .nearness: 0.2
    }
  }
}
