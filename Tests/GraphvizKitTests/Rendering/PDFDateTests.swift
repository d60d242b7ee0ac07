import Foundation
import Testing

@testable import GraphvizKit

@Suite("The date of a PDF")
struct PDFDateTests {
  @Test("is the one that was given, and nothing else depends on the clock")
  func given() throws {
    var graph = DOTDocument(name: "G", isDirected: false)
    graph.addNode("a")
    // 9 September 2001, 01:46:40 UTC.
    let date = Date(timeIntervalSince1970: 1_000_000_000)
    let pdf = try #require(
      try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.pdf], creationDate: date))[.pdf])
    let text = String(decoding: pdf, as: UTF8.self)
    let dates = text.matches(of: /\(D:(\d+)/).map { String($0.1) }
    #expect(!dates.isEmpty && dates.allSatisfy { $0 == "20010909014640" })
    let later = try Graphviz.render(
      RenderJob(graph, engine: .dot, formats: [.pdf], creationDate: Date(timeIntervalSince1970: 1_700_000_000)))
    #expect(try #require(later[.pdf]).count == pdf.count && later[.pdf] != pdf)
  }

  @Test(
    "is written in UTC, to the second",
    arguments: [
      (0.0, "19700101000000"), (-1, "19691231235959"), (951_782_400, "20000229000000"),
      (4_107_542_400, "21000301000000"),
      (1_700_000_000.9, "20231114221320"), (-62_135_596_800, "00010101000000"), (1e15, "99991231235959"),
      (-1e15, "00000101000000"),
    ])
  func digits(seconds: Double, digits: String) {
    #expect(PDFDate.digits(of: Date(timeIntervalSince1970: seconds)) == digits)
  }

  @Test("agrees with the calendar of Foundation on 500 days over eight centuries")
  func calendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for step in 0..<500 {
      let date = Date(timeIntervalSince1970: Double(step - 200) * 50_000_017)
      let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
      let numbers = [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second].compactMap { $0 }
      // Foundation counts by the Julian calendar before 15 October 1582.
      guard date.timeIntervalSince1970 > -12_219_292_800 else { continue }
      let expected = String(format: "%04d%02d%02d%02d%02d%02d", arguments: numbers)
      #expect(PDFDate.digits(of: date) == expected)
    }
  }

  @Test("replaces dates of any zone, and leaves everything else")
  func replacing() {
    let date = Date(timeIntervalSince1970: 0)
    func set(_ text: String) -> String { String(decoding: PDFDate.set(date, in: Array(text.utf8)), as: UTF8.self) }
    #expect(set("x /CreationDate (D:20261123064500+01'00)\n") == "x /CreationDate (D:19700101000000+00'00)\n")
    #expect(set("/CreationDate (D:20261123064500Z)") == "/CreationDate (D:19700101000000Z)")
    for text in ["", "/CreationDate (D:2026", "/CreationDate (D:now)xxxxxxxxxxxxx", "CreationDate"] {
      #expect(set(text) == text)
    }
  }
}
