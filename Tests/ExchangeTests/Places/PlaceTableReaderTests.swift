import AllianceModel
import Exchange
import Foundation
import TestSupport
import Testing

@Suite("PlaceTableReader")
struct PlaceTableReaderTests {
  private func read(_ texts: String...) throws(ImportProblem) -> PlaceTableContent {
    try PlaceTableReader.read(texts.map { DataPackage.File(name: "communes.csv", bytes: Array($0.utf8)) })
  }

  @Test("recognises the columns by their names, in any order, and codes that lost their zero")
  func columns() throws {
    let content = try read(
      "Libellé;Code INSEE;lon;lat;PMUN\nAbergement;1001;4,92;46,15;860\nAjaccio;2A004;8,74;41,92;\n")
    #expect(content.problems.isEmpty)
    #expect(content.table.communes.map(\.code) == ["01001", "2A004"])
    #expect(content.table["01001"]?.population == 860)
    #expect(content.table["2A004"]?.population == nil)
    #expect(content.table["01001"]?.coordinate == GeoCoordinate(latitude: 46.15, longitude: 4.92))
  }

  @Test("tells rows at fault with line and column, and keeps the others")
  func faults() throws {
    let content = try read("insee,nom,lat,lon\n35236,Redon,47.66,-2.08\nXX,Nulle part,1,2\n35219,Pipriac,147,-1.9\n")
    #expect(content.table.communes.map(\.code) == ["35219", "35236"])
    #expect(content.table["35219"]?.coordinate == nil)
    #expect(content.problems.map(\.location?.line) == [3, 4])
  }

  @Test("takes a plain column code for the INSEE code")
  func plainCode() throws {
    #expect(try read("code;nom\n35236;Redon\n").table["35236"]?.name == "Redon")
  }

  @Test("refuses a table without codes of communes")
  func refused() {
    #expect(throws: ImportProblem.self) { try read("nom,prix\nA,1\n") }
    #expect(throws: ImportProblem.self) { try read("insee,nom\n") }
  }

  @Test("lets a later table replace rows of an earlier one, and reads back what it writes")
  func merging() throws {
    let table = try read("insee,nom,lat,lon\n35236,Redon,1,2\n", "insee,nom,lat,lon\n35236,\"Redon, la\",47.66,-2.08\n")
      .table
    #expect(table["35236"]?.name == "Redon, la")
    #expect(try read(PlaceTableReader.text(of: table)).table == table)
  }

  @Test("never traps on a beginning or a thousand mutations of a table")
  func robustness() {
    let bytes = Array(
      "insee,nom,epci,population,lat,lon\n35236,Redon,243500741,9312,47.66,-2.08\n2A004,\"Ajaccio\",,,41.9,8.7\n".utf8)
    var samples = (0..<bytes.count).map { Array(bytes[..<$0]) }
    var generator = TestGenerator(seed: 7)
    for _ in 0..<1_000 {
      var mutated = bytes
      mutated[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      samples.append(mutated)
    }
    for sample in samples {
      do throws(ImportProblem) {
        _ = try PlaceTableReader.read([DataPackage.File(name: "x", bytes: sample)])
      } catch {
        #expect(!error.message.english.isEmpty)
      }
    }
  }

  @Test("reads the table of all communes of France")
  func france() throws {
    guard let folder = RealData.folder else { return RealData.skip("table of communes") }
    let data = try Data(contentsOf: folder.appending(path: "geo/communes_fr.csv"))
    let content = try PlaceTableReader.read([DataPackage.File(name: "communes_fr.csv", bytes: Array(data))])
    // The figures of the folder's own README.
    #expect(content.table.communes.count == 34_920)
    #expect(content.table.communes.count { $0.coordinate == nil } == 2)
    #expect(content.table.communes.count { $0.epci == nil } == 4)
    #expect(content.table["35236"]?.name == "Redon")
    #expect(content.table.communes(ofEPCI: "243500741").count == 31)
  }
}
