public import AllianceModel
import Cartography
import Foundation
import GraphvizKit
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Turns a page into a PDF with a program of this machine: a browser of the Chromium family, else WeasyPrint.
///
/// The PDF is tagged, has bookmarks and embeds its fonts. Its dates are those of the report, so that the same page gives
/// the same bytes with the same version of the program.
public struct PDFPrinter: Sendable {
  /// The programs that are looked for, the best first.
  static let engines = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "weasyprint"]

  private let program: String
  private let name: String
  private let timeLimit: Duration

  /// Finds a program.
  ///
  /// - Parameters:
  ///   - path: The folders to look in, parted by colons, as in the variable `PATH`.
  ///   - timeLimit: How long the program may take, in whole seconds.
  /// - Throws: ``ReportError/noPrintEngine``.
  public init(path: String, timeLimit: Duration) throws(ReportError) {
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
    for name in PDFPrinter.engines {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        (program, self.name, self.timeLimit) = ("\(folder)/\(name)", name, timeLimit)
        return
      }
    }
    throw .noPrintEngine
  }

  /// The PDF of a page.
  ///
  /// - Parameters:
  ///   - page: A whole HTML document that asks nothing of the network.
  ///   - date: What the PDF says of its making; nil: the first second of 1970.
  /// - Throws: ``ReportError`` when the program fails or takes too long; it is gone when this returns.
  public func pdf(of page: String, date: PartialDate?) async throws(ReportError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { remove(folder) }
      let (source, target) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
      try Data(page.utf8).write(to: source)
      let failure = try await run(arguments(from: source, to: target, folder: folder), date: date)
      if let failure { throw ReportError.printFailed(engine: name, detail: failure) }
      guard FileManager.default.fileExists(atPath: target.path) else {
        throw ReportError.printFailed(engine: name, detail: "page.pdf ?")
      }
      return PDFDate.set(MapDocument.creationDate(date), in: [UInt8](try Data(contentsOf: target)))
    } catch let error as ReportError {
      throw error
    } catch {
      throw Task.isCancelled ? .cancelled : .printFailed(engine: name, detail: "\(error)")
    }
  }

  private func arguments(from source: URL, to target: URL, folder: URL) -> [String] {
    guard name != "weasyprint" else { return ["--pdf-variant", "pdf/ua-1", source.path, target.path] }
    // A browser refuses to isolate itself when an administrator starts it, and may find little shared memory.
    let isolation = getuid() == 0 ? ["--no-sandbox"] : []
    return [
      "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run",
      "--user-data-dir=\(folder.appending(path: "profile").path)", "--no-pdf-header-footer",
      "--generate-pdf-document-outline", "--export-tagged-pdf", "--print-to-pdf=\(target.path)",
    ] + isolation + [source.absoluteString]
  }

  private enum Outcome: Sendable {
    case ended(TerminationStatus, messages: String)
    case tooLate
  }

  /// - Returns: What went wrong, in a few words; nil when nothing did.
  private func run(_ arguments: [String], date: PartialDate?) async throws -> String? {
    // WeasyPrint takes its dates from here.
    let seconds = String(Int(MapDocument.creationDate(date).timeIntervalSince1970))
    let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
      group.addTask {
        let result = try await Subprocess.run(
          .path(FilePath(program)), arguments: Arguments(arguments),
          environment: .inherit.updating(["SOURCE_DATE_EPOCH": seconds, "TZ": "UTC"]), output: .discarded,
          error: .string(limit: 4 << 20))
        return .ended(result.terminationStatus, messages: result.standardError)
      }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return .tooLate
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .tooLate
    }
    switch outcome {
    case .tooLate:
      throw ReportError.printTimeLimit(engine: name, seconds: Int(timeLimit.components.seconds))
    case .ended(.exited(0), _): return nil
    case .ended(let status, let messages):
      return messages.split(separator: "\n").last.map(String.init) ?? "\(status)"
    }
  }

  private func remove(_ folder: URL) {
    // A profile of a browser that still ends: what is left over harms nobody, and the system clears it.
    do { try FileManager.default.removeItem(at: folder) } catch {}
  }
}
