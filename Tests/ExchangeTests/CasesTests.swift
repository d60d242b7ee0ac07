import AllianceModel
import Exchange
import Foundation
import TestSupport

/// The sheets from which the shipped graphs were made, where this machine has them.
enum CasesTests {
  /// Name, actors and alliances, counted as lines of the sheets.
  static let counts = [
    ("economie-de-l-alliance", 88, 56), ("grand-figeac", 31, 17), ("valence-romans", 43, 23), ("redon", 30, 17),
  ]

  static var isAvailable: Bool { FileManager.default.fileExists(atPath: folder("redon").path) }

  static func read(_ name: String) throws -> ImportReport {
    let files = try ["acteurs.csv", "alliances.csv"].map { file in
      DataPackage.File(name: file, bytes: [UInt8](try Data(contentsOf: folder(name).appending(path: file))))
    }
    return Importer.read(files, info: GraphInfo(name: name, title: name))
  }

  private static func folder(_ name: String) -> URL {
    RealData.packageRoot.appending(path: "Graphs/\(name)/saisie", directoryHint: .isDirectory)
  }
}
