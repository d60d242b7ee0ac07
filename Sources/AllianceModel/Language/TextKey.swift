import Foundation

extension String {
  /// The form in which two spellings of a name are the same: no accents, no case, punctuation as single spaces.
  ///
  ///     "Économie  de l’Alliance".textKey  // "economie de l alliance"
  ///
  /// For looking things up only; what a person wrote is never replaced by it.
  public var textKey: String { LatinKeys.key(of: self) ?? slowTextKey }

  /// The same for any script.
  fileprivate var slowTextKey: String {
    let folded = replacing("œ", with: "oe").replacing("Œ", with: "oe").replacing("æ", with: "ae").replacing(
      "Æ", with: "ae"
    )
    .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// How many letters must be inserted, removed or replaced to make `other` of this text (Levenshtein 1966).
  ///
  /// - Complexity: O(*n* · *m*) time and O(*m*) space in the two lengths.
  package func editDistance(to other: String) -> Int {
    let source = Array(self)
    let target = Array(other)
    var previous = Array(0...target.count)
    for (row, letter) in source.enumerated() {
      var current = [row + 1]
      for (column, candidate) in target.enumerated() {
        let replaced = previous[column] + (letter == candidate ? 0 : 1)
        current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[target.count]
  }
}

/// Keys of text in Latin letters, a letter at a time: reading a national graph takes millions of them.
private enum LatinKeys {
  /// For each scalar below U+0180 its key, empty for what parts words; nil where a letter alone does not tell.
  private static let table: [[UInt8]?] = (0..<0x180).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    let key = String(scalar).slowTextKey
    return key.contains(" ") ? nil : Array(key.utf8)
  }

  /// Dashes, quotation marks and the like: they part words, whatever stands beside them.
  private static let punctuation: ClosedRange<UInt32> = 0x2010...0x2027

  /// The key of `text`; nil when it holds a scalar that is not in the table, such as a combining accent.
  static func key(of text: String) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    var isBetween = false
    for scalar in text.unicodeScalars {
      if punctuation.contains(scalar.value) {
        isBetween = true
        continue
      }
      guard scalar.value < 0x180, let part = table[Int(scalar.value)] else { return nil }
      if part.isEmpty {
        isBetween = true
        continue
      }
      if isBetween, !key.isEmpty { key.append(UInt8(ascii: " ")) }
      isBetween = false
      key += part
    }
    return String(decoding: key, as: UTF8.self)
  }
}
