public import AllianceModel

/// How much a GeoJSON file may hold: far more than all communes of France in fine outlines.
public struct GeoJSONLimits: Sendable {
  public let bytes: Int
  public let features: Int
  /// Points of all outlines together.
  public let points: Int

  public init(bytes: Int = 200_000_000, features: Int = 100_000, points: Int = 10_000_000) {
    (self.bytes, self.features, self.points) = (bytes, features, points)
  }
}

/// What a GeoJSON file holds that a map can show, and what there is to say about the rest.
public struct GeoJSONContent: Sendable, Equatable {
  /// Polygons and points in WGS 84 degrees, in the order of the file.
  public let features: [GeoFeature]
  public let problems: [ImportProblem]
}

/// Reads outlines and points from GeoJSON.
///
/// Taken: `FeatureCollection`, `Feature`, a geometry alone, `GeometryCollection`; polygons and points, single and multiple.
/// Lines are told and left out. Codes and names are found under the keys that French files use (`code`, `insee`,
/// `siren`, `nom`, `libgeo`…). Degrees are WGS 84; Lambert-93 (EPSG:2154), named by `crs` or known by its size, is
/// converted; any other system is refused, since a guess would put the map elsewhere.
///
/// - SeeAlso: RFC 7946; `crs` as in the GeoJSON specification of 2008.
public enum GeoJSONReader {
  /// - Parameter file: Its name, for messages.
  /// - Throws: The one problem for which nothing can be read. A feature at fault is left out and told instead.
  /// - Complexity: O(*n*) in the bytes.
  public static func read(
    _ bytes: [UInt8], file: String, limits: GeoJSONLimits = GeoJSONLimits()
  ) throws(ImportProblem) -> GeoJSONContent {
    guard !bytes.isEmpty else { throw .emptyFile(file) }
    guard bytes.count <= limits.bytes else { throw .tooLarge(file, bytes: bytes.count, limit: limits.bytes) }
    let text = GeoJSONText(bytes: bytes, file: file)
    let root: JSONTree
    do throws(JSONFault) {
      root = try JSONReader.value(of: bytes)
    } catch {
      throw text.problem(of: error)
    }
    guard let object = root.object, let type = object["type"]?.string else { throw text.notGeoJSON() }
    var assembly = GeoJSONAssembly(text: text, limits: limits, system: try text.system(of: object))
    switch type {
    case "FeatureCollection":
      guard let members = object["features"]?.elements else { throw text.notGeoJSON() }
      guard members.count <= limits.features else { throw text.tooMuch("\(members.count)", limit: limits.features) }
      for (index, member) in members.enumerated() { try assembly.add(member, number: index + 1) }
    case "Feature": try assembly.add(root, number: 1)
    default: try assembly.add(geometry: object)
    }
    guard !assembly.features.isEmpty else { throw assembly.problems.first ?? text.nothingToShow() }
    return GeoJSONContent(features: assembly.features, problems: assembly.problems + assembly.notes)
  }
}

/// In which system the numbers of a file are.
enum CoordinateSystem: Equatable {
  case degrees, lambert93
}

/// Collects the features of one file.
struct GeoJSONAssembly {
  let text: GeoJSONText
  let limits: GeoJSONLimits
  /// nil until the first position shows it.
  private var system: CoordinateSystem?
  private var isSystemGuessed = false
  private(set) var features: [GeoFeature] = []
  private(set) var problems: [ImportProblem] = []
  private var pointCount = 0

  init(text: GeoJSONText, limits: GeoJSONLimits, system: CoordinateSystem?) {
    (self.text, self.limits, self.system) = (text, limits, system)
  }

  var notes: [ImportProblem] { isSystemGuessed && system == .lambert93 ? [text.convertedNote()] : [] }

  /// Why a shape is not taken.
  private enum Refusal: Error {
    case problem(LocalizedText, cure: LocalizedText)
    case fatal(ImportProblem)
  }

  private typealias Shape = (polygons: [GeoPolygon], points: [GeoCoordinate])

  mutating func add(_ member: JSONTree, number: Int) throws(ImportProblem) {
    guard let object = member.object else {
      problems.append(text.featureProblem(number: number, name: nil, offset: nil, GeoJSONText.notAFeature))
      return
    }
    let properties = object["properties"]?.object
    let name = GeoJSONKeys.name(in: properties)
    guard let geometry = object["geometry"]?.object else {
      problems.append(text.featureProblem(number: number, name: name, offset: object.offset, GeoJSONText.noGeometry))
      return
    }
    let code = GeoJSONKeys.code(in: properties) ?? object["id"]?.text
    try add(geometry, code: code, name: name, number: number, offset: object.offset)
  }

  mutating func add(geometry: JSONObject) throws(ImportProblem) {
    try add(geometry, code: nil, name: nil, number: 1, offset: geometry.offset)
  }

