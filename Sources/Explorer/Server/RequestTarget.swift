/// The path and query of a request, decoded: nil where they are not UTF-8 or not well-formed.
///
///     RequestTarget("/api/actors/caf%C3%A9?format=svg")?.segments  // ["api", "actors", "café"]
///
/// A segment is decoded after the path was cut, so that `%2F` stands for a slash inside an id and never makes a step; and
/// no segment is ever the name of a file.
struct RequestTarget: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    let name: String
    let value: String
  }

  let segments: [String]
  let query: [Item]

  init?(_ target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments: [String] = []
    for segment in parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = RequestTarget.decoded(segment) else { return nil }
      segments.append(text)
    }
    var query: [Item] = []
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = RequestTarget.decoded(sides[0], isForm: true),
        let value = RequestTarget.decoded(sides.count > 1 ? sides[1] : "", isForm: true)
      else { return nil }
      query.append(Item(name: name, value: value))
    }
    (self.segments, self.query) = (segments, query)
  }

  /// - Parameter isForm: Whether `+` stands for a space, as in what forms send.
  private static func decoded(_ text: Substring, isForm: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where isForm: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    // Zero bytes end a text for libraries in C.
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
