extension Int {
  /// The number with thousands parted: `1 500` with a narrow no-break space in French, `1,500` in English.
  package func written(in language: Language) -> String {
    let digits = String(magnitude)
    guard digits.count > 3 else { return "\(self)" }
    let separator = language == .french ? "\u{202F}" : ","
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return (self < 0 ? "−" : "") + result
  }
}
