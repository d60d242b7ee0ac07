public import AllianceModel

/// The families into which what speaks for or against a partnership is grouped.
public enum ReasonFamily: String, Sendable, CaseIterable {
  case partners, chains, closeness, position, themes, kinds, distance

  public var label: LocalizedText {
    switch self {
    case .partners: LocalizedText(french: "Partenaires communs", english: "Partners in common")
    case .chains: LocalizedText(french: "Chaînes", english: "Chains")
    case .closeness: LocalizedText(french: "Proximité dans le maillage", english: "Closeness in the mesh")
    case .position: LocalizedText(french: "Position", english: "Position")
    case .themes: LocalizedText(french: "Thèmes et ODD", english: "Themes and goals")
    case .kinds: LocalizedText(french: "Genres d’acteurs", english: "Kinds of actors")
    case .distance: LocalizedText(french: "Distance", english: "Distance")
    }
  }

  /// The places of its features in a row of the model.
  var features: [Int] {
    func attribute(_ feature: AttributeFeature) -> Int { PairMeasures.structuralCount + feature.rawValue }
    return switch self {
    case .partners:
      [StructuralFeature.sharedShare.rawValue, StructuralFeature.sharedRarity.rawValue, attribute(.profile)]
    case .chains: [StructuralFeature.chains.rawValue, attribute(.peers)]
    case .closeness: [StructuralFeature.closeness.rawValue]
    case .position:
      [
        StructuralFeature.activity.rawValue, StructuralFeature.imbalance.rawValue,
        StructuralFeature.surroundings.rawValue, attribute(.alliances), attribute(.recency),
      ]
    case .themes: [attribute(.themes), attribute(.encounters)]
    case .kinds: [attribute(.kinds)]
    case .distance: [attribute(.nearness)]
    }
  }
}
