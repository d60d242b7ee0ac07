public import AllianceModel
public import Exchange

/// How sound a graph is: its faults, likely duplicates, contradictions, and how much of it is known.
public struct GraphCheck: Sendable {
  /// Official numbers: how many are there, and how many of them are well formed with a key that fits.
  public struct Identifiers: Sendable, Equatable {
    public let name: String
    public let sound: Int
    public let given: Int
    /// Organisations that could have one.
    public let total: Int
  }

  public let problems: [ImportProblem]
  public let identifiers: [Identifiers]
  public let duplicates: [PossibleDuplicate]
  public let contradictions: [Contradiction]
  public let coverage: [Coverage]

  public var errorCount: Int { problems.count { $0.severity == .error } }
  public var warningCount: Int { problems.count { $0.severity == .warning } }

  public init(_ opened: OpenedGraph) {
    let graph = opened.graph
    problems = opened.problems
    duplicates = graph.possibleDuplicates()
    contradictions = graph.contradictions()
    coverage = graph.coverage()
    let organisations = graph.actors.filter(\.isOrganisation)
    let placeIDs = Set(graph.places.map(\.id))
    func count(_ name: String, _ number: (AllianceGraph.Actor) -> String?, isSound: (String) -> Bool) -> Identifiers {
      let given = organisations.compactMap(number)
      return Identifiers(
        name: name, sound: given.count(where: isSound), given: given.count, total: organisations.count)
    }
    identifiers = [
      count("SIREN", \.siren) { CompanyNumber.check(siren: $0) == nil },
      count("SIRET", \.siret) { CompanyNumber.check(siret: $0) == nil },
      count("RNA", \.rna, isSound: PublicCode.isRNA),
      count("INSEE", \.place) { PublicCode.isCommune($0) || placeIDs.contains($0) },
    ]
  }
}
