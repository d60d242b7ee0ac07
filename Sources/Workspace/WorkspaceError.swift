public import AllianceModel
public import Exchange

/// Why something could not be opened or saved, with the exit code that says so to other programs.
public struct WorkspaceError: Error, Sendable, Equatable {
  /// The classes of `sysexits.h`.
  public enum Status: Int32, Sendable {
    case usage = 64
    case data = 65
    case noInput = 66
    case cannotCreate = 73
    case noPermission = 77
  }

  public let status: Status
  public let message: LocalizedText
  public let cure: LocalizedText?
  /// What was found in the files, when that is the reason.
  public let problems: [ImportProblem]

  public init(
    _ status: Status, _ message: LocalizedText, cure: LocalizedText? = nil, problems: [ImportProblem] = []
  ) {
    (self.status, self.message, self.cure, self.problems) = (status, message, cure, problems)
  }

  /// The problems, then the message, then the cure.
  public func text(in language: Language) -> String {
    let help = language == .french ? "aide\u{A0}: " : "help: "
    return (problems.map { $0.text(in: language) } + [message[language]] + (cure.map { [help + $0[language]] } ?? []))
      .joined(separator: "\n")
  }
}

extension WorkspaceError {
  static func missing(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .noInput,
      LocalizedText(
        french: "\(path) : ni fichier ni dossier de ce nom", english: "\(path): no file or folder of this name"),
      cure: LocalizedText(
        french: "vérifiez le chemin ; « maillage new DOSSIER » commence un nouveau graphe",
        english: "check the path; “maillage new DIR” begins a new graph"))
  }

  static func unreadable(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .noPermission,
      LocalizedText(french: "\(path) : la lecture n’est pas permise", english: "\(path): reading is not permitted"),
      cure: LocalizedText(
        french: "demandez les droits de lecture, ou copiez le fichier ailleurs",
        english: "ask for the right to read, or copy the file elsewhere"))
  }

  static func unwritable(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .noPermission,
      LocalizedText(french: "\(path) : l’écriture n’est pas permise", english: "\(path): writing is not permitted"),
      cure: LocalizedText(
        french: "choisissez un autre dossier, ou demandez les droits d’écriture",
        english: "choose another folder, or ask for the right to write"))
  }

  static func notCreated(_ path: String, reason: String) -> WorkspaceError {
    WorkspaceError(
      .cannotCreate,
      LocalizedText(
        french: "\(path) : rien n’a pu être écrit (\(reason))", english: "\(path): nothing could be written (\(reason))"
      ),
      cure: LocalizedText(
        french: "vérifiez le chemin et la place sur le disque", english: "check the path and the space on the disk"))
  }

  static func notRegular(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .data,
      LocalizedText(french: "\(path) : ce n’est pas un fichier ordinaire", english: "\(path): this is not a plain file")
    )
  }

  static func withoutTables(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .noInput,
      LocalizedText(
        french: "\(path) : ce dossier n’a aucune table CSV", english: "\(path): this folder has no CSV table"),
      cure: LocalizedText(
        french: "indiquez le dossier qui contient actors.csv, ou les fichiers eux-mêmes",
        english: "name the folder that holds actors.csv, or the files themselves"))
  }
}
