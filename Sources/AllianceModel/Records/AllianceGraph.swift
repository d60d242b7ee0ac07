/// Who works with whom on a territory, in which form, since when, on which evidence: the value that everything reads.
///
/// The tables keep the order in which they were read. A graph may hold faults (a party that no actor has, two rows with
/// one id): nothing is dropped, ``validate()`` names them all, and measures use what is sound.
public struct AllianceGraph: Sendable, Equatable {
  public let info: GraphInfo
  public let actors: [Actor]
  public let alliances: [Alliance]
  public let places: [Place]
  public let sources: [Source]
  public let decisions: [Decision]

  public init(
    info: GraphInfo, actors: [Actor], alliances: [Alliance], places: [Place] = [], sources: [Source] = [],
    decisions: [Decision] = []
  ) {
    (self.info, self.actors, self.alliances) = (info, actors, alliances)
    (self.places, self.sources, self.decisions) = (places, sources, decisions)
  }

  /// The position of each actor by its id; of two actors with one id, the first.
  public var actorIndices: [String: Int] { AllianceGraph.indices(of: actors.map(\.id)) }

  /// The position of each place by its id; of two places with one id, the first.
  public var placeIndices: [String: Int] { AllianceGraph.indices(of: places.map(\.id)) }

  private static func indices(of ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The parties of `alliance` that are actors of this graph, each once, in the order of the table.
  public func partyIndices(of alliance: Alliance, in indices: [String: Int]) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = []
    for party in alliance.parties {
      guard let index = indices[party.actor] else { continue }
      // A few parties are told apart faster by looking at each than by a set.
      if alliance.parties.count <= 8 ? !found.contains(index) : seen.insert(index).inserted { found.append(index) }
    }
    return found
  }
}

/// What a graph says of itself: the head of its data package.
public struct GraphInfo: Sendable, Equatable {
  /// A short name for folders and files: small letters, digits, `-`.
  public let name: String
  public let title: String
  public let description: String?
  /// The territory in words ("CA Valence Romans Agglo").
  public let territory: String?
  /// Ids of the places that the graph is about: one EPCI, or communes.
  public let perimeter: [String]
  public let language: Language?
  /// When the graph was made: the date that maps and reports show.
  public let created: PartialDate?
  public let licence: String?
  /// Where the data comes from, in a few words each.
  public let sources: [String]

  public init(
    name: String, title: String, description: String? = nil, territory: String? = nil, perimeter: [String] = [],
    language: Language? = nil, created: PartialDate? = nil, licence: String? = nil, sources: [String] = []
  ) {
    (self.name, self.title, self.description, self.territory) = (name, title, description, territory)
    (self.perimeter, self.language, self.created) = (perimeter, language, created)
    (self.licence, self.sources) = (licence, sources)
  }
}
