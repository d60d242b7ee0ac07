public import AllianceModel
public import Foundation
public import GraphCore

/// A plain list of edges, one on each line, as a network.
///
/// A line holds the two ends of an edge and may hold a weight: `Lille⇥Roubaix⇥2,5`. The cells are parted by tabs,
/// semicolons, commas or spaces, whichever the first line uses; the others must use the same. Blank lines and lines that
/// begin with `#` are skipped, and so is a header. A name may stand in double quotes, with those inside doubled. Rows
/// that repeat an edge are merged and their weights added; an edge from a node to itself is left out; both are counted.
/// Anything else that is wrong is an error with its line and column: no edge is dropped without a word.
///
///     let list = try EdgeList(Array("from,to\nA,B\nB,C\nB,A\n".utf8))
///     list.names  // ["A", "B", "C"]
///     list.mergedCount  // 1
///
/// - Note: The same bytes give the same result, on any number of threads.
public struct EdgeList: Sendable, Equatable {
  /// The name of each node, in order of first appearance.
  public let names: [String]
  /// The network. It has weights when the list has a column of them.
  public let graph: CSRGraph
  /// How many lines hold an edge.
  public let rowCount: Int
  /// How many of them repeat an edge and were merged into it.
  public let mergedCount: Int
  /// How many of them tie a node to itself and were left out. The node stays.
  public let selfLoopCount: Int
  /// What parts the cells.
  public let separator: Separator
  /// Whether the first line was taken for a header.
  public let hasHeader: Bool

  /// The largest file that is read, in bytes: 4 GiB.
  public static let byteLimit = Int(UInt32.max)
  /// The longest name, in bytes.
  public static let nameLimit = 1000

  /// What parts the cells of a line.
  public enum Separator: UInt8, Sendable, CaseIterable {
    case tab = 0x09
    case semicolon = 0x3B
    case comma = 0x2C
    /// One space or more.
    case spaces = 0x20

    /// What people call it.
    public var name: LocalizedText {
      switch self {
      case .tab: LocalizedText(french: "tabulation", english: "tab")
      case .semicolon: LocalizedText(";")
      case .comma: LocalizedText(",")
      case .spaces: LocalizedText(french: "espace", english: "space")
      }
    }
  }

  /// What the cells of the two ends hold.
  public enum Labels: Sendable, Hashable {
    /// Names, numbers among them: nodes are numbered by first appearance.
    case names
    /// The number of the node itself, from 0 to below `nodeCount`; the graph has all these nodes, tied or not.
    case indices(nodeCount: Int)
  }

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: The text, UTF-8, with or without a byte order mark.
  ///   - isDirected: Whether an edge leads from the first end to the second only. Default: no.
  ///   - labels: What the cells of the ends hold. Default: names.
  /// - Throws: ``EdgeListError`` with every fault, or `CancellationError`.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], isDirected: Bool = false, labels: Labels = .names) throws {
    let (layout, rows) = try EdgeList.rows(bytes, labels: labels)
    switch labels {
    case .names: names = rows.names.names
    case .indices(let nodeCount): names = (0..<nodeCount).map(String.init)
    }
    do throws(GraphError) {
      let built = try GraphBuilder.build(
        nodeCount: names.count, edges: rows.edges,
        weights: layout.weightColumn.map { _ in rows.weights }, isDirected: isDirected)
      (graph, mergedCount, selfLoopCount) = (built.graph, built.duplicateCount, built.selfLoopCount)
    } catch {
      throw EdgeListError(.weightsTooLarge, line: layout.firstLine)
    }
    rowCount = rows.edges.count
    separator = layout.separator
    hasHeader = layout.hasHeader
  }

  /// Reads and checks the rows.
  private static func rows(_ bytes: [UInt8], labels: Labels) throws -> (EdgeListLayout, EdgeListRows) {
    guard bytes.count <= EdgeList.byteLimit else { throw EdgeListError(.tooLarge, line: 1) }
    guard let layout = try EdgeListLayout(of: bytes) else { throw EdgeListError(.noRows, line: 1) }
    let rows = try EdgeListRows(bytes, layout: layout, labels: labels)
    guard rows.faultCount == 0 else { throw EdgeListError(faults: rows.faults, faultCount: rows.faultCount) }
    guard !rows.edges.isEmpty else { throw EdgeListError(.noRows, line: layout.firstLine) }
    return (layout, rows)
  }

  /// Reads a file as far as numbered rows and their names, without a graph: what readers of tables do too.
  ///
  /// - Returns: How many rows and how many names there are.
  package static func survey(_ file: URL) throws -> (rowCount: Int, nameCount: Int) {
    let bytes = try FileBytes.contents(of: file, size: file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    let rows = try rows(bytes, labels: .names).1
    return (rows.edges.count, rows.names.names.count)
  }

  /// Reads the list in a file.
  ///
  /// - Throws: As ``init(_:isDirected:labels:)``, and what Foundation throws for a file that cannot be read.
  public init(contentsOf file: URL, isDirected: Bool = false, labels: Labels = .names) throws {
    let values = try file.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
    let size = values.fileSize ?? 0
    guard size <= EdgeList.byteLimit else { throw EdgeListError(.tooLarge, line: 1) }
    // What is no file, such as a pipe, does not tell its size.
    let bytes =
      try values.isRegularFile == true ? FileBytes.contents(of: file, size: size) : [UInt8](Data(contentsOf: file))
    self = try EdgeList(bytes, isDirected: isDirected, labels: labels)
  }
}

extension EdgeListError {
  /// A fault of the file as a whole.
  init(_ kind: Kind, line: Int) {
    self.init(faults: [Fault(kind: kind, line: line, column: 1, value: "")], faultCount: 1)
  }
}
