internal import Dispatch
internal import Foundation

/// Draws with limits, in a worker process or in this one.
///
///     let renderer = GraphvizRenderer(.worker(executable: path), timeLimit: .seconds(30))
///     let picture = try await renderer.render(RenderJob(document, engine: .neato, formats: [.svg, .pdf]))
///
/// A worker isolates us from crashes, endless loops and the memory of Graphviz, and gives the same bytes for the same
/// job with every engine. It costs a process start; ``withSession(_:)`` shares one between several jobs.
public struct GraphvizRenderer: Sendable, Equatable {
  public enum Mode: Sendable, Equatable {
    /// Behind one lock, without limits: for trusted, small graphs. The engine `fdp` gives other places on each call here.
    case inProcess
    /// A program that calls ``RenderWorker/run()`` when its arguments are these.
    case worker(executable: String, arguments: [String] = [RenderWorker.subcommand])
  }

  public let mode: Mode
  /// How long one job may take. Does not hold in process.
  public let timeLimit: Duration
  /// Bytes of address space of the worker; nil without a limit. Does not hold in process.
  public let memoryLimit: Int?

  /// - Parameters:
  ///   - mode: Where Graphviz runs.
  ///   - timeLimit: For one job, from the moment it is sent.
  ///   - memoryLimit: In bytes of address space, at least 256 MiB: drawing a dozen nodes maps about 230 MiB, libraries
  ///     included.
  public init(_ mode: Mode, timeLimit: Duration = .seconds(60), memoryLimit: Int? = 4 << 30) {
    precondition(timeLimit > .zero, "The time limit must be positive, not \(timeLimit).")
    precondition(
      memoryLimit ?? .max >= 256 << 20, "The memory limit must be at least 256 MiB, not \(memoryLimit ?? 0) bytes.")
    self.mode = mode
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
  }

  /// With workers that are this very program.
  public static func ownProgram(timeLimit: Duration = .seconds(60), memoryLimit: Int? = 4 << 30) -> GraphvizRenderer {
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    return GraphvizRenderer(.worker(executable: path), timeLimit: timeLimit, memoryLimit: memoryLimit)
  }

  /// The same with another limit for each job.
  public func limited(to timeLimit: Duration) -> GraphvizRenderer {
    GraphvizRenderer(mode, timeLimit: timeLimit, memoryLimit: memoryLimit)
  }

  /// Draws one job.
  ///
  /// - Throws: ``GraphvizError``; with ``GraphvizError/Reason/cancelled`` when the task is cancelled, and then the worker
  ///   is gone when this returns. In process, a job that has begun is finished first.
  public func render(_ job: RenderJob) async throws(GraphvizError) -> Rendering {
    do {
      return try await withSession { session in try await session.render(job) }
    } catch let error as GraphvizError {
      throw error
    } catch {
      throw GraphvizError(.workerFailed(detail: "\(error)"), stage: .exchange, engine: job.engine)
    }
  }

  /// Lends a session, in which several jobs share one worker; for work in passes, such as positions first and a drawing
  /// with them after.
  ///
  /// - Throws: What `body` throws; a ``GraphvizError`` in its place when the worker failed.
  public func withSession<Value: Sendable>(
    _ body: (inout GraphvizSession) async throws -> Value
  ) async throws -> Value {
    switch mode {
    case .inProcess:
      var session = GraphvizSession(inProcess: self)
      return try await body(&session)
    case .worker(let executable, let arguments):
      return try await WorkerProcess(executable: executable, arguments: arguments, renderer: self).run(body)
    }
  }
}

/// One place to draw in, for one task, as long as ``GraphvizRenderer/withSession(_:)`` lends it.
public struct GraphvizSession: ~Copyable {
  private let renderer: GraphvizRenderer
  private var worker: WorkerConnection?
  private var jobCount = 0

  init(inProcess renderer: GraphvizRenderer) {
    self.renderer = renderer
    worker = nil
  }

  init(_ worker: WorkerConnection, renderer: GraphvizRenderer) {
    self.renderer = renderer
    self.worker = worker
  }

  /// The engine of the job during which the worker ended by itself.
  var engineOfLostJob: LayoutEngine? { worker?.engineOfLostJob }

  /// Draws one job.
  ///
  /// - Parameter timeLimit: How long it may take; nil for what the renderer allows.
  /// - Throws: ``GraphvizError``. After a time limit or a crash every further job of the session fails.
  public mutating func render(_ job: RenderJob, timeLimit: Duration? = nil) async throws(GraphvizError) -> Rendering {
    let renderer = timeLimit.map { self.renderer.limited(to: $0) } ?? self.renderer
    if Task.isCancelled { throw GraphvizError(.cancelled, stage: .exchange, engine: job.engine) }
    // What fdp draws depends on what its process drew before.
    if renderer.mode != .inProcess, job.engine == .fdp, jobCount > 0 { return try await renderer.render(job) }
    jobCount += 1
    if let rendering = try await worker?.render(job, renderer: renderer) { return rendering }
    return try await Self.renderInProcess(job)
  }

  /// Away from the threads that run tasks: Graphviz blocks.
  private static func renderInProcess(_ job: RenderJob) async throws(GraphvizError) -> Rendering {
    let result = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: Result { () throws(GraphvizError) in try Graphviz.render(job) })
      }
    }
    return try result.get()
  }
}
