import GraphCore
import Synchronization

/// All rows of a list of edges, read in blocks of whole lines on as many threads as the file warrants.
///
/// Each thread numbers the names that it meets in a table of its own; blocks are joined in their order, where the
/// names that a thread had not met before get their number in the whole list. A name is therefore numbered by its
/// first appearance in the file, whichever thread read it.
struct EdgeListRows: Sendable {
  private(set) var names = NameTable()
  private(set) var edges: [(NodeID, NodeID)] = []
  /// One for each row, or none without a column of weights.
  private(set) var weights: [Double] = []
  private(set) var faults: [EdgeListError.Fault] = []
  private(set) var faultCount = 0
  /// The lines before the next block.
  private var lineCount: Int
  private var blockCount: Int
  /// For each thread, the number in the whole list of each name of its own table.
  private var numbers: [Int: [UInt32]] = [:]

  /// - Parameter blockSize: How many bytes a block takes, about; it changes no result.
  init(
    _ bytes: [UInt8], layout: EdgeListLayout, labels: EdgeList.Labels, blockSize: Int = 1 << 20
  ) throws(CancellationError) {
    lineCount = layout.firstLine - 1
    let threads = Atomic(0)
    blockCount = (bytes.count - layout.start + blockSize - 1) / blockSize
    self = try ParallelBlocks.reduce(
      blockCount: blockCount, workPerBlock: blockSize, into: self,
      scratch: {
        let thread = threads.add(1, ordering: .relaxed).oldValue
        return EdgeListScanner(thread: thread, layout: layout, labels: labels)
      },
      block: { index, scanner in
        let start = layout.start + index * blockSize
        return scanner.scan(bytes, linesFrom: start, to: min(bytes.count, start + blockSize))
      },
      join: { rows, block in rows.append(block) })
  }

  private mutating func append(_ block: EdgeListBlock) {
    if edges.isEmpty {
      // The first block tells how many rows to expect of the others.
      let expected = block.ends.count / 2 * blockCount + 16
      edges.reserveCapacity(expected)
      if !block.weights.isEmpty { weights.reserveCapacity(expected) }
    }
    if let newNames = block.newNames {
      names.find(newNames, appendingTo: &numbers[block.thread, default: []])
      let numbers = numbers[block.thread] ?? []
      appendRows(of: block.ends) { numbers[Int($0)] }
    } else {
      appendRows(of: block.ends) { $0 }
    }
    weights += block.weights
    for fault in block.faults where faults.count < EdgeListError.faultLimit {
      faults.append(
        EdgeListError.Fault(
          kind: fault.kind, line: lineCount + fault.line, column: fault.column, value: fault.value))
    }
    faultCount += block.faultCount
    lineCount += block.lineCount
  }
}

extension EdgeListRows {
  @inline(__always)
  private mutating func appendRows(of ends: [UInt32], number: (UInt32) -> UInt32) {
    for place in stride(from: 0, to: ends.count, by: 2) {
      edges.append((NodeID(Int(number(ends[place]))), NodeID(Int(number(ends[place + 1])))))
    }
  }
}

/// What one thread read in one block of lines.
struct EdgeListBlock: Sendable {
  let thread: Int
  /// The two ends of each edge in turn, by number in the table of the thread; by index of the node without names.
  var ends: [UInt32] = []
  var weights: [Double] = []
  /// The names that the thread met here for the first time; `nil` when ends are indices.
  var newNames: NameTable.NewNames?
  /// The first faults, their lines counted from the first of the block, which is 1.
  var faults: [EdgeListError.Fault] = []
  var faultCount = 0
  var lineCount = 0
  /// Where its first line begins.
  var start = 0
}
