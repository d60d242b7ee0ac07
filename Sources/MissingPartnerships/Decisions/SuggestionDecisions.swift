public import AllianceModel

/// What people decided about suggestions, and how often they found them right.
///
/// Of several decisions about one pair the latest counts, of equally old ones the later row.
public struct SuggestionDecisions: Sendable, Equatable {
  /// What can be decided about a suggested pair, as it stands in `decisions.csv`.
  public enum Verdict: String, Sendable, CaseIterable {
    case accepted
    case setAside = "set_aside"
    /// The two already work together; the graph did not know.
    case exists
    /// What was decided before no longer holds: the pair may be suggested again.
    case reopened

    public var label: LocalizedText {
      switch self {
      case .accepted: LocalizedText(french: "retenue", english: "accepted")
      case .setAside: LocalizedText(french: "écartée", english: "set aside")
      case .exists: LocalizedText(french: "existe déjà", english: "already exists")
      case .reopened: LocalizedText(french: "rouverte", english: "reopened")
      }
    }
  }

  /// How many pairs were decided in one year, and how.
  public struct Period: Sendable, Equatable {
    /// Nil for decisions without a date.
    public let year: Int?
    public let accepted: Int
    public let setAside: Int
    public let existing: Int

    /// Suggestions that were accepted, of those that were accepted or set aside; nil when none was.
    public var precision: Double? {
      accepted + setAside > 0 ? Double(accepted) / Double(accepted + setAside) : nil
    }
  }

  /// By rising year, those without one last.
  public let periods: [Period]
  /// How many accepted pairs have an alliance in the graph by now.
  public let alliedSince: Int
  /// What holds for each pair, by the positions of its actors, the lower first.
  private let held: [[Int]: Held]

  private struct Held: Equatable {
    let verdict: Verdict
    let date: PartialDate?
  }

  /// Reads the decisions of `graph` about two of its actors.
  public init(of graph: AllianceGraph) {
    // Most graphs hold no decision: nothing needs to be looked up in them.
    let indices = graph.decisions.isEmpty ? [:] : graph.actorIndices
    var held: [[Int]: Held] = [:]
    for decision in graph.decisions {
      let pair = Set(decision.subjects.compactMap { indices[$0] }).sorted()
      guard let verdict = Verdict(rawValue: decision.verdict), pair.count == 2 else { continue }
      if let known = held[pair]?.date, let date = decision.date, date < known { continue }
      held[pair] = Held(verdict: verdict, date: decision.date)
    }
    let decided = held.values
    func period(_ year: Int?) -> Period {
      func count(_ wanted: Verdict) -> Int {
        decided.count { $0.verdict == wanted && $0.date?.year == year }
      }
      return Period(year: year, accepted: count(.accepted), setAside: count(.setAside), existing: count(.exists))
    }
    let years = Set(decided.filter { $0.verdict != .reopened }.map { $0.date?.year })
    periods = years.sorted { ($0 ?? .max) < ($1 ?? .max) }.map(period)
    let accepted = held.filter { $0.value.verdict == .accepted }.map(\.key)
    let allied = accepted.isEmpty ? [] : graph.alliances.map { Set(graph.partyIndices(of: $0, in: indices)) }
    alliedSince = accepted.count { pair in allied.contains { $0.isSuperset(of: pair) } }
    self.held = held
  }

  /// The pairs that are not suggested unless asked for: all that were decided and not reopened.
  var settledPairs: [[Int]] { held.filter { $0.value.verdict != .reopened }.map(\.key) }
}

extension AllianceGraph {
  /// The same graph with a decision about a suggested pair.
  ///
  /// An older decision about the pair is kept when dates tell which came first; else the new one takes its place.
  public func recording(
    _ verdict: SuggestionDecisions.Verdict, _ first: Int, _ second: Int, reason: String? = nil,
    date: PartialDate? = nil, author: String? = nil
  ) -> AllianceGraph {
    let subjects = [actors[first].id, actors[second].id].sorted()
    let kept = decisions.filter { old in
      let isSamePair = SuggestionDecisions.Verdict(rawValue: old.verdict) != nil && old.subjects.sorted() == subjects
      guard isSamePair else { return true }
      return if let date, let oldDate = old.date { oldDate < date } else { false }
    }
    let new = Decision(verdict: verdict.rawValue, subjects: subjects, reason: reason, date: date, author: author)
    return AllianceGraph(
      info: info, actors: actors, alliances: alliances, places: places, sources: sources, decisions: kept + [new])
  }
}
