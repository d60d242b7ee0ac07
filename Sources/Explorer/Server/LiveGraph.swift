import AllianceModel
import Foundation
import MissingPartnerships

/// The graph that a server shows: measured once, its pairs ranked anew after each decision.
actor LiveGraph {
  /// What pages read: a value, and its JSON as it stands.
  struct Content<Value: Sendable>: Sendable {
    let value: Value
    let json: [UInt8]
    /// Tells versions apart, for caches.
    let tag: String
  }

  /// What a page is told of its session.
  struct Session: Sendable, Encodable {
    /// Whether decisions can be kept.
    let canDecide: Bool
    /// Why not.
    let obstacle: String?
    /// Whether a decision of this session can be taken back.
    let canUndo: Bool
    let isInternal: Bool
  }

  /// The answer to a decision: the suggestions that are left.
  struct Decided: Sendable, Encodable {
    let missing: SuggestionDocument
    let canUndo: Bool
  }

  nonisolated let graph: AllianceGraph
  nonisolated let language: Language
  nonisolated let isInternal: Bool
  private let log: DecisionLog
  /// Different for each run: a browser that keeps pages of an earlier one asks again.
  private let run: String
  private var steps: [DecisionLog.Step] = []
  private var version = 0
  private let measured: Task<Content<ExplorerDocument>, any Error>
  private let cards: Task<ExplorerCards, any Error>
  /// After the latest decision; nil until somebody asks.
  private var ranked: Task<Content<ExplorerSuggestions>, any Error>?

  /// Begins to measure `graph` at once, in the background.
  init(_ graph: AllianceGraph, language: Language, isInternal: Bool, log: DecisionLog) {
    (self.graph, self.language, self.isInternal, self.log) = (graph, language, isInternal, log)
    let run = String(UInt64.random(in: .min ... .max), radix: 36)
    self.run = run
    let measured = Task {
      try await Background.run {
        let document = try ExplorerDocument(of: graph, language: language, isInternal: isInternal)
        return Content(value: document, json: Array(try document.json()), tag: "\"\(run)\"")
      }
    }
    self.measured = measured
    cards = Task {
      let document = try await measured.value.value
      return try await Background.run { try ExplorerCards(of: document) }
    }
  }

  /// Waits for the measures.
  func document() async throws -> Content<ExplorerDocument> { try await measured.value }

  /// Waits for the measures and the ranking, which begins when it is first asked for: it takes all processors, and of a
  /// large graph minutes.
  func suggestions() async throws -> Content<ExplorerSuggestions> {
    let (measured, tag) = (measured, "\"\(run)-\(version)\"")
    let latest = ranked ?? Task { try await LiveGraph.ranking(of: measured, after: nil, tag: tag) }
    ranked = latest
    return try await latest.value
  }

  func allCards() async throws -> ExplorerCards { try await cards.value }

  private static func ranking(
    of measured: Task<Content<ExplorerDocument>, any Error>, after decisions: [AllianceGraph.Decision]?, tag: String
  ) async throws -> Content<ExplorerSuggestions> {
    let document = try await measured.value.value
    return try await Background.run {
      let suggestions = try ExplorerSuggestions(of: document, decisions: decisions)
      return Content(value: suggestions, json: Array(try suggestions.json()), tag: tag)
    }
  }

  func session() -> Session {
    let obstacle = log.obstacle
    return Session(
      canDecide: obstacle == nil, obstacle: obstacle?.message[language], canUndo: !steps.isEmpty, isInternal: isInternal
    )
  }

  /// Keeps a decision, then ranks anew.
  func decide(
    _ verdict: SuggestionDecisions.Verdict, _ first: String, _ second: String, reason: String?
  ) async throws -> Decided {
    let step = try log.record(verdict, first, second, reason: reason)
    steps.append(step)
    return try await rank(after: step.after)
  }

  /// Takes the last decision of this session back.
  func undo() async throws -> Decided {
    guard let step = steps.last else {
      throw ExplorerFault(409, "aucune décision à annuler", "no decision to take back")
    }
    let decisions: [AllianceGraph.Decision]
    do throws(ExplorerFault) {
      decisions = try log.undo(step)
    } catch {
      // What is gone from the table cannot be taken back by asking again.
      if error.status == 410 { steps.removeLast() }
      throw error
    }
    steps.removeLast()
    return try await rank(after: decisions)
  }

  private func rank(after decisions: [AllianceGraph.Decision]) async throws -> Decided {
    version += 1
    let (measured, tag, canUndo) = (measured, "\"\(run)-\(version)\"", !steps.isEmpty)
    let next = Task { try await LiveGraph.ranking(of: measured, after: decisions, tag: tag) }
    ranked = next
    return Decided(missing: try await next.value.value.list, canUndo: canUndo)
  }
}
