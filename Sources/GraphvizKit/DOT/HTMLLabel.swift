/// The content of an HTML-like label, always well formed when it is built from the parts below.
///
/// Graphviz drops a whole label that has a bare `&` or a tag that is not closed, and goes on. Here text is escaped and
/// tags are closed by construction.
///
///     let label = HTMLLabel.text("Dupont & Fils").bold() + .lineBreak + .text("depuis 2019").font(pointSize: 8)
///     label.markup  // <B>Dupont &amp; Fils</B><BR/><FONT POINT-SIZE="8.0">depuis 2019</FONT>
public struct HTMLLabel: Sendable, Equatable {
  /// What stands between the outer `<` and `>`.
  public let markup: String

  private init(unchecked markup: String) { self.markup = markup }

  /// Takes markup as it is; nil when its angle brackets do not balance, for then the label would not end where it
  /// should. Whether the tags make sense is for Graphviz to say.
  public init?(markup: String) {
    guard !markup.utf8.contains(0), HTMLScanner.length(ofContent: Array(markup.utf8) + [UInt8(ascii: ">")]) != nil
    else { return nil }
    let bytes = Array(markup.utf8)
    // The closing bracket added above must be the one that ends the label.
    guard HTMLScanner.length(ofContent: bytes + [UInt8(ascii: ">")]) == bytes.count else { return nil }
    self.markup = markup
  }

  /// Text of a person, shown exactly; line ends become `<BR/>`.
  public static func text(_ text: String) -> HTMLLabel {
    var markup = ""
    for character in text.unicodeScalarsWithUnifiedLineEnds {
      switch character {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      // Here too Graphviz replaces `\N` by the name of the node, after it has read entities.
      case "\\": markup += "\\\\"
      case "\n": markup += "<BR/>"
      default: markup.unicodeScalars.append(character)
      }
    }
    return HTMLLabel(unchecked: markup)
  }

  public static let empty = HTMLLabel(unchecked: "")
  public static let lineBreak = HTMLLabel(unchecked: "<BR/>")

  /// Ends a line that stands to the left or to the right.
  public static func lineBreak(_ align: DOTTextAlignment) -> HTMLLabel {
    switch align {
    case .center: lineBreak
    case .left: HTMLLabel(unchecked: "<BR ALIGN=\"LEFT\"/>")
    case .right: HTMLLabel(unchecked: "<BR ALIGN=\"RIGHT\"/>")
    }
  }

  /// Lines under each other.
  public static func lines(_ lines: [HTMLLabel], align: DOTTextAlignment = .center) -> HTMLLabel {
    let mark = lineBreak(align).markup
    let joined = lines.map(\.markup).joined(separator: mark)
    return HTMLLabel(unchecked: align == .center || lines.isEmpty ? joined : joined + mark)
  }

  public static func + (left: HTMLLabel, right: HTMLLabel) -> HTMLLabel {
    HTMLLabel(unchecked: left.markup + right.markup)
  }

  public func bold() -> HTMLLabel { wrapped("B") }
  public func italic() -> HTMLLabel { wrapped("I") }
  public func underlined() -> HTMLLabel { wrapped("U") }

  /// - Parameters:
  ///   - face: The name of a font, or several with commas between.
  ///   - color: `#RRGGBB`, or a name Graphviz knows.
  ///   - pointSize: In points.
  public func font(face: String? = nil, color: String? = nil, pointSize: Double? = nil) -> HTMLLabel {
    var attributes: [Attribute] = []
    if let face { attributes.append(("FACE", face)) }
    if let color { attributes.append(("COLOR", color)) }
    if let pointSize { attributes.append(("POINT-SIZE", DOTNumber.format(pointSize, decimals: 1))) }
    return wrapped("FONT", attributes)
  }
}

extension HTMLLabel {
  public typealias Attribute = (name: String, value: String)

  /// A cell of a table.
  public struct Cell: Sendable {
    let markup: String

    /// - Parameters:
    ///   - content: May be empty, or another table.
    ///   - attributes: As Graphviz names them, such as `("ALIGN", "LEFT")`; values are escaped.
    public init(_ content: HTMLLabel, _ attributes: KeyValuePairs<String, String> = [:]) {
      markup = content.wrapped("TD", attributes.map { ($0.key, $0.value) }).markup
    }
  }

  /// A table; it cannot stand beside text, only inside a cell or alone.
  ///
  /// Give a node with a table for label a `tooltip`: its default would read `<TABLE>`.
  public static func table(_ rows: [[Cell]], _ attributes: KeyValuePairs<String, String> = [:]) -> HTMLLabel {
    let rows = rows.map { "<TR>" + $0.map(\.markup).joined() + "</TR>" }.joined()
    return HTMLLabel(unchecked: rows).wrapped("TABLE", attributes.map { ($0.key, $0.value) })
  }

  private func wrapped(_ tag: String, _ attributes: [Attribute] = []) -> HTMLLabel {
    let attributes = attributes.map { " \($0.name)=\"\(HTMLLabel.text($0.value).markup)\"" }.joined()
    return HTMLLabel(unchecked: "<\(tag)\(attributes)>\(markup)</\(tag)>")
  }
}

/// Finds where an HTML-like string ends, as the lexer of Graphviz does.
enum HTMLScanner {
  /// How many bytes stand before the `>` that closes a string whose `<` came just before `bytes`; nil without one.
  ///
  /// Brackets inside comments do not count.
  static func length(ofContent bytes: some RandomAccessCollection<UInt8>) -> Int? {
    var depth = 1
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4)
        while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
        rest = rest.dropFirst(3)
        continue
      }
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      if depth == 0 { return bytes.distance(from: bytes.startIndex, to: rest.startIndex) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
