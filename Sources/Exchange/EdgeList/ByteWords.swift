/// Eight bytes at a time of a text: what the reader of edge lists searches, hashes and compares.
///
/// - SeeAlso: L. Lamport, *Multiple byte processing with full-word instructions*, Communications of the ACM 18(8), 1975,
///   [doi:10.1145/360933.360994](https://doi.org/10.1145/360933.360994).
enum ByteWords {
  /// Eight times the same byte.
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The eight bytes from `start`, the first one lowest; those past the end read as line feeds.
  @inline(__always)
  static func word(at start: Int, in bytes: Span<UInt8>) -> UInt64 {
    guard start &+ 8 <= bytes.count else { return lastWord(at: start, in: bytes) }
    // Any eight bytes are a number, and the eight from `start` are within the text: the line above says so.
    return UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  @inline(never)
  private static func lastWord(at start: Int, in bytes: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for place in (0..<8).reversed() {
      let isInside = start + place < bytes.count
      let byte = isInside ? bytes[start + place] : UInt8(ascii: "\n")
      word = word << 8 | UInt64(byte)
    }
    return word
  }

  /// The lowest `count` bytes of `word`, the others zero. `count` is from 1 to 8.
  @inline(__always)
  static func prefix(_ count: Int, of word: UInt64) -> UInt64 { word & (~0 >> UInt64(64 &- 8 &* count)) }

  /// A mark at the first zero byte of `word`, none when it has none. Marks above the first may be wrong.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Where the first of two bytes stands within `range`; its end when neither does.
  @inline(__always)
  static func firstPlace(
    of first: UInt64, or second: UInt64, in range: Range<Int>, of bytes: Span<UInt8>
  ) -> Int {
    var place = range.lowerBound
    while place < range.upperBound {
      let word = word(at: place, in: bytes)
      let marks = zeroBytes(word ^ first) | zeroBytes(word ^ second)
      if marks != 0 { return min(range.upperBound, place &+ marks.trailingZeroBitCount >> 3) }
      place &+= 8
    }
    return range.upperBound
  }
}
