extension AllianceGraph {
  /// What two or more parties do together: one object, however many they are.
  public struct Alliance: Sendable, Equatable, Identifiable {
    public let id: String
    public let title: String
    public let parties: [Party]
    /// Forms of Le RAMEAU's typology (2012), several at once; ``PartnershipForm/none`` alone when it was looked at and
    /// lies outside; empty when not known.
    public let forms: [PartnershipForm]
    public let relation: Relation?
    public let logic: AllianceLogic?
    public let start: PartialDate?
    public let end: PartialDate?
    public let status: AllianceStatus?
    public let themes: [String]
    public let odd: [Int]
    /// A ``Place/id``, or the name of a territory.
    public let territory: String?
    public let intensity: String?
    /// What came of it.
    public let result: String?
    /// What was done together.
    public let story: String?
    public let fields: [FreeField]

    public init(
      id: String, title: String, parties: [Party], forms: [PartnershipForm] = [], relation: Relation? = nil,
      logic: AllianceLogic? = nil, start: PartialDate? = nil, end: PartialDate? = nil, status: AllianceStatus? = nil,
      themes: [String] = [], odd: [Int] = [], territory: String? = nil, intensity: String? = nil,
      result: String? = nil, story: String? = nil, fields: [FreeField] = []
    ) {
      (self.id, self.title, self.parties, self.forms, self.relation) = (id, title, parties, forms, relation)
      (self.logic, self.start, self.end, self.status, self.themes) = (logic, start, end, status, themes)
      (self.odd, self.territory, self.intensity) = (odd, territory, intensity)
      (self.result, self.story, self.fields) = (result, story, fields)
    }
  }

  /// One actor's part in an alliance.
  public struct Party: Sendable, Hashable {
    /// An ``Actor/id``.
    public let actor: String
    /// In the words of the source ("initiateur et hôte").
    public let role: String?
    /// When it joined or left, if that differs from the alliance.
    public let start: PartialDate?
    public let end: PartialDate?

    public init(actor: String, role: String? = nil, start: PartialDate? = nil, end: PartialDate? = nil) {
      (self.actor, self.role, self.start, self.end) = (actor, role, start, end)
    }
  }
}
