extension DOTValue {
  /// The text a reader of the drawing sees: escapes and entities resolved, tags left out, lines separated by `\n`.
  ///
  ///     DOTValue.raw("R&eacute;gion\\nNord").plainText()  // "Région\nNord"
  ///
  /// - Parameters:
  ///   - name: What stands for `\N`, `\E` and `\G`: the name of the object that has the label.
  public func plainText(of name: String = "") -> String {
    switch self {
    case .raw(let string): Self.decodingEntities(Self.resolvingEscapes(string, name: name))
    case .html(let label):
      Self.resolvingEscapes(Self.decodingEntities(Self.strippingTags(label.markup)), name: name, isHTML: true)
    }
  }

  /// In HTML-like labels only names and backslashes are escaped.
  private static func resolvingEscapes(_ string: String, name: String, isHTML: Bool = false) -> String {
    var result = ""
    var isEscaped = false
    for character in string.unicodeScalars {
      if isEscaped {
        switch character {
        case "N", "E", "G": result += name
        case "n" where !isHTML, "l" where !isHTML, "r" where !isHTML: result += "\n"
        case _ where isHTML && character != "\\": result += "\\\(character)"
        default: result.unicodeScalars.append(character)
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(character)
      }
    }
    // `\l` and `\r` end lines; what is after the last of them is no line.
    return result.hasSuffix("\n") && !isHTML ? String(result.dropLast()) : result
  }

  private static func strippingTags(_ markup: String) -> String {
    var result = ""
    var tag: String?
    for character in markup.unicodeScalars {
      switch (character, tag) {
      case ("<", _): tag = ""
      case (">", let name?):
        let name = name.uppercased()
        if name.hasPrefix("BR") || name == "/TR" { result += "\n" }
        if name == "/TD" { result += " " }
        tag = nil
      case (_, .some): tag?.unicodeScalars.append(character)
      case ("\n", nil), ("\r", nil): continue
      default: result.unicodeScalars.append(character)
      }
    }
    let lines = result.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingBlanks() }
    return lines.joined(separator: "\n").trimmingBlanks()
  }

  private static func decodingEntities(_ string: String) -> String {
    var result = ""
    var rest = string[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      if let end = rest.prefix(10).firstIndex(of: ";"), let scalar = entity(rest[rest.index(after: ampersand)..<end]) {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return named[String(name)]
  }

  /// The entities of XML, those of Latin-1 (U+00A0 to U+00FF in their order) and the French ones beyond.
  private static let named: [String: Unicode.Scalar] = {
    let latin1 = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Yuml": "Ÿ",
      "euro": "€", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…",
      "bull": "•", "rarr": "→", "larr": "←",
    ]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return table
  }()
}

extension StringProtocol {
  fileprivate func trimmingBlanks() -> String {
    let blanks: Set<Character> = [" ", "\t", "\n"]
    return String(drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
  }
}
