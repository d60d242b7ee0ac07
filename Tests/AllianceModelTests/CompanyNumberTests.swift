import AllianceModel
import Testing

@Suite("CompanyNumber")
struct CompanyNumberTests {
  // CA Valence Romans Agglo, CA Redon Agglomération, commune de Pipriac: DGCL 2024, as in the reference data.
  @Test("accepts SIREN of the official register", arguments: ["200068781", "243500741", "213502198", "356000000"])
  func validSIREN(number: String) {
    #expect(CompanyNumber.check(siren: number) == nil)
  }

  @Test(
    "finds every slip of one digit", arguments: 0..<9)
  func oneDigit(position: Int) {
    var digits = Array("200068781".utf8)
    for step in 1...9 as ClosedRange<UInt8> {
      digits[position] = 48 + (Array("200068781".utf8)[position] - 48 + step) % 10
      #expect(CompanyNumber.check(siren: String(decoding: digits, as: UTF8.self)) == .wrongKey)
    }
  }

  @Test("accepts La Poste's establishments by their own rule")
  func post() {
    #expect(CompanyNumber.check(siret: "35600000000048") == nil)  // head office: Luhn
    // Digits sum to 20, divisible by 5, while the Luhn key fails.
    #expect(CompanyNumber.check(siret: "35600000000006") == nil)
    #expect(CompanyNumber.check(siret: "35600000000007") == .wrongKey)
  }

  @Test("tells a destroyed number from a malformed one")
  func faults() {
    for text in ["3,52E+13", "3.52e13", "1E9"] { #expect(CompanyNumber.check(siret: text) == .destroyed) }
    for text in ["", "123", "2000687810", "20006878A", "200 068 781", "E+13", "٢٠٠٠٦٨٧٨١"] {
      #expect(CompanyNumber.check(siren: text) == .malformed)
    }
  }

  @Test("knows the shapes of the other codes")
  func codes() {
    #expect(PublicCode.isRNA("W381234567"))
    #expect(PublicCode.isRNA("W2A1000123"))
    #expect(!PublicCode.isRNA("751P00085568"))
    #expect(PublicCode.isCommune("01053"))
    #expect(PublicCode.isCommune("2A004"))
    #expect(!PublicCode.isCommune("1053"))
    #expect(PublicCode.isLegalCategory("9220"))
    #expect(PublicCode.commune(ofDistrict: "69381") == "69123")
    #expect(PublicCode.commune(ofDistrict: "75111") == "75056")
    #expect(PublicCode.commune(ofDistrict: "13201") == "13055")
    #expect(PublicCode.commune(ofDistrict: "26281") == "26281")
  }
}
