import Foundation
import TestSupport
import Testing

/// Reads every `import` of `Sources`: data goes down, never back up.
@Suite("Layering")
struct LayeringTests {
  /// What each target may import of this package and of others; the standard library's own modules are free.
  static let allowed: [String: Set<String>] = [
    "GraphvizKit": ["GraphvizShim", "Subprocess", "SystemPackage"],
    "GraphCore": [],
    "AllianceModel": ["GraphCore"],
    "Exchange": ["GraphCore", "AllianceModel", "GraphvizKit"],
    "TerritoryAnalysis": ["AllianceModel", "GraphCore"],
    "MissingPartnerships": ["AllianceModel", "GraphCore"],
    "Cartography": ["AllianceModel", "GraphCore", "GraphvizKit", "TerritoryAnalysis"],
    "Reporting": [
      "AllianceModel", "Cartography", "GraphvizKit", "MissingPartnerships", "TerritoryAnalysis", "Mustache",
      "Subprocess", "SystemPackage",
    ],
    "Workspace": ["AllianceModel", "Exchange"],
    "Explorer": [
      "AllianceModel", "GraphvizKit", "TerritoryAnalysis", "MissingPartnerships", "Cartography", "Reporting",
      "Workspace", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTPTypes",
      "ServiceLifecycle", "UnixSignals", "CZlib",
    ],
    "maillage": [
      "GraphvizKit", "GraphCore", "AllianceModel", "Exchange", "TerritoryAnalysis", "MissingPartnerships",
      "Cartography", "Reporting", "Workspace", "Explorer", "ArgumentParser",
    ],
    "maillage-bench": [
      "GraphvizKit", "GraphCore", "AllianceModel", "Cartography", "MissingPartnerships", "TerritoryAnalysis",
      "Workspace", "Exchange",
      "GeneratedGraphs", "Reporting",
    ],
  ]
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "System", "Glibc", "Darwin", "Musl", "Swift",
  ]
  /// Modules that do without Foundation, so that they start fast and run anywhere.
  static let withoutFoundation: Set<String> = ["GraphCore"]

  /// The only places where `unsafe` may stand: folders of wrappers, and inner loops that a benchmark showed to need it.
  static let unsafeFolders = [
    "GraphvizKit/", "GraphCore/Storage/ParallelBlocks.swift", "Exchange/EdgeList/ByteWords.swift",
    "Exchange/EdgeList/FileBytes.swift", "Explorer/Page/PageBlock.swift",
  ]

  static func swiftFiles() throws -> [(path: String, text: String)] {
    let root = RealData.packageRoot.appending(path: "Sources", directoryHint: .isDirectory)
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try all.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      (path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
  }

  @Test("lets each module import only what stands below it")
  func imports() throws {
    let files = try Self.swiftFiles()
    #expect(files.count > 20)
    for file in files {
      let target = String(file.path.prefix { $0 != "/" })
      let allowed = try #require(Self.allowed[target], "a new target needs a line in LayeringTests: \(target)")
      for match in file.text.matches(of: /(?m)^(?:@\w+ )?(?:public |package |internal |private )?import (?:\w+ )?(\w+)/)
      {
        let module = String(match.1)
        if Self.platform.contains(module) {
          #expect(!(Self.withoutFoundation.contains(target) && module.hasPrefix("Foundation")), "\(file.path)")
        } else {
          #expect(allowed.contains(module), "\(file.path) imports \(module)")
        }
      }
    }
  }

  @Test("lets unsafe code stand only where it is wrapped")
  func unsafe() throws {
    for file in try Self.swiftFiles() where !Self.unsafeFolders.contains(where: { file.path.hasPrefix($0) }) {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let isUnsafe = code.contains(/\bunsafe\b|@unchecked|nonisolated\(unsafe\)/) && !code.contains("\"")
        #expect(!isUnsafe, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test("never names the machine that it was written on, and leaves nothing for later")
  func residue() throws {
    for file in try Self.swiftFiles() {
      for word in ["TODO", "FIXME", "fatalError(\"not"] {
        #expect(!file.text.contains(word), "\(file.path) holds \(word)")
      }
      #expect(!file.text.contains(/"\/(?:work|root|home)\//), "\(file.path) holds a path of one machine")
    }
  }
}
