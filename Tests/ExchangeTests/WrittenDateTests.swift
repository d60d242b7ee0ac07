import AllianceModel
import Testing

@testable import Exchange

@Suite("WrittenDate")
struct WrittenDateTests {
  @Test(
    "reads dates as people and programs write them",
    arguments: [
      ("2021", "2021"), ("2021-11", "2021-11"), ("2021-11-23", "2021-11-23"), ("23/11/2021", "2021-11-23"),
      ("3/4/2019", "2019-04-03"), ("11/2021", "2021-11"), ("23.11.2021", "2021-11-23"), ("2021/11/23", "2021-11-23"),
      ("23 novembre 2021", "2021-11-23"), ("1er mai 2021", "2021-05-01"), ("Août 2020", "2020-08"),
      ("févr. 2020", "2020-02"), ("May 2021", "2021-05"), ("avant 2010", "<2010"),
      ("après le 12/05/2015", ">2015-05-12"),
      ("<2010", "<2010"), ("en 2014", "2014"), ("2021,0", "2021"), ("2021-11-23T08:15:00Z", "2021-11-23"),
      ("23/11/2021 00:00:00", "2021-11-23"), ("\u{A0}2021 ", "2021"),
    ])
  func reads(written: String, stored: String) {
    #expect(PartialDate.written(written) == PartialDate(stored).map { .date($0) })
  }

  @Test("takes an empty cell and the mark of registers for no date", arguments: ["", "  ", "0001-01-01", "NULL"])
  func none(written: String) {
    #expect(PartialDate.written(written) == .none)
  }

  @Test(
    "refuses what is no date, or not surely one",
    arguments: ["31/02/2021", "2021-13", "03/04/05", "2O21", "vers 2010", "2010-2012", "45292", "99/99/9999", "hier"])
  func refuses(written: String) {
    #expect(PartialDate.written(written) == .unreadable)
  }
}
