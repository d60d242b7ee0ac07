internal import Foundation

/// Makes many pictures at once, each in a worker of its own, never more of them than there is room for.
///
///     let pool = RenderPool(.ownProgram())
///     let results = await pool.map(graphs) { graph, renderer in
///       try await NetworkMap(of: graph).document(as: [.svg], renderer: renderer)
///     }
///
/// One picture that fails or runs out of time leaves the others alone. Cancelling the task ends all workers and begins no
/// more pictures.
public struct RenderPool: Sendable, Equatable {
  public let renderer: GraphvizRenderer
  /// How many pictures are in work at once, at least 1.
  public let width: Int

  /// - Parameter width: nil for as many as there are processors. In process it is always 1: there is one Graphviz.
  public init(_ renderer: GraphvizRenderer, width: Int? = nil) {
    precondition(width ?? 1 > 0, "A pool has room for at least one picture, not \(width ?? 0).")
    self.renderer = renderer
    self.width = renderer.mode == .inProcess ? 1 : width ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Makes one picture from each input.
  ///
  /// - Parameters:
  ///   - onDone: Called after each picture with how many are done, in the order in which they are.
  ///   - body: Draws one of them with the renderer of the pool.
  /// - Returns: In the order of the inputs, what came of each; with a ``GraphvizError`` of reason
  ///   ``GraphvizError/Reason/cancelled`` for those that the cancelled task did not begin.
  public func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], onDone: (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Input, GraphvizRenderer) async throws -> Output
  ) async -> [Result<Output, any Error>] {
    let renderer = renderer
    return await withTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      var results = [Result<Output, any Error>?](repeating: nil, count: inputs.count)
      func begin(_ index: Int) {
        group.addTask {
          do {
            if Task.isCancelled { throw GraphvizError(.cancelled, stage: .start) }
            return (index, .success(try await body(inputs[index], renderer)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for index in inputs.indices.prefix(width) { begin(index) }
      var begun = min(width, inputs.count)
      var done = 0
      while let (index, result) = await group.next() {
        results[index] = result
        done += 1
        onDone(done)
        guard begun < inputs.count else { continue }
        begin(begun)
        begun += 1
      }
      return results.compactMap(\.self)
    }
  }
}
