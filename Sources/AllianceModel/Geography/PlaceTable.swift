/// A reference table of communes: where they are, how many people live there, to which EPCI they belong.
///
/// None ships with the product; a person installs one, and it serves every graph that gives communes without coordinates.
public struct PlaceTable: Sendable, Equatable {
  public struct Commune: Sendable, Equatable {
    /// The INSEE code, five characters.
    public let code: String
    public let name: String
    /// The SIREN and the name of its EPCI.
    public let epci: String?
    public let epciName: String?
    public let population: Int?
    /// Of its centre; nil when the table does not know it.
    public let coordinate: GeoCoordinate?

    public init(
      code: String, name: String, epci: String? = nil, epciName: String? = nil, population: Int? = nil,
      coordinate: GeoCoordinate? = nil
    ) {
      (self.code, self.name, self.epci, self.epciName) = (code, name, epci, epciName)
      (self.population, self.coordinate) = (population, coordinate)
    }

    /// The code of its département: two characters, three overseas.
    public var departement: String { PlaceTable.departement(ofCommune: code) }
  }

  /// By code, rising; each code once.
  public let communes: [Commune]
  private let positions: [String: Int]
  private let named: [String: [Int]]

  /// - Parameter communes: In any order; of two with one code the last counts, as of two editions of a table.
  /// - Complexity: O(*n* log *n*).
  public init(_ communes: [Commune]) {
    let latest = Dictionary(communes.map { ($0.code, $0) }) { _, last in last }
    self.communes = latest.values.sorted { $0.code < $1.code }
    positions = Dictionary(uniqueKeysWithValues: self.communes.enumerated().map { ($1.code, $0) })
    named = Dictionary(grouping: self.communes.indices) { [communes = self.communes] in communes[$0].name.textKey }
  }

  /// The commune of an INSEE code; of a municipal district that the table lacks, the commune around it.
  public subscript(code: String) -> Commune? {
    (positions[code] ?? positions[PublicCode.commune(ofDistrict: code)]).map { communes[$0] }
  }

  /// The communes of that name, whatever its case and accents, by code.
  public func communes(named name: String) -> [Commune] { (named[name.textKey] ?? []).map { communes[$0] } }

  /// The communes whose name holds every word of `text`, or whose code begins with it; names that are just `text` first.
  public func search(_ text: String) -> [Commune] {
    let words = text.textKey.split(separator: " ")
    guard !words.isEmpty else { return [] }
    let key = text.textKey
    let found = communes.filter { commune in
      let name = " " + commune.name.textKey
      return commune.code.lowercased().hasPrefix(key) || words.allSatisfy { name.contains(" " + $0) }
    }
    return found.filter { $0.name.textKey == key } + found.filter { $0.name.textKey != key }
  }

  /// The communes of an EPCI, by code.
  public func communes(ofEPCI siren: String) -> [Commune] { communes.filter { $0.epci == siren } }

  /// The code of the département of a commune.
  public static func departement(ofCommune code: String) -> String {
    String(code.prefix(code.hasPrefix("97") || code.hasPrefix("98") ? 3 : 2))
  }
}
