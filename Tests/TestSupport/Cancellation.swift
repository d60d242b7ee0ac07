public import Testing

/// Expects that `body` throws `CancellationError` when it is called in a task that was cancelled.
public func expectCancellation(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable () throws -> Void
) async {
  let task = Task {
    while !Task.isCancelled { await Task.yield() }
    try body()
  }
  task.cancel()
  await #expect(throws: CancellationError.self, sourceLocation: sourceLocation) { try await task.value }
}
