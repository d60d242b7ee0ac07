/// Finished pictures and reports by the question that they answer, and those that are being made.
///
/// Who asks for what another waits for already waits with him. When the last of them leaves, the work is cancelled.
actor PictureStore {
  private struct Work {
    let task: Task<[UInt8], any Error>
    var waiting: Set<Int>
  }

  private let limit: Int
  private var kept: [(key: String, bytes: [UInt8])] = []
  private var size = 0
  private var works: [String: Work] = [:]
  private var tickets = 0

  /// - Parameter limit: How many bytes are kept at most; the oldest go first.
  init(limit: Int) {
    self.limit = limit
  }

  /// The bytes for `key`, made by `make` unless they are there.
  ///
  /// - Throws: What `make` throws.
  func bytes(for key: String, _ make: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
    if let place = kept.firstIndex(where: { $0.key == key }) {
      kept.append(kept.remove(at: place))
      return kept[kept.count - 1].bytes
    }
    tickets += 1
    let ticket = tickets
    let task = works[key]?.task ?? Task.detached { try await make() }
    works[key, default: Work(task: task, waiting: [])].waiting.insert(ticket)
    return try await withTaskCancellationHandler {
      do {
        let bytes = try await task.value
        if works[key]?.task == task { keep(bytes, for: key) }
        return bytes
      } catch {
        leave(key, ticket)
        throw error
      }
    } onCancel: {
      Task { await self.leave(key, ticket) }
    }
  }

  /// Forgets what was made; for a graph that changed.
  func clear() {
    (kept, size) = ([], 0)
  }

  /// How many wait for what is being made for `key`.
  func waitingCount(for key: String) -> Int { works[key]?.waiting.count ?? 0 }

  private func keep(_ bytes: [UInt8], for key: String) {
    works[key] = nil
    guard bytes.count <= limit else { return }
    kept.append((key, bytes))
    size += bytes.count
    while size > limit { size -= kept.removeFirst().bytes.count }
  }

  private func leave(_ key: String, _ ticket: Int) {
    guard works[key]?.waiting.remove(ticket) != nil, works[key]?.waiting.isEmpty == true else { return }
    works[key]?.task.cancel()
    works[key] = nil
  }
}
