import Foundation
import TestSupport
import Testing

@testable import AllianceModel

@Suite("Keys of names")
struct TextKeyTests {
  @Test(
    "leave out accents, case and punctuation",
    arguments: [
      ("Économie  de l’Alliance", "economie de l alliance"), ("L’Œuvre – « Cœur »", "l oeuvre coeur"), ("", ""),
      ("  …  ", ""), ("Ålesund/Łódź", "alesund łodz"), ("E\u{301}cole", "ecole"), ("Æsir n°2", "aesir n 2"),
      ("S.A.R.L.", "s a r l"), ("日本 茶", "日本 茶"),
    ])
  func examples(text: String, key: String) {
    #expect(text.textKey == key)
  }

  /// A key of one letter does not depend on what stands beside it, so a text's key is that of its letters side by side.
  @Test("are those of their letters, one by one", arguments: 0..<50)
  func letters(seed: Int) {
    var generator = TestGenerator(seed: UInt64(seed))
    let letters = (0..<30).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x21..<0x180, using: &generator)) }
    let text = letters.map { String($0) }.joined()
    // In another script the way through Foundation is taken; its word is cut off again.
    let slow = (text + " 茶").textKey
    #expect(slow == (text.textKey.isEmpty ? "茶" : text.textKey + " 茶"))
  }
}
