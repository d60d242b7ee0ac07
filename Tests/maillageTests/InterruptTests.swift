import Foundation
import TestSupport
import Testing

#if os(Linux)
  @Suite("Interrupting the command")
  struct InterruptTests {
    @Test("ends a map at once: no worker goes on, no file is begun", .timeLimit(.minutes(2)))
    func interrupt() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "interrupt-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { do { try FileManager.default.removeItem(at: folder) } catch {} }
      let process = Process()
      process.executableURL = CommandRunner.program
      process.arguments = [
        "map", RealData.packageRoot.appending(path: "Graphs/economie-de-l-alliance").path, "--output",
        folder.appending(path: "carte.svg").path,
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      var workers: [Int32] = []
      while workers.isEmpty, process.isRunning { workers = Self.workers(of: process.processIdentifier) }
      try #require(!workers.isEmpty)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      for worker in workers { while Self.isRunning(worker) { usleep(10_000) } }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    /// The processes that this one started to draw.
    private static func workers(of parent: Int32) -> [Int32] {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return entries.compactMap { Int32($0) }.filter { number in
        let status = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
        let line = (try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)) ?? ""
        return status.contains("PPid:\t\(parent)\n") && line.contains("__render")
      }
    }

    /// A process that has ended and waits to be asked for its status counts as ended.
    private static func isRunning(_ number: Int32) -> Bool {
      let status = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
      return !status.isEmpty && !status.contains("State:\tZ")
    }
  }
#endif
