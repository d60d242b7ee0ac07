public import AllianceModel

/// Something that is wrong with a picture.
public enum MapFinding: Sendable, Equatable {
  /// Two shapes, titles, texts or legend marks that share room.
  case overlap(String, String)
  /// A text that sticks out of its shape.
  case textTooWide(String)
  /// A tie that passes behind a shape or title that is not its end.
  case tieBehind(tie: String, box: String)
  /// Something that lies beyond the border of the sheet.
  case offSheet(String)
  /// A shape or text that something drawn later covers.
  case hidden(String)
  /// An actor or object without a shape.
  case missing(String)
  /// A look that is drawn and not explained, or explained and not drawn.
  case legendLacks(String)
  case legendExceeds(String)
  /// A text whose contrast with what is under it is below 4.5:1.
  case faintText(String, ratio: Double)
  /// Two looks of the legend that some people cannot tell apart.
  case alike(String, String, ColorVision)

  /// What is wrong, for the person who judges the picture.
  public var message: LocalizedText {
    func say(_ french: String, _ english: String) -> LocalizedText { LocalizedText(french: french, english: english) }
    return switch self {
    case .overlap(let first, let second):
      say("se chevauchent\u{A0}: \(first) | \(second)", "overlap: \(first) | \(second)")
    case .textTooWide(let text): say("déborde de sa forme\u{A0}: \(text)", "sticks out of its shape: \(text)")
    case .tieBehind(let tie, let box): say("\(tie) passe sous \(box)", "\(tie) passes behind \(box)")
    case .offSheet(let name): say("hors de la feuille\u{A0}: \(name)", "beyond the sheet: \(name)")
    case .hidden(let name): say("caché\u{A0}: \(name)", "hidden: \(name)")
    case .missing(let name): say("manque\u{A0}: \(name)", "missing: \(name)")
    case .legendLacks(let name): say("sans légende\u{A0}: \(name)", "not in the legend: \(name)")
    case .legendExceeds(let name): say("en légende, pas sur la carte\u{A0}: \(name)", "in the legend only: \(name)")
    case .faintText(let text, let ratio):
      say(
        "contraste \(MapFinding.tenths(ratio, separator: ",")):1, moins que 4,5:1\u{A0}: \(text)",
        "contrast \(MapFinding.tenths(ratio, separator: ".")):1, below 4.5:1: \(text)")
    case .alike(let first, let second, let vision):
      say(
        "ne se distinguent pas (\(vision.label.french))\u{A0}: \(first) | \(second)",
        "cannot be told apart (\(vision.label.english)): \(first) | \(second)")
    }
  }

  private static func tenths(_ value: Double, separator: String) -> String {
    let tenths = Int((value * 10).rounded(.down))
    return "\(tenths / 10)\(separator)\(tenths % 10)"
  }
}
