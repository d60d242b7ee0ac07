internal import Foundation
internal import GraphvizShim
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// Starts a worker, lends it to a session, and says afterwards what became of it.
struct WorkerProcess {
  let executable: String
  let arguments: [String]
  let renderer: GraphvizRenderer

  /// What a worker prints beside its answers: a few warnings of pango or fontconfig.
  private static let diagnosticsLimit = 16 << 20

  func run<Value: Sendable>(_ body: (inout GraphvizSession) async throws -> Value) async throws -> Value {
    guard FileManager.default.isExecutableFile(atPath: executable) else {
      throw GraphvizError(.workerNotFound(path: executable), stage: .start)
    }
    gvs_survive_broken_pipes()
    let outcome: ExecutionResult<Outcome<Value>, SequenceOutput, StringOutput<UTF8>>
    do {
      outcome = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(arguments), environment: Self.environment,
        input: .inputWriter, output: .sequence, error: .string(limit: Self.diagnosticsLimit)
      ) { execution in await Self.outcome(of: body, on: execution, renderer: renderer) }
    } catch {
      if Task.isCancelled { throw GraphvizError(.cancelled, stage: .start) }
      throw GraphvizError(.workerFailed(detail: "\(error)"), stage: .start)
    }
    switch outcome.closureResult {
    case .finished(let result): return try result.get()
    case .workerEnded(let engine):
      if Task.isCancelled { throw GraphvizError(.cancelled, stage: .exchange, engine: engine) }
      throw failure(of: outcome.terminationStatus, saying: outcome.standardError, engine: engine)
    }
  }

  private enum Outcome<Value: Sendable>: Sendable {
    case finished(Result<Value, any Error>)
    /// Without an answer to the job it had; why is known when its status is.
    case workerEnded(LayoutEngine)
  }

  private static func outcome<Value: Sendable>(
    of body: (inout GraphvizSession) async throws -> Value,
    on execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>, renderer: GraphvizRenderer
  ) async -> Outcome<Value> {
    var session = GraphvizSession(WorkerConnection(execution), renderer: renderer)
    let result: Result<Value, any Error>
    do { result = .success(try await body(&session)) } catch { result = .failure(error) }
    // Who found another way without the lost worker has what they came for.
    if case .failure = result, let engine = session.engineOfLostJob { return .workerEnded(engine) }
    return .finished(result)
  }

  /// A crash must be a crash at once: no backtrace is written first.
  private static let environment: Environment = .inherit.updating(["SWIFT_BACKTRACE": "enable=no"])

  private func failure(
    of status: TerminationStatus, saying diagnostics: String, engine: LayoutEngine
  ) -> GraphvizError {
    let messages = GraphvizMessages.split(diagnostics)
    let text = diagnostics.lowercased()
    let isMemory =
      status == .exited(Int32(GVS_EXIT_MEMORY)) || text.contains("out of memory")
      || text.contains("memory allocation failure")
    if isMemory, let limit = renderer.memoryLimit {
      return GraphvizError(.memoryLimit(bytes: limit), stage: .layout, engine: engine, messages: messages)
    }
    if GraphvizMessages.lacksFonts(diagnostics) {
      return GraphvizError(.missingFonts, stage: .layout, engine: engine, messages: messages)
    }
    switch status {
    case .signaled(let signal):
      return GraphvizError(.crashed(signal: signal), stage: .layout, engine: engine, messages: messages)
    case .exited(let code):
      return GraphvizError(
        .workerFailed(detail: "exit code \(code)"), stage: .exchange, engine: engine, messages: messages)
    }
  }
}
