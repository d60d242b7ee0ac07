public import AllianceModel

/// Reads tables of any kind, as people and programs write them, as one graph.
///
/// Encoding, separator, header and kind of each table are recognised; see ``ImportReport`` for what comes back.
public enum Importer {
  /// The graph in `files`, which are tables of any kind in any order.
  ///
  ///     let report = Importer.read([actorsFile, alliancesFile], info: GraphInfo(name: "redon", title: "Redon"))
  ///     report.graph.alliances.count  // 17
  ///
  /// - Parameters:
  ///   - files: Each with the name that messages show.
  ///   - known: The graph into which the rows are to go: ties may name its actors.
  ///   - info: The head of the new graph.
  /// - Returns: Everything that could be read, and all problems of all files.
  /// - Complexity: O(*n*) in the bytes, plus the search of a near name for each unknown party.
  public static func read(
    _ files: [DataPackage.File], into known: AllianceGraph? = nil, info: GraphInfo,
    limits: ImportLimits = ImportLimits()
  ) -> ImportReport {
    report(files, isPackage: false, known: known, info: info, limits: limits)
  }

  /// The graph of a data package: its tables as they are written, nothing guessed, so that saving gives the same files.
  public static func readPackage(
    _ files: [DataPackage.File], info: GraphInfo, limits: ImportLimits = ImportLimits()
  ) -> ImportReport {
    report(files, isPackage: true, known: nil, info: info, limits: limits)
  }

  private static func report(
    _ files: [DataPackage.File], isPackage: Bool, known: AllianceGraph?, info: GraphInfo, limits: ImportLimits
  ) -> ImportReport {
    var tables: [LoadedTable] = []
    var problems: [ImportProblem] = []
    var summaries: [ImportReport.File] = []
    for file in files {
      do {
        let read = try TableReader.table(in: file.bytes, file: file.name, limits: limits)
        problems += read.problems
        let loaded = try read.table.recognised()
        tables.append(isPackage ? loaded.ofPackage : loaded)
        summaries.append(summary(of: loaded))
      } catch {
        problems.append(error)
        summaries.append(ImportReport.File(name: file.name, kind: nil, rows: 0, encoding: nil))
      }
    }
    if !isPackage, !tables.isEmpty, tables.allSatisfy({ $0.table.rows.isEmpty }) {
      problems += tables.map { $0.table.withoutRows }
    }
    var assembly = GraphAssembly(tables: tables, isPackage: isPackage, cellLimit: limits.cell, known: known)
    let (graph, map) = assembly.assemble(info: info)
    return ImportReport(
      files: summaries, graph: graph, problems: problems + assembly.problems, createdActors: assembly.createdActors,
      sourceMap: map)
  }

  private static func summary(of loaded: LoadedTable) -> ImportReport.File {
    ImportReport.File(
      name: loaded.table.file, kind: loaded.map.kind.rawValue, rows: loaded.table.rows.count,
      encoding: loaded.table.encoding)
  }
}

extension SourceTable {
  var withoutRows: ImportProblem {
    problem(
      .error,
      message: LocalizedText(
        french: "la table n’a que son en-tête, aucune ligne", english: "the table has a header only, no row"),
      cure: LocalizedText(
        french: "ajoutez des lignes sous l’en-tête, puis recommencez",
        english: "add rows below the header, then try again"))
  }
}
