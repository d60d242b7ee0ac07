internal import Foundation
internal import GraphvizShim

/// The inside of the worker process: the program that wants to draw starts itself again with ``subcommand`` as its only
/// argument, and there calls ``run()`` before anything else.
///
///     if CommandLine.arguments.dropFirst().first == RenderWorker.subcommand { exit(RenderWorker.run()) }
public enum RenderWorker {
  /// Not for people.
  public static let subcommand = "__render"

  /// What the process exits with when it was asked what it cannot read.
  static let badRequest: Int32 = 70

  /// Answers requests from standard input on standard output until the input ends.
  ///
  /// Standard output carries nothing else: what libraries print goes to standard error. When the asking process is gone,
  /// this one ends at once, even inside Graphviz.
  ///
  /// - Returns: The exit code of the process: 0, or 70 after a request that cannot be read.
  public static func run() -> Int32 {
    let output = gvs_take_output()
    guard output >= 0, gvs_exit_when_abandoned(STDIN_FILENO) else { return badRequest }
    gvs_messages_mirror()
    do {
      while let request = try read(from: .standardInput) {
        let response = answer(request)
        try FileHandle(fileDescriptor: output, closeOnDealloc: false).write(contentsOf: response.frame())
      }
      return 0
    } catch {
      FileHandle.standardError.write(Data("The request cannot be read: \(error)\n".utf8))
      return badRequest
    }
  }

  private static func answer(_ request: RenderRequest) -> RenderResponse {
    if let limit = request.memoryLimit, !gvs_limit_memory(UInt64(limit)) {
      FileHandle.standardError.write(Data("The memory limit of \(limit) bytes could not be set.\n".utf8))
    }
    gvs_set_source_date(Int64(request.job.creationDate.timeIntervalSince1970))
    do throws(GraphvizError) {
      return RenderResponse(.success(try Graphviz.render(request.job)))
    } catch {
      return RenderResponse(.failure(error))
    }
  }

  /// nil at the end of the input.
  private static func read(from input: FileHandle) throws -> RenderRequest? {
    let header = try input.read(exactly: WireReader.frameHeaderLength)
    if header.isEmpty { return nil }
    let length = try WireReader.frameLength(header: header)
    let payload = try input.read(exactly: length)
    guard payload.count == length else { throw WireError() }
    return try RenderRequest(payload: payload)
  }
}

extension FileHandle {
  /// Up to `count` bytes; fewer only at the end.
  fileprivate func read(exactly count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, let part = try read(upToCount: count - bytes.count), !part.isEmpty { bytes += part }
    return bytes
  }
}
