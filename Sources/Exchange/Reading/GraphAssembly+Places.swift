import AllianceModel

extension GraphAssembly {
  /// Reads the tables of places, then the communes that rows of actors give with their code.
  mutating func readPlaces() {
    for place in known?.places ?? [] { remember(place) }
    forEachRow(of: .places) { assembly, row, origin in
      if assembly.isPackage || row.text("commune_code") == nil && row.text("region") == nil {
        assembly.readPlace(row: &row, origin: origin)
      } else {
        assembly.readOfficialPlace(row: &row, origin: origin)
      }
    }
    guard !isPackage else { return }
    forEachRow(of: .actors) { assembly, row, _ in
      guard let code = row.text("place").map(RowReader.communeCode), PublicCode.isCommune(code),
        let name = row.text("commune")
      else { return }
      assembly.add(
        Place(id: code, level: "commune", name: name, within: assembly.departement(ofCommune: code)), origin: nil)
    }
  }

  private mutating func readPlace(row: inout RowReader, origin: SourceMap.Origin) {
    let name = row.text("name") ?? ""
    let id = row.text("id") ?? (isPackage ? "" : name.slug)
    let position = row.position()
    let place = Place(
      id: id, level: row.text("level"), name: name, within: row.list("within"), latitude: position.latitude,
      longitude: position.longitude, population: row.number("population").flatMap { Int(exactly: $0) },
      fields: row.freeFields)
    add(place, origin: origin, isDoubled: isPackage)
  }

  /// A row of a list of communes, or of départements, as INSEE and others publish them.
  private mutating func readOfficialPlace(row: inout RowReader, origin: SourceMap.Origin) {
    let name = row.text("name") ?? ""
    guard let code = row.text("commune_code").map(RowReader.communeCode) else {
      if let departement = row.text("departement").flatMap(FrenchPlaces.departement(written:)) { add(departement) }
      return
    }
    let epci = row.text("epci")
    if let epci { add(Place(id: epci, level: "epci", name: row.text("epci_name") ?? epci), origin: nil) }
    let siren = row.text("siren").map { [FreeField(name: "siren", value: $0)] } ?? []
    let place = Place(
      id: code, level: "commune", name: name, within: [epci].compactMap(\.self) + departement(ofCommune: code),
      latitude: row.number("latitude"), longitude: row.number("longitude"),
      population: row.number("population").flatMap { Int(exactly: $0) }, fields: siren)
    add(place, origin: origin)
  }

  private mutating func add(_ departement: FrenchPlaces.Departement) {
    if let region = FrenchPlaces.regionPlace(departement.region) { add(region, origin: nil) }
    add(FrenchPlaces.place(departement), origin: nil)
  }

  private mutating func departement(ofCommune code: String) -> [String] {
    guard let departement = FrenchPlaces.departement(ofCommune: code) else { return [] }
    add(departement)
    return ["dep-\(departement.code)"]
  }

  /// Keeps a place once; the first row that gives it wins, since lists of places come before rows of actors.
  private mutating func add(_ place: Place, origin: SourceMap.Origin?, isDoubled: Bool = false) {
    guard placeIDs.insert(place.id).inserted || isDoubled else { return }
    if let origin { origins[.place(places.count)] = origin }
    places.append(place)
    remember(place)
  }

  private mutating func remember(_ place: Place) {
    if place.level == "commune" { communes[place.name.textKey, default: []].append(place) }
  }

  /// The place of a row: its commune by code, else by name (and département), else its département alone.
  func place(of row: RowReader) -> String? {
    guard !isPackage else { return row.text("place") }
    let written = row.text("place").map(RowReader.communeCode)
    if let written, PublicCode.isCommune(written) || placeIDs.contains(written) { return written }
    let departement = row.text("departement").flatMap(FrenchPlaces.departement(written:)).map { "dep-\($0.code)" }
    guard let name = row.text("commune") ?? written else {
      return departement ?? row.text("departement")
    }
    let candidates = communes[name.textKey, default: []].filter { place in
      departement.map { place.within.isEmpty || place.within.contains($0) } ?? true
    }
    return candidates.count == 1 ? candidates[0].id : RowReader.placeID(commune: name, departement: departement)
  }

  /// Adds the places that rows name without a code, then leaves out those of long lists that nothing speaks of.
  mutating func keepUsedPlaces(territories: Set<String>) {
    guard !isPackage else { return }
    forEachRow(of: .actors) { assembly, row, _ in assembly.addNamedPlace(of: row) }
    let byID = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    var open =
      actors.compactMap(\.place)
      + places.filter { territories.contains($0.name) || territories.contains($0.id) }.map(\.id)
    while let id = open.popLast() {
      guard used.insert(id).inserted, let place = byID[id] else { continue }
      open += place.within
    }
    var kept: [Place] = []
    var keptOrigins = origins
    for (index, place) in places.enumerated() {
      let origin = keptOrigins.removeValue(forKey: .place(index))
      guard used.contains(place.id) else { continue }
      origins[.place(kept.count)] = origin
      kept.append(place)
    }
    for index in kept.count..<max(kept.count, places.count) { origins[.place(index)] = nil }
    places = kept
  }

  private mutating func addNamedPlace(of row: RowReader) {
    guard let id = place(of: row), !placeIDs.contains(id), known?.placeIndices[id] == nil else { return }
    let departement = row.text("departement").flatMap(FrenchPlaces.departement(written:))
    if let departement { add(departement) }
    if id == departement.map({ "dep-\($0.code)" }) { return }
    if PublicCode.isCommune(id) { return }
    guard let name = row.text("commune") ?? row.text("place") else { return }
    add(
      Place(id: id, level: "commune", name: name, within: departement.map { ["dep-\($0.code)"] } ?? []), origin: nil)
  }
}

extension RowReader {
  /// A code of a commune with the zero that a spreadsheet took from its front (`1053` is `01053`).
  static func communeCode(_ written: String) -> String {
    written.utf8.count == 4 && written.utf8.allSatisfy { (48...57).contains($0) } ? "0" + written : written
  }

  static func placeID(commune: String, departement: String?) -> String {
    [commune.slug, departement.map { String($0.dropFirst(4)).lowercased() }].compactMap(\.self).joined(separator: "-")
  }
}
