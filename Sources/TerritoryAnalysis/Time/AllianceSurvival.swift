public import AllianceModel

/// How many years alliances last, as far as their dates tell.
///
/// Counted in calendar years from the year of the start, 0 for an alliance that ends in the year it begins. An alliance
/// without an end is either going on or its end was not written down, and the table does not say which. So there are two
/// curves: ``curve`` takes open ends for alliances that still went on when the graph was made, ``lowest`` leaves them
/// out, but for those whose status says that they are active. The truth lies between.
public struct AllianceSurvival: Sendable, Equatable {
  public enum Reason: Sendable, Hashable, CaseIterable {
    /// No start, or one only known as before or after a date.
    case noStart
    /// Its status says so, or it begins after the year of the graph.
    case planned
    /// The end is only known as before a date, or the status says ended and no date when.
    case noEnd
    /// The end comes before the start.
    case contradictory
  }

  public let curve: SurvivalCurve
  public let lowest: SurvivalCurve
  /// Alliances whose end is open, and whose status does not say that they are active: where the two curves differ.
  public let openEnds: [Int]
  /// Alliances in no curve, by reason; rising.
  public let leftOut: [Reason: [Int]]
  /// The year until which the graph can know: that of its date, else the last year that it mentions of an alliance.
  public let referenceYear: Int?
  public let allianceCount: Int
}

extension AllianceGraph {
  /// The survival of the alliances of this graph.
  ///
  /// - Complexity: O(alliances log alliances).
  public func allianceSurvival() -> AllianceSurvival {
    let dates = alliances.flatMap { [$0.start, $0.end].compactMap(\.self) }
    let reference = info.created?.year ?? dates.map(\.year).max()
    var observations: [SurvivalCurve.Observation] = []
    var openEnds: [Int] = []
    var leftOut: [AllianceSurvival.Reason: [Int]] = [:]
    for (row, alliance) in alliances.enumerated() {
      switch Lifetime(of: alliance, reference: reference) {
      case .leftOut(let reason): leftOut[reason, default: []].append(row)
      case .ended(let years): observations.append(.init(row: row, time: years, hasEnded: true))
      case .lasts(let years): observations.append(.init(row: row, time: years, hasEnded: false))
      case .open(let years):
        observations.append(.init(row: row, time: years, hasEnded: false))
        openEnds.append(row)
      }
    }
    let open = Set(openEnds)
    return AllianceSurvival(
      curve: SurvivalCurve(observations), lowest: SurvivalCurve(observations.filter { !open.contains($0.row) }),
      openEnds: openEnds, leftOut: leftOut, referenceYear: reference, allianceCount: alliances.count)
  }
}

/// What is known of the length of one alliance, in calendar years.
private enum Lifetime {
  case ended(Int)
  /// Known to have lasted so long at least.
  case lasts(Int)
  /// Not known to have ended when the graph was made.
  case open(Int)
  case leftOut(AllianceSurvival.Reason)

  init(of alliance: AllianceGraph.Alliance, reference: Int?) {
    guard alliance.status != .planned else {
      self = .leftOut(.planned)
      return
    }
    guard let start = alliance.start, start.bound == .exact else {
      self = .leftOut(.noStart)
      return
    }
    switch (alliance.end, alliance.end?.bound) {
    case (let end?, .exact):
      self = end.year < start.year ? .leftOut(.contradictory) : .ended(end.year - start.year)
    case (let end?, .after):
      // It went on through the year before the first in which it may have ended.
      let years = (end.earliestYear ?? 0) - 1 - start.year
      self = years < 0 ? .leftOut(.noEnd) : .lasts(years)
    case (nil, _) where alliance.status != .ended:
      // One that begins after the graph was made is no observation yet.
      let years = (reference ?? start.year) - start.year
      self = years < 0 ? .leftOut(.planned) : alliance.status == .active ? .lasts(years) : .open(years)
    default: self = .leftOut(.noEnd)
    }
  }
}
