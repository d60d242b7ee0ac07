import AllianceModel
import Foundation
import Testing

@testable import Reporting

@Suite("PDF printer")
struct PDFPrinterTests {
  /// A folder with a program of this name, written in the shell.
  private func folder(with name: String, script: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return folder
  }

  private func remove(_ folder: URL) { try? FileManager.default.removeItem(at: folder) }

  @Test("says what to install when there is no program")
  func missing() {
    for path in ["", "/nowhere", "relative"] {
      #expect(throws: ReportError.noPrintEngine) { try PDFPrinter(path: path, timeLimit: .seconds(5)) }
    }
  }

  @Test("takes the first program of its list, and sets the dates of the PDF to that of the report")
  func dates() async throws {
    let script = #"""
      for argument in "$@"; do case "$argument" in --print-to-pdf=*) target="${argument#--print-to-pdf=}";; esac; done
      printf "%%PDF /CreationDate (D:20300101101112+02'00') /ModDate (D:20300101101112+02'00')" > "$target"
      """#
    let folder = try folder(with: "chromium-browser", script: script)
    defer { remove(folder) }
    let printer = try PDFPrinter(path: "/nowhere:\(folder.path)", timeLimit: .seconds(30))
    let bytes = try await printer.pdf(of: "<p>x", date: PartialDate("2021-11-23"))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "%PDF /CreationDate (D:20211123000000+00'00') /ModDate (D:20211123000000+00'00')")
  }

  @Test("stops a program that takes too long, and tells of one that fails or writes nothing")
  func failures() async throws {
    let cases: [(script: String, error: ReportError)] = [
      ("sleep 60", .printTimeLimit(engine: "chromium", seconds: 1)),
      ("echo 'no display' >&2; exit 3", .printFailed(engine: "chromium", detail: "no display")),
      ("exit 0", .printFailed(engine: "chromium", detail: "page.pdf ?")),
    ]
    for (script, error) in cases {
      let folder = try folder(with: "chromium", script: script)
      defer { remove(folder) }
      let limit: Duration = script.hasPrefix("sleep") ? .seconds(1) : .seconds(30)
      let printer = try PDFPrinter(path: folder.path, timeLimit: limit)
      await #expect(throws: error) { try await printer.pdf(of: "<p>x", date: nil) }
    }
  }
}
