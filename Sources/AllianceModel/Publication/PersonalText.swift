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
    let decoded = link.removingPercentEncoding ?? link
    let plain = decoded.removingPercentEncoding ?? decoded
    return [plain, plain.replacing("+", with: " ")].contains { text in
      !PersonalText.addresses(in: text).isEmpty || !PhoneNumbers.ranges(in: text).isEmpty
        || names.isNamed(inAddress: text)
    }
  }

  private static let starts = [
    "http://", "https://", "ftp://", "www.", "mailto:", "tel:", "sms:", "callto:", "whatsapp:", "wa.me/",
  ]

  /// The links of a text that hold personal data: from their scheme to the next space, quotation mark or bracket.
  private func links(in text: String) -> [Range<String.Index>] {
    guard text.contains(":") || text.contains("www.") || text.contains("wa.me/") else { return [] }
    var found: [Range<String.Index>] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || "<>\"“”«»[]".contains($0) }) {
      let start = PersonalText.starts.compactMap { word.range(of: $0, options: .caseInsensitive)?.lowerBound }.min()
      guard let start else { continue }
      let length = word[start...].reversed().drop { ".,;:!?)'’".contains($0) }.count
      let link = start..<word.index(start, offsetBy: length)
      if isPersonal(link: String(text[link])) { found.append(link) }
    }
    return found
  }

  private static func addresses(in text: String) -> [Range<String.Index>] {
    let signs = ["@", "＠", "%40", "(at)", "[at]", "arobase"]
    guard signs.contains(where: text.lowercased().contains) else { return [] }
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
