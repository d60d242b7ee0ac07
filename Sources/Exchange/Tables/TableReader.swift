import AllianceModel

/// How much a file may hold before it is refused: a table of alliances is never so large, a slip of a program is.
public struct ImportLimits: Sendable {
  public let bytes: Int
  public let records: Int
  public let columns: Int
  /// Bytes of one cell.
  public let cell: Int

  public init(bytes: Int = 200_000_000, records: Int = 1_000_000, columns: Int = 2_000, cell: Int = 100_000) {
    (self.bytes, self.records, self.columns, self.cell) = (bytes, records, columns, cell)
  }
}

/// Reads the bytes of a file as one table: encoding, separator, header, kind.
package enum TableReader {
  /// The rows above which a header is looked for: titles and dates often stand there.
  private static let rowsAboveHeader = 30

  /// The table in `bytes`, and what there is to say about its text.
  ///
  /// - Throws: The one problem for which nothing can be read: an empty file, no data row, no known header, too much.
  package static func table(
    in bytes: [UInt8], file: String, limits: ImportLimits
  ) throws(ImportProblem) -> (table: SourceTable, problems: [ImportProblem]) {
    try checkContent(bytes, file: file, limits: limits)
    let text = DecodedText(bytes)
    let separator = CSVSeparator.detect(in: text.bytes)
    let (records, faults) = CSVTokenizer.records(
      in: text.bytes, separator: separator.rawValue, limit: limits.records + rowsAboveHeader + 1)
    let filled = records.filter { !$0.isBlank }
    guard let first = filled.first else { throw .emptyFile(file) }
    let header = header(among: filled) ?? matrixHeader(among: filled) ?? first
    let rows = filled.filter { $0.line > header.line }
    guard rows.count <= limits.records else { throw .tooManyRecords(file, limit: limits.records) }
    guard header.cells.count <= limits.columns else {
      throw .tooManyColumns(file, count: header.cells.count, limit: limits.columns)
    }
    let table = SourceTable(file: file, encoding: text.encoding, text: text.bytes, header: header, rows: rows)
    return (table, table.textProblems(faults: faults, limits: limits))
  }

  /// The first row is the header of a square table when its names come again below it; titles may stand above.
  private static func matrixHeader(among records: [CSVRecord]) -> CSVRecord? {
    records.prefix(rowsAboveHeader).first { $0.cells.count(where: { !$0.text.trimmedCell.isEmpty }) >= 2 }
  }

  private static func checkContent(_ bytes: [UInt8], file: String, limits: ImportLimits) throws(ImportProblem) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(file, bytes: bytes.count, limit: limits.bytes) }
    guard !bytes.isEmpty else { throw .emptyFile(file) }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .spreadsheet(file) }
    if !isUTF16, bytes.prefix(8192).contains(0) { throw .notText(file) }
  }

  /// The first row that reads as the header of some table.
  private static func header(among records: [CSVRecord]) -> CSVRecord? {
    records.prefix(rowsAboveHeader).first { $0.cells.count > 1 && !ColumnMap.candidates(for: $0).isEmpty }
      ?? records.prefix(rowsAboveHeader).first { !ColumnMap.candidates(for: $0).isEmpty }
  }
}

extension SourceTable {
  /// The table with its kind.
  ///
  /// - Throws: A problem that lists the headers found and those expected, when no kind fits or several do.
  package func recognised() throws(ImportProblem) -> LoadedTable {
    if isMatrix { return LoadedTable(table: self, map: ColumnMap(matrix: header)) }
    let candidates = ColumnMap.candidates(for: header)
    guard let map = candidates.first else { throw unrecognised() }
    guard candidates.count == 1 else { throw ambiguous(candidates.map(\.kind)) }
    return LoadedTable(table: self, map: map)
  }

  private var headerWords: String {
    let words = header.cells.map(\.text.trimmedCell).filter { !$0.isEmpty }.map { String($0.prefix(40)) }
    return words.prefix(12).joined(separator: ", ") + (words.count > 12 ? "…" : "")
  }

  private func unrecognised() -> ImportProblem {
    let expected = { (language: Language) in
      TableKind.allCases.map { "\($0.label[language]) (\($0.example))" }.joined(separator: " ; ")
    }
    return problem(
      .error,
      message: LocalizedText(
        french: "aucune table connue n’a ces colonnes : \(headerWords)",
        english: "no known table has these columns: \(headerWords)"),
      cure: LocalizedText(
        french: "donnez à la première ligne les noms d’une de ces tables : \(expected(.french))",
        english: "give the first row the names of one of these tables: \(expected(.english))"))
  }

  private func ambiguous(_ kinds: [TableKind]) -> ImportProblem {
    let list = { (language: Language) in kinds.map { $0.label[language] }.joined(separator: ", ") }
    let examples = kinds.map { "\($0.label.french) : \($0.example)" }.joined(separator: " ; ")
    let english = kinds.map { "\($0.label.english): \($0.example)" }.joined(separator: "; ")
    return problem(
      .error,
      message: LocalizedText(
        french: "ces colonnes peuvent être celles de plusieurs tables (\(list(.french))) : \(headerWords)",
        english: "these columns fit several tables (\(list(.english))): \(headerWords)"),
      cure: LocalizedText(
        french: "ajoutez une colonne propre à l’une d’elles (\(examples))",
        english: "add a column that only one of them has (\(english))"))
  }

