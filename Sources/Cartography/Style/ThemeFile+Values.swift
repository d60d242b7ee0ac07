import AllianceModel

/// Reads single values of a completed file, and says at which place one is wrong.
extension ThemeFile {
  func text(_ table: String, _ key: String) throws(ThemeError) -> String {
    let entry = entry(table, key)
    guard case .text(let text) = entry.value, !text.isEmpty else {
      throw wrong(
        entry, LocalizedText(french: "ce n’est pas un texte", english: "this is not a text"),
        cure: LocalizedText(
          french: "écrivez un texte entre guillemets droits", english: "write a text in straight quotes"))
    }
    return text
  }

  func number(_ table: String, _ key: String, in range: ClosedRange<Double>) throws(ThemeError) -> Double {
    let entry = entry(table, key)
    guard case .number(let number) = entry.value, range.contains(number) else {
      let bounds = (range.lowerBound, range.upperBound)
      throw wrong(
        entry, LocalizedText(french: "ce nombre ne convient pas", english: "this number cannot be"),
        cure: LocalizedText(
          french: "écrivez un nombre de \(bounds.0) à \(bounds.1), avec un point",
          english: "write a number from \(bounds.0) to \(bounds.1)"))
    }
    return number
  }

  func color(_ table: String, _ key: String) throws(ThemeError) -> MapColor {
    let entry = entry(table, key)
    guard case .text(let text) = entry.value, text.hasPrefix("#"), text.utf8.count == 7,
      text.dropFirst().allSatisfy(\.isHexDigit), let code = UInt32(text.dropFirst(), radix: 16)
    else {
      throw wrong(
        entry, LocalizedText(french: "ce n’est pas une couleur", english: "this is not a colour"),
        cure: LocalizedText(
          french: "écrivez six chiffres hexadécimaux\u{A0}: \"#1A2B3C\"",
          english: "write six hexadecimal digits: \"#1A2B3C\""))
    }
    return MapColor(code)
  }

  func node(_ table: String) throws(ThemeError) -> MapTheme.NodeStyle {
    MapTheme.NodeStyle(
      try word(table, "shape"), fill: try color(table, "fill"), border: try color(table, "border"),
      isDouble: try flag(table, "double"), isDashed: try flag(table, "dashed"))
  }

  func tie(_ table: String) throws(ThemeError) -> MapTheme.TieStyle {
    MapTheme.TieStyle(
      try word(table, "line"), color: try color(table, "color"), width: try number(table, "width", in: 0.3...12))
  }

  /// False where nothing is said.
  private func flag(_ table: String, _ key: String) throws(ThemeError) -> Bool {
    guard let entry = tables[table]?[key] else { return false }
    guard case .flag(let flag) = entry.value else {
      throw wrong(
        entry, LocalizedText(french: "ce n’est ni vrai ni faux", english: "this is neither true nor false"),
        cure: LocalizedText(french: "écrivez true ou false", english: "write true or false"))
    }
    return flag
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ table: String, _ key: String
  ) throws(ThemeError) -> Word where Word.RawValue == String {
    let entry = entry(table, key)
    guard case .text(let text) = entry.value, let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong(
        entry, LocalizedText(french: "cette valeur est inconnue", english: "this value is not known"),
        cure: LocalizedText(french: "écrivez l’une de\u{A0}: \(known)", english: "write one of: \(known)"))
    }
    return word
  }

  private func entry(_ table: String, _ key: String) -> Entry {
    guard let entry = tables[table]?[key] else {
      preconditionFailure("Themes/standard.toml lacks \(key) in [\(table)]")
    }
    return entry
  }

  private func wrong(_ entry: Entry, _ message: LocalizedText, cure: LocalizedText) -> ThemeError {
    entry.place.error(message, cure: cure)
  }
}
