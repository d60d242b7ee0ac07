import AllianceModel
import ArgumentParser
import Explorer
import Foundation
import GraphvizKit
import Workspace

/// Serves the explorer of a graph and opens the browser.
struct ExploreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: spoken(
      "Ouvre l’explorateur d’un graphe dans le navigateur.", "Opens the explorer of a graph in the browser."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage explore Graphs/valence-romans
        maillage explore Graphs/redon --port 8080 --no-open
        maillage explore Graphs/redon --host 0.0.0.0 --token "$(openssl rand -hex 16)"


      """
      + spoken(
        """
        Cartes, recherche, filtres, fiches, partenariats manquants ; les décisions prises dans la page sont notées dans le \
        dossier du graphe. La page n’est servie qu’à cet ordinateur, sauf --host ; Ctrl-C l’arrête. Noms de personnes sans \
        rôle public, courriels et téléphones n’y figurent qu’avec --internal.
        """,
        """
        Maps, search, filters, cards, missing partnerships; decisions taken on the page are kept in the folder of the graph. \
        The page is served to this computer only, unless --host; Ctrl-C stops it. Names of persons without a public role, \
        e-mails and phone numbers are in it only with --internal.
        """))

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Option(
    help: help("Le port. Sans lui : un port libre.", "The port. Without it: one that is free."))
  var port = 0

  @Option(
    help: help(
      "L’adresse où écouter. Une autre que celle de cet ordinateur demande --token.",
      "The address to listen at. Another than this computer's own needs --token."))
  var host = "127.0.0.1"

  @Option(
    help: help(
      "La clé que doit connaître qui ouvre la page : 16 lettres et chiffres au moins. Ou la variable MAILLAGE_TOKEN.",
      "The token that whoever opens the page must know: at least 16 letters and digits. Or the variable MAILLAGE_TOKEN."
    )
  )
  var token: String?

  @Flag(
    name: .customLong("no-open"),
    help: help("Ne pas ouvrir le navigateur.", "Do not open the browser."))
  var isQuiet = false

  @Flag(
    name: .customLong("internal"),
    help: help(
      "Montrer aussi noms de personnes, courriels et téléphones.",
      "Show names of persons, e-mails and phone numbers too."))
  var isInternal = false

  @Option(help: help("Qui décide : noté avec chaque décision.", "Who decides: kept with each decision."))
  var author: String?

  @Option(
    help: help(
      "La date des décisions et des cartes (2026-03-14).", "The date of decisions and maps (2026-03-14)."))
  var date: PartialDate?

  @Option(
    help: help(
      "Secondes laissées à Graphviz pour chaque image.", "Seconds that Graphviz may take for each picture."))
  var timeLimit = 60

  @OptionGroup var languageOptions: LanguageOptions

  private var key: String? { token ?? ProcessInfo.processInfo.environment["MAILLAGE_TOKEN"] }

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError(
        spoken("--port doit être de 0 à 65535, pas \(port).", "--port must be from 0 to 65535, not \(port)."))
    }
    guard (1...86_400).contains(timeLimit) else {
      throw ValidationError(
        spoken(
          "--time-limit doit être de 1 à 86400 secondes, pas \(timeLimit).",
          "--time-limit must be from 1 to 86400 seconds, not \(timeLimit)."))
    }
    if let key {
      let isPlain =
        key.utf8.count >= 16 && key.utf8.count <= 200
        && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      guard isPlain else {
        throw ValidationError(
          spoken(
            "--token : de 16 à 200 lettres sans accent, chiffres, - ou _ ; par exemple celles de « openssl rand -hex 16 ».",
            "--token: 16 to 200 plain letters, digits, - or _; for example those of “openssl rand -hex 16”."))
      }
    } else if !options(.french).isLocal {
      throw ValidationError(
        spoken(
          "--host \(host) ouvre la page à d’autres ordinateurs : ajoutez --token \"$(openssl rand -hex 16)\".",
          "--host \(host) opens the page to other computers: add --token \"$(openssl rand -hex 16)\"."))
    }
  }

  private func options(_ language: Language) -> ExplorerServer.Options {
    ExplorerServer.Options(
      host: host, port: port, token: key, language: language, isInternal: isInternal, author: author, date: date)
  }

  func run() async throws {
    let opened = try GraphInput.open(graph)
    let server = ExplorerServer(
      opened, folder: Workspace.packageFolder(graph),
      options: options(languageOptions.language(for: opened)), table: try PlacesCommand.installed.table(),
      renderer: .ownProgram(timeLimit: .seconds(timeLimit)))
    let isQuiet = isQuiet
    do {
      try await server.run { address in
        Terminal.print(address + "\n")
        Terminal.say(
          LocalizedText(
            french: "L’explorateur est ouvert ; Ctrl-C l’arrête.", english: "The explorer is open; Ctrl-C stops it."))
        if !isQuiet { Browser.open(address) }
      }
    } catch let error as ExplorerServerError {
      let status: ExitStatus =
        switch error.reason {
        case .portInUse: .cannotCreate
        case .notPermitted: .noPermission
        case .unknownHost: .usage
        case .other: .software
        }
      throw Terminal.failure(status, error.message)
    }
  }
}

/// The browser of this computer.
enum Browser {
  /// Opens `address` where there is a browser and someone to look at it; else does nothing, since the address is printed.
  static func open(_ address: String) {
    let environment = ProcessInfo.processInfo.environment
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
      guard ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { !(environment[$0] ?? "").isEmpty }) else { return }
    #endif
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    guard let path = folders.map({ "\($0)/\(program)" }).first(where: FileManager.default.isExecutableFile) else {
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [address]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    do { try process.run() } catch {
      // The address stands on the terminal.
    }
  }
}
