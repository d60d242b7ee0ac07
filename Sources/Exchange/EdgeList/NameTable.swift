/// Names of nodes, numbered by first appearance: an open-addressed hash table over one array of words.
///
/// A name of up to eight bytes is its own key; a longer one has a hash as its key and is compared in full. Two names
/// are therefore the same only when all their bytes are. Names are looked up many at a time, so that the memory can
/// fetch what they need all at once.
struct NameTable {
  private struct Slot {
    var key: UInt64 = 0
    /// Where a long name stands in `words`; for a short one a number above all places that tells its length; 0 when free.
    var place: UInt32 = 0
    var number: UInt32 = 0
  }

  /// A name in a text that waits to be looked up.
  struct Pending {
    let key: UInt64
    let start: UInt32
    let length: UInt32

    /// The name at `start..<end` of a text; not empty.
    @inline(__always)
    init(from start: Int, to end: Int, in text: Span<UInt8>) {
      let length = end &- start
      var key = ByteWords.prefix(min(8, length), of: ByteWords.word(at: start, in: text))
      if length > 8 {
        key = NameTable.fold(key ^ UInt64(truncatingIfNeeded: length))
        var place = start &+ 8
        while place < end {
          key = NameTable.fold(key ^ NameTable.word(at: place, before: end, in: text))
          place &+= 8
        }
      }
      (self.key, self.start, self.length) = (key, UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: length))
    }
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var shift = UInt64(64 - 10)
  /// For each name its length in bytes, then its bytes padded with zeros to whole words. No name is at place 0.
  private var words: [UInt64] = [0]
  /// Where each name stands in `words`.
  private var places: [UInt32] = []
  /// Keeps the early reads of a batch from being left out as useless.
  private var touched: UInt64 = 0

  private static let firstShortPlace = UInt32.max - 8

  var count: Int { places.count }

  /// All names, as text.
  var names: [String] {
    var bytes: [UInt8] = []
    return places.map { place in
      let length = Int(words[Int(place)])
      bytes.removeAll(keepingCapacity: true)
      for word in words[Int(place) + 1..<Int(place) + 1 + (length + 7) / 8] {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
      }
      bytes.removeLast(bytes.count - length)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Looks up names of a text in their order; new ones are added.
  ///
  /// - Parameters:
  ///   - numbers: Gets the number of each name at its end.
  ///   - isAllowed: Whether a new name may be added; told its place among `pending`. One refused gets the number 0.
  mutating func find(
    _ pending: [Pending], in text: Span<UInt8>, appendingTo numbers: inout [UInt32], isAllowed: (Int) -> Bool
  ) {
    reserve(pending.count)
    fetch(pending.count, mayBeLong: pending.contains { $0.length > 8 }) { pending[$0].key }
    for (index, name) in pending.enumerated() {
      let (start, length) = (Int(name.start), Int(name.length))
      let number = number(
        key: name.key, length: length, word: { Self.word(at: start &+ 8 &* $0, before: start &+ length, in: text) },
        isAllowed: { isAllowed(index) })
      numbers.append(number ?? 0)
    }
  }

  /// Looks up the names of `other` from the number `first` on, in their order; new ones are added.
  mutating func find(_ other: NewNames, appendingTo numbers: inout [UInt32]) {
    let batch = 1024
    for first in stride(from: 0, to: other.names.count, by: batch) {
      let count = min(batch, other.names.count - first)
      reserve(count)
      fetch(count, mayBeLong: true) { other.names[first + $0].key }
      for name in other.names[first..<first + count] {
        let number = number(
          key: name.key, length: Int(other.words[name.place]), word: { other.words[name.place &+ 1 &+ $0] },
          isAllowed: { true })
        numbers.append(number ?? 0)
      }
    }
  }

  /// Names cut out of a table, to be carried to another one.
  struct NewNames: Sendable {
    let words: [UInt64]
    let names: [(key: UInt64, place: Int)]
  }

  /// The names from the one with the number `first` on.
  func newNames(from first: Int) -> NewNames {
    guard first < places.count else { return NewNames(words: [], names: []) }
    let start = Int(places[first])
    let names = places[first...].map { place in
      let length = Int(words[Int(place)])
      var key = words[Int(place) + 1]
      if length > 8 {
        key = Self.fold(key ^ UInt64(truncatingIfNeeded: length))
        for word in words[Int(place) + 2..<Int(place) + 1 + (length + 7) / 8] { key = Self.fold(key ^ word) }
      }
      return (key, Int(place) - start)
    }
    return NewNames(words: Array(words[start...]), names: names)
  }
}

// MARK: - Hashing and probing

extension NameTable {
  /// The number of a name, new or not; `nil` for a new one that is not allowed.
  @inline(__always)
  private mutating func number(
    key: UInt64, length: Int, word: (Int) -> UInt64, isAllowed: () -> Bool
  ) -> UInt32? {
    let shortPlace = length <= 8 ? Self.firstShortPlace &+ UInt32(truncatingIfNeeded: length) : 0
    var slot = slotIndex(of: key)
    while true {
      let found = slots[slot]
      if found.key == key && found.place != 0 {
        if length <= 8 {
          if found.place == shortPlace { return found.number }
        } else if found.place <= Self.firstShortPlace, holds(Int(found.place), length, word) {
          return found.number
        }
      }
      if found.place == 0 { break }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    guard isAllowed() else { return nil }
    let number = UInt32(truncatingIfNeeded: places.count)
    let place = UInt32(words.count)
    slots[slot] = Slot(key: key, place: length <= 8 ? shortPlace : place, number: number)
    places.append(place)
    words.append(UInt64(truncatingIfNeeded: length))
    for index in 0..<(length + 7) / 8 { words.append(word(index)) }
    return number
  }

  /// Whether the name kept at `place` is that of the given words.
  @inline(__always)
  private func holds(_ place: Int, _ length: Int, _ word: (Int) -> UInt64) -> Bool {
    guard words[place] == length else { return false }
    for index in 0..<(length &+ 7) >> 3 where words[place &+ 1 &+ index] != word(index) { return false }
    return true
  }

  /// Reads the slots of a batch and the names behind them, each read independent of the others.
  @inline(__always)
  private mutating func fetch(_ count: Int, mayBeLong: Bool, key: (Int) -> UInt64) {
    var sum: UInt64 = 0
    for index in 0..<count { sum &+= slots[slotIndex(of: key(index))].key }
    for index in 0..<(mayBeLong ? count : 0) {
      let place = slots[slotIndex(of: key(index))].place
      if place < Self.firstShortPlace { sum &+= words[Int(place)] }
    }
    touched = sum
  }

  /// Makes room for `count` more names, so that at most 60 % of the slots are taken.
  private mutating func reserve(_ count: Int) {
    while 5 * (places.count + count) > 3 * slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      shift -= 1
      for entry in old where entry.place != 0 {
        var slot = slotIndex(of: entry.key)
        while slots[slot].place != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
        slots[slot] = entry
      }
    }
  }

  @inline(__always)
  private func slotIndex(of key: UInt64) -> Int {
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93) >> shift)
  }

  @inline(__always)
  fileprivate static func fold(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0xa076_1d64_78bd_642f).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }

  /// The eight bytes from `place`, those at `end` and after it zero.
  @inline(__always)
  fileprivate static func word(at place: Int, before end: Int, in text: Span<UInt8>) -> UInt64 {
    ByteWords.prefix(min(8, end &- place), of: ByteWords.word(at: place, in: text))
  }
}
