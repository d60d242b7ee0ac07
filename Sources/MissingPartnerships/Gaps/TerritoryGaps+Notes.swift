public import AllianceModel

extension TerritoryGaps {
  /// What the counts were compared with, and how far the findings can be trusted.
  ///
  /// - Parameter given: How many other territories were at hand.
  public func notes(given: Int) -> [LocalizedText] {
    let subjects = LocalizedText(
      french: "\(withSubject.count) alliances sur \(withSubject.of) ont un thème ou un ODD.",
      english: "\(withSubject.count) of \(withSubject.of) alliances have a theme or goal.")
    switch comparison {
    case .peers(let titles):
      let names = LocalizedText.list(titles, limit: 6)
      return [
        LocalizedText(
          french: "Comparé à \(titles.count) territoires (sur \(given) donnés) : \(names.french).",
          english: "Compared with \(titles.count) territories (of \(given) given): \(names.english)."),
        LocalizedText(
          french:
            "« Écart établi » : un sur dix au plus est dû au hasard. « À examiner » : de un sur huit à un sur deux l’est.",
          english: "“Established gap”: one in ten at most is chance. “To examine”: one in eight to one in two is."),
        subjects,
      ]
    case .chance(let deals):
      let needed = TerritoryGaps.leastPeers
      let few =
        given == 0
        ? LocalizedText(
          french: "Aucun territoire auquel comparer (il en faut \(needed))",
          english: "No territory to compare with (\(needed) are needed)")
        : LocalizedText(
          french: "Trop peu de territoires comparables (\(given) sur les \(needed) qu’il faut)",
          english: "Too few comparable territories (\(given) of the \(needed) needed)")
      return [
        LocalizedText(
          french:
            "\(few.french) : test par permutation sur ce territoire seul. Les familles sont redistribuées "
            + "\(deals.written(in: .french)) fois au hasard entre les places des alliances d’un même thème.",
          english:
            "\(few.english): permutation test on this territory alone. Families are dealt out "
            + "\(deals.written(in: .english)) times at random among the seats of alliances of one theme."),
        LocalizedText(
          french:
            "Il montre des familles qui se rencontrent moins que leur activité ne le voudrait, non un retard sur d’autres territoires.",
          english:
            "It shows families that meet less than their own activity would have it, not a lag behind other territories."
        ),
        subjects,
      ]
    }
  }

  /// The organisations that could fill a gap: those of its two families that are active on its subject.
  public func candidates(for gap: Gap) -> [Int] {
    (table.active[gap.cell.subject] ?? []).filter { actor in
      table.families[actor] == gap.first || table.families[actor] == gap.second
    }.sorted()
  }
}
