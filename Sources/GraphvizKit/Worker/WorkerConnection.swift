internal import Subprocess

/// The two pipes to a worker that runs.
struct WorkerConnection {
  private let execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>
  private var output: SubprocessOutputSequence.AsyncIterator
  /// Read, and not yet used.
  private var pending: [UInt8] = []
  /// Set once the worker is of no more use.
  private var failure: GraphvizError?
  /// Set when the worker ended without an answer; why is known when its exit status is.
  private(set) var engineOfLostJob: LayoutEngine?

  init(_ execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>) {
    self.execution = execution
    output = execution.standardOutput.makeAsyncIterator()
  }

  /// Sends a job and waits for its answer, at most as long as the time limit.
  mutating func render(_ job: RenderJob, renderer: GraphvizRenderer) async throws(GraphvizError) -> Rendering {
    if let failure { throw failure }
    let request = RenderRequest(job, memoryLimit: renderer.memoryLimit).frame()
    let limit = renderer.timeLimit
    let worker = execution

    let (answer, isLate) = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do { try await Task.sleep(for: limit) } catch { return false }
        // The pipes close with the process, and end the exchange below.
        Self.kill(worker)
        return true
      }
      let answer = await exchange(request)
      group.cancelAll()
      return (answer, await group.next() ?? false)
    }

    if case .response(let response) = answer { return try response.result.get() }
    // It may have closed its pipes and still be there.
    Self.kill(execution)
    let error =
      if isLate {
        GraphvizError(.timeLimit(seconds: limit.inSeconds), stage: .layout, engine: job.engine)
      } else {
        GraphvizError(
          .workerFailed(detail: answer.isUnreadable ? "its answer cannot be read" : "it has ended"), stage: .exchange,
          engine: job.engine)
      }
    if !isLate, !answer.isUnreadable { engineOfLostJob = job.engine }
    failure = error
    throw error
  }

  private static func kill(_ worker: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>) {
    // Fails only when the process is already gone, which is what is wanted.
    do { try worker.send(signal: .kill) } catch {}
  }

  private enum Answer {
    case response(RenderResponse)
    case unreadable
    /// The worker ended.
    case none

    var isUnreadable: Bool { if case .unreadable = self { true } else { false } }
  }

  private struct EndOfOutput: Error {}

  private mutating func exchange(_ request: [UInt8]) async -> Answer {
    do {
      _ = try await execution.standardInputWriter.write(request)
      let length = try WireReader.frameLength(header: try await read(WireReader.frameHeaderLength))
      return .response(try RenderResponse(payload: try await read(length)))
    } catch is WireError {
      return .unreadable
    } catch {
      return .none
    }
  }

  private mutating func read(_ count: Int) async throws -> [UInt8] {
    while pending.count < count {
      guard let buffer = try await output.next() else { throw EndOfOutput() }
      unsafe buffer.withUnsafeBytes { bytes in unsafe pending.append(contentsOf: bytes) }
    }
    defer { pending.removeFirst(count) }
    return Array(pending[..<count])
  }
}

extension Duration {
  fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
