import AllianceModel

/// The lines by which maps tell alliances apart: by their forms, or by their relation.
struct AllianceLooks {
  typealias Look = (style: MapTheme.TieStyle, cssClass: String, label: String)

  let key: MapOptions.TieKey
  let theme: MapTheme
  let language: Language

  /// The lines of an alliance: one for each of its forms, or one for its relation; never none.
  func looks(of alliance: AllianceGraph.Alliance) -> [Look] {
    switch key {
    case .forms:
      let known = alliance.forms.sorted { ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue) }
      guard !known.isEmpty else { return [(theme.unknownTie, "unknown", MapWords.unknownForm[language])] }
      return known.map { (theme.style(of: $0), MapSceneBuilder.className($0.rawValue), $0.label[language]) }
    case .relations:
      guard let family = alliance.relation?.family else {
        return [(theme.unknownTie, "unknown", MapWords.unknownRelation[language])]
      }
      return [(theme.style(of: family), family.rawValue, family.label[language])]
    }
  }
}
