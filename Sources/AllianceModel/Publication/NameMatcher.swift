/// Finds the names that may not be published in a text.
///
/// - A full name counts in any case and with or without accents, in both orders, with initials ("J. Dupont", "DUPONT J.-P."),
///   with hyphens, apostrophes or commas between its words. Written small and made of common words only ("pierre blanche"),
///   it does not.
/// - A family name alone counts after a title ("Mme Petit"). Else it counts only with a capital, three letters or more,
///   not after "Saint", not joined to another word by a hyphen, not inside a name that the graph publishes ("Groupe
///   Archer"), and when it is no common word ("Petit déjeuner").
struct NameMatcher {
  private struct Token {
    let range: Range<String.Index>
    let key: String
    let isCapital: Bool
  }

  private let hidden: [String: [PersonName.Spelling]]
  /// Published names that hold a hidden family name, by their first word.
  private let published: [String: [[String]]]
  /// Full names without spaces, for addresses such as `exemple.fr/jeandupont26`.
  private let joined: Set<String>

  var isEmpty: Bool { hidden.isEmpty }

  init(hidden names: [PersonName], published publicNames: [String]) {
    let spellings = Set(names.flatMap(\.spellings))
    // The longest first, so that "Anne Le Bihan" goes before "Anne Le"; then by letters, for the same order every time.
    let sorted = spellings.sorted {
      (-$0.words.count, $0.words.joined(separator: " ")) < (-$1.words.count, $1.words.joined(separator: " "))
    }
    hidden = Dictionary(grouping: sorted) { $0.words[0] }
    let families = Set(sorted.filter(\.isFamilyAlone).flatMap(\.words))
    let held = publicNames.map { NameMatcher.tokens(of: $0).map(\.key) }
      .filter { $0.contains(where: families.contains) }
    published = Dictionary(grouping: held) { $0[0] }
    let whole = sorted.filter { !$0.isFamilyAlone && $0.words.allSatisfy { $0.count > 1 } }
    joined = Set(whole.map { $0.words.joined() }.filter { $0.count > 7 })
  }

  /// Where the names stand in running text, rising.
  ///
  /// - Complexity: O(words of the text), for names whose first words differ.
  func ranges(in text: String) -> [Range<String.Index>] {
    isEmpty ? [] : ranges(in: text, isAddress: false)
  }

  /// Whether an address or an id, its escapes resolved, holds a name: there no word has a capital, and a family name
  /// counts when it is no common word.
  func isNamed(inAddress text: String) -> Bool {
    guard !isEmpty else { return false }
    let isJoined = NameMatcher.tokens(of: text).contains { token in
      joined.contains(token.key) || joined.contains(String(token.key.reversed().drop(while: \.isNumber).reversed()))
    }
    return isJoined || !ranges(in: text, isAddress: true).isEmpty
  }

  private func ranges(in text: String, isAddress: Bool) -> [Range<String.Index>] {
    let tokens = NameMatcher.tokens(of: text)
    var found: [Range<String.Index>] = []
    var protected = 0
    var place = 0
    while place < tokens.count {
      protected = max(protected, end(ofPublishedNameAt: place, in: tokens, of: text))
      let match = (hidden[tokens[place].key] ?? []).first { spelling in
        guard follows(spelling.words, at: place, in: tokens, of: text, isAddress) else { return false }
        let words = tokens[place..<(place + spelling.words.count)]
        return spelling.isFamilyAlone
          ? countsAlone(words, of: text, tokens: tokens, isProtected: place + words.count <= protected, isAddress)
          : isAddress || words.contains(where: \.isCapital) || !words.allSatisfy { CommonWords.contains($0.key) }
      }
      guard let match else {
        place += 1
        continue
      }
      let last = place + match.words.count - 1
      found.append(tokens[place].range.lowerBound..<tokens[last].range.upperBound)
      place = last + 1
    }
    return found
  }

  /// Whether these words stand from `place` on, with no more between them than a name has.
  private func follows(
    _ words: [String], at place: Int, in tokens: [Token], of text: String, _ isAddress: Bool
  ) -> Bool {
    guard place + words.count <= tokens.count else { return false }
    return words.indices.allSatisfy { offset in
      let token = tokens[place + offset]
      // An initial is a capital: "à Dupont" is no A. Dupont.
      guard token.key == words[offset],
        isAddress || token.key.count > 1 || token.isCapital || PersonName.particles.contains(token.key)
      else { return false }
      return offset == 0
        || NameMatcher.joins(text[tokens[place + offset - 1].range.upperBound..<token.range.lowerBound])
    }
  }

  private static func joins(_ gap: Substring) -> Bool {
    gap.count <= 3 && gap.allSatisfy { $0.isWhitespace || ".,-‐‑–_'’()+".contains($0) }
  }

  private func countsAlone(
    _ words: ArraySlice<Token>, of text: String, tokens: [Token], isProtected: Bool, _ isAddress: Bool
  ) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let previous = words.startIndex > 0 ? tokens[words.startIndex - 1] : nil
    let gap = previous.map { text[$0.range.upperBound..<first.range.lowerBound] }
    if let previous, let gap, NameMatcher.joins(gap) {
      if PersonName.titles.contains(previous.key), previous.key.count > 1 || previous.isCapital { return true }
      if ["saint", "sainte", "st", "ste"].contains(previous.key) { return false }
    }
    let isCommon = words.allSatisfy { CommonWords.contains($0.key) }
    guard !isProtected, !isCommon, last.key.count >= 3 else { return false }
    if isAddress { return true }
    let after = text[last.range.upperBound...].first
    let isJoined = gap.map { "-‐‑".contains($0) } ?? false || after.map { "-‐‑".contains($0) } ?? false
    return last.isCapital && !isJoined
  }

  /// One past the last token of a published name that begins at `place`; 0 when none does.
  private func end(ofPublishedNameAt place: Int, in tokens: [Token], of text: String) -> Int {
    let lengths = (published[tokens[place].key] ?? []).filter { words in
      place + words.count <= tokens.count && words.indices.allSatisfy { tokens[place + $0].key == words[$0] }
    }.map(\.count)
    return lengths.max().map { place + $0 } ?? 0
  }

  /// The runs of letters and digits. Most texts are plain ASCII, for which no folding is needed.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let scalars = text.unicodeScalars
    var start: String.Index?
    var isPlain = true
    func close(at end: String.Index) {
      guard let first = start else { return }
      let word = text[first..<end]
      tokens.append(
        Token(
          range: first..<end, key: isPlain ? word.lowercased() : String(word).textKey,
          isCapital: scalars[first].properties.isUppercase))
      start = nil
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      guard scalar.isOfWord else {
        close(at: index)
        continue
      }
      if start == nil { (start, isPlain) = (index, true) }
      if !scalar.isASCII { isPlain = false }
    }
    close(at: text.endIndex)
    return tokens
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or digit, or a mark on one.
  fileprivate var isOfWord: Bool {
    if isASCII { return (48...57).contains(value) || (65...90).contains(value) || (97...122).contains(value) }
    return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
  }
}

/// Words of the language that are family names too: alone, even with a capital, they do not tell of a person.
enum CommonWords {
  private static let keys = Set(
    String(decoding: PackageResources.common_words_txt, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map { String($0).textKey })

  static func contains(_ key: String) -> Bool { keys.contains(key) }
}
