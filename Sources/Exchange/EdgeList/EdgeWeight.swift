/// Weights as people and programs write them: `2`, `2.5`, `2,5`, `1e-3`.
enum EdgeWeight {
  /// The number that stands at `range`, correctly rounded; `nil` when it is none. A comma may stand for the point.
  ///
  /// - Note: Up to fifteen digits and a power of ten up to 22 make a division or product of two exact numbers, whose
  ///   result is rounded once. Anything else goes to the standard library.
  /// - SeeAlso: W. D. Clinger, *How to read floating point numbers accurately*, PLDI 1990,
  ///   [doi:10.1145/93542.93557](https://doi.org/10.1145/93542.93557), section 4.
  @inline(__always)
  static func number(_ range: Range<Int>, in bytes: Span<UInt8>) -> Double? {
    var digits: UInt64 = 0
    var place = range.lowerBound
    var pointPlace = range.upperBound
    while place < range.upperBound {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else if isPoint(bytes[place]), pointPlace == range.upperBound {
        pointPlace = place
      } else {
        return slowNumber(range, in: bytes)
      }
      place &+= 1
    }
    let decimals = max(0, range.upperBound &- pointPlace &- 1)
    let digitCount = range.count &- (pointPlace < range.upperBound ? 1 : 0)
    guard digitCount <= 15, digitCount > 0 else { return slowNumber(range, in: bytes) }
    return decimals == 0 ? Double(digits) : Double(digits) / powersOfTen[decimals]
  }

  /// Whether `text` is a number, a weight or not.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !bytes.isEmpty && number(0..<bytes.count, in: bytes.span) != nil
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  ]

  private static func isPoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  @inline(never)
  private static func slowNumber(_ range: Range<Int>, in bytes: Span<UInt8>) -> Double? {
    var text = ""
    for place in range {
      let byte = bytes[place]
      guard byte < 0x80 else { return nil }
      text.unicodeScalars.append(isPoint(byte) ? "." : Unicode.Scalar(byte))
    }
    // Hexadecimal is a number to the library, and a slip of the pen in a list.
    guard !text.contains(where: { $0 == "x" || $0 == "X" }) else { return nil }
    return Double(text)
  }
}
