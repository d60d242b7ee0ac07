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
      notes: gaps.notes(given: others.count),
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

  private static func nothingFound(_ counts: [GapTier: Int]) -> LocalizedText {
    let (told, untold) = (counts[.none] ?? 0, counts[.unresolved] ?? 0)
    return LocalizedText(
      french:
        "Aucun écart. Cases où l’on pouvait conclure : \(told) ; pas assez de comparaison pour conclure : \(untold).",
      english: "No gap. Cells about which something could be told: \(told); not enough comparison to tell: \(untold).")
  }
}
