public import AllianceModel

/// What a reader should know of the data before the figures: how much is known, what disagrees, what is not sourced.
public struct DataQuality: Sendable, Equatable {
  /// For each field how many rows have it, of how many.
  public let coverage: [Coverage]
  /// Facts on which sources disagree; all of them are kept.
  public let contradictions: [Contradiction]
  /// Organisations and alliances that no source is cited for, rising.
  public let unsourcedActors: [Int]
  public let unsourcedAlliances: [Int]
  /// Numbers that a spreadsheet destroyed, and that are declared lost.
  public let lostIdentifiers: [Finding]
  /// Everything that is wrong or doubtful, lost identifiers among it.
  public let findings: [Finding]
  public let organisationCount: Int
  public let allianceCount: Int
}

extension AllianceGraph {
  /// The quality of the data of this graph.
  ///
  /// - Complexity: that of ``validate()``.
  public func dataQuality() -> DataQuality {
    let sourced = Set(sources.map(\.subject))
    let organisations = actors.indices.filter { actors[$0].isOrganisation }
    let findings = validate()
    return DataQuality(
      coverage: coverage(), contradictions: contradictions(),
      unsourcedActors: organisations.filter { !sourced.contains(actors[$0].id) },
      unsourcedAlliances: alliances.indices.filter { !sourced.contains(alliances[$0].id) },
      lostIdentifiers: findings.filter(\.isLostIdentifier), findings: findings,
      organisationCount: organisations.count, allianceCount: alliances.count)
  }
}

extension Finding {
  /// Whether it tells of a SIREN or SIRET whose digits a spreadsheet lost.
  fileprivate var isLostIdentifier: Bool {
    guard let value else { return false }
    switch field {
    case "siren": return CompanyNumber.check(siren: value) == .destroyed
    case "siret": return CompanyNumber.check(siret: value) == .destroyed
    default: return false
    }
  }
}
