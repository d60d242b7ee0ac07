import AllianceModel
import ArgumentParser
import Foundation
import GraphvizKit
import Workspace

/// The command `maillage`: reads arguments, asks the libraries, prints.
@main
struct Maillage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maillage",
    abstract: spoken(
      "Qui coopère avec qui sur un territoire : cartes d’alliances, analyses, contrôles.",
      "Who works with whom on a territory: alliance maps, analyses, checks."),
    discussion: spoken("Pour commencer :", "To begin:") + """

        maillage new Mon-territoire
        maillage import acteurs.csv alliances.csv --into Mon-territoire --apply
        maillage map Mon-territoire --kind network --output carte.svg
        maillage analyze Mon-territoire
      """,
    version: maillageVersion,
    subcommands: [
      NewCommand.self, ImportCommand.self, CheckCommand.self, ShowCommand.self, AnalyzeCommand.self,
      MapCommand.self, PlacesCommand.self, ExportCommand.self, RankPairsCommand.self,
      MissingCommand.self, ReportCommand.self, ExploreCommand.self, PublishCommand.self,
    ])

  /// Runs the command; an error of the libraries ends it with its own exit code.
  static func main() async {
    // A worker of ours, started to draw one picture: no arguments to parse.
    if CommandLine.arguments.dropFirst().first == RenderWorker.subcommand { Foundation.exit(RenderWorker.run()) }
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
