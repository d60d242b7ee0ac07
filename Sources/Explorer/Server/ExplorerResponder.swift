import HTTPTypes
import Hummingbird
import NIOCore

/// The service, which is made once the port is known; requests that come before wait.
actor ServiceBox {
  private var service: ExplorerService?
  private var waiting: [CheckedContinuation<ExplorerService, Never>] = []

  func set(_ service: ExplorerService) {
    self.service = service
    for continuation in waiting { continuation.resume(returning: service) }
    waiting = []
  }

  func get() async -> ExplorerService {
    if let service { return service }
    return await withCheckedContinuation { waiting.append($0) }
  }
}

/// Between the web framework and the service: turns its requests into values, and values into its responses.
struct ExplorerResponder: HTTPResponder {
  let box: ServiceBox

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    let service = await box.get()
    let target = request.head.path ?? "/"
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    if let authority = request.head.authority { headers["host"] = authority }
    let method = request.method.rawValue
    if Route.isSlow(target) {
      // Nobody draws for a client that has left.
      return try await request.body.consumeWithCancellationOnInboundClose { _ in
        var answer = await service.respond(to: ExplorerRequest(method, target, headers: headers))
        answer.headers.append(.init(name: "Connection", value: "close"))
        return ExplorerResponder.response(answer, isHead: method == "HEAD")
      }
    }
    var body: [UInt8] = []
    if method != "GET", method != "HEAD" {
      do {
        body = Array(buffer: try await request.body.collect(upTo: ExplorerService.bodyLimit))
      } catch is NIOTooManyBytesError {
        let fault = ExplorerFault(
          413, "cette demande est trop longue (\(ExplorerService.bodyLimit) octets au plus)",
          "this request is too long (at most \(ExplorerService.bodyLimit) bytes)", headers: ["Connection": "close"])
        return ExplorerResponder.response(fault.response(in: service.live.language), isHead: false)
      }
    }
    let answer = await service.respond(to: ExplorerRequest(method, target, headers: headers, body: body))
    return ExplorerResponder.response(answer, isHead: method == "HEAD")
  }

  private static func response(_ answer: ExplorerResponse, isHead: Bool) -> Response {
    var fields = HTTPFields()
    for header in answer.headers {
      if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
    }
    let body = isHead || answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: fields, body: body)
  }
}
