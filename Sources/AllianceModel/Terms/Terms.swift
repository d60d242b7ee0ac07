/// A code of one vocabulary, or the text that was found where a code was expected.
///
/// Unknown text is kept as it is: it stands in the graph, is shown as written, and ``AllianceGraph/validate()`` warns.
public protocol VocabularyTerm: RawRepresentable, Hashable, Sendable where RawValue == String {
  static var vocabulary: Vocabulary { get }
  init(rawValue: String)
}

extension VocabularyTerm {
  /// The term meant by what a person wrote, or that text itself when no word matches.
  public init(written: String) {
    self.init(rawValue: Self.vocabulary.code(for: written) ?? written)
  }

  public var entry: Vocabulary.Entry? { Self.vocabulary[rawValue] }
  public var isKnown: Bool { entry != nil }
  /// The label of the code, or the unknown text itself.
  public var label: LocalizedText { entry?.label ?? LocalizedText(rawValue) }
  /// The place of the term in its table, for sorting; unknown texts come last.
  public var rank: Int { Self.vocabulary.rank(of: rawValue) }
}

/// What an actor is: a company, an association, a programme…
public struct ActorKind: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .kinds }

  public static let person = ActorKind(rawValue: "person")
  public static let programme = ActorKind(rawValue: "programme")
  public static let event = ActorKind(rawValue: "event")
  public static let publication = ActorKind(rawValue: "publication")
  public static let place = ActorKind(rawValue: "place")
  public static let standard = ActorKind(rawValue: "standard")

  /// Organisations and groups are ranked; programmes, events, publications, places, standards and persons are objects.
  public var isOrganisation: Bool { entry?.family != "object" }

  /// The family of an organisation; nil for an object. A kind that no table knows is among the others.
  public var family: ActorFamily? {
    guard let entry else { return .others }
    return ActorFamily(rawValue: entry.family)
  }
}

/// The families of actors, for colours, brokerage and gaps, in the order of legends.
public enum ActorFamily: String, Sendable, CaseIterable {
  case companies, associations, authorities, networks, knowledge, others

  public var label: LocalizedText {
    switch self {
    case .companies: LocalizedText(french: "Entreprises", english: "Companies")
    case .associations: LocalizedText(french: "Associations et fondations", english: "Associations and foundations")
    case .authorities: LocalizedText(french: "Collectivités et État", english: "Local authorities and State")
    case .networks: LocalizedText(french: "Réseaux et chambres", english: "Networks and chambers")
    case .knowledge: LocalizedText(french: "Savoirs", english: "Knowledge")
    case .others: LocalizedText(french: "Autres", english: "Others")
    }
  }
}

/// A form of partnership between companies and general interest.
///
/// - SeeAlso: Le RAMEAU, typology of 2012: mécénat, pratiques responsables, coopération économique, innovation sociétale.
public struct PartnershipForm: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .forms }

  /// Looked at, and outside the typology. No form at all means: not known.
  public static let none = PartnershipForm(rawValue: "none")
}

/// What the parties of an alliance have to do with each other: membership, funding, a common project…
public struct Relation: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .relations }

  /// The group of the relation, for line styles; nil for a relation that no table knows.
  public var family: RelationFamily? { entry.flatMap { RelationFamily(rawValue: $0.family) } }
}

/// Groups of relations, few enough to be told apart on a map.
public enum RelationFamily: String, Sendable, CaseIterable {
  case governance, funding, project, trade, knowledge, visibility

  public var label: LocalizedText {
    switch self {
    case .governance: LocalizedText(french: "Gouvernance et adhésion", english: "Governance and membership")
    case .funding: LocalizedText(french: "Financement et soutien", english: "Funding and support")
    case .project: LocalizedText(french: "Projet commun", english: "Common project")
    case .trade: LocalizedText(french: "Prestation et échange", english: "Service and exchange")
    case .knowledge: LocalizedText(french: "Étude, recherche, formation", english: "Study, research, training")
    case .visibility: LocalizedText(french: "Publication et événement", english: "Publication and event")
    }
  }
}

/// Whether the parties trade one thing for another (exchange) or make together what none could alone (alliance).
public struct AllianceLogic: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .logics }
}

/// Whether an alliance is planned, active or ended.
public struct AllianceStatus: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .statuses }
}

/// The legal size class of a company (décret 2008-1354), not its staff band.
public struct SizeClass: VocabularyTerm {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static var vocabulary: Vocabulary { .sizes }
}
