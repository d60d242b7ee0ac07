import AllianceModel
import Exchange
import Foundation
import TestSupport
import Testing

@Suite("GeoJSONReader")
struct GeoJSONReaderTests {
  private func read(_ text: String, limits: GeoJSONLimits = GeoJSONLimits()) throws(ImportProblem) -> GeoJSONContent {
    try GeoJSONReader.read(Array(text.utf8), file: "carte.geojson", limits: limits)
  }

  static let sample = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"nom": "Redon", "code": "35236"}, "geometry":
        {"type": "Polygon", "coordinates": [[[-2.1, 47.6], [-2, 47.6], [-2, 47.7], [-2.1, 47.6]]]}},
      {"type": "Feature", "id": 35219, "properties": {"libgeo": "Pipriac"}, "geometry":
        {"type": "MultiPolygon", "coordinates": [[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]],
          [[1, 1], [2, 1], [2, 2], [1, 1]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]}},
      {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [2.35, 48.86, 35]}}]}
    """

  @Test("reads polygons with holes, points, codes and names")
  func shapes() throws {
    let content = try read(Self.sample)
    #expect(content.problems.isEmpty)
    #expect(content.features.map(\.name) == ["Redon", "Pipriac", nil])
    #expect(content.features.map(\.code) == ["35236", "35219", nil])
    #expect(content.features[0].polygons[0].rings[0].count == 3)
    #expect(content.features[1].polygons.map(\.rings.count) == [2, 1])
    #expect(content.features[2].points == [try #require(GeoCoordinate(latitude: 48.86, longitude: 2.35))])
    #expect(content.features[1].contains(try #require(GeoCoordinate(latitude: 3, longitude: 3))))
    #expect(!content.features[1].contains(try #require(GeoCoordinate(latitude: 1.4, longitude: 1.6))))
  }

  /// The corner of Lambert-93 with known degrees: its origin, 46.5° N 3° E at 700 km, 6,600 km.
  @Test("converts Lambert-93, named by crs or known by its size", arguments: [true, false])
  func lambert(isNamed: Bool) throws {
    let crs = isNamed ? #""crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}, "# : ""
    let content = try read(
      #"{\#(crs)"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [700000, 6600000]}}"#)
    let place = try #require(content.features.first?.points.first)
    #expect(abs(place.latitude - 46.5) < 1e-9 && abs(place.longitude - 3) < 1e-9)
    #expect(content.problems.map(\.severity) == (isNamed ? [] : [.note]))
  }

  @Test("refuses a system that it does not know, with its name")
  func otherSystem() {
    let text = """
      {"type": "FeatureCollection", "features": [],
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}}
      """
    #expect { try read(text) } throws: {
      ($0 as? ImportProblem)?.message.french.contains("EPSG::3857") ?? false
    }
  }

  @Test("leaves out what it cannot show, and says which feature, where and why")
  func leftOut() throws {
    let content = try read(
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"nom": "Vilaine"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}},
        {"type": "Feature", "properties": {}, "geometry": null},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [700, 48]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2, 48]}}]}
      """)
    #expect(content.features.count == 1)
    #expect(content.problems.map(\.location?.line) == [2, 3, 4, 5])
    #expect(content.problems[0].message.french.contains("« Vilaine »".withFrenchSpaces))
    #expect(content.problems[0].message.english.contains("LineString"))
    #expect(content.problems[2].message.english.contains("[700.0, 48.0]"))
    #expect(content.problems.allSatisfy { $0.cure != nil })
  }

  @Test("names line and column where a text is no JSON, and what to do about it")
  func broken() throws {
    let problem = try #require(throws: ImportProblem.self) {
      try read("{\"type\":\n \"FeatureCollection\" \"features\"}")
    }
    #expect(problem.location == SourceLocation(file: "carte.geojson", line: 2, column: 22))
    #expect(problem.text(in: .english).contains("carte.geojson:2:22: error: this file is not valid JSON"))
  }

  @Test("refuses other JSON, empty collections and files beyond its limits")
  func refused() {
    for text in ["{}", "[1]", "{\"type\": \"Topology\"}", "{\"type\": \"FeatureCollection\", \"features\": []}", ""] {
      #expect(throws: ImportProblem.self, "\(text)") { try read(text) }
    }
    #expect(throws: ImportProblem.self) { try read(Self.sample, limits: GeoJSONLimits(points: 10)) }
    #expect(throws: ImportProblem.self) { try read(Self.sample, limits: GeoJSONLimits(features: 2)) }
    #expect(throws: ImportProblem.self) { try read(Self.sample, limits: GeoJSONLimits(bytes: 100)) }
  }

  @Test("never traps on a beginning of a file")
  func prefixes() {
    let bytes = Array(Self.sample.utf8)
    for length in 0..<bytes.count {
      #expect(throws: ImportProblem.self) { try GeoJSONReader.read(Array(bytes[..<length]), file: "x") }
    }
  }

  @Test("never traps on a thousand mutations of a file")
  func mutations() {
    var generator = TestGenerator(seed: 20)
    let bytes = Array(Self.sample.utf8)
    let alphabet = Array("[]{},:\"\\-.0123456789eEtfn u\u{FF}".utf8)
    var readable = 0
    for _ in 0..<1_000 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<mutated.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated[place] = alphabet.randomElement(using: &generator) ?? 0
        case 1: mutated.remove(at: place)
        default: mutated.insert(alphabet.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      do throws(ImportProblem) {
        readable += try GeoJSONReader.read(mutated, file: "x").features.isEmpty ? 0 : 1
      } catch {
        #expect(!error.message.french.isEmpty)
      }
    }
    #expect(readable > 0 && readable < 1_000)
  }

  @Test("reads the outlines of départements, régions and communes that people use")
  func realOutlines() throws {
    guard let folder = RealData.folder else { return RealData.skip("GeoJSON of real outlines") }
    for (file, count, name) in [
      ("departements-version-simplifiee", 96, "Ille-et-Vilaine"), ("regions-version-simplifiee", 13, "Bretagne"),
      ("communes-35-ille-et-vilaine", 333, "Redon"),
    ] {
      let data = try Data(contentsOf: folder.appending(path: "geo/\(file).geojson"))
      let content = try GeoJSONReader.read(Array(data), file: file)
      #expect(content.problems.isEmpty)
      #expect(content.features.count >= count, "\(file): \(content.features.count)")
      #expect(content.features.contains { $0.name == name })
      #expect(content.features.allSatisfy { $0.code != nil && !$0.polygons.isEmpty })
    }
  }
}
