public import AllianceModel
public import Cartography

/// A statistical picture with its words and the table behind it.
public struct Plot: Sendable, Equatable {
  /// What it shows, in one line; stands in the picture too.
  public let title: String
  /// An SVG of fixed size that needs nothing else, with this title and ``alternative`` for who cannot see it.
  public let picture: Picture
  /// What is said to who cannot see the picture: what is drawn, and its extremes.
  public let alternative: String
  /// On how many rows it rests, and what is not in it.
  public let note: String
  /// Every number of the picture, with the rows that it counts.
  public let table: Table
}

/// What plots need to be drawn: the look, the language, and a name that keeps the ids of two pictures on a page apart.
public struct PlotStyle: Sendable {
  public let language: Language
  public let theme: MapTheme
  /// Letters, digits and `-`.
  public let prefix: String

  public init(_ language: Language, theme: MapTheme = .standard, prefix: String = "plot") {
    (self.language, self.theme, self.prefix) = (language, theme, prefix)
  }

  func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  /// "1 alliance", "12 alliances".
  func alliances(_ count: Int) -> String {
    "\(count.written(in: language)) \(say(count < 2 ? "alliance" : "alliances", count == 1 ? "alliance" : "alliances"))"
  }

  func organisations(_ count: Int) -> String {
    "\(count.written(in: language)) "
      + say(count < 2 ? "organisation" : "organisations", count == 1 ? "organisation" : "organisations")
  }
}

extension Double {
  /// The number with so many decimals at most: `3,1` in French, `3.1` in English; zeros at the end are left out.
  func written(decimals: Int, in language: Language) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((magnitude * Double(scale)).rounded())
    var digits = String(units % scale)
    digits = String(repeating: "0", count: decimals - min(decimals, digits.count)) + digits
    while digits.last == "0" { digits.removeLast() }
    let whole = (units / scale).written(in: language)
    let fraction = digits.isEmpty || decimals == 0 ? "" : (language == .french ? "," : ".") + digits
    return (self < 0 && units > 0 ? "−" : "") + whole + fraction
  }

  /// A share of 1 in whole percent: `45 %` with a no-break space in French, `45%` in English.
  func percent(in language: Language) -> String {
    "\(Int((self * 100).rounded()))" + (language == .french ? "\u{A0}%" : "%")
  }
}
