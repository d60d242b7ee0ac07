/// Shapes of the other public codes.
public enum PublicCode {
  /// An RNA number: `W`, then nine places of which the third may be a letter (Corsica); or the older form in ten digits.
  public static func isRNA(_ text: String) -> Bool {
    text.wholeMatch(of: /W\d[A-Z0-9]\d{7}/) != nil || text.wholeMatch(of: /0\d{3}00\d{4}/) != nil
  }

  /// An INSEE code of a commune: five places, `2A…` and `2B…` in Corsica. Leading zeros belong to it.
  public static func isCommune(_ text: String) -> Bool {
    // By hand: it is asked of every row of a national table.
    let signs = Array(text.utf8)
    let isDigit = signs.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard signs.count == 5, isDigit[0], isDigit[2...].allSatisfy(\.self) else { return false }
    let isCorsican = signs[0] == UInt8(ascii: "2") && [UInt8(ascii: "A"), UInt8(ascii: "B")].contains(signs[1])
    return isDigit[1] || isCorsican
  }

  /// An INSEE legal category of level III: four digits.
  public static func isLegalCategory(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}/) != nil
  }

  /// The commune of a municipal district of Paris, Lyon or Marseille; any other code itself.
  public static func commune(ofDistrict code: String) -> String {
    if code.hasPrefix("751") { return "75056" }
    if code.hasPrefix("132") { return "13055" }
    return code.wholeMatch(of: /6938\d/) != nil ? "69123" : code
  }
}
