import AllianceModel

/// The text of a theme: a small part of TOML, read with the place of every value.
///
/// Tables (`[family.companies]`) and, in them, one `key = value` on each line, where a value is a text in quotes without
/// escapes, a number, `true` or `false`; `#` begins a comment. Every such file is TOML too.
///
/// - SeeAlso: TOML v1.0.0, [toml.io](https://toml.io/en/v1.0.0).
struct ThemeFile {
  enum Value: Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
  }

  /// A piece of a line, for messages.
  struct Place {
    let file: String
    let line: Int
    /// In characters, from 1.
    let column: Int
    let length: Int
    let excerpt: String

    func error(_ message: LocalizedText, cure: LocalizedText) -> ThemeError {
      ThemeError(
        file: file, line: line, column: column, excerpt: excerpt, length: length, message: message, cure: cure)
    }
  }

  struct Entry {
    let value: Value
    let place: Place
    let keyPlace: Place
  }

  /// For the name of each table, the values of its keys; those before the first table stand under the empty name.
  private(set) var tables: [String: [String: Entry]] = ["": [:]]
  /// Of each table, where its name stands.
  private(set) var tablePlaces: [String: Place] = [:]

  /// - Parameter name: Of the file, for messages.
  /// - Throws: ``ThemeError`` at the first line that is not of the format.
  init(_ text: String, name: String) throws(ThemeError) {
    var table = ""
    // One line break of Windows is one Character.
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, whole) in lines.enumerated() {
      let line = ThemeLine(characters: Array(whole), number: number + 1, file: name)
      guard let first = line.firstInk else { continue }
      if line.characters[first] == "[" {
        let (header, place) = try line.header(from: first)
        guard tables[header] == nil else {
          throw place.error(
            LocalizedText(french: "[\(header)] est déjà plus haut", english: "[\(header)] stands above already"),
            cure: LocalizedText(french: "réunissez les deux en une", english: "make one of the two"))
        }
        table = header
        tables[table] = [:]
        tablePlaces[table] = place
      } else {
        let (key, entry) = try line.entry(from: first)
        guard tables[table]?[key] == nil else {
          throw entry.keyPlace.error(
            LocalizedText(french: "«\u{A0}\(key)\u{A0}» est déjà plus haut", english: "“\(key)” stands above already"),
            cure: LocalizedText(french: "gardez une des deux lignes", english: "keep one of the two lines"))
        }
        tables[table]?[key] = entry
      }
    }
  }

  /// This file, and what it does not say from `base`.
  func completed(by base: ThemeFile) -> ThemeFile {
    var result = self
    for (name, table) in base.tables { result.tables[name, default: [:]].merge(table) { own, _ in own } }
    result.tablePlaces.merge(base.tablePlaces) { own, _ in own }
    return result
  }
}

/// One line of a theme file.
private struct ThemeLine {
  let characters: [Character]
  let number: Int
  let file: String

  /// The first character that is neither space nor of a comment.
  var firstInk: Int? {
    guard let first = characters.firstIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }), characters[first] != "#"
    else { return nil }
    return first
  }

  private func place(_ range: Range<Int>) -> ThemeFile.Place {
    ThemeFile.Place(
      file: file, line: number, column: range.lowerBound + 1, length: max(1, range.count), excerpt: String(characters))
  }

  private func isEnd(_ index: Int) -> Bool {
    characters[index...].first { !$0.isWhitespace }.map { $0 == "#" } ?? true
  }

  func header(from first: Int) throws(ThemeError) -> (String, ThemeFile.Place) {
    guard let close = characters[first...].firstIndex(of: "]"), isEnd(close + 1) else {
      throw place(first..<characters.count).error(
        LocalizedText(french: "le nom d’une table n’est pas fermé", english: "the name of a table is not closed"),
        cure: LocalizedText(
          french: "écrivez par exemple [family.companies]", english: "write for instance [family.companies]"))
    }
    let name = String(characters[first + 1..<close]).filter { !$0.isWhitespace }
    return (name, place(first..<close + 1))
  }

  func entry(from first: Int) throws(ThemeError) -> (key: String, ThemeFile.Entry) {
    guard let equals = characters[first...].firstIndex(of: "="), equals > first else {
      throw place(first..<characters.count).error(
        LocalizedText(french: "il manque «\u{A0}=\u{A0}»", english: "“=” is missing"),
        cure: LocalizedText(
          french: "écrivez une clé et sa valeur\u{A0}: ink = \"#1A1A1A\"",
          english: "write a key and its value: ink = \"#1A1A1A\""))
    }
    let keyEnd = characters[first..<equals].lastIndex { !$0.isWhitespace } ?? first
    let start = characters[(equals + 1)...].firstIndex { !$0.isWhitespace } ?? characters.count
    let (value, range) = try value(from: start)
    return (
      String(characters[first...keyEnd]),
      ThemeFile.Entry(value: value, place: place(range), keyPlace: place(first..<keyEnd + 1))
    )
  }

  private func value(from start: Int) throws(ThemeError) -> (ThemeFile.Value, Range<Int>) {
    if start < characters.count, characters[start] == "\"" {
      guard let close = characters[(start + 1)...].firstIndex(of: "\""), isEnd(close + 1),
        !characters[start..<close].contains("\\")
      else { throw badValue(start..<characters.count) }
      return (.text(String(characters[start + 1..<close])), start..<close + 1)
    }
    let end = characters[min(start, characters.count)...].firstIndex { $0.isWhitespace || $0 == "#" }
    let range = start..<max(start, end ?? characters.count)
    let word = String(characters[range])
    guard isEnd(range.upperBound) else { throw badValue(start..<characters.count) }
    switch word {
    case "true": return (.flag(true), range)
    case "false": return (.flag(false), range)
    default:
      guard let number = Double(word), number.isFinite else { throw badValue(range) }
      return (.number(number), range)
    }
  }

  private func badValue(_ range: Range<Int>) -> ThemeError {
    place(range).error(
      LocalizedText(french: "ce n’est pas une valeur", english: "this is not a value"),
      cure: LocalizedText(
        french: "écrivez un texte entre guillemets droits, sans \\, un nombre (1.5), true ou false",
        english: "write a text in straight quotes, without \\, a number (1.5), true or false"))
  }
}
