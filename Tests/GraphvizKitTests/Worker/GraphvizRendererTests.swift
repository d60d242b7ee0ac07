import Foundation
import Testing

@testable import GraphvizKit

@Suite("Drawing in a worker process")
struct GraphvizRendererTests {
  private let small = DOTDocument.dense(nodeCount: 12)

  @Test("gives what Graphviz gives in process, formats, positions and warnings", arguments: [LayoutEngine.dot, .neato])
  func same(engine: LayoutEngine) async throws {
    var document = small
    // Graphviz warns of a colour once for each process.
    document.nodes[0].attributes["color"] = .raw("inconnue_\(engine)")
    let job = try RenderJob(
      document, engine: engine, formats: [.svg, .pdf, .png], includesLayout: true,
      creationDate: Date(timeIntervalSince1970: 1e9))
    let rendering = try await TestWorker.renderer().render(job)
    #expect(rendering == (try Graphviz.render(job)))
    #expect(rendering.warnings == ["Warning: inconnue_\(engine) is not a known color."])
  }

  @Test("gives the same bytes again, with every engine", arguments: LayoutEngine.allCases)
  func determinism(engine: LayoutEngine) async throws {
    var document = small
    for index in document.nodes.indices {
      document.nodes[index].attributes["pos"] = .point(x: Double(index * 40), y: Double(index * index))
    }
    let job = try RenderJob(document, engine: engine, formats: [.svg, .pdf], includesLayout: true)
    let renderer = TestWorker.renderer()
    let first = try await renderer.render(job)
    #expect(first.layout?.nodes.count == 12)
    #expect(try await renderer.render(job) == first)
    // Also after other jobs in the same session.
    let later = try await renderer.withSession { session in
      _ = try await session.render(RenderJob(DOTDocument.dense(nodeCount: 9), engine: .dot, formats: [.svg]))
      return try await session.render(job)
    }
    #expect(later == first)
  }

  @Test("works in passes in one session: positions first, then a drawing with them")
  func passes() async throws {
    let document = small
    for renderer in [TestWorker.renderer(), GraphvizRenderer(.inProcess)] {
      let svg = try await renderer.withSession { session in
        let job = try RenderJob(document, engine: .neato, formats: [], includesLayout: true)
        var pinned = document
        let places = try await session.render(job).layout?.nodes ?? []
        for (index, node) in places.enumerated() {
          pinned.nodes[index].attributes["pos"] = .point(x: node.center.x, y: node.center.y)
        }
        return try await session.render(RenderJob(pinned, engine: .nop, formats: [.svg]))[.svg]
      }
      #expect(try DrawnSVG(try #require(svg)).nodes.count == 12)
    }
  }

  @Test("goes on in a session after a job that Graphviz refused")
  func refused() async throws {
    let document = small
    try await TestWorker.renderer().withSession { session in
      let bad = RenderJob(dot: "graph {", engine: .dot, formats: [.svg])
      let error = await #expect(throws: GraphvizError.self) { try await session.render(bad) }
      #expect(error?.stage == .parse && error?.reason == .rejected && error?.engine == .dot)
      let good = try RenderJob(document, engine: .dot, formats: [.svg])
      #expect(try await session.render(good).svg != nil)
    }
  }

  @Test("hands on what the body of a session throws")
  func bodyThrows() async throws {
    struct Stop: Error {}
    await #expect(throws: Stop.self) { try await TestWorker.renderer().withSession { _ in throw Stop() } }
  }

  @Test("ends a layout that takes too long, and says the limit", .timeLimit(.minutes(1)))
  func timeLimit() async throws {
    let job = try RenderJob(DOTDocument.dense(nodeCount: 2_000), engine: .dot, formats: [.svg])
    let renderer = TestWorker.renderer(timeLimit: .milliseconds(300))
    let error = await #expect(throws: GraphvizError.self) { try await renderer.render(job) }
    #expect(error?.reason == .timeLimit(seconds: 0.3) && error?.engine == .dot)
    #expect(error?.message(french: true).contains("0,3\u{A0}s") == true)
  }

  @Test("fails every job of a session after one that took too long", .timeLimit(.minutes(1)))
  func afterTimeLimit() async throws {
    let document = small
    let slow = try RenderJob(DOTDocument.dense(nodeCount: 2_000), engine: .neato, formats: [.svg])
    try await TestWorker.renderer(timeLimit: .milliseconds(300)).withSession { session in
      for job in [slow, try RenderJob(document, engine: .dot, formats: [.svg])] {
        let error = await #expect(throws: GraphvizError.self) { try await session.render(job) }
        #expect(error?.reason == .timeLimit(seconds: 0.3))
      }
    }
  }

  @Test("ends the worker when its task is cancelled", .timeLimit(.minutes(1)))
  func cancellation() async throws {
    let job = try RenderJob(DOTDocument.dense(nodeCount: 2_000), engine: .dot, formats: [.svg])
    let marker = "cancel-\(UInt64.random(in: 0...UInt64.max))"
    let renderer = GraphvizRenderer(.worker(executable: TestWorker.executable, arguments: ["__render", marker]))
    let task = Task { try await renderer.render(job) }
    while !Self.isRunning(marker) { await Task.yield() }
    task.cancel()
    let result = await task.result
    #expect { try result.get() } throws: { ($0 as? GraphvizError)?.reason == .cancelled }
    #expect(!Self.isRunning(marker))
  }

