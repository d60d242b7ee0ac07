import AllianceModel
import Foundation
import GraphCore
import Synchronization

/// One line on a terminal that tells how long work has taken and how far it has come; nothing where no person watches.
enum ProgressLine {
  /// Runs `work`; after a second of it, standard error shows its share done, or the seconds where no share is known.
  static func during<Result>(_ title: LocalizedText, _ work: () throws -> Result) rethrows -> Result {
    guard isatty(STDERR_FILENO) != 0 else { return try work() }
    let line = Line(label: title[Terminal.language])
    let clock = line.startClock()
    defer { line.end(clock) }
    return try Computation.$onProgress.withValue({ line.show("\(Int(($0 * 100).rounded(.down))) %") }, operation: work)
  }

  /// The same for work that waits for other processes, which tell no share.
  static func whileWaiting<Result>(_ title: LocalizedText, _ work: () async throws -> Result) async rethrows -> Result {
    guard isatty(STDERR_FILENO) != 0 else { return try await work() }
    let line = Line(label: title[Terminal.language])
    let clock = line.startClock()
    defer { line.end(clock) }
    return try await work()
  }

  /// The same for a number of things: shows how many are done.
  static func counting<Result>(
    _ title: LocalizedText, of total: Int, _ work: (_ advance: () -> Void) async throws -> Result
  ) async rethrows -> Result {
    guard isatty(STDERR_FILENO) != 0 else { return try await work {} }
    let line = Line(label: title[Terminal.language])
    let clock = line.startClock()
    defer { line.end(clock) }
    var done = 0
    return try await work {
      done += 1
      if total > 1 { line.show("\(done)/\(total)") }
    }
  }

  /// The line, written by the clock and by the work from any thread.
  private final class Line: Sendable {
    private enum State {
      case untouched, clock, share, ended
    }

    private let label: String
    private let start = ContinuousClock.now
    private let state = Mutex(State.untouched)

    init(label: String) { self.label = label }

    /// Shows the seconds once a second, until a share is known.
    func startClock() -> Task<Void, Never> {
      Task.detached {
        while true {
          do { try await Task.sleep(for: .seconds(1)) } catch { return }
          self.tick()
        }
      }
    }

    private func tick() {
      state.withLock { state in
        guard state != .ended, state != .share else { return }
        state = .clock
        write("\(label) \((ContinuousClock.now - start).components.seconds) s")
      }
    }

    func show(_ share: String) {
      state.withLock { state in
        guard state != .ended, ContinuousClock.now - start > .seconds(1) else { return }
        state = .share
        write("\(label) \(share)")
      }
    }

    func end(_ clock: Task<Void, Never>) {
      clock.cancel()
      state.withLock { state in
        if state != .untouched { write("") }
        state = .ended
      }
    }

    private func write(_ text: String) {
      FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8))
    }
  }
}
