import AllianceModel

extension MissingPartnerships {
  /// The likeliest pairs that would fill a gap: one actor of each family, both active on its subject.
  ///
  /// First those that the ranking holds, then those without a way through the mesh.
  public func suggestions(
    filling gap: TerritoryGaps.Gap, of gaps: TerritoryGaps, top count: Int
  ) throws(CancellationError) -> [Suggestion] {
    let table = gaps.table
    let active = table.active[gap.cell.subject] ?? []
    func fits(_ first: Int, _ second: Int) -> Bool {
      guard active.contains(first), active.contains(second) else { return false }
      let families = [table.families[first], table.families[second]]
      return families == [gap.first, gap.second] || families == [gap.second, gap.first]
    }
    let ranked = try suggestions(top: count, where: fits)
    guard ranked.count < count else { return ranked }
    return ranked + (try suggestionsWithoutHistory(top: count - ranked.count, where: fits))
  }
}
