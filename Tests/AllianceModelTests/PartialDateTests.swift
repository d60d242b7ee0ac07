import AllianceModel
import Testing

@Suite("PartialDate")
struct PartialDateTests {
  @Test(
    "reads each precision and writes it back as it was",
    arguments: [
      ("2021", PartialDate.Precision.year), ("2021-11", .month), ("2021-11-23", .day), ("<2021", .before),
      (">2021-05", .after), ("2020-02-29", .day),
    ])
  func roundTrip(text: String, precision: PartialDate.Precision) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
    #expect(date.precision == precision)
  }

  @Test(
    "refuses what is on no calendar",
    arguments: [
      "", "21", "2021-13", "2021-00", "2021-02-29", "1900-02-29", "2021-04-31", "2021-1-1", "2021-11-23-01", "20211",
      "-2021", "2021-", "<", "<>2021", "0999", "3000", "2021-٠٢", "2021/11",
    ])
  func refused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("knows the first and last day that it may be")
  func bounds() throws {
    let month = try #require(PartialDate("2020-02"))
    #expect(month.earliest == 2020_02_01)
    #expect(month.latest == 2020_02_29)
    let before = try #require(PartialDate("<2021"))
    #expect(before.earliest == nil)
    #expect((before.latest ?? .max) < 2021_01_01)
    let after = try #require(PartialDate(">2021"))
    #expect((after.earliest ?? 0) > 2021_12_31)
    #expect(after.latest == nil)
  }

  @Test("stands in the order of a chronicle")
  func order() {
    let sorted = ["2021-11-23", ">2021", "2020", "2021", "<2021", "2021-11", "2021-02-01"].compactMap {
      PartialDate($0)
    }
    .sorted()
    #expect(sorted.map(\.description) == ["2020", "<2021", "2021", ">2021", "2021-02-01", "2021-11", "2021-11-23"])
  }

  @Test("is said in words as French and English write it")
  func words() throws {
    let day = try #require(PartialDate("2021-05-01"))
    #expect(day.words(in: .french) == "1er mai 2021")
    #expect(day.words(in: .english) == "1 May 2021")
    #expect(PartialDate("<2013-08")?.words(in: .french) == "avant août 2013")
    #expect(PartialDate(">2013")?.words(in: .english) == "after 2013")
  }

  @Test(
    "lies in the years that its bound allows",
    arguments: [
      ("2021-11", 2021, 2021), ("<2021", nil, 2020), ("<2021-01-01", nil, 2020), ("<2021-01-02", nil, 2021),
      (">2021", 2022, nil), (">2021-12", 2022, nil), (">2021-12-30", 2021, nil), (">2021-05", 2021, nil),
    ] as [(String, Int?, Int?)])
  func years(text: String, earliest: Int?, latest: Int?) {
    #expect(PartialDate(text)?.earliestYear == earliest)
    #expect(PartialDate(text)?.latestYear == latest)
  }
}
