public import AllianceModel

/// What an alliance can be about, as a cell of a table of gaps: everything, a form, or a theme or goal.
public enum GapLevel: String, Sendable, CaseIterable, Encodable {
  case all, form, subject

  public var label: LocalizedText {
    switch self {
    case .all: LocalizedText(french: "Entre familles, tous sujets", english: "Between families, all subjects")
    case .form: LocalizedText(french: "Par forme de partenariat", english: "By form of partnership")
    case .subject: LocalizedText(french: "Par thème et ODD", english: "By theme and goal")
    }
  }
}

/// One territory in cells: who is active on what, and which alliances unite whom on what.
struct CellTable: Sendable {
  /// Two families, in the order of legends, on one subject.
  struct Cell: Hashable, Sendable {
    let first: ActorFamily
    let second: ActorFamily
    let subject: String
  }

  /// An alliance: its organisations and the subjects in whose cells it counts.
  struct Entry: Sendable {
    /// Its position in ``AllianceGraph/alliances``.
    let alliance: Int
    let parties: [Int]
    let subjects: [String]
  }

  /// The subject in whose cells every alliance counts.
  static let everything = "all:"
  static let form = "form:"

  let entries: [Entry]
  /// The organisations that are active on each subject, by their own words or by an alliance.
  let active: [String: Set<Int>]
  /// The family of each actor; nil for objects and persons.
  let families: [ActorFamily?]
  private let spellings: [String: String]

  init(_ graph: AllianceGraph) {
    let indices = graph.actorIndices
    let families = graph.actors.map { $0.isOrganisation ? $0.family ?? .others : nil }
    let organisations = Set(families.indices.filter { families[$0] != nil })
    var active: [String: Set<Int>] = [:]
    for index in organisations {
      for subject in Interests.subjects(themes: graph.actors[index].themes, odd: graph.actors[index].odd) {
        active[subject, default: []].insert(index)
      }
    }
    entries = graph.alliances.enumerated().map { index, alliance in
      let parties = graph.partyIndices(of: alliance, in: indices).filter(organisations.contains)
      let forms = alliance.forms.filter { $0 != .none }.map { CellTable.form + $0.rawValue }
      let subjects = Set(Interests.subjects(themes: alliance.themes, odd: alliance.odd))
      for subject in subjects { active[subject, default: []].formUnion(parties) }
      return Entry(
        alliance: index, parties: parties, subjects: [CellTable.everything] + (subjects.union(forms)).sorted())
    }
    // Any two organisations could ally, and in any form.
    active[CellTable.everything] = organisations
    for subject in entries.flatMap(\.subjects) where subject.hasPrefix(CellTable.form) {
      active[subject] = organisations
    }
    (self.active, self.families) = (active, families)
    let written = graph.actors.flatMap(\.themes) + graph.alliances.flatMap(\.themes)
    spellings = Dictionary(written.map { (Interests.theme + $0.textKey, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func level(of subject: String) -> GapLevel {
    subject == everything ? .all : subject.hasPrefix(form) ? .form : .subject
  }

  /// The alliances in each cell, each counted once however many pairs of its parties fall into it: they are not
  /// independent.
  func alliances() -> [Cell: [Int]] {
    var found: [Cell: [Int]] = [:]
    for entry in entries {
      var counts: [ActorFamily: Int] = [:]
      for family in entry.parties.compactMap({ families[$0] }) { counts[family, default: 0] += 1 }
      for (index, first) in CellTable.comparedFamilies.enumerated() where counts[first] != nil {
        for second in CellTable.comparedFamilies[index...] {
          guard let count = counts[second], first != second || count > 1 else { continue }
          for subject in entry.subjects {
            found[Cell(first: first, second: second, subject: subject), default: []].append(entry.alliance)
          }
        }
      }
    }
    return found
  }

  /// Those about which something can be said: what is unlike all others is not alike among itself.
  static let comparedFamilies = ActorFamily.allCases.filter { $0 != .others }

  func members(_ family: ActorFamily, on subject: String) -> Int {
    active[subject]?.count { families[$0] == family } ?? 0
  }

  /// The pairs of actors that could ally in a cell.
  func opportunities(_ cell: Cell) -> Double {
    let first = Double(members(cell.first, on: cell.subject))
    guard cell.first != cell.second else { return first * (first - 1) / 2 }
    return first * Double(members(cell.second, on: cell.subject))
  }

  /// What people call a subject.
  func label(_ subject: String) -> LocalizedText {
    if subject == CellTable.everything { return LocalizedText(french: "tous sujets", english: "all subjects") }
    if subject.hasPrefix(CellTable.form) {
      return PartnershipForm(rawValue: String(subject.dropFirst(CellTable.form.count))).label
    }
    guard subject.hasPrefix(Interests.goal) else {
      return LocalizedText(spellings[subject] ?? String(subject.dropFirst(Interests.theme.count)))
    }
    let number = subject.dropFirst(Interests.goal.count)
    return LocalizedText(french: "ODD \(number)", english: "SDG \(number)")
  }
}
