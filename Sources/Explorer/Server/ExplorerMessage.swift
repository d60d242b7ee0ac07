import AllianceModel
import Foundation

/// A request as the explorer answers it: a value, so that every answer can be tested without a socket.
struct ExplorerRequest: Sendable {
  let method: String
  /// Path and query as they were sent, percent-encoded.
  let target: String
  /// By their names in small letters.
  let headers: [String: String]
  let body: [UInt8]

  init(_ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []) {
    (self.method, self.target, self.headers, self.body) = (method, target, headers, body)
  }
}

/// What the explorer answers.
struct ExplorerResponse: Sendable, Equatable {
  struct Header: Sendable, Equatable {
    let name: String
    let value: String
  }

  let status: Int
  var headers: [Header]
  var body: [UInt8]

  init(_ status: Int = 200, type: String? = nil, headers: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = (type.map { [("Content-Type", $0)] } ?? []).map { Header(name: $0.0, value: $0.1) }
    self.headers += headers.map { Header(name: $0.0, value: $0.1) }
    self.body = body
  }

  /// The value of the header of this name, whatever its case.
  subscript(header: String) -> String? {
    headers.first { $0.name.lowercased() == header.lowercased() }?.value
  }

  static func json(_ bytes: [UInt8], status: Int = 200, headers: [(String, String)] = []) -> ExplorerResponse {
    ExplorerResponse(status, type: "application/json; charset=utf-8", headers: headers, body: bytes)
  }

  static func encoded(_ value: some Encodable, status: Int = 200) throws -> ExplorerResponse {
    try json(Array(ExplorerDocument.encoder.encode(value)), status: status)
  }
}

/// Why a request is not answered as it wished: the status, and what is wrong in words. All errors have one shape,
/// `{"error": {"message": …}}`.
struct ExplorerFault: Error, Equatable {
  let status: Int
  let message: LocalizedText
  var headers: [String: String] = [:]

  init(_ status: Int, _ french: String, _ english: String, headers: [String: String] = [:]) {
    self.init(status, LocalizedText(french: french, english: english), headers: headers)
  }

  init(_ status: Int, _ message: LocalizedText, headers: [String: String] = [:]) {
    (self.status, self.message, self.headers) = (status, message, headers)
  }

  private struct Document: Encodable {
    struct Message: Encodable { let message: String }
    let error: Message
  }

  func response(in language: Language) -> ExplorerResponse {
    // A record of one text cannot fail to be written.
    let bytes = (try? ExplorerDocument.encoder.encode(Document(error: .init(message: message[language])))) ?? Data()
    return .json(Array(bytes), status: status, headers: headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
