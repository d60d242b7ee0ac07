import AllianceModel
import Foundation
import TestSupport
import Testing

@testable import Exchange

/// An error is fine, a trap is not.
@Suite("Robustness")
struct RobustnessTests {
  static let sample = """
    Annuaire;;;
    id;nom;type;siren;insee;début;odd;partenaires
    a;"Archer ""SAS"" ; é";asso;732 829 320;26281;23/11/2021;8|17;b
    b;Adie
    été;association;3,52E+13;;avant 2010;ODD 8;a|c

    """

  static let alliances = "id;titre;parties;roles;date;source\nx;X;a|b;a:hôte|b:\"r\";2021;s | https://a.fr\n"

  private func read(_ actors: [UInt8]) {
    let report = Importer.read(
      [.init(name: "a.csv", bytes: actors), .init(name: "b.csv", bytes: Array(Self.alliances.utf8))],
      info: GraphInfo(name: "g", title: "G"))
    for problem in report.problems { _ = problem.text(in: .french) }
    _ = GraphUpdate(of: report.graph, by: report)
  }

  @Test("reads every beginning of a sheet")
  func prefixes() {
    let bytes = Array(Self.sample.utf8)
    for length in 0...bytes.count { read(Array(bytes[..<length])) }
  }

  @Test("reads 1,000 random mutations of a sheet, in three encodings")
  func mutations() {
    let marks = Array("\";,|\t\n\r'=:\\<>0€é".utf8) + [0, 0x80, 0xC3, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF]
    let samples: [[UInt8]] = [
      Array(Self.sample.utf8), [0xFF, 0xFE] + Self.sample.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      Self.sample.unicodeScalars.compactMap { UInt8(exactly: $0.value) },
    ]
    for seed in 0..<1000 as Range<UInt64> {
      var generator = TestGenerator(seed: seed)
      var bytes = samples[Int(seed % 3)]
      for _ in 0...(generator.next() % 8) {
        let place = Int(generator.next() % UInt64(bytes.count))
        let mark = marks[Int(generator.next() % UInt64(marks.count))]
        switch generator.next() % 4 {
        case 0: bytes[place] = mark
        case 1: bytes.insert(mark, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.swapAt(place, Int(generator.next() % UInt64(bytes.count)))
        }
      }
      read(bytes)
    }
  }

  @Test("reads every beginning of a descriptor, and 1,000 mutations of it")
  func descriptors() throws {
    let graph = AllianceGraph.random(seed: 5)
    let bytes = try #require(try DataPackage.files(of: graph).last).bytes
    func head(_ bytes: [UInt8]) {
      do { _ = try DataPackage.head(of: bytes, folder: "g", file: "d") } catch { _ = error.text(in: .english) }
    }
    for length in stride(from: 0, through: bytes.count, by: 7) { head(Array(bytes[..<length])) }
    for seed in 0..<1000 as Range<UInt64> {
      var generator = TestGenerator(seed: seed)
      var mutated = bytes
      for _ in 0..<4 {
        mutated[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      head(mutated)
    }
  }

  @Test("refuses what is too much, and says the limit")
  func limits() {
    let limits = ImportLimits(bytes: 60, records: 2, columns: 4, cell: 10)
    func message(_ text: String) -> String? {
      Importer.read(
        [.init(name: "a.csv", bytes: Array(text.utf8))], info: GraphInfo(name: "g", title: "G"), limits: limits
      )
      .problems.first?.message.english
    }
    #expect(
      message("nom;type\n" + String(repeating: "A;asso\n", count: 9))
        == "the file is too large: 72 bytes, at most 60 bytes")
    #expect(message("nom;type\nA;\nB;\nC;\n") == "the file has more than 2 rows")
    #expect(message("nom;type;a;b;c\nA;\n") == "the header has 5 columns, at most 4")
    #expect(message("nom;type\nabcdefghijkl;\n")?.hasPrefix("this cell is too long: 12 bytes, at most 10") == true)
  }

  @Test("reads 3,000 alliances of unknown parties without comparing all with all", .timeLimit(.minutes(1)))
  func manyUnknownParties() {
    let rows = (0..<3000).map { "Projet \($0);Structure \($0)|Structure \(($0 * 7) % 3000)\n" }.joined()
    let report = ImporterTests.read(["nom;type\nAdie;association\n", "titre;parties\n" + rows])
    #expect(report.createdActors.count == 3000)
    #expect(report.graph.alliances.count == 3000)
  }
}
