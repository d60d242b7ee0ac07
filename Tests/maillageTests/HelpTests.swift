import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test("of every command is what was read and agreed", arguments: [""])
  func snapshot(command: String) throws {
    let outcome = try CommandRunner.maillage(command.isEmpty ? ["--help"] : [command, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    expectSnapshot(outcome.output, named: "help\(command.isEmpty ? "" : "-" + command).txt")
  }

  @Test("gives an example of each command", arguments: [String]())
  func example(command: String) throws {
    let outcome = try CommandRunner.maillage([command, "--help"])
    #expect(outcome.output.contains("maillage \(command) Graphs/"))
  }

  @Test("answers a wrong option or command on standard error with exit code 64")
  func usage() throws {
    for arguments in [["--no-such-option"], ["dessine"]] {
      let outcome = try CommandRunner.maillage(arguments)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
