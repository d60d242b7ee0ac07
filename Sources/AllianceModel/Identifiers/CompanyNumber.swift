/// Checks of the numbers that INSEE gives to legal bodies (SIREN) and to their establishments (SIRET).
///
/// A number that fails its key is suspicious, not impossible: official registers hold some. So ``check(siret:)`` tells
/// what is wrong, and the caller warns.
public enum CompanyNumber {
  public enum Fault: Sendable, Equatable {
    /// A spreadsheet turned it into a rounded number (`3,52E+13`): the digits are lost.
    case destroyed
    /// Not the right count of digits.
    case malformed
    /// The digits are there, but their key does not fit: a slip of the keyboard is likely.
    case wrongKey
  }

  /// What is wrong with a SIREN of nine digits, or nil.
  public static func check(siren: String) -> Fault? { check(siren, length: 9) }

  /// What is wrong with a SIRET of fourteen digits, or nil.
  ///
  /// La Poste (SIREN 356000000) numbers its establishments by a sum of digits divisible by 5 instead of the Luhn key.
  public static func check(siret: String) -> Fault? {
    guard let fault = check(siret, length: 14) else { return nil }
    let isPost = fault == .wrongKey && siret.hasPrefix("356000000")
    return isPost && digits(of: siret).reduce(0, +) % 5 == 0 ? nil : fault
  }

  /// Whether a text is what a spreadsheet makes of a long number: `3,52E+13`, `3.52e13`.
  public static func isDestroyed(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first.isASCII, first.isNumber else { return false }
    let mantissa = parts[0].allSatisfy { ($0.isASCII && $0.isNumber) || $0 == "," || $0 == "." }
    let exponent = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
    return mantissa && !exponent.isEmpty && exponent.count <= 2 && exponent.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func check(_ text: String, length: Int) -> Fault? {
    if isDestroyed(text) { return .destroyed }
    let values = digits(of: text)
    guard text.utf8.count == length, values.count == length else { return .malformed }
    return isLuhn(values) ? nil : .wrongKey
  }

  private static func digits(of text: String) -> [Int] {
    text.utf8.filter { (48...57).contains($0) }.map { Int($0) - 48 }
  }

  /// The key of Luhn (ISO/IEC 7812): from the right, every second digit doubled, the digits' sum divisible by ten.
  private static func isLuhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, place in
      let value = place.offset % 2 == 1 ? place.element * 2 : place.element
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }
}
