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
/// The gate knows patterns and the names of this graph: one that only a story mentions is not found, and
/// ``Removed/notes`` says so. Who publishes reads first.
public struct Publication: Sendable, Equatable {
  /// The account of what was left out.
  public struct Removed: Sendable, Equatable {
    /// In the order of the tables.
    public let items: [LeftOut]

    public var addresses: Int { count(.address) }
    public var phones: Int { count(.phone) }
    public var links: Int { count(.link) }
    /// Persons without a public role, and sole traders.
    public var people: Int { count(.person) + count(.soleTrader) }
    /// Places in other texts where one of these names stood.
    public var mentions: Int { count(.name) }
    /// Cells of free fields that hold contacts.
    public var cells: Int { count(.contacts) }
    /// Rows marked as not to be published, or internal.
    public var rows: Int { count(.marked) }
    public var isEmpty: Bool { items.isEmpty }

    func count(_ reason: LeftOut.Reason) -> Int { items.reduce(0) { $0 + ($1.reason == reason ? $1.count : 0) } }
  }

  public let graph: AllianceGraph
  public let removed: Removed

  /// What was left out, in sentences.
  public var notes: [LocalizedText] { removed.notes }

  /// Takes out of `graph` what may not be published unasked.
  ///
  /// - Parameter language: The language of the words that stand in place of what was taken out.
  /// - Complexity: O(text), for names whose first words differ.
  public init(of graph: AllianceGraph, language: Language) {
    var gate = PublicationGate(graph: graph, language: language)
    self.graph = gate.publicGraph(of: graph)
    removed = Removed(items: gate.leftOut)
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
