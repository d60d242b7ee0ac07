import AllianceModel
import Foundation

extension MapTheme {
  /// The names of the themes that are built in.
  public static let builtInNames = ["standard", "high-contrast", "grey", "print"]

  public static let builtIn = builtInNames.map(builtIn)

  public static let standard = builtIn("standard")

  /// The theme that `--theme` means: the name of a built-in one, else the path of a file.
  ///
  /// - Throws: ``ThemeError``.
  public init(named nameOrPath: String) throws(ThemeError) {
    self =
      MapTheme.builtInNames.contains(nameOrPath) ? MapTheme.builtIn(nameOrPath) : try MapTheme(contentsOf: nameOrPath)
  }

  /// Reads a theme file; a logo stands beside it.
  ///
  /// - Throws: ``ThemeError``, with line, column and cure.
  public init(contentsOf path: String) throws(ThemeError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ThemeError(
        file: path, line: nil, column: nil, excerpt: "", length: 0,
        message: LocalizedText(
          french: "ni fichier ni thème de ce nom", english: "no file and no theme of this name"),
        cure: LocalizedText(
          french: "donnez un fichier .toml, ou l’un de\u{A0}: \(MapTheme.builtInNames.joined(separator: ", "))",
          english: "give a .toml file, or one of: \(MapTheme.builtInNames.joined(separator: ", "))"))
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    try self.init(
      text: String(decoding: data, as: UTF8.self), file: path, name: url.deletingPathExtension().lastPathComponent,
      folder: url.deletingLastPathComponent())
  }

  /// The theme that `text` describes, without a logo.
  ///
  /// - Parameter file: Its name, for messages.
  /// - Throws: ``ThemeError``, with line, column and cure.
  public init(text: String, file: String) throws(ThemeError) {
    try self.init(text: text, file: file, name: file, folder: nil)
  }

  private init(text: String, file path: String, name: String, folder: URL?) throws(ThemeError) {
    let own = try ThemeFile(text, name: path)
    try own.checkKeys(against: MapTheme.standardFile)
    var base = MapTheme.standardFile
    if let entry = own.tables[""]?["base"] {
      guard case .text(let name) = entry.value, MapTheme.builtInNames.contains(name) else {
        let names = MapTheme.builtInNames.joined(separator: ", ")
        throw entry.place.error(
          LocalizedText(french: "ce thème n’existe pas", english: "there is no such theme"),
          cure: LocalizedText(french: "écrivez l’un de\u{A0}: \(names)", english: "write one of: \(names)"))
      }
      if name != "standard" { base = MapTheme.builtInFile(name).completed(by: base) }
    }
    try self.init(own.completed(by: base), name: name, logo: try own.logo(in: folder))
  }

  // MARK: Built in

  private static let standardFile = builtInFile("standard")

  private static func builtIn(_ name: String) -> MapTheme {
    do throws(ThemeError) {
      return try MapTheme(text: builtInText(name), file: name)
    } catch {
      preconditionFailure(error.text(in: .english))
    }
  }

  private static func builtInFile(_ name: String) -> ThemeFile {
    do throws(ThemeError) {
      return try ThemeFile(builtInText(name), name: name)
    } catch {
      preconditionFailure(error.text(in: .english))
    }
  }

  /// The file of a built-in theme: a beginning for one's own.
  ///
  /// - Precondition: The name is one of ``builtInNames``.
  public static func builtInText(_ name: String) -> String {
    let bytes: [UInt8]
    switch name {
    case "standard": bytes = PackageResources.standard_toml
    case "high-contrast": bytes = PackageResources.high_contrast_toml
    case "grey": bytes = PackageResources.grey_toml
    case "print": bytes = PackageResources.print_toml
    default: preconditionFailure("no theme is called \(name)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ThemeFile {
  /// Tables are those of the standard theme, keys those that a table of its kind may have.
  fileprivate func checkKeys(against standard: ThemeFile) throws(ThemeError) {
    // By line, so that the first fault of the file is the one that is told.
    for (name, place) in tablePlaces.sorted(by: { $0.value.line < $1.value.line }) where standard.tables[name] == nil {
      throw place.unknown(name, among: standard.tablePlaces.keys.sorted())
    }
    for (name, table) in tables {
      var known = Set((standard.tables[name] ?? [:]).keys)
      if known.contains("shape") { known.formUnion(["double", "dashed"]) }
      if name == "sheet" { known.insert("logo") }
      if name.isEmpty { known.insert("base") }
      for (key, entry) in table.sorted(by: { $0.value.place.line < $1.value.place.line }) where !known.contains(key) {
        throw entry.keyPlace.unknown(key, among: known.sorted())
      }
    }
  }

  fileprivate func logo(in folder: URL?) throws(ThemeError) -> MapLogo? {
    guard let entry = tables["sheet"]?["logo"] else { return nil }
    let written = try text("sheet", "logo")
    let url = URL(fileURLWithPath: written, relativeTo: folder).standardizedFileURL
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw entry.place.error(
        LocalizedText(french: "ce fichier ne peut être lu", english: "this file cannot be read"),
        cure: LocalizedText(
          french: "mettez l’image à côté du thème\u{A0}: \(url.path) est cherché",
          english: "put the picture beside the theme: \(url.path) is looked for"))
    }
    guard let logo = MapLogo(Array(data), path: url.path) else {
      throw entry.place.error(
        LocalizedText(french: "ce n’est ni un PNG ni un JPEG", english: "this is neither PNG nor JPEG"),
        cure: LocalizedText(
          french: "enregistrez l’image en PNG, d’au moins 600 pixels de large pour l’impression",
          english: "save the picture as PNG, at least 600 pixels wide for print"))
    }
    return logo
  }
}

extension ThemeFile.Place {
  fileprivate func unknown(_ word: String, among known: [String]) -> ThemeError {
    let near = known.min { ($0.editDistance(to: word), $0) < ($1.editDistance(to: word), $1) }
    let isNear = near.map { $0.editDistance(to: word) * 3 <= max(3, word.count) } ?? false
    let list = known.filter { !$0.isEmpty }.joined(separator: ", ")
    let (guess, others) = (near ?? "", list)
    return error(
      LocalizedText(french: "«\u{A0}\(word)\u{A0}» est inconnu ici", english: "“\(word)” is not known here"),
      cure: isNear
        ? LocalizedText(french: "voulez-vous dire «\u{A0}\(guess)\u{A0}»\u{202F}?", english: "did you mean “\(guess)”?")
        : LocalizedText(french: "ce qui peut être dit\u{A0}: \(others)", english: "what can be said: \(others)"))
  }
}
