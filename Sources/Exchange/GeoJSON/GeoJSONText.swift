import AllianceModel

/// The text of a GeoJSON file, for messages that say where.
struct GeoJSONText {
  typealias Words = (message: LocalizedText, cure: LocalizedText)

  let bytes: [UInt8]
  let file: String

  /// Line and column, in characters, of a byte.
  private func location(of offset: Int) -> SourceLocation {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // In a file of one endless line, counting letters from its start would take long and say little.
    let column = String(decoding: before[start...].prefix(1_000_000), as: UTF8.self).count + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  func problem(of fault: JSONFault) -> ImportProblem {
    let words: LocalizedText =
      switch fault.reason {
      case .unexpectedEnd:
        LocalizedText(
          french: "le texte s’arrête au milieu d’une valeur", english: "the text ends in the middle of a value")
      case .unexpected(let scalar):
        LocalizedText(
          french: "« \(String(scalar)) » ne peut pas se trouver ici", english: "“\(String(scalar))” cannot stand here")
      case .badNumber: LocalizedText(french: "ce nombre est mal écrit", english: "this number is badly written")
      case .badEscape:
        LocalizedText(french: "cette séquence après « \\ » est inconnue", english: "what follows the “\\” is not known")
      case .notUTF8: LocalizedText(french: "ce texte n’est pas en UTF-8", english: "this text is not in UTF-8")
      case .tooDeep(let limit):
        LocalizedText(
          french: "plus de \(limit) tableaux ou objets sont imbriqués",
          english: "more than \(limit) arrays or objects are nested")
      }
    return ImportProblem(
      .error, at: location(of: fault.offset),
      message: LocalizedText(
        french: "ce fichier n’est pas du JSON valide : \(words.french)",
        english: "this file is not valid JSON: \(words.english)"),
      cure: LocalizedText(
        french: "téléchargez-le de nouveau, ou exportez-le en GeoJSON depuis QGIS ou geojson.io",
        english: "download it again, or export it as GeoJSON from QGIS or geojson.io"))
  }

  func notGeoJSON() -> ImportProblem {
    fileProblem(
      LocalizedText(french: "ce fichier JSON n’est pas du GeoJSON", english: "this JSON file is not GeoJSON"),
      cure: LocalizedText(
        french: "un fichier GeoJSON commence par {\"type\": \"FeatureCollection\", \"features\": […]}",
        english: "a GeoJSON file begins with {\"type\": \"FeatureCollection\", \"features\": […]}"))
  }

  func nothingToShow() -> ImportProblem {
    fileProblem(
      LocalizedText(
        french: "ce fichier ne contient aucun contour ni point", english: "this file holds no outline and no point"),
      cure: LocalizedText(
        french: "donnez un fichier de contours : communes, EPCI, départements ou régions",
        english: "give a file of outlines: communes, EPCI, départements or régions"))
  }

  func tooMuch(_ count: String, limit: Int) -> ImportProblem {
    fileProblem(
      LocalizedText(
        french: "ce fichier est trop détaillé : \(count) éléments, au plus \(limit)",
        english: "this file is too detailed: \(count) elements, at most \(limit)"),
      cure: LocalizedText(
        french: "prenez une version simplifiée des contours, ou seulement votre département",
        english: "take a simplified version of the outlines, or your département alone"))
  }

  /// The system that `crs` names, or nil without one.
  func system(of root: JSONObject) throws(ImportProblem) -> CoordinateSystem? {
    guard let crs = root["crs"]?.object else { return nil }
    guard let name = crs["properties"]?.object?["name"]?.string else { return nil }
    let code = name.split { !$0.isLetter && !$0.isNumber }.last.map(String.init) ?? ""
    switch code.uppercased() {
    // RGF93 and the geographic systems overseas lie within a metre of WGS 84.
    case "CRS84", "4326", "4171", "4258", "5489", "4624", "4627", "4470", "4463": return .degrees
    case "2154", "9794": return .lambert93
    default:
      throw fileProblem(
        LocalizedText(
          french: "ce fichier est dans le système de coordonnées « \(name) », qui n’est pas lu",
          english: "this file is in the coordinate system “\(name)”, which is not read"),
        cure: LocalizedText(
          french: "exportez-le en WGS 84 (EPSG:4326) ou en Lambert-93 (EPSG:2154)",
          english: "export it as WGS 84 (EPSG:4326) or Lambert-93 (EPSG:2154)"))
    }
  }

  /// Whether two numbers are metres of Lambert-93 within metropolitan France: no degrees are so large.
  static func isLambert93(_ x: Double, _ y: Double) -> Bool {
    (0...1_400_000).contains(x) && (5_900_000...7_300_000).contains(y)
  }

  func convertedNote() -> ImportProblem {
    ImportProblem(
      .note, at: SourceLocation(file: file),
      message: LocalizedText(
        french: "les coordonnées sont lues comme du Lambert-93 et converties en degrés",
        english: "the coordinates are read as Lambert-93 and converted to degrees"))
  }

  func featureProblem(number: Int, name: String?, offset: Int?, _ words: Words) -> ImportProblem {
    let which = name.map { (" (« \($0.prefix(60)) »", " (“\($0.prefix(60))”") }
    return ImportProblem(
      .warning, at: offset.map(location(of:)) ?? SourceLocation(file: file), value: name,
      message: LocalizedText(
        french: "l’entité n° \(number)\(which.map { $0.0 + ")" } ?? "") est laissée de côté : \(words.message.french)",
        english: "feature \(number)\(which.map { $0.1 + ")" } ?? "") is left out: \(words.message.english)"),
      cure: words.cure)
  }

  private func fileProblem(_ message: LocalizedText, cure: LocalizedText) -> ImportProblem {
    ImportProblem(.error, at: SourceLocation(file: file), message: message, cure: cure)
  }

  static let notAFeature: Words = (
    LocalizedText(french: "ce n’est pas une entité", english: "it is not a feature"),
    LocalizedText(
      french: "écrivez {\"type\": \"Feature\", \"properties\": …, \"geometry\": …}",
      english: "write {\"type\": \"Feature\", \"properties\": …, \"geometry\": …}")
  )
  static let noGeometry: Words = (
    LocalizedText(french: "elle n’a pas de géométrie", english: "it has no geometry"),
    LocalizedText(
      french: "donnez-lui un polygone ou un point, ou retirez-la du fichier",
      english: "give it a polygon or a point, or take it out of the file")
  )
  static let badCoordinates: Words = (
    LocalizedText(
      french: "ses coordonnées ne sont pas des listes de nombres", english: "its coordinates are not lists of numbers"),
    LocalizedText(
      french: "une position s’écrit [longitude, latitude]", english: "a position is written [longitude, latitude]")
  )
  static let shortRing: Words = (
    LocalizedText(french: "un contour a moins de trois points", english: "an outline has fewer than three points"),
    LocalizedText(french: "corrigez ou retirez cette entité", english: "mend or remove this feature")
  )

  static func unsupported(_ type: String) -> Words {
    (
      LocalizedText(
        french: "une géométrie « \(type.prefix(40)) » n’est ni un contour ni un point",
        english: "a “\(type.prefix(40))” is neither an outline nor a point"),
      LocalizedText(
        french: "les cartes montrent Polygon, MultiPolygon, Point et MultiPoint",
        english: "maps show Polygon, MultiPolygon, Point and MultiPoint")
    )
  }

  static func outOfRange(_ x: Double, _ y: Double) -> Words {
    (
      LocalizedText(
        french: "[\(x), \(y)] n’est pas [longitude, latitude] en degrés",
        english: "[\(x), \(y)] is not [longitude, latitude] in degrees"),
      LocalizedText(
        french: "exportez le fichier en WGS 84 (EPSG:4326) ou en Lambert-93 (EPSG:2154)",
        english: "export the file as WGS 84 (EPSG:4326) or Lambert-93 (EPSG:2154)")
    )
  }
}
