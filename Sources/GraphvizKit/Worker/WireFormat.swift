/// Writes values as bytes for the other process: integers as 8 bytes, little-endian, everything else built from them.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) { write(bits: UInt64(bitPattern: Int64(value))) }

  mutating func write(_ value: Double) { write(bits: value.bitPattern) }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes += value
  }

  mutating func write(_ value: String) { write(Array(value.utf8)) }

  mutating func write<Element>(_ values: [Element], _ body: (inout WireWriter, Element) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout WireWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  private mutating func write(bits: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }

  /// The bytes with their count before them, so that a reader knows when it has them all.
  func frame() -> [UInt8] {
    var frame = WireWriter()
    frame.write(bytes)
    return frame.bytes
  }
}

/// Bytes that no ``WireWriter`` wrote.
struct WireError: Error {}

/// Reads what a ``WireWriter`` wrote, in the same order; never beyond the end, whatever the bytes are.
struct WireReader {
  static let frameHeaderLength = 8

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// How many bytes follow a header of ``frameHeaderLength`` bytes.
  static func frameLength(header: [UInt8]) throws(WireError) -> Int {
    var reader = WireReader(header)
    let length = try reader.int()
    // Far above any picture; what is longer is no frame.
    guard (0...(1 << 32)).contains(length) else { throw WireError() }
    return length
  }

  mutating func int() throws(WireError) -> Int { Int(Int64(bitPattern: try bits())) }

  mutating func double() throws(WireError) -> Double { Double(bitPattern: try bits()) }

  mutating func bool() throws(WireError) -> Bool {
    switch rest.popFirst() {
    case 0: false
    case 1: true
    default: throw WireError()
    }
  }

  mutating func data() throws(WireError) -> [UInt8] {
    let count = try int()
    guard count >= 0, count <= rest.count else { throw WireError() }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func string() throws(WireError) -> String { String(decoding: try data(), as: UTF8.self) }

  mutating func array<Element>(
    _ body: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let count = try int()
    // Every element takes at least one byte.
    guard count >= 0, count <= rest.count else { throw WireError() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  mutating func optional<Value>(
    _ body: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value? {
    try bool() ? try body(&self) : nil
  }

  mutating func end() throws(WireError) { guard rest.isEmpty else { throw WireError() } }

  private mutating func bits() throws(WireError) -> UInt64 {
    guard rest.count >= 8 else { throw WireError() }
    var bits: UInt64 = 0
    for byte in rest.prefix(8).reversed() { bits = bits << 8 | UInt64(byte) }
    rest = rest.dropFirst(8)
    return bits
  }
}
