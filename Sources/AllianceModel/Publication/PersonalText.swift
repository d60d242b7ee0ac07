import Foundation

/// Takes out of running text what may not be published unasked: e-mail addresses, telephone numbers, links that hold
/// either, names of persons.
struct PersonalText {
  private let names: NameMatcher
  private let language: Language

  /// - Parameters:
  ///   - hidden: The names that may not stand anywhere.
  ///   - published: Names of the graph that may, and that may hold a hidden family name.
  init(hidden: [PersonName], published: [String], language: Language) {
    names = NameMatcher(hidden: hidden, published: published)
    self.language = language
  }

  /// The text with a word in brackets in place of each thing that was taken out.
  ///
  /// - Parameter found: How many of each there were is added here.
  /// - Complexity: O(*n*) in the length of the text.
  func redact(_ text: String, found: inout [LeftOut.Reason: Int]) -> String {
    var result = text
    remove(links(in: result), .link, from: &result, &found)
    remove(PersonalText.addresses(in: result), .address, from: &result, &found)
    remove(PhoneNumbers.ranges(in: result), .phone, from: &result, &found)
    remove(names.ranges(in: result), .name, from: &result, &found)
    return result
  }

  /// Whether a link holds an address, a number or a name, escaped or not: then the whole link goes, since what is left
  /// would lead nowhere.
  func isPersonal(link: String) -> Bool {
    var forms = [link]
    if link.contains("%") {
      let decoded = link.removingPercentEncoding ?? link
      forms = [decoded.removingPercentEncoding ?? decoded]
    }
    // In a query, + is a space, but also the sign of a number.
    if forms[0].contains("+") { forms.append(forms[0].replacing("+", with: " ")) }
    return forms.contains { text in
      !PersonalText.addresses(in: text).isEmpty || !PhoneNumbers.ranges(in: text).isEmpty
        || names.isNamed(inAddress: text)
    }
  }

  private static let starts = [
    "http://", "https://", "ftp://", "www.", "mailto:", "tel:", "sms:", "callto:", "whatsapp:", "wa.me/",
  ]

  /// The links of a text that hold personal data: from their scheme to the next space, quotation mark or bracket.
  private func links(in text: String) -> [Range<String.Index>] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else { return [] }
    var found: [Range<String.Index>] = []
    for part in text.unicodeScalars.split(whereSeparator: PersonalText.endsLink) {
      let word = Substring(part)
      // A scheme has a colon; without one a link begins with www. or has a path.
      guard part.contains(":") || part.contains("/") || word.prefix(4).lowercased() == "www." else { continue }
      let start = PersonalText.starts.compactMap { word.range(of: $0, options: .caseInsensitive)?.lowerBound }.min()
      guard let start else { continue }
      let length = word[start...].reversed().drop { ".,;:!?)'’".contains($0) }.count
      let link = start..<word.index(start, offsetBy: length)
      if isPersonal(link: String(text[link])) { found.append(link) }
    }
    return found
  }

  private static func endsLink(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "\"", "“", "”", "«", "»", "[", "]": true
    default: scalar.properties.isWhitespace
    }
  }

  private static func addresses(in text: String) -> [Range<String.Index>] {
    // Most texts have no sign that the sign of an address could be written with; few have one that is none.
    let marks: Set<UInt8> = [UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: "["), 0xEF]
    guard text.utf8.contains(where: marks.contains) else { return [] }
    let small = text.lowercased()
    guard ["@", "＠", "%40", "at)", "at]", "arobase", "at )", "at ]"].contains(where: { small.contains($0) }) else {
      return []
    }
    return text.ranges(
      of: /[\p{L}\p{N}._%+'’\-]+\s?(?:@|＠|%40|[(\[]\s?(?i:at|arobase)\s?[)\]])\s?[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*/)
  }

  private func remove(
    _ ranges: [Range<String.Index>], _ reason: LeftOut.Reason, from text: inout String,
    _ found: inout [LeftOut.Reason: Int]
  ) {
    guard !ranges.isEmpty else { return }
    for range in ranges.reversed() { text.replaceSubrange(range, with: reason.placeholder[language]) }
    found[reason, default: 0] += ranges.count
  }
}
