import AllianceModel
import Foundation
import MissingPartnerships

/// The graph that a server shows: measured once, its suggestions renewed after each decision.
actor LiveGraph {
  /// What pages read, as it stands.
  struct Content: Sendable {
    let document: ExplorerDocument
    /// ``ExplorerDocument/json()``.
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
  private var latest: Task<Content, any Error>
  private let cards: Task<ExplorerCards, any Error>

  /// Begins to measure `graph` at once, in the background.
  init(_ graph: AllianceGraph, language: Language, isInternal: Bool, log: DecisionLog) {
    (self.graph, self.language, self.isInternal, self.log) = (graph, language, isInternal, log)
    let run = String(UInt64.random(in: .min ... .max), radix: 36)
    self.run = run
    let first = Task {
      try await Background.run {
        let document = try ExplorerDocument(of: graph, language: language, isInternal: isInternal)
        return Content(document: document, json: Array(try document.json()), tag: "\"\(run)-0\"")
      }
    }
    latest = first
    cards = Task {
      let document = try await first.value.document
      return try await Background.run { try ExplorerCards(of: document) }
    }
  }

  /// Waits for what is being measured.
  func content() async throws -> Content { try await latest.value }

  func allCards() async throws -> ExplorerCards { try await cards.value }

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
    return try await ranked(with: step.after)
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
    return try await ranked(with: decisions)
  }

  private func ranked(with decisions: [AllianceGraph.Decision]) async throws -> Decided {
    version += 1
    let (old, tag, canUndo) = (latest, "\"\(run)-\(version)\"", !steps.isEmpty)
    let next = Task {
      let document = try await old.value.document
      return try await Background.run {
        let changed = try document.deciding(decisions)
        return Content(document: changed, json: Array(try changed.json()), tag: tag)
      }
    }
    latest = next
    return Decided(missing: try await next.value.document.missing, canUndo: canUndo)
  }
}
