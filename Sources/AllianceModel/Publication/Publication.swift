/// The publication gate: a graph as it may be printed and put on the web, and what was left out of it.
///
/// Everything that leaves the house goes through here: maps, exports, reports, pages, with their titles and metadata.
///
/// - E-mail addresses, telephone numbers, and links that hold one or a hidden name, wherever they stand; columns that
///   hold contacts.
/// - The names of persons without a public role and of sole traders, in their own row and in every other text, with
///   their variants (``NameMatcher`` has the rules). Their rows stay, under a neutral id and name, so that counts and
///   ties do not change.
/// - Rows marked as not to be published or internal, with their parts in alliances and what is said of them.
/// - Decisions, which are working notes with the names of those who took them.
///
/// The gate knows patterns and the names of this graph: one that only a story mentions is not found, and ``notes`` says
/// so. Who publishes reads first.
public struct Publication: Sendable, Equatable {
  /// How many of each were left out.
  public struct Removed: Sendable, Equatable {
    public let addresses: Int
    public let phones: Int
    public let links: Int
    /// Persons without a public role, and sole traders.
    public let people: Int
    /// Places in other texts where one of these names stood.
    public let mentions: Int
    /// Cells of free fields that hold contacts.
    public let cells: Int
    /// Rows marked as not to be published, or internal.
    public let rows: Int

    public var isEmpty: Bool { addresses + phones + links + people + mentions + cells + rows == 0 }

    fileprivate init(_ leftOut: [LeftOut]) {
      func count(_ reasons: LeftOut.Reason...) -> Int {
        leftOut.filter { reasons.contains($0.reason) }.reduce(0) { $0 + $1.count }
      }
      (addresses, phones, links) = (count(.address), count(.phone), count(.link))
      (people, mentions) = (count(.person, .soleTrader), count(.name))
      (cells, rows) = (count(.contacts), count(.marked))
    }
  }

  public let graph: AllianceGraph
  /// What was left out, in the order of the tables.
  public let leftOut: [LeftOut]
  public let removed: Removed

  /// Takes out of `graph` what may not be published unasked.
  ///
  /// - Parameter language: The language of the words that stand in place of what was taken out.
  /// - Complexity: O(text), for names whose first words differ.
  public init(of graph: AllianceGraph, language: Language) {
    var gate = PublicationGate(graph: graph, language: language)
    self.graph = gate.publicGraph(of: graph)
    leftOut = gate.leftOut
    removed = Removed(gate.leftOut)
  }

  /// Whether an actor may not be named: a person without a public role, a sole trader.
  ///
  /// Sole traders have a legal category of the first level of INSEE's table: 1000, and the older 1100 to 1900.
  public static func isHidden(_ actor: AllianceGraph.Actor) -> Bool {
    actor.publicRole == nil && (actor.kind == .person || isSoleTrader(actor))
  }

  static func isSoleTrader(_ actor: AllianceGraph.Actor) -> Bool {
    actor.kind != .person && actor.legalCategory?.hasPrefix("1") ?? false
  }
}
