import GraphCore
import Testing

@Suite("SeededGenerator")
struct SeededGeneratorTests {
  @Test("gives the numbers that the reference implementation of SplitMix64 prints for the seed 1234567")
  func reference() {
    // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64, from the C code of S. Vigna.
    var generator = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("draws every number below a bound about as often")
  func below() {
    var generator = SeededGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[generator.below(7)] += 1 }
    // Each count has mean 1000 and standard deviation 29.3.
    #expect(counts.allSatisfy { abs($0 - 1000) < 150 })
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(generator.unitInterval()) })
  }

  @Test("shuffles into every order of three about as often, and loses nothing")
  func shuffle() {
    var generator = SeededGenerator(seed: 2)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var order = [1, 2, 3]
      generator.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
  }
}
