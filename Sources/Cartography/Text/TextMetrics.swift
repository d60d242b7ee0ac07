/// The face of a piece of text. Italic text is as wide as upright text.
package enum FontFace: Sendable, Hashable {
  case regular, bold, italic
}

/// How wide text is, from a table of our own: a layout does not depend on the fonts of the machine that makes it.
package enum TextMetrics {
  /// From one line of text to the next, as a multiple of the type size: what Graphviz uses.
  package static let lineHeight = 1.2

  /// The width of one line of text, in the unit of `size`.
  ///
  /// Kerning is left out: it makes real lines slightly narrower. Letters beyond Latin Extended-A count as wide: those of
  /// ideograms and pictures as one em, others as the average capital.
  package static func width(_ text: String, size: Double, face: FontFace = .regular) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, isBold: face == .bold) }
    return Double(units) * size / Double(FontTables.unitsPerEm)
  }

  private static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let table = isBold ? FontTables.bold : FontTables.regular
    switch scalar.value {
    case 0x20...0x7E: return Int(table[Int(scalar.value) - 0x20])
    case 0xA0...0x17F: return Int(table[Int(scalar.value) - 0xA0 + 95])
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0  // Combining marks, joiners, variants.
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1_0000...: return 2_300
    default:
      guard let entry = FontTables.punctuation[scalar.value] else { return 1_479 }
      return Int(isBold ? entry.bold : entry.regular)
    }
  }
}
