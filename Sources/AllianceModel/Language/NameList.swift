extension LocalizedText {
  /// "A, B et C": all names, or the first `limit` and "12 autres" when more than one would be left over.
  package static func list(_ names: [String], limit: Int) -> LocalizedText {
    func join(_ and: String, _ others: String) -> String {
      let shown = names.count > limit + 1 ? Array(names.prefix(limit)) : names
      let rest = names.count - shown.count
      let parts = rest > 0 ? shown + ["\(rest) \(others)"] : shown
      guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
      return parts.dropLast().joined(separator: ", ") + " \(and) " + last
    }
    return LocalizedText(french: join("et", "autres"), english: join("and", "others"))
  }
}
