internal import CZlib
import Foundation

/// A part of the published page that no browser runs: JSON or a picture, packed, and unpacked by `source.js`.
///
/// Packed, a page of 1,500 actors is a fifth as long, goes through mail, and opens before its reader waits.
public struct PageBlock: Sendable {
  /// By which the page finds it: `data`, `missing`, `picture-network`.
  let id: String
  /// The bytes in the zlib format (RFC 1950), in Base64: no value of the graph can end the block that it stands in.
  let text: String

  init(id: String, _ bytes: Data) {
    self.id = id
    text = PageBlock.packed(bytes).base64EncodedString()
  }

  /// The block as it stands in the page.
  var html: String { "<script type=\"application/zlib\" id=\"\(id)\">\(text)</script>" }

  var byteCount: Int { html.utf8.count }

  /// Same bytes, same result, on one version of the library.
  private static func packed(_ bytes: Data) -> Data {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var count = uLong(packed.count)
    let status = unsafe bytes.withUnsafeBytes { source in
      unsafe packed.withUnsafeMutableBufferPointer { target in
        unsafe compress(
          target.baseAddress, &count, source.bindMemory(to: UInt8.self).baseAddress, uLong(source.count))
      }
    }
    // It fails for want of room alone, and there is as much as it asks for.
    precondition(status == Z_OK, "zlib answered \(status)")
    return Data(packed.prefix(Int(count)))
  }
}
