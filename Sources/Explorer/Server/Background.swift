import Dispatch

/// Runs work that computes or waits for files, away from the threads that answer requests.
///
/// In a class of its own: what it does in parallel takes threads of its class, and the tasks that answer run on those of
/// the default one, of which there are no more than processors.
enum Background {
  static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
    }
  }
}
