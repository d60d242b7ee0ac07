import AllianceModel

/// The problems for which a file cannot be read at all.
extension ImportProblem {
  static func emptyFile(_ file: String) -> ImportProblem {
    fileProblem(
      file, french: "le fichier est vide", english: "the file is empty",
      cure: LocalizedText(
        french: "vérifiez que c’est le bon fichier ; « maillage new DOSSIER » écrit des tables à remplir",
        english: "check that it is the right file; “maillage new DIR” writes tables to fill in"))
  }

  static func tooLarge(_ file: String, bytes: Int, limit: Int) -> ImportProblem {
    let (size, most) = (amount(bytes), amount(limit))
    return fileProblem(
      file, french: "le fichier est trop grand : \(size.french), au plus \(most.french)",
      english: "the file is too large: \(size.english), at most \(most.english)",
      cure: LocalizedText(french: "partagez-le en plusieurs fichiers", english: "split it into several files"))
  }

  private static func amount(_ bytes: Int) -> LocalizedText {
    bytes < 1_000_000
      ? LocalizedText(french: "\(bytes) octets", english: "\(bytes) bytes")
      : LocalizedText(french: "\(bytes / 1_000_000) Mo", english: "\(bytes / 1_000_000) MB")
  }

  static func tooManyRecords(_ file: String, limit: Int) -> ImportProblem {
    fileProblem(
      file, french: "le fichier a plus de \(limit) lignes", english: "the file has more than \(limit) rows",
      cure: LocalizedText(french: "partagez-le en plusieurs fichiers", english: "split it into several files"))
  }

  static func tooManyColumns(_ file: String, count: Int, limit: Int) -> ImportProblem {
    fileProblem(
      file, french: "l’en-tête a \(count) colonnes, au plus \(limit)",
      english: "the header has \(count) columns, at most \(limit)",
      cure: LocalizedText(french: "supprimez les colonnes inutiles", english: "remove the columns that are not needed"))
  }

  static func notText(_ file: String) -> ImportProblem {
    fileProblem(
      file, french: "ce n’est pas un fichier de texte", english: "this is not a text file",
      cure: LocalizedText(french: "enregistrez la table en « CSV UTF-8 »", english: "save the table as “CSV UTF-8”"))
  }

  static func spreadsheet(_ file: String) -> ImportProblem {
    fileProblem(
      file, french: "les classeurs (XLSX, ODS) ne sont pas encore lus",
      english: "workbooks (XLSX, ODS) are not read yet",
      cure: LocalizedText(
        french: "enregistrez chaque feuille en « CSV UTF-8 »", english: "save each sheet as “CSV UTF-8”"))
  }

  private static func fileProblem(
    _ file: String, french: String, english: String, cure: LocalizedText
  ) -> ImportProblem {
    ImportProblem(
      .error, at: SourceLocation(file: file), message: LocalizedText(french: french, english: english), cure: cure)
  }
}
