import Foundation
import GraphvizKit

// The worker of the tests: the real one, and those that misbehave in the ways that matter to who waits for them.
switch CommandLine.arguments.dropFirst().first {
case RenderWorker.subcommand: exit(RenderWorker.run())
case "crash":
  _ = FileHandle.standardInput.availableData
  FileHandle.standardError.write(Data("Error: about to crash\n".utf8))
  kill(getpid(), SIGSEGV)
case "exit":
  FileHandle.standardError.write(Data("Fontconfig error: Cannot load default config file\n".utf8))
  exit(3)
case "garbage":
  _ = FileHandle.standardInput.availableData
  FileHandle.standardOutput.write(Data(repeating: 0xFF, count: 100))
  while true { sleep(1) }
case "chatter":
  FileHandle.standardError.write(Data(repeating: UInt8(ascii: "x"), count: 20 << 20))
case "stuck-first":
  // The first one to run leaves a mark and hangs; those after it work.
  let mark = CommandLine.arguments[2]
  if FileManager.default.fileExists(atPath: mark) { exit(RenderWorker.run()) }
  _ = FileManager.default.createFile(atPath: mark, contents: nil)
  while true { sleep(1) }
case "silence":
  try FileHandle.standardOutput.close()
  while true { sleep(1) }
default:
  signal(SIGTERM, SIG_IGN)
  while true { sleep(1) }
}
