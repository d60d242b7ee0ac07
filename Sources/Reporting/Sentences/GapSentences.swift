import AllianceModel
import MissingPartnerships

/// What a territory lacks, in sentences: families that meet too seldom, and families that are absent.
extension ReportSubject {
  /// How many gaps of each level, how many pairs for each, and how many absent families are told.
  private static let limits = (gaps: 4, pairs: 2, absent: 6)

  /// What the counts were compared with; nothing when there is nothing to count.
  func comparison(_ gaps: TerritoryGaps, given: Int) -> [Sentence] {
    gaps.notes(given: given).compactMap { Sentence($0, in: language, rows: [.table("alliances")]) }
  }

  /// The gaps, those of all subjects first, each with the pairs that would fill it; else that none was found.
  func gaps(_ gaps: TerritoryGaps, _ missing: MissingPartnerships) throws(CancellationError) -> [Sentence] {
    var told: [Sentence] = []
    for level in GapLevel.allCases {
      for gap in gaps.gaps.filter({ $0.level == level }).prefix(ReportSubject.limits.gaps) {
        let pairs = try missing.suggestions(filling: gap, of: gaps, top: ReportSubject.limits.pairs)
        told += [sentence(of: gap, pairs: pairs, in: gaps)].compactMap(\.self)
      }
    }
    guard told.isEmpty else { return told }
    let (none, unresolved) = (total(.none, of: gaps), total(.unresolved, of: gaps))
    return [
      sentence(
        "Aucun écart n’a été trouvé ; on pouvait conclure pour \(none) cases, non pour \(unresolved).",
        "No gap was found; something could be told of \(none) cells, nothing of \(unresolved).",
        rows: [.table("alliances")])
    ].compactMap(\.self)
  }

  private func total(_ tier: GapTier, of gaps: TerritoryGaps) -> String {
    gaps.counts.values.reduce(0) { $0 + ($1[tier] ?? 0) }.written(in: language)
  }

  private func sentence(of gap: TerritoryGaps.Gap, pairs: [Suggestion], in gaps: TerritoryGaps) -> Sentence? {
    let (first, second) = (gap.first.label[language], gap.second.label[language])
    let families =
      gap.first == gap.second
      ? say("Au sein de « \(first) »", "Within “\(first)”")
      : say("Entre « \(first) » et « \(second) »", "Between “\(first)” and “\(second)”")
    let subject = gap.level == .all ? "" : say(" sur « \(gap.subject.french) »", " on “\(gap.subject.english)”")
    let names = pairs.map { "\(name($0.first)) – \(name($0.second))" }
    let pairNames = names.joined(separator: say(" ; ", "; "))
    let filling = names.isEmpty ? "" : say(" Paires possibles : \(pairNames).", " Possible pairs: \(pairNames).")
    let tier = gap.tier.label[language]
    let expected = tenths(gap.expected) + say(gap.expected < 1.95 ? " attendue" : " attendues", " expected")
    let rows = gap.rows + gaps.candidates(for: gap).map(row(actor:))
    return sentence(
      "\(families)\(subject), \(tier) : \(alliances(gap.observed)), pour \(expected).\(filling)",
      "\(families)\(subject), \(tier): \(alliances(gap.observed)), for \(expected).\(filling)",
      rows: rows)
  }

  /// Families without a member on a subject on which others act.
  func absentFamilies(_ gaps: TerritoryGaps) -> [Sentence] {
    gaps.absentFamilies.prefix(ReportSubject.limits.absent).compactMap { gap in
      let others = gap.others.written(in: language)
      let (french, english) = (gap.subject.french, gap.subject.english)
      return sentence(
        "Sur « \(french) », aucun acteur connu de la famille « \(gap.family.label.french) », pour \(others) des autres familles.",
        "On “\(english)”, no known actor of the family “\(gap.family.label.english)”, for \(others) of other families.",
        rows: gap.rows)
    }
  }
}
