import Testing

@testable import Exchange

@Suite("TextDecoding")
struct TextDecodingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: DecodedText(bytes).bytes, as: UTF8.self) }

  @Test("takes valid UTF-8 for UTF-8, a byte order mark never for a letter")
  func utf8() {
    #expect(text(Array("Économie".utf8)) == "Économie")
    let marked = DecodedText([0xEF, 0xBB, 0xBF] + Array("nom".utf8))
    #expect(marked == DecodedText(Array("nom".utf8)))
  }

  @Test("takes all else for Windows-1252, decided on the whole file")
  func windows() {
    // "nom;…" in ASCII, then "Hédé – 5 €" as the code page writes it.
    let bytes = Array("nom\n".utf8) + [0x48, 0xE9, 0x64, 0xE9, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80]
    #expect(DecodedText(bytes).encoding == .windows1252)
    #expect(text(bytes) == "nom\nHédé – 5 €")
  }

  @Test("gives U+FFFD for the bytes that the code page leaves free")
  func freeBytes() {
    #expect(text([0x81, 0xE9]) == "\u{FFFD}é")
  }

  @Test("reads UTF-16 of both orders by its mark, half a letter at the end too")
  func utf16() {
    #expect(text([0xFF, 0xFE, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE]) == "é😀")
    #expect(text([0xFE, 0xFF, 0x00, 0xE9]) == "é")
    #expect(text([0xFF, 0xFE, 0xE9]) == "")
  }

  @Test(
    "sees UTF-8 that was misread as Windows-1252",
    arguments: [("dÃ©partement", "département"), ("CÅ“ur d’Ãªtre", nil), ("Lâ€™Arrosoir", "L’Arrosoir")])
  func misread(written: String, repaired: String?) {
    // A text that holds both misread and good letters is not one that was misread whole.
    #expect(Windows1252.repairingMisreadUTF8(written) == repaired)
  }

  @Test(
    "leaves sound French alone", arguments: ["Âge", "Où ça ?", "Ãéè", "Île-de-France", "À", "Noël «\u{A0}ici\u{A0}»"])
  func sound(text: String) {
    #expect(Windows1252.repairingMisreadUTF8(text) == nil)
  }
}
