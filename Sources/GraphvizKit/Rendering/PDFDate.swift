package import struct Foundation.Date

/// The dates that cairo and browsers write into a PDF: those of the clock, so two renders of one map would differ.
package enum PDFDate {
  /// The same bytes with `date` in the place of each date of creation or change. Its digits have a fixed width, so no
  /// offset inside the file changes.
  package static func set(_ date: Date, in bytes: [UInt8]) -> [UInt8] {
    let marks = ["/CreationDate (D:", "/ModDate (D:"].map { Array($0.utf8) }
    let digits = Array(digits(of: date).utf8)
    var result = bytes
    var start = 0
    while start + digits.count <= result.count {
      defer { start += 1 }
      guard result[start] == UInt8(ascii: "/"), let mark = marks.first(where: { result[start...].starts(with: $0) }),
        start + mark.count + digits.count <= result.count
      else { continue }
      let place = start + mark.count
      guard result[place..<place + digits.count].allSatisfy(DOTSyntax.isDigit) else { continue }
      result.replaceSubrange(place..<place + digits.count, with: digits)
      neutralizeZone(after: place + digits.count, in: &result)
    }
    return result
  }

  /// Turns the offset from UTC that follows a date (`+01'00`) into zero.
  private static func neutralizeZone(after place: Int, in bytes: inout [UInt8]) {
    let zone = Array("+00'00".utf8)
    guard place + zone.count <= bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-"),
      bytes[place + 3] == UInt8(ascii: "'")
    else { return }
    bytes.replaceSubrange(place..<place + zone.count, with: zone)
  }

  /// `YYYYMMDDhhmmss` in UTC.
  ///
  /// Days are turned into a date of the Gregorian calendar as H. Hinnant does in *chrono-Compatible Low-Level Date
  /// Algorithms*: eras of 400 years that begin on 1 March.
  static func digits(of date: Date) -> String {
    // From 1 January 0000 to 31 December 9999, the four digits of the year.
    let seconds = Int(min(max(date.timeIntervalSince1970, -62_167_219_200), 253_402_300_799).rounded(.down))
    let (days, second) = (Int((Double(seconds) / 86_400).rounded(.down)), ((seconds % 86_400) + 86_400) % 86_400)
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return padded(year, 4) + [month, day, second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined()
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
