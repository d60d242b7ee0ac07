import Foundation

extension String {
  /// The text with spaces, quotes, `%` and what else could end an attribute or a list escaped, letters of any script kept.
  var percentEscaped: String {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~/*")
    return addingPercentEncoding(withAllowedCharacters: allowed) ?? self
  }
}

extension Substring {
  /// The text that was escaped; nil when a `%` is not followed by two digits.
  var removingPercents: String? { String(self).removingPercentEncoding }
}
