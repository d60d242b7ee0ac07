import Foundation
import Testing

@testable import Cartography

@Suite("PNG finishing")
struct PNGFinishingTests {
  /// One grey pixel, and the chunks of a PNG: type and data, with the check that stands behind them.
  private let pixel = Data(
    base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNo+A8AAgIBgG5WixMAAAAASUVORK5CYII=")

  private func chunks(_ bytes: [UInt8]) -> [(type: String, data: [UInt8], check: [UInt8])] {
    var chunks: [(type: String, data: [UInt8], check: [UInt8])] = []
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let data = offset + 8
      chunks.append(
        (
          String(decoding: bytes[offset + 4..<data], as: UTF8.self), Array(bytes[data..<data + length]),
          Array(bytes[data + length..<data + length + 4])
        ))
      offset = data + length + 4
    }
    return chunks
  }

  @Test("says how many pixels make a metre, right behind the header")
  func density() throws {
    let bytes = PNGFinishing(resolution: 300, title: "Redon").finish(Array(try #require(pixel)))
    let found = chunks(bytes)
    #expect(found.map(\.type) == ["IHDR", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"])
    // 300 / 0.0254 = 11,811 = 0x2E23; the check was computed with zlib.
    #expect(found[1].data == [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])
    #expect(found[1].check == [0x78, 0xA5, 0x3F, 0x76])
    #expect(found[2].data == Array("Title\0\0\0\0\0Redon".utf8))
  }

  @Test("leaves alone what is no PNG")
  func other() {
    let bytes = Array("<svg/>".utf8)
    #expect(PNGFinishing(resolution: 300, title: "Redon").finish(bytes) == bytes)
  }
}