  private mutating func add(
    _ geometry: JSONObject, code: String?, name: String?, number: Int, offset: Int
  ) throws(ImportProblem) {
    do throws(Refusal) {
      let shape = try shape(of: geometry, depth: 0)
      features.append(GeoFeature(code: code, name: name, polygons: shape.polygons, points: shape.points))
    } catch {
      switch error {
      case .problem(let message, let cure):
        problems.append(text.featureProblem(number: number, name: name ?? code, offset: offset, (message, cure)))
      case .fatal(let problem): throw problem
      }
    }
  }

  private mutating func shape(of geometry: JSONObject, depth: Int) throws(Refusal) -> Shape {
    guard let type = geometry["type"]?.string else { throw refusal(GeoJSONText.noGeometry) }
    let coordinates = geometry["coordinates"]
    switch type {
    case "Point": return ([], [try position(coordinates)])
    case "MultiPoint":
      return ([], try list(coordinates) { (self: inout Self, value) throws(Refusal) in try self.position(value) })
    case "Polygon": return ([try polygon(coordinates)], [])
    case "MultiPolygon":
      return (try list(coordinates) { (self: inout Self, value) throws(Refusal) in try self.polygon(value) }, [])
    case "GeometryCollection" where depth < 8:
      var result: Shape = ([], [])
      for member in geometry["geometries"]?.elements ?? [] {
        guard let inner = member.object else { throw refusal(GeoJSONText.noGeometry) }
        let shape = try shape(of: inner, depth: depth + 1)
        result.polygons += shape.polygons
        result.points += shape.points
      }
      return result
    default: throw refusal(GeoJSONText.unsupported(type))
    }
  }

  private func refusal(_ words: GeoJSONText.Words) -> Refusal { .problem(words.message, cure: words.cure) }

  private mutating func list<Element>(
    _ value: JSONTree?, _ read: (inout Self, JSONTree) throws(Refusal) -> Element
  ) throws(Refusal) -> [Element] {
    guard let elements = value?.elements, !elements.isEmpty else { throw refusal(GeoJSONText.badCoordinates) }
    var result: [Element] = []
    for element in elements { result.append(try read(&self, element)) }
    return result
  }

  private mutating func polygon(_ value: JSONTree?) throws(Refusal) -> GeoPolygon {
    let rings = try list(value) { (self: inout Self, ring) throws(Refusal) in
      try self.list(ring) { (self: inout Self, value) throws(Refusal) in try self.position(value) }
    }
    let polygon = GeoPolygon(rings: rings)
    guard polygon.rings.allSatisfy({ $0.count > 2 }) else { throw refusal(GeoJSONText.shortRing) }
    return polygon
  }

  /// The place of a position; its altitude, if any, is not needed.
  private mutating func position(_ value: JSONTree?) throws(Refusal) -> GeoCoordinate {
    guard case .numbers(let numbers)? = value, (2...4).contains(numbers.count) else {
      throw refusal(GeoJSONText.badCoordinates)
    }
    pointCount += 1
    guard pointCount <= limits.points else { throw .fatal(text.tooMuch("\(pointCount)", limit: limits.points)) }
    let (x, y) = (numbers[0], numbers[1])
    if system == nil {
      isSystemGuessed = true
      system = GeoJSONText.isLambert93(x, y) ? .lambert93 : .degrees
    }
    let place =
      system == .lambert93
      ? LambertConformal.france.coordinate(at: PlanePosition(east: x, north: y))
      : GeoCoordinate(latitude: y, longitude: x)
    guard let place else { throw refusal(GeoJSONText.outOfRange(x, y)) }
    return place
  }
}

/// The names under which files give codes and names, compared without case, accents and underscores.
enum GeoJSONKeys {
  private static let codes = [
    "code", "insee", "code insee", "insee com", "codgeo", "code commune", "com", "insee code", "code com", "siren",
    "siren epci", "code epci", "code siren", "epci", "insee dep", "code dept", "code departement", "dep", "insee reg",
    "code region", "reg", "id", "ref insee",
  ]
  private static let names = [
    "nom", "name", "libelle", "label", "nom com", "libgeo", "nom commune", "nom officiel", "nom epci", "nom dep",
    "nom departement", "nom reg", "nom region", "nom m", "titre", "title", "commune",
  ]

  static func code(in properties: JSONObject?) -> String? {
    // Programs that take a code for a number lose the zero in front of it.
    text(under: codes, in: properties).map { RowReader.communeCode($0) }
  }

  static func name(in properties: JSONObject?) -> String? { text(under: names, in: properties) }

  private static func text(under keys: [String], in properties: JSONObject?) -> String? {
    guard let properties else { return nil }
    let known = properties.members.compactMap { member in
      member.value.text.map { (key: member.name.textKey, text: $0.trimmedCell) }
    }
    return keys.lazy.compactMap { key in known.first { $0.key == key && !$0.text.isEmpty }?.text }.first
  }
}
