import AllianceModel
import Foundation

extension String {
  /// The text as it is printed: apostrophes, quotes and spaces of its language.
  ///
  /// French gets `’`, no-break spaces before `: » % €` and after `«`, narrow ones before `; ? !`; straight quotes in
  /// pairs become « ». Only spaces that stand there already change, so that addresses stay whole.
  ///
  ///     "L'idée : \"relier\" !".typeset(in: .french)  // "L’idée : « relier » !", with no-break spaces
  func typeset(in language: Language) -> String {
    // Looked for before it is searched: most texts of a large directory need nothing.
    var curly = self
    if curly.contains("'") { curly = curly.replacing(/(\p{L})'(\p{L})/) { "\($0.1)’\($0.2)" } }
    if curly.contains("...") { curly = curly.replacing("...", with: "…") }
    if curly.utf8.count(where: { (48...57).contains($0) }) > 3 {
      curly = curly.replacing(/(\d) (\d{3})\b/) { "\($0.1)\u{202F}\($0.2)" }
    }
    guard language == .french else { return curly }
    return curly.withFrenchQuotes.withFrenchSpaces
  }

  /// Straight double quotes as « », when they come in pairs.
  private var withFrenchQuotes: String {
    let count = count { $0 == "\"" }
    guard count > 0, count.isMultiple(of: 2) else { return self }
    var isOpening = false
    return reduce(into: "") { result, character in
      guard character == "\"" else { return result.append(character) }
      isOpening.toggle()
      result += isOpening ? "« " : " »"
    }
  }

  /// The text as a sentence: first letter in capitals, and a full stop unless it ends in a sign of its own.
  var asSentence: String {
    guard let last else { return self }
    return capitalizedFirst + (".?!…".contains(last) ? "" : ".")
  }
}
