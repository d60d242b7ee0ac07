/// The words of a person's name, and the ways in which a text may write it.
struct PersonName {
  /// A way to write a name, word by word; a word of one letter is an initial, which only a capital can be.
  struct Spelling: Hashable {
    let words: [String]
    /// Whether it is the family name alone, which may be a common word: it needs a capital or a title to count.
    let isFamilyAlone: Bool
  }

  /// Full names in both orders, with initials and without middle names; then the family name alone.
  let spellings: [Spelling]

  /// The spellings of the name of a person.
  ///
  /// "DUPONT Jean", "Jean DUPONT", "Dupont, Jean" and "M. Jean Dupont" are one name. Where neither capitals nor a comma
  /// tell the family name, it begins with the first particle (Anne Le Bihan) or is the last word.
  static func person(_ name: String) -> PersonName {
    let plain = name.replacing(/\([^)]*\)/, with: "")
    let halves = plain.split(separator: ",", maxSplits: 1)
    if halves.count == 2, let given = halves.last?.nameWords, (1...2).contains(given.count) {
      let family = halves[0].nameWords
      return PersonName(given: given.map(\.textKey), family: family.map(\.textKey))
    }
    var words = (halves.first ?? "").nameWords
    while words.count > 1, titles.contains(words[0].textKey) { words.removeFirst() }
    let keys = words.map(\.textKey)
    let capitals = words.indices.filter { words[$0].count > 1 && words[$0].isInCapitals }
    if let first = capitals.first, let last = capitals.last, capitals.count < words.count {
      return PersonName(given: Array(keys[..<first] + keys[(last + 1)...]), family: Array(keys[first...last]))
    }
    let particle = keys.indices.dropFirst().first { particles.contains(keys[$0]) && $0 < keys.count - 1 }
    let start = particle ?? max(0, keys.count - 1)
    return PersonName(given: Array(keys[..<start]), family: Array(keys[start...]))
  }

  /// The spellings of the name of a sole trader: as it stands and, of three words or more, the last two as a person's.
  static func soleTrader(_ name: String) -> PersonName {
    let words = name.nameWords
    guard words.count > 2 else { return person(name) }
    let owner = Array(words.suffix(2))
    guard owner.allSatisfy({ $0.first?.isUppercase ?? false }) else { return whole(name) }
    let person = PersonName(given: [owner[0].textKey], family: [owner[1].textKey])
    // Alone, the last word of "Boulangerie du Pont" says nothing of a person.
    return PersonName(spellings: whole(name).spellings + person.spellings.filter { !$0.isFamilyAlone })
  }

  /// The name as it stands, and nothing else; one word needs a capital, as a family name does.
  static func whole(_ name: String) -> PersonName {
    let keys = name.nameWords.map(\.textKey)
    return PersonName(spellings: keys.isEmpty ? [] : [Spelling(words: keys, isFamilyAlone: keys.count == 1)])
  }

  private init(spellings: [Spelling]) { self.spellings = spellings }

  private init(given: [String], family: [String]) {
    var full: [[String]] = []
    if !given.isEmpty, !family.isEmpty {
      let initials = given.map { String($0.prefix(1)) }
      let forms = [given, [given[0]], initials, [initials[0]], [initials.joined()]]
      full = forms.flatMap { [$0 + family, family + $0] }
    }
    var seen: Set<[String]> = []
    spellings =
      full.filter { seen.insert($0).inserted }.map { Spelling(words: $0, isFamilyAlone: false) }
      + (family.isEmpty ? [] : [Spelling(words: family, isFamilyAlone: true)])
  }

  /// Words before a family name that make it a person's.
  static let titles: Set<String> = [
    "m", "mm", "mr", "mme", "mmes", "mlle", "mlles", "monsieur", "messieurs", "madame", "mesdames", "mademoiselle",
    "dr",
    "docteur", "docteure", "pr", "professeur", "professeure", "me", "maitre", "mrs", "ms", "miss", "mister",
  ]

  /// Words that begin a family name.
  static let particles: Set<String> = [
    "de", "du", "des", "d", "le", "la", "l", "van", "von", "el", "al", "ben",
  ]
}

extension StringProtocol {
  /// The runs of letters and digits of a text.
  fileprivate var nameWords: [String] { String(self).split { !$0.isLetter && !$0.isNumber }.map(String.init) }

  /// Whether every letter is a capital.
  fileprivate var isInCapitals: Bool { allSatisfy { !$0.isLowercase } && contains { $0.isUppercase } }
}
