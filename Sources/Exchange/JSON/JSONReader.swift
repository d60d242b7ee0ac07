/// Reads JSON text.
///
/// - SeeAlso: RFC 8259. Beyond it: a byte order mark in front is skipped. Numbers too large for a `Double` are refused.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  /// How many arrays and objects may stand within each other: far more than any format needs, few enough for the stack.
  static let deepest = 100

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of a text.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONTree {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if let byte = reader.peek { throw reader.unexpected(byte) }
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(reason: reason, offset: position) }

  private func unexpected(_ byte: UInt8) -> JSONFault {
    let text = String(decoding: bytes[position..<min(bytes.count, position + 4)], as: UTF8.self)
    return fault(.unexpected(text.unicodeScalars.first ?? Unicode.Scalar(byte)))
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONTree {
    guard depth < JSONReader.deepest else { throw fault(.tooDeep(limit: JSONReader.deepest)) }
    skipSpace()
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw unexpected(byte)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONTree) throws(JSONFault) -> JSONTree {
    for letter in word.description.utf8 {
      guard let byte = peek else { throw fault(.unexpectedEnd) }
      guard byte == letter else { throw unexpected(byte) }
      position += 1
    }
    return value
  }

  /// Passes over `mark`, or says what stands in its place.
  private mutating func expect(_ mark: UInt8) throws(JSONFault) {
    skipSpace()
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    guard byte == mark else { throw unexpected(byte) }
    position += 1
  }

  /// Whether another element follows: after a comma it does, after `end` it does not.
  private mutating func continues(before end: UInt8) throws(JSONFault) -> Bool {
    skipSpace()
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    guard byte == end || byte == UInt8(ascii: ",") else { throw unexpected(byte) }
    position += 1
    return byte != end
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONObject {
    let offset = position
    position += 1
    var members: [(name: String, value: JSONTree)] = []
    skipSpace()
    if peek == UInt8(ascii: "}") {
      position += 1
      return JSONObject(members: [], offset: offset)
    }
    repeat {
      skipSpace()
      guard let byte = peek else { throw fault(.unexpectedEnd) }
      guard byte == UInt8(ascii: "\"") else { throw unexpected(byte) }
      let name = try string()
      try expect(UInt8(ascii: ":"))
      members.append((name, try value(depth: depth + 1)))
    } while try continues(before: UInt8(ascii: "}"))
    return JSONObject(members: members, offset: offset)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONTree {
    position += 1
    skipSpace()
    if peek == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    var numbers: [Double] = []
    while let byte = peek, byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      numbers.append(try number())
      guard try continues(before: UInt8(ascii: "]")) else { return .numbers(numbers) }
      skipSpace()
    }
    var elements = numbers.map(JSONTree.number)
    repeat { elements.append(try value(depth: depth + 1)) } while try continues(before: UInt8(ascii: "]"))
    return .array(elements)
  }
}

extension JSONReader {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// A number. Up to 2⁵³ and 22 decimals both parts are exact, so one division rounds as a slow reader would (Clinger
  /// 1990, [doi:10.1145/93542.93557](https://doi.org/10.1145/93542.93557)); the others are left to the library.
  private mutating func number() throws(JSONFault) -> Double {
    let start = position
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var mantissa: UInt64 = 0
    var digitCount = 0
    var isExact = true
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    func take(_ reader: inout JSONReader) {
      while let byte = reader.peek, isDigit(byte) {
        if mantissa < 900_000_000_000_000 { mantissa = mantissa * 10 + UInt64(byte - 0x30) } else { isExact = false }
        digitCount += 1
        reader.position += 1
      }
    }
    let hasLeadingZero = peek == 0x30
    take(&self)
    guard digitCount > 0, !(hasLeadingZero && digitCount > 1) else { throw fault(.badNumber) }
    let wholeDigits = digitCount
    if peek == UInt8(ascii: ".") {
      position += 1
      take(&self)
      guard digitCount > wholeDigits else { throw fault(.badNumber) }
    }
    let decimals = digitCount - wholeDigits
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isExact = false
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard isDigit(peek) else { throw fault(.badNumber) }
      while isDigit(peek) { position += 1 }
    }
    if isExact, decimals < JSONReader.powers.count {
      let value = Double(mantissa) / JSONReader.powers[decimals]
      return isNegative ? -value : value
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
      throw fault(.badNumber)
    }
    return value
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    let start = position
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position], from: start)
    }
    var content = Array(bytes[start..<position])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try text(content[...], from: start)
      case UInt8(ascii: "\\"): content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw unexpected(byte)
      default:
        content.append(byte)
        position += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private func text(_ content: ArraySlice<UInt8>, from start: Int) throws(JSONFault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONFault(reason: .notUTF8, offset: start)
    }
    return text
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    position += 1
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    let simple: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let scalar = simple[byte] {
      position += 1
      return scalar
    }
    guard byte == UInt8(ascii: "u") else { throw fault(.badEscape) }
    position += 1
    let first = try codeUnit()
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault(.badEscape) }
      return scalar
    }
    try expectEscape()
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.badEscape) }
    return scalar
  }

  private mutating func expectEscape() throws(JSONFault) {
    for mark in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
      guard let byte = peek else { throw fault(.unexpectedEnd) }
      guard byte == mark else { throw fault(.badEscape) }
      position += 1
    }
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw fault(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault(.badEscape) }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }
}
