/// Lets a few pieces of work run at once, in the order in which they were asked for; the others wait, and when too many
/// wait, the next is turned away.
///
/// Work whose task is cancelled while it waits never begins.
actor RenderQueue {
  /// So many wait already that there is no use in waiting too.
  struct Full: Error {}

  private let width: Int
  private let capacity: Int
  private var running = 0
  private var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
  private var tickets = 0

  /// - Parameters:
  ///   - width: How many pieces of work run at once, at least 1.
  ///   - capacity: How many wait at most.
  init(width: Int, capacity: Int) {
    precondition(width > 0, "A queue lets at least one piece of work run, not \(width).")
    (self.width, self.capacity) = (width, capacity)
  }

  /// How many wait for their turn.
  var waitingCount: Int { waiting.count }

  /// Runs `work` when its turn comes, away from whoever asks.
  ///
  /// - Throws: What `work` throws; ``Full``; `CancellationError`.
  @concurrent
  nonisolated func run<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
    try await enter()
    let result: Result<Value, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    await leave()
    return try result.get()
  }

  private func enter() async throws {
    if running < width {
      running += 1
      return
    }
    guard waiting.count < capacity else { throw Full() }
    tickets += 1
    let ticket = tickets
    let hasTurn = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { continuation.resume(returning: false) } else { waiting.append((ticket, continuation)) }
      }
    } onCancel: {
      Task { await self.giveUp(ticket) }
    }
    guard hasTurn else { throw CancellationError() }
  }

  private func giveUp(_ ticket: Int) {
    guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiting.remove(at: place).continuation.resume(returning: false)
  }

  private func leave() {
    // The turn is handed on: nobody who comes later slips in between.
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().continuation.resume(returning: true) }
  }
}
