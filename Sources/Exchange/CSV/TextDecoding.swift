/// The encodings in which spreadsheets and registers come.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
}

/// The text of a file as UTF-8, and the encoding that it came in.
package struct DecodedText: Sendable, Equatable {
  /// Valid UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  package let encoding: TextEncoding

  /// Decides the encoding on the whole file: byte order mark, then valid UTF-8, then Windows-1252, the French fallback.
  ///
  /// Windows-1252 reads any bytes, so this never fails; the five bytes that it leaves free become U+FFFD.
  package init(_ file: [UInt8]) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      let isLittle = file[0] == 0xFF
      encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
      bytes = DecodedText.utf8(ofUTF16: file.dropFirst(2), isLittleEndian: isLittle)
      return
    }
    let body = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
    if String(validating: body, as: UTF8.self) != nil {
      (bytes, encoding) = (body, .utf8)
    } else {
      (bytes, encoding) = (
        Array(body.lazy.map(Windows1252.scalar).flatMap { UTF8.encode($0) ?? .init() }), .windows1252
      )
    }
  }

  private static func utf8(ofUTF16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// The code page of Windows for western Europe.
///
/// - SeeAlso: WHATWG *Encoding* standard, index windows-1252.
enum Windows1252 {
  /// What stands for the bytes 0x80 to 0x9F; 0 where the page is empty.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
  private static let bytes: [UInt32: UInt8] = Dictionary(
    uniqueKeysWithValues: upper.enumerated().filter { $1 != 0 }.map { ($1, UInt8(0x80 + $0)) })

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The byte that a program wrote for `scalar`, or nil when the page has none.
  ///
  /// The five free bytes are often read as the control characters of the same number.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x100 ? UInt8(scalar.value) : bytes[scalar.value]
  }

  /// What `text` was before a program took its UTF-8 for Windows-1252 (`dÃ©partement` was `département`), or nil when
  /// nothing of the kind happened.
  static func repairingMisreadUTF8(_ text: String) -> String? {
    // "Ã" and "Â" begin every misread letter of French; without them the costly look is spared.
    guard text.unicodeScalars.contains(where: { (0xC2...0xE2).contains($0.value) }) else { return nil }
    var raw: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = byte(scalar) else { return nil }
      raw.append(byte)
    }
    guard let repaired = String(validating: raw, as: UTF8.self), repaired != text else { return nil }
    return repaired
  }
}
