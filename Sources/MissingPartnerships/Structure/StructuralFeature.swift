/// What the shape of the network says about two actors without a tie.
///
/// With k the degree of a node, N its neighbours and a the ties as 0 and 1:
///
/// | feature | formula |
/// |---|---|
/// | shared share | \|Ni ∩ Nj\| / \|Ni ∪ Nj\| (Jaccard 1901) |
/// | shared rarity | ln(0.3 + Σ 1/k_u over shared partners u) (resource allocation, Zhou, Lü & Zhang 2009) |
/// | chains | ln(0.5 + Σ a_iu a_uv a_vj / √(k_u k_v)) (Kovács et al. 2019) |
/// | closeness | ln(10⁻⁶ + π_ij + π_ji), π_ij the share of time that a walk from i, begun anew with 0.3 at each step, spends at j |
/// | activity | ln(1 + k_i) + ln(1 + k_j) |
/// | imbalance | \|ln(1 + k_i) − ln(1 + k_j)\| |
/// | surroundings | ln(1 + κ_i) + ln(1 + κ_j), κ the mean degree of the neighbours |
///
/// The constants inside the logarithms are the size below which an amount counts as nothing.
///
/// - SeeAlso: I. A. Kovács et al., *Network-based prediction of protein interactions*, Nature Communications 10, 1240,
///   2019, [doi:10.1038/s41467-019-09177-y](https://doi.org/10.1038/s41467-019-09177-y); T. Zhou, L. Lü, Y.-C. Zhang,
///   *Predicting missing links via local information*, European Physical Journal B 71, 2009,
///   [doi:10.1140/epjb/e2009-00335-8](https://doi.org/10.1140/epjb/e2009-00335-8).
public enum StructuralFeature: Int, Sendable, CaseIterable {
  case sharedShare, sharedRarity, chains, closeness, activity, imbalance, surroundings

  /// Whether more of it can only speak for a partnership: its weight is never negative, so it can be shown as a reason.
  var isEvidence: Bool {
    switch self {
    case .sharedShare, .sharedRarity, .chains, .closeness: true
    case .activity, .imbalance, .surroundings: false
    }
  }

  /// The weight before a graph has taught its own, for a feature of mean 0 and spread 1.
  ///
  /// Fitted on a hundred real networks of many kinds, each counting by the square root of its ties.
  var priorWeight: Double {
    switch self {
    case .sharedShare: 0.36
    case .sharedRarity: 0.05
    case .chains: 0.49
    case .closeness: 0.51
    case .activity: -0.11
    case .imbalance: 0.18
    case .surroundings: -0.37
    }
  }
}
