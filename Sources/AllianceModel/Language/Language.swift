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

  public init(french: String, english: String) {
    self.french = french
    self.english = english
  }

  /// The same words in both languages, for names and codes.
  public init(_ both: String) {
    self.init(french: both, english: both)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
