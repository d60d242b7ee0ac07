import AllianceModel

/// The départements and régions of France by their INSEE codes, so that a sheet's `26` gets its name and its région.
///
/// - SeeAlso: INSEE, *Code officiel géographique* 2024.
enum FrenchPlaces {
  struct Departement: Sendable {
    let code: String
    let name: String
    let region: String
  }

  private static func rows(_ table: [UInt8]) -> [[String]] {
    String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let departements: [String: Departement] = {
    let list = rows(PackageResources.departements_csv).map { Departement(code: $0[0], name: $0[2], region: $0[1]) }
    return Dictionary(uniqueKeysWithValues: list.map { ($0.code, $0) })
  }()

  private static let departementKeys: [String: String] = Dictionary(
    uniqueKeysWithValues: departements.values.map { ($0.name.textKey, $0.code) })

  private static let regions: [String: String] = Dictionary(
    uniqueKeysWithValues: rows(PackageResources.regions_csv).map { ($0[0], $0[1]) })

  /// The département that a cell means: `26`, `7` for `07`, `2A`, `Drôme`.
  static func departement(written: String) -> Departement? {
    let code = written.count == 1 ? "0" + written : written.uppercased()
    return departements[code] ?? departementKeys[written.textKey].flatMap { departements[$0] }
  }

  /// The département of a commune, from its INSEE code.
  static func departement(ofCommune code: String) -> Departement? {
    departements[String(code.prefix(2))] ?? departements[String(code.prefix(3))]
  }

  /// The département as a place, inside its région.
  static func place(_ departement: Departement) -> AllianceGraph.Place {
    AllianceGraph.Place(
      id: "dep-\(departement.code)", level: "departement", name: departement.name, within: ["reg-\(departement.region)"]
    )
  }

  static func regionPlace(_ code: String) -> AllianceGraph.Place? {
    regions[code].map { AllianceGraph.Place(id: "reg-\(code)", level: "region", name: $0) }
  }
}
