import Cartography
import Foundation
import Testing

@Suite("Text wrapping")
struct TextWrappingTests {
  private let names = [
    "Communauté de communes du Pays de Redon", "Commune de Saint-Ganton", "Locaverre – Ma Bouteille s'appelle Reviens",
    "Campagne « TPE-PME : Rencontrer vos partenaires de proximité pour agir plus efficacement ! »", "1083",
    "Un Vélo pour Tous (ex-Un Vélo pour l'Afrique)",
  ]

  @Test("loses no letter, whatever the count of lines", arguments: 1...8)
  func keepsEverything(count: Int) {
    for name in names {
      let lines = TextWrapping.lines(name, count: count, size: 10)
      #expect(lines.joined(separator: " ") == name)
      #expect(lines.count <= count)
    }
  }

  @Test("finds the breaks with the shortest longest line, as trying all of them does")
  func shortestLongestLine() {
    let words = ["aa", "bbbb", "c", "dddddd", "eee", "ff"]
    let text = words.joined(separator: " ")
    for count in 1...words.count {
      let found = TextWrapping.lines(text, count: count, size: 10).map { TextMetrics.width($0, size: 10) }.max() ?? 0
      var best = Double.infinity
      // Each bit says whether a line ends after that word.
      for breaks in 0..<(1 << (words.count - 1)) where breaks.nonzeroBitCount == count - 1 {
        var lines = [words[0]]
        for index in 1..<words.count {
          if breaks >> (index - 1) & 1 == 1 {
            lines.append(words[index])
          } else {
            lines[lines.count - 1] += " " + words[index]
          }
        }
        best = min(best, lines.map { TextMetrics.width($0, size: 10) }.max() ?? 0)
      }
      #expect(abs(found - best) < 1e-9, "\(count) lines")
    }
  }

  @Test("keeps French signs with their word and ends no line in a small word")
  func signs() {
    for count in 2...8 {
      let lines = TextWrapping.lines(names[3], count: count, size: 10)
      for line in lines {
        #expect(!line.hasSuffix(" de") && !line.hasSuffix("«") && line != "»" && !line.hasPrefix("!"), "\(lines)")
      }
    }
    #expect(TextWrapping.lines("Pays de Redon", count: 3, size: 10) == ["Pays", "de Redon"])
  }

  @Test("keeps lines within a limit when words are short enough")
  func limit() {
    for name in names {
      let lines = TextWrapping.lines(name, within: 120, size: 10)
      #expect(lines.allSatisfy { TextMetrics.width($0, size: 10) <= 120 }, "\(lines)")
    }
  }

  @Test("breaks an address after its signs and an endless word anywhere, and loses nothing")
  func longWords() {
    let address = "https://www.bruded.fr/projet/pipriac-et-saint-ganton-zero-chomeur-de-longue-duree"
    let lines = TextWrapping.lines(address, within: 150, size: 10)
    #expect(lines.count > 1)
    #expect(lines.joined() == address)
    let endless = String(repeating: "x", count: 130)
    #expect(TextWrapping.lines(endless, within: 250, size: 10).joined() == endless)
  }

  @Test("gives an empty line for an empty text")
  func empty() {
    #expect(TextWrapping.lines("", count: 3, size: 10) == [""])
  }
}
