import Foundation

/// Finds in running text what may not be published unasked: e-mail addresses, phone numbers, names of persons.
struct PersonalText {
  /// What was found, and what stands in its place.
  enum Kind: Hashable {
    case address, phone, name
  }

  /// Full names, in any case and accents: the longest first, so that "Anne Le Bihan" goes before "Anne Le".
  private let fullNames: [String]
  /// Family names, which are common words too: only where they stand alone with a capital.
  private let familyNames: [String]

  init(names: [String]) {
    let words = names.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let reversed = words.filter { $0.count == 2 }.map { "\($0[1]) \($0[0])" }
    fullNames = Set(names + reversed).filter { $0.count > 3 }.sorted { (-$0.count, $0) < (-$1.count, $1) }
    familyNames = Set(words.compactMap { $0.count > 1 ? PersonalText.familyName(of: $0) : nil }).sorted()
  }

  /// The family name: the words in capitals ("Gabriel ATTAL"), else the last word.
  private static func familyName(of words: [String]) -> String? {
    let capitals = words.filter { $0.count > 1 && $0 == $0.uppercased() && $0 != $0.lowercased() }
    let name = capitals.isEmpty || capitals.count == words.count ? words.last : capitals.joined(separator: " ")
    return name.flatMap { $0.count >= 3 ? $0 : nil }
  }

  /// The text with each e-mail, phone number and name replaced by a word in brackets, and how many of each there were.
  func redact(_ text: String, language: Language, counts: inout [Kind: Int]) -> String {
    var result = text
    if result.contains("@") {
      replace(/[\p{L}0-9._%+'\-]+@[\p{L}0-9\-]+(?:\.[\p{L}0-9\-]+)+/, .address, in: &result, language, &counts)
    }
    if result.utf8.count(where: { (48...57).contains($0) }) >= 9 { redactPhones(in: &result, language, &counts) }
    for name in fullNames {
      remove(name, options: [.caseInsensitive, .diacriticInsensitive], from: &result, language, &counts)
    }
    for name in familyNames {
      for spelling in Set([name, name.capitalized, name.uppercased()]).sorted() {
        remove(spelling, options: [], from: &result, language, &counts)
      }
    }
    return result
  }

  /// A French number (ten digits, or +33/0033 and nine), or any other in international form.
  ///
  /// Letters, digits or a path's signs on either side mean a SIRET, an amount or a web address, not a telephone.
  private func redactPhones(in text: inout String, _ language: Language, _ counts: inout [Kind: Int]) {
    let french = /(?:\+33|0033|0)[ .\u{00A0}\u{202F}\-]?(?:\(0\)[ ]?)?[1-9](?:[ .\u{00A0}\u{202F}\-\/]?\d{2}){4}/
    let foreign = /\+\d{1,3}(?:[ .\u{00A0}\u{202F}\-]?\d{1,4}){3,6}/
    for range in (text.ranges(of: french) + text.ranges(of: foreign)).sorted(by: { $0.lowerBound > $1.lowerBound }) {
      guard range.upperBound <= text.endIndex, !PersonalText.isInsideWord(range, of: text, digitsOnly: false) else {
        continue
      }
      text.replaceSubrange(range, with: word(for: .phone, language))
      counts[.phone, default: 0] += 1
    }
  }

  private func replace(
    _ pattern: Regex<Substring>, _ kind: Kind, in text: inout String, _ language: Language, _ counts: inout [Kind: Int]
  ) {
    let found = text.ranges(of: pattern).count
    guard found > 0 else { return }
    counts[kind, default: 0] += found
    text = text.replacing(pattern, with: word(for: kind, language))
  }

  private func remove(
    _ name: String, options: String.CompareOptions, from text: inout String, _ language: Language,
    _ counts: inout [Kind: Int]
  ) {
    var ranges: [Range<String.Index>] = []
    var start = text.startIndex
    while let range = text.range(of: name, options: options, range: start..<text.endIndex) {
      if !PersonalText.isInsideWord(range, of: text, digitsOnly: true) { ranges.append(range) }
      start = range.upperBound
    }
    for range in ranges.reversed() { text.replaceSubrange(range, with: word(for: .name, language)) }
    if !ranges.isEmpty { counts[.name, default: 0] += ranges.count }
  }

  /// Whether the letters or digits around a range go on: "Attalente" does not hold "Attal".
  private static func isInsideWord(_ range: Range<String.Index>, of text: String, digitsOnly: Bool) -> Bool {
    func goesOn(_ character: Character?) -> Bool {
      guard let character else { return false }
      if character.isLetter || character.isNumber { return true }
      return !digitsOnly && "/_=-+".contains(character)
    }
    let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
    let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
    return goesOn(before) || goesOn(after)
  }

  private func word(for kind: Kind, _ language: Language) -> String {
    switch (kind, language) {
    case (.address, .french): "[adresse retirée]"
    case (.address, .english): "[address removed]"
    case (.phone, .french): "[téléphone retiré]"
    case (.phone, .english): "[phone removed]"
    case (.name, .french): "[nom retiré]"
    case (.name, .english): "[name removed]"
    }
  }
}
