import AllianceModel
import ArgumentParser
import Workspace

/// The command `maillage`: reads arguments, asks the libraries, prints.
@main
struct Maillage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maillage",
    abstract:
      "Cartes d’alliances d’un territoire, partenariats manquants, bonnes nouvelles. / Maps of who works with whom.",
    discussion: """
      Commencer :        maillage new Mon-territoire
      Lire un tableau :  maillage import acteurs.csv alliances.csv --into Mon-territoire --apply
      Dessiner :         maillage map Mon-territoire --kind network --output carte.svg
      Analyser :         maillage analyze Mon-territoire

      Messages follow the locale (LANG=en_GB.UTF-8 for English); maps and reports follow --lang.
      """,
    version: "0.1.0",
    subcommands: [AnalyzeCommand.self, ShowCommand.self])

  /// Runs the command; an error of the libraries ends it with its own exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as WorkspaceError {
      Terminal.say("maillage: \(error.text(in: Terminal.language))")
      exit(withError: ExitCode(error.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
