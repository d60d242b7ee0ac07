public import AllianceModel

/// Why a theme cannot be used: where in which file, what is wrong, and what to write instead.
public struct ThemeError: Error, Sendable, Equatable {
  public let file: String
  /// From 1; nil when the file itself cannot be read.
  public let line: Int?
  /// In characters, from 1.
  public let column: Int?
  /// The line at fault, and how many of its characters from ``column`` on are meant.
  public let excerpt: String
  public let length: Int
  public let message: LocalizedText
  public let cure: LocalizedText

  /// `file:line:column: error: message`, the line underlined, then the cure, as compilers print it.
  ///
  ///     mairie.toml:3:9: error: “#12345” is no colour
  ///     ink = "#12345"
  ///           ^~~~~~~~
  ///     help: write six hexadecimal digits: "#1A2B3C"
  public func text(in language: Language) -> String {
    let isFrench = language == .french
    let place = ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    var lines = ["\(place): \(isFrench ? "erreur\u{A0}" : "error"): \(message[language])"]
    if let column {
      lines += [
        excerpt, String(repeating: " ", count: column - 1) + "^" + String(repeating: "~", count: max(0, length - 1)),
      ]
    }
    return (lines + [(isFrench ? "aide\u{A0}: " : "help: ") + cure[language]]).joined(separator: "\n")
  }
}
