/// Breaks names into lines, without ever losing a letter.
package enum TextWrapping {
  /// Short words that do not end a line: a line that ends in "de" reads badly.
  private static let leading: Set<String> = [
    "«", "de", "du", "des", "la", "le", "les", "l'", "l’", "d'", "d’", "à", "au", "aux", "en", "et", "&", "of", "the",
    "and", "to", "in", "for", "a", "an",
  ]
  /// Marks that do not begin a line.
  private static let trailing: Set<String> = [":", ";", "!", "?", "»", "–", "—", "/", "-", "…"]

  /// The lines of `text` when it is broken into `count` lines, or fewer if it has fewer places to break: of all ways
  /// the one whose longest line is shortest, and of these the one with the most even lines.
  ///
  /// - Complexity: O(*w*² · *count*) in the words.
  package static func lines(_ text: String, count: Int, size: Double, face: FontFace = .regular) -> [String] {
    let words = pieces(of: text)
    guard let first = words.first else { return [""] }
    let count = min(max(1, count), words.count)
    guard count > 1 else { return [words.dropFirst().reduce(first) { join($0, $1) }] }
    let widths = words.map { TextMetrics.width($0, size: size, face: face) }
    let space = TextMetrics.width(" ", size: size, face: face)
    var sums = [0.0]
    for width in widths { sums.append(sums[sums.count - 1] + width + space) }
    func width(_ from: Int, _ to: Int) -> Double { sums[to] - sums[from] - space }

    // best[k][i]: the first i words on k lines: the longest line, then the sum of squares, then where the last begins.
    typealias Break = (longest: Double, squares: Double, start: Int)
    var best: [[Break]] = [words.indices.map { (width(0, $0 + 1), width(0, $0 + 1) * width(0, $0 + 1), 0) }]
    for line in 1..<count {
      var row: [Break] = []
      for end in words.indices {
        var choice: Break = (.infinity, .infinity, 0)
        for start in stride(from: end, to: line - 1, by: -1) {
          let last = width(start, end + 1)
          if last > choice.longest { break }
          let before = best[line - 1][start - 1]
          let candidate: Break = (max(before.longest, last), before.squares + last * last, start)
          if (candidate.longest, candidate.squares) < (choice.longest, choice.squares) { choice = candidate }
        }
        row.append(choice)
      }
      best.append(row)
    }
    var lines: [String] = []
    var end = words.count
    for line in stride(from: count - 1, through: 0, by: -1) {
      let start = best[line][end - 1].start
      lines.append(words[start..<end].dropFirst().reduce(words[start]) { join($0, $1) })
      end = start
    }
    return lines.reversed().map { $0.hasSuffix(seam) ? String($0.dropLast()) : $0 }
  }

  /// The lines of `text` on as few lines as keep each within `limit`, where words allow it.
  package static func lines(_ text: String, within limit: Double, size: Double, face: FontFace = .regular) -> [String] {
    let total = TextMetrics.width(text, size: size, face: face)
    var count = max(1, Int((total / limit).rounded(.up)))
    let most = pieces(of: text).count
    while true {
      let lines = lines(text, count: count, size: size, face: face)
      let longest = lines.map { TextMetrics.width($0, size: size, face: face) }.max() ?? 0
      if longest <= limit || count >= most { return lines }
      count += 1
    }
  }

  /// The words between which a line may end. No-break spaces are no place to break; a word above 24 letters may break
  /// after `-`, `/`, `.` and `_`, one above 40 anywhere.
  static func pieces(of text: String) -> [String] {
    var words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.map(String.init)
    var end = 1
    while end < words.count {
      if trailing.contains(words[end]) {
        words[end - 1] += " " + words.remove(at: end)
      } else {
        end += 1
      }
    }
    var index = 0
    while index < words.count - 1 {
      if leading.contains(words[index].lowercased()), words[index].count + words[index + 1].count < 22 {
        words[index] += " " + words[index + 1]
        words.remove(at: index + 1)
      } else {
        index += 1
      }
    }
    return words.flatMap { $0.count > 24 && !$0.contains(" ") ? broken($0) : [$0] }
  }

  /// A piece of a broken word carries U+200B at its end, so that it is joined to the next without a space.
  private static func broken(_ word: String) -> [String] {
    var result: [String] = []
    var current = ""
    for character in word {
      current.append(character)
      let isPlace = "-/._".contains(character) && current.count >= 8
      if isPlace || current.count >= 40 {
        result.append(current + seam)
        current = ""
      }
    }
    return current.isEmpty ? result : result + [current]
  }

  private static let seam = "\u{200B}"

  private static func join(_ left: String, _ right: String) -> String {
    left.hasSuffix(seam) ? String(left.dropLast()) + right : left + " " + right
  }
}
