/// Completes a PNG of Graphviz: its resolution, without which programs print it at any size, and how it was made.
struct PNGFinishing {
  /// Dots per inch.
  let resolution: Int
  let title: String

  /// - Returns: The picture with the chunks `pHYs` and `iTXt` after its header; unchanged when it is no PNG.
  /// - SeeAlso: W3C, *Portable Network Graphics (PNG) Specification*, 11.3.5.3 (pHYs) and 11.3.4.5 (iTXt).
  func finish(_ bytes: [UInt8]) -> [UInt8] {
    // Eight bytes of signature, then the header: length, type, 13 bytes and their check.
    let headerEnd = 8 + 25
    guard bytes.count > headerEnd, bytes[12..<16].elementsEqual("IHDR".utf8) else { return bytes }
    let perMetre = UInt32((Double(resolution) / 0.0254).rounded())
    let density = PNGFinishing.bigEndian(perMetre) + PNGFinishing.bigEndian(perMetre) + [1]
    let chunks =
      PNGFinishing.chunk("pHYs", density) + PNGFinishing.chunk("iTXt", text("Title", title))
      + PNGFinishing.chunk("iTXt", text("Software", MapDocument.generator))
    return Array(bytes[..<headerEnd]) + chunks + bytes[headerEnd...]
  }

  /// Keyword, then four empty fields: not compressed, no language, no translated keyword.
  private func text(_ keyword: String, _ value: String) -> [UInt8] {
    Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(value.utf8)
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(check(of: body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32 as PNG wants it (Annex D of the specification), bit by bit: chunks are short.
  private static func check(of bytes: [UInt8]) -> UInt32 {
    var register = UInt32.max
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
    }
    return register ^ .max
  }
}
