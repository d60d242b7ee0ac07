import Foundation

extension String {
  /// The form in which two spellings of a name are the same: no accents, no case, punctuation as single spaces.
  ///
  ///     "Économie  de l’Alliance".textKey  // "economie de l alliance"
  ///
  /// For looking things up only; what a person wrote is never replaced by it.
  public var textKey: String {
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
