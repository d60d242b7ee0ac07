import Foundation

/// The logo of who publishes a map or report: a PNG or JPEG picture.
public struct MapLogo: Sendable, Equatable {
  public enum Format: String, Sendable {
    case png, jpeg

    public var mediaType: String { "image/\(rawValue)" }
  }

  /// Absolute: Graphviz reads the picture itself.
  public let path: String
  public let bytes: [UInt8]
  public let format: Format
  /// In pixels.
  public let width: Int
  public let height: Int

  /// - Returns: nil for bytes that are no PNG or JPEG picture.
  init?(_ bytes: [UInt8], path: String) {
    guard let (format, width, height) = MapLogo.header(of: bytes), width > 0, height > 0 else { return nil }
    (self.path, self.bytes, self.format, self.width, self.height) = (path, bytes, format, width, height)
  }

  /// For pages that must not ask for a second file: `data:image/png;base64,…`.
  public var dataURI: String { "data:\(format.mediaType);base64,\(MapLogo.base64(bytes))" }

  /// - SeeAlso: W3C, *Portable Network Graphics (PNG) Specification*, 11.2.2; ITU-T T.81 (JPEG), B.2.2.
  private static func header(of bytes: [UInt8]) -> (Format, width: Int, height: Int)? {
    func number(at offset: Int, bytes count: Int) -> Int {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    if bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return (.png, number(at: 16, bytes: 4), number(at: 20, bytes: 4))
    }
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while offset + 9 <= bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      // A frame header: all of C0…CF but the tables of Huffman codes and of arithmetic coding, and the extension.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (.jpeg, number(at: offset + 7, bytes: 2), number(at: offset + 5, bytes: 2))
      }
      offset += 2 + number(at: offset + 2, bytes: 2)
    }
    return nil
  }

  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
