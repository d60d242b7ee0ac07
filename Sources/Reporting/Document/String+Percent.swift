import Foundation

extension String {
  /// The text with spaces, quotes, `%` and what else could end an attribute or a list escaped, letters of any script kept.
  var percentEscaped: String {
    let isPlain = utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
        || (45...47).contains(byte) || byte == UInt8(ascii: "*")
    }
    return isPlain ? self : addingPercentEncoding(withAllowedCharacters: String.plainCharacters) ?? self
  }

  private static let plainCharacters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~/*"))
}

extension Substring {
  /// The text that was escaped; nil when a `%` is not followed by two digits.
  var removingPercents: String? { String(self).removingPercentEncoding }
}
