/// A language in which Maillage speaks to people.
public enum Language: String, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"

  /// The language of a locale name as in `LANG` (`fr_FR.UTF-8`): English when it starts with `en`, else French.
  ///
  /// `C` and `POSIX` say nothing about the reader, so they give French, the language of the first users.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("en") ? .english : .french
  }
}

/// One sentence in both languages.
public struct LocalizedText: Sendable, Hashable {
  public let french: String
  public let english: String

  /// The French text gets its no-break spaces here, so that nobody has to type them.
  public init(french: String, english: String) {
    self.french = french.withFrenchSpaces
    self.english = english
  }

  /// The same words in both languages, for names and codes.
  public init(_ both: String) {
    (french, english) = (both, both)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}

extension String {
  /// The text with the spaces of French typography: no-break before `:` and `»`, after `«`, before `%` and `€`, and the
  /// narrow one before `;`, `?` and `!`. Only where a plain space stands already, so addresses stay whole.
  public var withFrenchSpaces: String {
    guard contains(" ") else { return self }
    var result: [Character] = []
    for character in self {
      switch character {
      case ":", "»", "%", "€": if result.last == " " { result[result.count - 1] = "\u{00A0}" }
      case ";", "?", "!": if result.last == " " { result[result.count - 1] = "\u{202F}" }
      case " ":
        if result.last == "«" {
          result.append("\u{00A0}")
          continue
        }
      default: break
      }
      result.append(character)
    }
    return String(result)
  }
}
