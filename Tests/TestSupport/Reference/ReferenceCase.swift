public import GraphCore

extension Reference {
  /// A published graph with what other tools find on it.
  public struct Case: Sendable, CustomStringConvertible {
    public let name: String
    public let graph: CSRGraph
    let values: [String: [Double]]

    public var description: String { name }

    /// The values under a name of `Tests/Peers/measure.py`, which starts with the tool that found them.
    public subscript(measure: String) -> [Double] {
      guard let found = values[measure] else { preconditionFailure("\(name) has no values for \(measure)") }
      return found
    }

    /// Whether there are values under this name: those of weighted measures exist for weighted graphs only.
    public func has(_ measure: String) -> Bool { values[measure] != nil }
  }
}
