import AllianceModel
import Foundation
import GraphCore
import Synchronization

/// One line on a terminal that tells how far long work has come; nothing where no person watches.
enum ProgressLine {
  /// Runs `work`, and after a second of it shows its share done on standard error, rewritten in place.
  static func during<Result>(_ title: LocalizedText, _ work: () throws -> Result) rethrows -> Result {
    guard isatty(STDERR_FILENO) != 0 else { return try work() }
    let label = title[Terminal.language]
    let start = ContinuousClock.now
    let shown = Mutex(-1)
    defer {
      if shown.withLock({ $0 >= 0 }) { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
    return try Computation.$onProgress.withValue(
      { share in
        guard ContinuousClock.now - start > .seconds(1) else { return }
        let percent = Int((share * 100).rounded(.down))
        let isNew = shown.withLock { last in
          defer { last = percent }
          return percent != last
        }
        if isNew { FileHandle.standardError.write(Data("\r\(label) \(percent) %\u{1B}[K".utf8)) }
      }, operation: work)
  }
}
