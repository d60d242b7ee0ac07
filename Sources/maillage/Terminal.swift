import AllianceModel
import ArgumentParser
import Foundation

/// The exit codes of the command, those of `sysexits.h`.
enum ExitStatus: Int32 {
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case timeLimit = 75
  case noPermission = 77
}

/// What the command says to the person at the terminal: results on standard output, everything else on standard error.
enum Terminal {
  /// The language of messages: that of the locale.
  static let language: Language = {
    let environment = ProcessInfo.processInfo.environment
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.filter { !$0.isEmpty }
    return Language(locale: names.first ?? "")
  }()

  /// Writes a result.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes a message.
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  static func say(_ text: LocalizedText) { say(text[language]) }

  /// Says what went wrong and gives the exit code to throw.
  static func failure(_ status: ExitStatus, _ message: LocalizedText) -> ExitCode {
    say("maillage: \(message[language])")
    return ExitCode(status.rawValue)
  }
}

/// A text of the command's own help, in the language of the locale.
func spoken(_ french: String, _ english: String) -> String {
  LocalizedText(french: french, english: english)[Terminal.language]
}

/// The help of an argument or option, in the language of the locale.
func help(_ french: String, _ english: String) -> ArgumentHelp { ArgumentHelp(spoken(french, english)) }
