import Testing

@testable import Exchange

@Suite("CSVTokenizer")
struct CSVTokenizerTests {
  private func cells(_ text: String, _ separator: Character = ",") -> [[String]] {
    CSVTokenizer.records(in: Array(text.utf8), separator: separator.asciiValue ?? 0).records.map {
      $0.cells.map(\.text)
    }
  }

  @Test("ends lines with LF, CRLF or CR, the last one with nothing", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    #expect(cells("a,b\(end)c,d") == [["a", "b"], ["c", "d"]])
    #expect(cells("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
  }

  @Test("keeps separators, line breaks and doubled quotes inside quotes")
  func quotes() {
    #expect(cells("\"a,b\",\"c\nd\",\"say \"\"hi\"\"\"\n") == [["a,b", "c\nd", "say \"hi\""]])
  }

  @Test("takes an apostrophe, and a quote inside a cell, for a letter like others")
  func letters() {
    #expect(cells("l'acteur;5\" disque;'x'", ";") == [["l'acteur", "5\" disque", "'x'"]])
  }

  @Test("keeps empty cells, at the end of a line too")
  func empty() {
    #expect(cells("a,,b,\n,,,\n") == [["a", "", "b", ""], ["", "", "", ""]])
  }

  @Test("knows the line on which each record begins, quoted line breaks counted")
  func lines() {
    let records = CSVTokenizer.records(in: Array("a\n\"b\r\nc\"\nd".utf8), separator: 0x2C).records
    #expect(records.map(\.line) == [1, 2, 4])
    #expect(records.map(\.offset) == [0, 2, 9])
  }

  @Test("tells where a quote begins that never closes, and reads on without it")
  func unterminated() {
    let (records, faults) = CSVTokenizer.records(in: Array("a,b\nc,\"d\ne,f\n".utf8), separator: 0x2C)
    #expect(records.map { $0.cells.map(\.text) } == [["a", "b"], ["c", "\"d"], ["e", "f"]])
    #expect(faults == [CSVFault(kind: .unterminatedQuote, line: 2, offset: 6)])
  }

  @Test("keeps text after a closing quote, and tells it")
  func trailing() {
    let (records, faults) = CSVTokenizer.records(in: Array("\"La Fédé\" (chantier);x\n".utf8), separator: 0x3B)
    #expect(records[0].cells.map(\.text) == ["La Fédé (chantier)", "x"])
    #expect(faults.map(\.kind) == [.textAfterQuote])
  }

  @Test("reads 200,000 unclosed quotes in linear time", .timeLimit(.minutes(1)))
  func manyQuotes() {
    let text = Array(String(repeating: "\"a\",\"\n", count: 200_000).utf8)
    #expect(CSVTokenizer.records(in: text, separator: 0x2C).records.count > 0)
  }
}
