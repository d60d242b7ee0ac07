extension AllianceGraph {
  /// Who takes part in alliances: an organisation or group, or one of the objects drawn beside them.
  ///
  /// A field that is not known is nil or empty, never a made-up value. Identifiers stay the text that was written, so
  /// that a faulty one can be shown and mended; ``AllianceGraph/validate()`` checks them.
  public struct Actor: Sendable, Equatable, Identifiable {
    public let id: String
    public let name: String
    /// Former names, abbreviations, trade names.
    public let aliases: [String]
    public let kind: ActorKind?
    /// INSEE legal category, four digits (`9220`).
    public let legalCategory: String?
    public let siren: String?
    public let siret: String?
    public let rna: String?
    /// A code of `sizes.csv` (`sme`), or the text that was found.
    public let size: SizeClass?
    /// A ``Place/id``, usually the INSEE code of a commune.
    public let place: String?
    /// WGS 84 degrees; both or none. No place is not (0, 0).
    public let latitude: Double?
    public let longitude: Double?
    public let start: PartialDate?
    public let end: PartialDate?
    public let themes: [String]
    /// Sustainable development goals, 1 to 17.
    public let odd: [Int]
    /// Networks it belongs to: ids of actors, or names.
    public let networks: [String]
    /// For a person, the public role in which it may be named ("députée"); nil: not to be published.
    public let publicRole: String?
    public let description: String?
    public let url: String?
    /// Columns that the model does not know, in their order.
    public let fields: [FreeField]

    public init(
      id: String, name: String, aliases: [String] = [], kind: ActorKind? = nil, legalCategory: String? = nil,
      siren: String? = nil, siret: String? = nil, rna: String? = nil, size: SizeClass? = nil, place: String? = nil,
      latitude: Double? = nil, longitude: Double? = nil, start: PartialDate? = nil, end: PartialDate? = nil,
      themes: [String] = [], odd: [Int] = [], networks: [String] = [], publicRole: String? = nil,
      description: String? = nil, url: String? = nil, fields: [FreeField] = []
    ) {
      (self.id, self.name, self.aliases, self.kind, self.legalCategory) = (id, name, aliases, kind, legalCategory)
      (self.siren, self.siret, self.rna, self.size, self.place) = (siren, siret, rna, size, place)
      (self.latitude, self.longitude, self.start, self.end) = (latitude, longitude, start, end)
      (self.themes, self.odd, self.networks, self.publicRole) = (themes, odd, networks, publicRole)
      (self.description, self.url, self.fields) = (description, url, fields)
    }

    /// Whether it is ranked, clustered and suggested: organisations and groups are, objects and persons are not.
    ///
    /// An actor of unknown kind counts as an organisation: most are, and it must not vanish from the measures.
    public var isOrganisation: Bool { kind?.isOrganisation ?? true }

    /// Its family, for colours, brokerage and gaps; nil for an object.
    public var family: ActorFamily? { kind.map(\.family) ?? .others }
  }
}

/// A column of a table that the model does not know: kept, shown and written back.
public struct FreeField: Sendable, Hashable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    (self.name, self.value) = (name, value)
  }
}
