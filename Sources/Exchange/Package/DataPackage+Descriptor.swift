package import AllianceModel
import Foundation

extension DataPackage {
  /// `datapackage.json`: the head of the graph, then its tables.
  static func descriptor(of info: GraphInfo, resources: [JSONValue]) -> JSONValue {
    .members([
      ("profile", .string("tabular-data-package")), ("name", .string(info.name)), ("title", .string(info.title)),
      ("description", info.description.map(JSONValue.string)), ("territory", info.territory.map(JSONValue.string)),
      ("perimeter", info.perimeter.isEmpty ? nil : .strings(info.perimeter)),
      ("language", info.language.map { .string($0.rawValue) }),
      // The standard wants an instant here; a date that is not known to the day gets a member of its own.
      ("created", info.created.flatMap { $0.precision == .day ? .string("\($0)T00:00:00Z") : nil }),
      ("date", info.created.flatMap { $0.precision == .day ? nil : .string($0.description) }),
      ("licenses", info.licence.map { .array([license($0)]) }),
      ("sources", info.sources.isEmpty ? nil : .array(info.sources.map { .members([("title", .string($0))]) })),
      ("resources", .array(resources)),
    ])
  }

  /// A licence by its name in the list of Open Definition (`CC-BY-4.0`), or in words.
  private static func license(_ text: String) -> JSONValue {
    let isName = text.wholeMatch(of: /[-a-zA-Z0-9._]+/) != nil
    return isName
      ? .members([("name", .string(text))]) : .members([("name", .string("other")), ("title", .string(text))])
  }

  /// What `datapackage.json` holds that a graph keeps; members of others are not read.
  struct Descriptor: Decodable {
    struct License: Decodable {
      let name: String?
      let title: String?
    }
    struct Titled: Decodable { let title: String? }
    struct Resource: Decodable {
      let name: String?
      let path: Paths?
    }
    /// A path, or several.
    struct Paths: Decodable {
      let paths: [String]

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { paths = [try container.decode(String.self)] } catch { paths = try container.decode([String].self) }
      }
    }

    let name: String?
    let title: String?
    let description: String?
    let territory: String?
    let perimeter: [String]?
    let language: String?
    let created: String?
    let date: String?
    let licenses: [License]?
    let sources: [Titled]?
    let resources: [Resource]?

    func info(folder: String) -> GraphInfo {
      let licence = licenses?.first.flatMap { $0.name == "other" || $0.name == nil ? $0.title : $0.name }
      let written = date ?? created
      let date = written.flatMap { PartialDate($0) ?? PartialDate(String($0.prefix(10))) }
      return GraphInfo(
        name: name ?? folder.slug, title: title ?? name ?? folder, description: description, territory: territory,
        perimeter: perimeter ?? [], language: language.flatMap(Language.init(rawValue:)), created: date,
        licence: licence, sources: sources?.compactMap(\.title) ?? [])
    }
  }

  /// The head of a package and the paths of its tables.
  ///
  /// - Throws: A problem that says what is wrong with the JSON.
  package static func head(
    of descriptor: [UInt8], folder: String, file: String
  ) throws(ImportProblem) -> (info: GraphInfo, paths: [String]) {
    do {
      let read = try JSONDecoder().decode(Descriptor.self, from: Data(descriptor))
      return (read.info(folder: folder), read.resources?.flatMap { $0.path?.paths ?? [] } ?? [])
    } catch {
      throw ImportProblem(
        .error, at: SourceLocation(file: file),
        message: LocalizedText(
          french: "ce fichier n’est pas un descripteur de paquet de données (\(reason(of: error)))",
          english: "this file is not the descriptor of a data package (\(reason(of: error)))"),
        cure: LocalizedText(
          french: "corrigez le JSON, ou supprimez le fichier : les tables seront lues sans lui",
          english: "mend the JSON, or remove the file: the tables will be read without it"))
    }
  }

  /// The words of the decoder about the place of the fault, without its quotation of the file.
  private static func reason(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .dataCorrupted(let context): return context.debugDescription
    case .keyNotFound(let key, _): return "\(key.stringValue)?"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.codingPath.map(\.stringValue).joined(separator: ".") + ": " + context.debugDescription
    @unknown default: return "\(error)"
    }
  }
}
