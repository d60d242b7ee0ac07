import AllianceModel

/// Reads the cells of one row as texts, lists, dates, numbers and goals; what cannot be read is told and left out.
struct RowReader {
  let loaded: LoadedTable
  let record: CSVRecord
  /// In a data package every letter counts, spaces at the ends too, and lists are parted by `|` alone.
  let isPackage: Bool
  let cellLimit: Int
  var problems: [ImportProblem] = []

  init(_ loaded: LoadedTable, record: CSVRecord, isPackage: Bool, cellLimit: Int) {
    (self.loaded, self.record, self.isPackage, self.cellLimit) = (loaded, record, isPackage, cellLimit)
  }

  /// The cell of a field as written, or nil when it is empty or the table has no such column.
  func text(_ field: String) -> String? { loaded.map[field].flatMap(text(at:)) }

  func text(at column: Int) -> String? {
    guard let cell = record.cells[checked: column], !cell.text.isEmpty else { return nil }
    let kept = cell.length > cellLimit ? String(cell.text.prefix(1000)) : cell.text
    if isPackage { return kept }
    let trimmed = kept.trimmedCell
    return trimmed.isEmpty || trimmed.isPlaceholder ? nil : trimmed
  }

  func list(_ field: String) -> [String] {
    guard let text = text(field) else { return [] }
    return isPackage ? ListCell.items(text) : text.listItems
  }

  /// The columns that no field has, filled ones only, in their order.
  var freeFields: [FreeField] {
    let ties = Set(loaded.numberedColumns + loaded.crosses.map(\.position))
    return loaded.map.free.filter { !ties.contains($0.position) }.compactMap { column in
      text(at: column.position).map { FreeField(name: column.name, value: $0) }
    }
  }

  /// A number without the spaces that people put between its groups of digits, and without `.0`.
  func code(_ field: String) -> String? {
    guard let text = text(field) else { return nil }
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    let whole = plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    return whole.utf8.allSatisfy { (48...57).contains($0) } ? whole : text
  }

  mutating func date(_ field: String) -> PartialDate? {
    guard let text = text(field) else { return nil }
    switch PartialDate.written(text) {
    case .date(let date): return date
    case .none: return nil
    case .unreadable:
      report(
        .error, field: field, value: text,
        message: LocalizedText(french: "« \(text) » n’est pas une date", english: "“\(text)” is not a date"),
        cure: LocalizedText(
          french: "écrivez 2021, 2021-11, 2021-11-23, 23/11/2021, <2021 (avant) ou >2021 (après)",
          english: "write 2021, 2021-11, 2021-11-23, 23/11/2021, <2021 (before) or >2021 (after)"))
      return nil
    }
  }

  mutating func number(_ field: String) -> Double? {
    guard let text = text(field) else { return nil }
    if let number = text.writtenNumber { return number }
    report(
      .error, field: field, value: text,
      message: LocalizedText(french: "« \(text) » n’est pas un nombre", english: "“\(text)” is not a number"),
      cure: LocalizedText(
        french: "écrivez des chiffres (45,05), ou videz la case", english: "write digits (45.05), or empty the cell"))
    return nil
  }

  /// Latitude and longitude; neither when one of them cannot be read, since that is told already.
  mutating func position() -> (latitude: Double?, longitude: Double?) {
    let count = problems.count
    let position = (number("latitude"), number("longitude"))
    return problems.count == count ? position : (nil, nil)
  }

  /// Goals from `8`, `8|17`, `8, 17`, `ODD 8 – Travail décent`.
  mutating func goals(_ field: String) -> [Int] {
    guard let text = text(field) else { return [] }
    var goals: [Int] = []
    for item in text.listItems.flatMap(RowReader.goalItems) {
      guard let goal = RowReader.goal(item) else {
        report(
          .error, field: field, value: item,
          message: LocalizedText(
            french: "« \(item) » n’est pas un objectif de développement durable",
            english: "“\(item)” is not a sustainable development goal"),
          cure: LocalizedText(
            french: "écrivez les numéros, de 1 à 17, séparés par |", english: "write the numbers, 1 to 17, parted by |")
        )
        continue
      }
      if isPackage || !goals.contains(goal) { goals.append(goal) }
    }
    return goals
  }

  /// `8, 17` are two goals, « Industrie, innovation et infrastructure » is one.
  private static func goalItems(_ item: String) -> [String] {
    let parts = item.split(separator: ",").map { String($0).trimmedCell }
    return parts.allSatisfy { goal($0) != nil } ? parts : [item]
  }

  private static func goal(_ item: String) -> Int? {
    if let number = Int(item) { return number }
    if let code = Vocabulary.goals.code(for: item) { return Int(code) }
    return item.textKey.firstMatch(of: /^(?:odd|sdg|objectif|goal)? ?(?:n )?(\d{1,2})(?: |$)/).flatMap { Int($0.1) }
  }

  mutating func report(
    _ severity: Finding.Severity, field: String, value: String? = nil, message: LocalizedText,
    cure: LocalizedText? = nil
  ) {
    problems.append(
      loaded.table.problem(
        severity, record: record, column: loaded.map[field] ?? 0, value: value, message: message, cure: cure))
  }
}
