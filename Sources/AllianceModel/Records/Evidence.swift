extension AllianceGraph {
  /// A place of a level: a commune by its INSEE code, an EPCI by its SIREN, `dep-35`, `reg-53`.
  public struct Place: Sendable, Equatable, Identifiable {
    public let id: String
    /// `commune`, `epci`, `departement`, `region`, or another word.
    public let level: String?
    public let name: String
    /// Ids of the places around it, the nearest first.
    public let within: [String]
    /// WGS 84 degrees of its centre; both or none.
    public let latitude: Double?
    public let longitude: Double?
    public let population: Int?
    public let fields: [FreeField]

    public init(
      id: String, level: String? = nil, name: String, within: [String] = [], latitude: Double? = nil,
      longitude: Double? = nil, population: Int? = nil, fields: [FreeField] = []
    ) {
      (self.id, self.level, self.name, self.within) = (id, level, name, within)
      (self.latitude, self.longitude, self.population, self.fields) = (latitude, longitude, population, fields)
    }
  }

  /// What one source says of one fact. Rows that disagree stand side by side: a contradiction is kept.
  public struct Source: Sendable, Equatable {
    /// The id of an actor, alliance or place; empty for the graph as a whole.
    public let subject: String
    /// The column that it speaks of (`start`), or nil for the whole row.
    public let field: String?
    /// What this source says, when it differs from the table or stands behind it.
    public let value: String?
    /// `source` when the source says so itself, `assigned` when we classified it.
    public let basis: String?
    public let title: String?
    public let url: String?
    public let date: PartialDate?
    public let author: String?
    public let confidence: String?

    public init(
      subject: String, field: String? = nil, value: String? = nil, basis: String? = nil, title: String? = nil,
      url: String? = nil, date: PartialDate? = nil, author: String? = nil, confidence: String? = nil
    ) {
      (self.subject, self.field, self.value, self.basis) = (subject, field, value, basis)
      (self.title, self.url, self.date) = (title, url, date)
      (self.author, self.confidence) = (author, confidence)
    }
  }

  /// What a person decided: to accept or set aside a suggestion, that two names are or are not one actor.
  public struct Decision: Sendable, Equatable {
    /// `accepted`, `set_aside`, `exists`, `same`, `not_same`.
    public let verdict: String
    /// The ids that it is about.
    public let subjects: [String]
    public let reason: String?
    public let date: PartialDate?
    public let author: String?

    public init(
      verdict: String, subjects: [String], reason: String? = nil, date: PartialDate? = nil, author: String? = nil
    ) {
      (self.verdict, self.subjects, self.reason, self.date, self.author) = (verdict, subjects, reason, date, author)
    }
  }
}
