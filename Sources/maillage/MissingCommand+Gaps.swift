import AllianceModel
import Foundation
import MissingPartnerships

/// Which alliances and which actors a territory lacks.
extension MissingCommand {
  /// How many pairs are named for each gap.
  private static let pairsPerGap = 5

  func gapsAnswer(_ graph: AllianceGraph, _ others: [AllianceGraph], in language: Language) throws -> Answer {
    let gaps = try TerritoryGaps(of: graph, among: others)
    let missing =
      try gaps.gaps.isEmpty ? nil : MissingPartnerships(of: graph, others: others, includesDecided: isDecidedShown)
    let sections = try GapLevel.allCases.map { level in
      let rows = try gaps.gaps.filter { $0.level == level }.prefix(top).map { gap in
        try row(
          gap, pairs: missing?.suggestions(filling: gap, of: gaps, top: MissingCommand.pairsPerGap) ?? [], in: graph)
      }
      return Answer.Section(
        code: "gaps_\(level.rawValue)", title: level.label, columns: MissingCommand.gapColumns, rows: Array(rows),
        whenEmpty: MissingCommand.nothingFound(gaps.counts[level] ?? [:]))
    }
    let absent = gaps.absentFamilies.prefix(top).map { absent in
      [
        .text(absent.family.label), .text(absent.subject), .count(absent.others), .optional(absent.peersWithOne),
      ] as [Answer.Cell]
    }
    return Answer(
      title: LocalizedText(
        french: "\(graph.info.title) : ce qui manque au territoire",
        english: "\(graph.info.title): what the territory lacks"),
      notes: MissingCommand.notes(gaps, given: others.count),
      sections: sections + [
        Answer.Section(
          code: "absent_actors",
          title: LocalizedText(
            french: "Acteurs absents : aucune organisation de la famille sur ce sujet",
            english: "Absent actors: no organisation of the family on the subject"),
          columns: [
            Answer.Column("family", LocalizedText(french: "famille", english: "family")),
            Answer.Column("subject", LocalizedText(french: "sujet", english: "subject")),
            Answer.Column(
              "others", LocalizedText(french: "acteurs d’autres familles", english: "actors of other families")),
            Answer.Column("peers_with_one", LocalizedText(french: "présente chez", english: "present in")),
          ], rows: Array(absent))
      ])
  }

  private static let gapColumns = [
    Answer.Column("tier", LocalizedText(french: "constat", english: "finding")),
    Answer.Column("first", LocalizedText(french: "famille", english: "family")),
    Answer.Column("second", LocalizedText(french: "et famille", english: "and family")),
    Answer.Column("subject", LocalizedText(french: "sujet", english: "subject")),
    Answer.Column("observed", LocalizedText(french: "vues", english: "seen")),
    Answer.Column("expected", LocalizedText(french: "attendues", english: "expected")),
    Answer.Column("shortfall", LocalizedText(french: "écart", english: "shortfall")),
    Answer.Column("smoothed_ratio", LocalizedText(french: "rapport", english: "ratio")),
    Answer.Column("peers_with_one", LocalizedText(french: "présentes chez", english: "present in")),
    Answer.Column("mid_p"), Answer.Column("alliances"),
    Answer.Column("pairs", LocalizedText(french: "paires qui le combleraient", english: "pairs that would fill it")),
  ]

  private func row(_ gap: TerritoryGaps.Gap, pairs: [Suggestion], in graph: AllianceGraph) -> [Answer.Cell] {
    [
      .text(gap.tier.label), .text(gap.first.label), .text(gap.second.label), .text(gap.subject), .count(gap.observed),
      .number(gap.expected, decimals: 1), .number(gap.expected - Double(gap.observed), decimals: 1),
      .number(gap.ratio, decimals: 2), .optional(gap.peersWithOne), .number(gap.midP, decimals: 4),
      .list(gap.rows.map(\.id)),
      .list(pairs.map { "\(graph.actors[$0.first].name) – \(graph.actors[$0.second].name)" }),
    ]
  }

  /// What the counts were compared with, and how far the two tiers can be trusted.
  private static func notes(_ gaps: TerritoryGaps, given: Int) -> [LocalizedText] {
    let subjects = LocalizedText(
      french: "\(gaps.withSubject.count) alliances sur \(gaps.withSubject.of) ont un thème ou un ODD.",
      english: "\(gaps.withSubject.count) of \(gaps.withSubject.of) alliances have a theme or goal.")
    switch gaps.comparison {
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
      return [
        LocalizedText(
          french:
            "Sans assez de territoires comparables (\(given) donnés, il en faut \(TerritoryGaps.leastPeers)) : test par permutation sur ce territoire seul. "
            + "Les familles sont redistribuées \(deals) fois au hasard entre les places des alliances d’un même thème.",
          english:
            "Without enough comparable territories (\(given) given, \(TerritoryGaps.leastPeers) needed): permutation test on this territory alone. "
            + "Families are dealt out \(deals) times at random among the seats of alliances of one theme."),
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

  private static func nothingFound(_ counts: [GapTier: Int]) -> LocalizedText {
    let (told, untold) = (counts[.none] ?? 0, counts[.unresolved] ?? 0)
    return LocalizedText(
      french:
        "Aucun écart. Cases où l’on pouvait conclure : \(told) ; pas assez de comparaison pour conclure : \(untold).",
      english: "No gap. Cells about which something could be told: \(told); not enough comparison to tell: \(untold).")
  }
}
