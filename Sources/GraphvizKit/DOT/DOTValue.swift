/// The value of an attribute: a string, or an HTML-like label.
///
/// Graphviz rewrites the strings of labels, tooltips, links and ids: it decodes `&eacute;`, and it replaces `\N` by the
/// name of the node, so that `C:\Nord` comes out as `C:aord`. Text that a person wrote goes in through ``text(_:align:)``
/// and comes out as it was; ``raw(_:)`` is for everything that is ours: colours, shapes, escapes that are meant.
public enum DOTValue: Sendable, Equatable {
  /// The string as Graphviz is to see it; quotes are added when it is written.
  case raw(String)
  case html(HTMLLabel)
}

/// How the lines of a label stand to each other.
public enum DOTTextAlignment: String, Sendable {
  case center = "\\n"
  case left = "\\l"
  case right = "\\r"
}

extension DOTValue {
  /// Text of a person, for `label`, `xlabel`, `headlabel` and `taillabel`: shown exactly. For tooltips ``tooltip(_:)``.
  ///
  /// `&` and `\` are neutralised, line ends of any system become line breaks. A character that XML cannot hold (most
  /// controls) becomes U+FFFD, since one of them would make the whole picture unreadable.
  public static func text(_ text: String, align: DOTTextAlignment = .center) -> DOTValue {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for character in text.unicodeScalarsWithUnifiedLineEnds {
      switch character {
      case "&": result += "&amp;"
      case "\\": result += "\\\\"
      case "\n": result += align.rawValue
      default: result.unicodeScalars.append(character)
      }
    }
    // The mark ends a line, it does not begin one: the last line needs it too, unless it is centred anyway.
    if align != .center, !result.isEmpty, !result.hasSuffix(align.rawValue) { result += align.rawValue }
    return .raw(result)
  }

  /// Text of a person, for `tooltip` and its kin: shown exactly by Graphviz 2.42, which resolves escapes in tooltips
  /// twice.
  public static func tooltip(_ text: String) -> DOTValue {
    var result = ""
    for character in text.unicodeScalarsWithUnifiedLineEnds {
      switch character {
      case "&": result += "&amp;"
      case "\\": result += #"\\\\"#
      case "\n": result += #"\n"#
      default: result.unicodeScalars.append(character)
      }
    }
    return .raw(result)
  }

  /// An address for `href`, `URL` and their kin, or a word for `id`, `class` and `target`.
  ///
  /// Graphviz 2.42 copies these into SVG without escaping `&`, which makes the file malformed, and reads `\N` in them.
  public static func link(_ address: String) -> DOTValue {
    var result = ""
    for character in address.unicodeScalarsWithUnifiedLineEnds {
      switch character {
      case "&": result += "&amp;"
      case "\\": result += "\\\\"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(character)
      }
    }
    return .raw(result)
  }

  /// A number with a fixed count of decimals, always with a point.
  ///
  /// - Parameters:
  ///   - value: Finite and smaller than 10¹² in size: Graphviz drops nodes at `nan` without a word.
  ///   - decimals: From 0 to 6.
  public static func number(_ value: Double, decimals: Int = 2) -> DOTValue {
    .raw(DOTNumber.format(value, decimals: decimals))
  }

  public static func number(_ value: Int) -> DOTValue { .raw(String(value)) }

  public static func bool(_ value: Bool) -> DOTValue { .raw(value ? "true" : "false") }

  /// A point as `pos` wants it, `x,y`; points (1/72 inch) for the engines `nop` and `nop2`, inches for the others.
  public static func point(x: Double, y: Double, isPinned: Bool = false) -> DOTValue {
    .raw("\(DOTNumber.format(x, decimals: 3)),\(DOTNumber.format(y, decimals: 3))\(isPinned ? "!" : "")")
  }

  /// The string as it stands in the file, without quotes; for an HTML label its markup, without the outer `<>`.
  public var string: String {
    switch self {
    case .raw(let string): string
    case .html(let label): label.markup
    }
  }
}

extension DOTValue: ExpressibleByStringLiteral {
  /// A string literal is ours, hence ``raw(_:)``: `["shape": "box"]`.
  public init(stringLiteral value: String) { self = .raw(value) }
}

/// Numbers as DOT and xdot texts hold them.
public enum DOTNumber {
  /// `value` with a fixed count of decimals, rounded half away from zero; never `-0`, never an exponent.
  ///
  ///     DOTNumber.format(-0.004)  // "0.00"
  ///
  /// - Parameters:
  ///   - value: Finite and smaller than 10¹² in size.
  ///   - decimals: From 0 to 6.
  public static func format(_ value: Double, decimals: Int = 2) -> String {
    precondition(value.isFinite && abs(value) < 1e12, "A DOT number must be finite and below 10^12, not \(value).")
    precondition((0...6).contains(decimals), "A DOT number has 0 to 6 decimals, not \(decimals).")
    let scale = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
    let units = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(units)" }
    let fraction = String(units % scale)
    return "\(sign)\(units / scale).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }
}

extension String {
  /// The scalars, with CRLF and CR as LF, and those that no XML 1.0 document may hold as U+FFFD.
  var unicodeScalarsWithUnifiedLineEnds: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(utf8.count)
    var isAfterCarriageReturn = false
    for scalar in unicodeScalars {
      defer { isAfterCarriageReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterCarriageReturn: continue
      case 0x0A, 0x0D: result.append("\n")
      case 0x09: result.append(scalar)
      case 0x00..<0x20, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return result
  }
}
