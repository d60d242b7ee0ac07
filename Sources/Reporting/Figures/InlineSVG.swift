import Cartography
import Foundation

/// An SVG document as a part of a page: without its prolog, its ids made unique by the figure that it stands in, and
/// without the white border of its sheet, since the page has one of its own.
struct InlineSVG {
  let text: String

  /// - Parameter prefix: Letters, digits, `-`: put before each id, and before each reference to one.
  init(_ picture: Picture, prefix: String) {
    guard let start = picture.svg.firstRange(of: "<svg ") else {
      text = ""
      return
    }
    text = String(picture.svg[start.lowerBound...])
      .replacing(/\ id="([^"]+)"/) { " id=\"\(prefix)-\($0.1)\"" }
      .replacing(/(href="#|url\(#)([^")]+)/) { "\($0.1)\(prefix)-\($0.2)" }
      .replacing(/\ aria-labelledby="([^"]+)"/) { match in
        " aria-labelledby=\"" + match.1.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ") + "\""
      }
      .replacing(/\ width="[^"]*" height="[^"]*"\s+viewBox="[^"]*"/, maxReplacements: 1) { _ in
        let border = picture.border
        let (width, height) = (picture.width - 2 * border, picture.height - 2 * border)
        return " width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"\(border) \(border) \(width) \(height)\""
      }
  }
}
