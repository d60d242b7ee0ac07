extension String {
  /// The name after the French "de": `d’Adie`, `du RAMEAU`, `des Fermes`, `de Tézéa`.
  ///
  /// Before h nothing is elided, since the spelling does not tell which h is mute.
  public var afterDe: String {
    if hasPrefix("Les ") || hasPrefix("les ") { return "des " + dropFirst(4) }
    if hasPrefix("Le ") || hasPrefix("le ") { return "du " + dropFirst(3) }
    guard let first = textKey.first, "aeiouy".contains(first) else { return "de " + self }
    return "d’" + self
  }

  /// The text with its first letter in capitals, the rest as it is.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
