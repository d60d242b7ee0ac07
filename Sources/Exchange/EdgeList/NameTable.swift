import GraphCore

/// Names of nodes, numbered by first appearance: an open-addressed hash table over one array of bytes.
///
/// A name of up to eight bytes is its own key; a longer one has a hash as its key and is compared in full. Two names
/// are therefore the same only when all their bytes are.
struct NameTable {
  private struct Slot {
    var key: UInt64 = 0
    /// The length of the name in bytes; 0 marks a free slot, since no name is empty.
    var length: UInt32 = 0
    var number: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var shift = UInt64(64 - 10)
  /// All names, one after the other, each padded with zeros to whole words.
  private var bytes: [UInt8] = []
  /// Where each name begins in `bytes`, and its length.
  private(set) var places: [(start: Int, length: Int)] = []

  var count: Int { places.count }

  /// The names from the one with the number `first` on, as text.
  func names(from first: Int = 0) -> [String] {
    places[first...].map { String(decoding: bytes[$0.start..<$0.start + $0.length], as: UTF8.self) }
  }

  /// The number of the name that stands at `start..<end` of a text, a new one if it was not seen before.
  ///
  /// - Returns: The number, or `nil` for a new name that `isAllowed` refuses; it is not kept then.
  @inline(__always)
  mutating func number(
    from start: Int, to end: Int, in text: Span<UInt8>, isAllowed: (Int, Int) -> Bool
  ) -> UInt32? {
    let length = end &- start
    let key = length <= 8 ? ByteWords.prefix(length, of: ByteWords.word(at: start, in: text)) : hash(start, end, text)
    var slot = place(of: key, length)
    while true {
      let found = slots[slot]
      if found.key == key, Int(found.length) == length,
        length <= 8 || isName(places[Int(found.number)].start, equalTo: start, end, in: text)
      {
        return found.number
      }
      if found.length == 0 { break }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    guard isAllowed(start, end) else { return nil }
    return insert(key, at: slot, start, end, text)
  }

  @inline(never)
  private mutating func insert(
    _ key: UInt64, at slot: Int, _ start: Int, _ end: Int, _ text: Span<UInt8>
  ) -> UInt32 {
    let number = UInt32(places.count)
    slots[slot] = Slot(key: key, length: UInt32(end - start), number: number)
    places.append((bytes.count, end - start))
    for place in stride(from: start, to: end, by: 8) {
      var word = ByteWords.prefix(min(8, end - place), of: ByteWords.word(at: place, in: text))
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    if 2 * places.count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    shift -= 2
    for entry in old where entry.length > 0 {
      var slot = place(of: entry.key, Int(entry.length))
      while slots[slot].length > 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = entry
    }
  }

  @inline(__always)
  private func place(of key: UInt64, _ length: Int) -> Int {
    let mixed = (key ^ UInt64(truncatingIfNeeded: length)) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93) >> shift)
  }

  /// A key for a name of more than eight bytes: its words folded by wide multiplication, the last one overlapping.
  @inline(__always)
  private func hash(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    var place = start
    while place < end &- 8 {
      hash = fold(hash ^ ByteWords.word(at: place, in: text), 0xa076_1d64_78bd_642f)
      place &+= 8
    }
    return fold(hash ^ ByteWords.word(at: end &- 8, in: text), 0xe703_7ed1_a0b4_28db)
  }

  @inline(__always)
  private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Whether the kept name that begins at `kept` has the bytes of the text; both are longer than eight bytes.
  @inline(__always)
  private func isName(_ kept: Int, equalTo start: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    let own = bytes.span
    let last = end &- 8
    var place = start
    while place < last {
      guard ByteWords.word(at: kept &+ (place &- start), in: own) == ByteWords.word(at: place, in: text) else {
        return false
      }
      place &+= 8
    }
    return ByteWords.word(at: kept &+ (last &- start), in: own) == ByteWords.word(at: last, in: text)
  }

  /// The numbers here of the names of `other` from `first` on, in their order; new ones are added.
  mutating func numbers(of other: NewNames) -> [UInt32] {
    let text = other.bytes.span
    return other.places.map { place in
      number(from: place.start, to: place.start + place.length, in: text) { _, _ in true } ?? 0
    }
  }

  /// Names cut out of a table, to be carried to another one.
  struct NewNames: Sendable {
    let bytes: [UInt8]
    let places: [(start: Int, length: Int)]
  }

  /// The names from the one with the number `first` on.
  func newNames(from first: Int) -> NewNames {
    guard first < places.count else { return NewNames(bytes: [], places: []) }
    let start = places[first].start
    return NewNames(
      bytes: Array(bytes[start...]), places: places[first...].map { ($0.start - start, $0.length) })
  }
}
