import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("JSONReader")
struct JSONReaderTests {
  private func read(_ text: String) throws(JSONFault) -> JSONTree { try JSONReader.value(of: Array(text.utf8)) }

  @Test("reads every kind of value, and keeps lists of numbers flat")
  func values() throws {
    let tree = try read(
      #"{"a": [1, -2.5, 1e3], "b": [null, true, "x"], "c": {}, "d": [], "é": "\u00e9\n\ud83c\udf33"}"#)
    let object = try #require(tree.object)
    #expect(object["a"] == .numbers([1, -2.5, 1000]))
    #expect(object["b"] == .array([.null, .bool(true), .string("x")]))
    #expect(object["c"]?.object?.members.isEmpty == true)
    #expect(object["d"] == .array([]))
    #expect(object["é"] == .string("é\n🌳"))
    #expect(try read("[1, [2]]") == .array([.number(1), .numbers([2])]))
  }

  @Test(
    "says at which byte a text is no JSON",
    arguments: [
      (#"{"a": }"#, 6), ("[1 2]", 3), ("[01]", 3), ("[1.]", 3), ("[1e]", 3), ("tru", 3), ("[1] 2", 4), ("\"\\x\"", 2),
      ("{\"a\" 1}", 5), ("", 0), ("[\"\\ud800x\"]", 8), ("[1e999]", 6),
    ])
  func faults(text: String, offset: Int) {
    #expect { try read(text) } throws: { ($0 as? JSONFault)?.offset == offset }
  }

  @Test("refuses text nested beyond its limit instead of running out of stack")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect { try read(text) } throws: { ($0 as? JSONFault)?.reason == .tooDeep(limit: JSONReader.deepest) }
  }

  /// Oracle: the reader of numbers of the standard library.
  @Test("reads numbers to the last bit", arguments: 0..<200 as Range<UInt64>)
  func numbers(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    for _ in 0..<20 {
      let digits = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        "\(Int.random(in: 0...9, using: &generator))"
      }
      let text =
        "\(Bool.random(using: &generator) ? "-" : "")\(Int.random(in: 0...999, using: &generator)).\(digits.joined())"
      #expect(try read(text) == .number(try #require(Double(text))), "\(text)")
    }
  }
}