  /// What is wrong with the text of the table, whatever it is about.
  func textProblems(faults: [CSVFault], limits: ImportLimits) -> [ImportProblem] {
    var problems = faults.compactMap(problem(of:))
    if encoding == .windows1252 || encoding == .utf16LittleEndian || encoding == .utf16BigEndian {
      problems.append(encodingNote)
    }
    problems += misreadProblem.map { [$0] } ?? []
    for record in rows {
      for (column, cell) in record.cells.enumerated() where cell.length > limits.cell {
        problems.append(tooLong(record, column: column, limit: limits.cell))
      }
      if record.cells.count > header.cells.count,
        record.cells.dropFirst(header.cells.count).contains(where: { !$0.text.trimmedCell.isEmpty })
      {
        problems.append(surplus(record))
      }
    }
    return problems
  }

  private func problem(of fault: CSVFault) -> ImportProblem? {
    let record = ([header] + rows).last { $0.offset <= fault.offset } ?? header
    guard let column = record.cells.firstIndex(where: { $0.offset == fault.offset }) else { return nil }
    switch fault.kind {
    case .unterminatedQuote:
      return problem(
        .error, record: record, column: column,
        message: LocalizedText(
          french: "ce guillemet n’est jamais fermé : la suite du fichier est lue sans lui",
          english: "this quote is never closed: the rest of the file is read without it"),
        cure: LocalizedText(
          french: "fermez-le à la fin de la case, ou doublez-le (\"\") s’il fait partie du texte",
          english: "close it at the end of the cell, or double it (\"\") when it is part of the text"))
    case .textAfterQuote:
      return problem(
        .warning, record: record, column: column,
        message: LocalizedText(
          french: "du texte suit le guillemet fermant ; il est gardé",
          english: "text follows the closing quote; it is kept"),
        cure: LocalizedText(
          french: "doublez les guillemets qui font partie du texte : \"\"",
          english: "double the quotes that are part of the text: \"\""))
    }
  }

  private var encodingNote: ImportProblem {
    ImportProblem(
      .note, at: SourceLocation(file: file),
      message: LocalizedText(
        french: "le texte est lu comme \(encoding.rawValue)", english: "the text is read as \(encoding.rawValue)"),
      cure: LocalizedText(
        french: "pour lever le doute, enregistrez en « CSV UTF-8 »",
        english: "to leave no doubt, save as “CSV UTF-8”"))
  }

  /// The first cell that holds UTF-8 misread as Windows-1252, with the count of the others.
  private var misreadProblem: ImportProblem? {
    var first: (record: CSVRecord, column: Int, repaired: String)?
    var count = 0
    for record in [header] + rows {
      for (column, cell) in record.cells.enumerated() {
        guard let repaired = Windows1252.repairingMisreadUTF8(cell.text) else { continue }
        count += 1
        first = first ?? (record, column, repaired)
      }
    }
    guard let first else { return nil }
    let likely = String(first.repaired.prefix(60))
    return problem(
      .warning, record: first.record, column: first.column,
      message: LocalizedText(
        french:
          "des lettres accentuées ont été mal lues avant l’enregistrement (\(count) case\(count > 1 ? "s" : "")) ; elles sont gardées telles quelles",
        english: "accented letters were misread before saving (\(count) cell\(count > 1 ? "s" : "")); kept as they are"),
      cure: LocalizedText(
        french:
          "le texte est sans doute « \(likely) » : rouvrez le fichier d’origine en UTF-8 et enregistrez-le à nouveau",
        english: "the text is probably “\(likely)”: open the original file as UTF-8 and save it again"))
  }

  private func tooLong(_ record: CSVRecord, column: Int, limit: Int) -> ImportProblem {
    let length = record.cells[column].length
    return problem(
      .error, record: record, column: column, value: String(record.cells[column].text.prefix(60)) + "…",
      message: LocalizedText(
        french: "cette case est trop longue : \(length) octets, au plus \(limit) ; seul son début est lu",
        english: "this cell is too long: \(length) bytes, at most \(limit); only its beginning is read"),
      cure: LocalizedText(
        french: "raccourcissez-la, ou cherchez un guillemet qui manque plus haut",
        english: "shorten it, or look for a missing quote above"))
  }

  private func surplus(_ record: CSVRecord) -> ImportProblem {
    problem(
      .warning, record: record, column: header.cells.count,
      message: LocalizedText(
        french:
          "cette ligne a \(record.cells.count) cases, l’en-tête \(header.cells.count) ; les cases en trop ne sont pas lues",
        english: "this row has \(record.cells.count) cells, the header \(header.cells.count); the others are not read"),
      cure: LocalizedText(
        french: "mettez entre guillemets les textes qui contiennent le séparateur",
        english: "put quotes around texts that hold the separator"))
  }
}
