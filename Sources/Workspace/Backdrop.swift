public import AllianceModel
public import Exchange

/// Outlines to lay under a map.
public struct Backdrop: Sendable, Equatable {
  /// One list for each file, in the order given.
  public let layers: [[GeoFeature]]
  public let problems: [ImportProblem]

  /// The outlines in GeoJSON files.
  ///
  /// - Throws: ``WorkspaceError`` for a file that cannot be read as GeoJSON.
  public static func read(_ files: [String]) throws(WorkspaceError) -> Backdrop {
    var layers: [[GeoFeature]] = []
    var problems: [ImportProblem] = []
    let limits = GeoJSONLimits()
    for file in files {
      let bytes = try FolderAccess.read(file, limit: limits.bytes)
      do {
        let content = try GeoJSONReader.read(bytes, file: file, limits: limits)
        layers.append(content.features)
        problems += content.problems
      } catch {
        throw WorkspaceError(
          .data,
          LocalizedText(
            french: "\(file) : ces contours ne peuvent pas être lus", english: "\(file): these outlines cannot be read"),
          problems: [error])
      }
    }
    return Backdrop(layers: layers, problems: problems)
  }
}
