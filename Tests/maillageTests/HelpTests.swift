import Foundation
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  /// The commands that `maillage --help` lists.
  static func commands() throws -> [String] {
    let help = try CommandRunner.maillage(["--help"]).output
    let list = try #require(help.range(of: "SUBCOMMANDS:"))
    return help[list.upperBound...].matches(of: /(?m)^  ([a-z][a-z-]+)/).map { String($0.1) }.filter { $0 != "help" }
  }

  @Test("of every command is what was read and agreed, in the language of the locale", arguments: ["fr", "en"])
  func snapshots(language: String) throws {
    for command in try [""] + Self.commands() {
      let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
      let outcome = try CommandRunner.maillage(arguments, environment: ["LC_ALL": "\(language).UTF-8"])
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      expectSnapshot(outcome.output, named: "help\(command.isEmpty ? "" : "-" + command).\(language).txt")
    }
  }

  @Test("gives an example of each command")
  func examples() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 2)
    for command in commands {
      let help = try CommandRunner.maillage([command, "--help"]).output
      #expect(help.contains("maillage \(command) "), "\(command)")
      #expect(help.contains("Exemple"), "\(command)")
    }
  }

  @Test("answers a wrong option or command on standard error with exit code 64")
  func usage() throws {
    let wrong = [["--no-such-option"], ["dessine"], ["analyze"], ["analyze", "x", "--format", "xml"], ["show"]]
    for arguments in wrong {
      let outcome = try CommandRunner.maillage(arguments)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
