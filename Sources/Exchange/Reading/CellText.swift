import AllianceModel

extension String {
  /// The text of a cell without the spaces around it, NBSP and byte order marks among them, and without the `="…"` by
  /// which spreadsheets are kept from turning a code into a number.
  var trimmedCell: String {
    let space = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let tail = unicodeScalars.drop(while: space)
    guard let last = tail.lastIndex(where: { !space($0) }) else { return "" }
    let scalars = tail[...last]
    guard scalars.first == "=", scalars.count >= 3, scalars.dropFirst().first == "\"", scalars.last == "\"" else {
      return String(scalars)
    }
    return String(String.UnicodeScalarView(scalars.dropFirst(2).dropLast())).replacing("\"\"", with: "\"")
  }

  /// What programs write for "no value"; nobody is called so.
  var isPlaceholder: Bool { ["null", "n/a", "nan", "none", "nil"].contains(lowercased()) }

  /// The values of a cell that holds several, parted by `|`, else by line breaks, else by `;`.
  var listItems: [String] {
    let scalars = unicodeScalars
    let mark: (Unicode.Scalar) -> Bool =
      scalars.contains("|")
      ? { $0 == "|" }
      : scalars.contains("\n") || scalars.contains("\r")
        ? { $0 == "\n" || $0 == "\r" } : { $0 == ";" }
    return scalars.split(whereSeparator: mark).map { String($0).trimmedCell }.filter { !$0.isEmpty }
  }

  /// The sources of a cell: parted by ` | ` or line breaks; by `|` or `;` only before another address, since both may
  /// stand inside one.
  var sourceItems: [String] {
    var marked = replacing(" | ", with: "\n").replacing("\r", with: "\n")
    for scheme in ["http://", "https://"] {
      for mark in ["|", ";", "; "] { marked = marked.replacing(mark + scheme, with: "\n" + scheme) }
    }
    return marked.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0).trimmedCell }.filter {
      !$0.isEmpty
    }
  }

  /// A number as people write it: decimal comma or point, spaces of any kind between thousands.
  var writtenNumber: Double? {
    let plain = unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
    let text = String(String.UnicodeScalarView(plain)).replacing(",", with: ".")
    guard text.unicodeScalars.allSatisfy({ "0123456789.-+eE".unicodeScalars.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Yes or no, as French and English sheets write it; nil for anything else.
  var writtenTruth: Bool? {
    switch textKey {
    case "oui", "o", "x", "vrai", "yes", "y", "true", "1": true
    case "non", "n", "faux", "no", "false", "0", "": false
    default: nil
    }
  }

  /// A short id made of letters and digits: `Le RAMEAU` gives `le-rameau`.
  package var slug: String {
    let key = textKey.unicodeScalars.map { $0.isASCII ? Character($0) : $0.properties.isAlphabetic ? "x" : "-" }
    let words = String(key).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return String(words.joined(separator: "-").prefix(60))
  }
}