  @Test("draws nothing for a task that is cancelled before", .timeLimit(.minutes(1)))
  func cancelledBefore() async throws {
    let job = try RenderJob(small, engine: .dot, formats: [.svg])
    for renderer in [TestWorker.renderer(), GraphvizRenderer(.inProcess)] {
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return try await renderer.render(job)
      }
      task.cancel()
      let result = await task.result
      #expect { try result.get() } throws: { ($0 as? GraphvizError)?.reason == .cancelled }
    }
  }

  @Test("reports a crash of Graphviz, with what it said", .timeLimit(.minutes(1)))
  func crash() async throws {
    // Reads freed memory in 2.42; refused by `RenderJob`, so that only a test can ask for it.
    let dot = "digraph G { concentrate=true; a->4->b; a->b; a->b; b->a }"
    let job = RenderJob(dot: dot, engine: .dot, formats: [.svg])
    do {
      _ = try await TestWorker.renderer().render(job)
    } catch {
      #expect(error.reason == .crashed(signal: SIGSEGV) || error.reason == .crashed(signal: SIGABRT))
      #expect(error.engine == .dot)
    }
    let error = await #expect(throws: GraphvizError.self) { try await TestWorker.renderer("crash").render(job) }
    #expect(error?.reason == .crashed(signal: SIGSEGV))
    #expect(error?.messages == ["Error: about to crash"])
  }

  @Test("keeps to its memory limit", .timeLimit(.minutes(1)))
  func memoryLimit() async throws {
    let nodes = (0..<500_000).map { "n\($0);" }.joined()
    let dot = "graph many { node [label=\"\", pos=\"1,1\"]; \(nodes) }"
    let renderer = TestWorker.renderer(memoryLimit: 256 << 20)
    let error = await #expect(throws: GraphvizError.self) {
      try await renderer.render(RenderJob(dot: dot, engine: .nop2, formats: [.svg]))
    }
    #expect(error?.reason == .memoryLimit(bytes: 256 << 20))
    #expect(error?.message(french: true).contains("256\u{A0}Mio") == true)
  }

  @Test("reports workers that are missing, fall silent, end early or talk nonsense", .timeLimit(.minutes(1)))
  func misbehaviour() async throws {
    let job = try RenderJob(small, engine: .dot, formats: [.svg])
    func reason(_ renderer: GraphvizRenderer) async -> GraphvizError? {
      await #expect(throws: GraphvizError.self) { try await renderer.render(job) }
    }
    #expect(
      await reason(GraphvizRenderer(.worker(executable: "/nowhere/maillage")))?.reason
        == .workerNotFound(path: "/nowhere/maillage"))
    #expect(await reason(TestWorker.renderer("exit"))?.reason == .missingFonts)
    #expect(
      await reason(TestWorker.renderer("garbage"))?.reason == .workerFailed(detail: "its answer cannot be read"))
    #expect(await reason(TestWorker.renderer("silence"))?.reason == .crashed(signal: SIGKILL))
    #expect(await reason(TestWorker.renderer("chatter"))?.stage == .start)
    #expect(
      await reason(TestWorker.renderer("hang", timeLimit: .milliseconds(200)))?.reason == .timeLimit(seconds: 0.2))
  }

  @Test("leaves no worker behind when who asked is gone", .timeLimit(.minutes(1)))
  func orphan() async throws {
    let marker = "orphan-\(UInt64.random(in: 0...UInt64.max))"
    let job = try RenderJob(DOTDocument.dense(nodeCount: 2_000), engine: .dot, formats: [.svg])
    let process = Process()
    process.executableURL = URL(filePath: TestWorker.executable)
    process.arguments = [RenderWorker.subcommand, marker]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = Pipe()
    try process.run()
    try input.fileHandleForReading.close()
    try input.fileHandleForWriting.write(contentsOf: RenderRequest(job, memoryLimit: nil).frame())
    #expect(process.isRunning)
    // What the death of the parent does to its end of the pipe.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("draws many at once", .timeLimit(.minutes(1)))
  func parallel() async throws {
    let job = try RenderJob(small, engine: .neato, formats: [.svg])
    let expected = try Graphviz.render(job)
    let renderer = TestWorker.renderer()
    try await withThrowingTaskGroup(of: Rendering.self) { group in
      for _ in 0..<8 { group.addTask { try await renderer.render(job) } }
      for try await rendering in group { #expect(rendering == expected) }
    }
  }

  /// Whether a process has `marker` among its arguments.
  private static func isRunning(_ marker: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { process in
      guard Int(process) != nil, process != String(getpid()) else { return false }
      let arguments = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
      return String(decoding: arguments, as: UTF8.self).contains(marker)
    }
  }
}
