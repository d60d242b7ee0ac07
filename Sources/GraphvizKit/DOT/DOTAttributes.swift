/// The attributes of a graph, a node or an edge, in the order in which they were first set.
///
/// The order is the order of writing, so the same program writes the same bytes. Two lists are equal when they hold the
/// same pairs in the same order.
///
/// - Complexity: Finding a name takes time in the number of attributes: they are few.
public struct DOTAttributes: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public let name: String
    public internal(set) var value: DOTValue
  }

  private var entries: [Entry] = []

  public init() {}

  /// The value of the attribute `name`; nil when it is not set. Setting nil removes it.
  public subscript(name: String) -> DOTValue? {
    get { entries.first { $0.name == name }?.value }
    set {
      switch (entries.firstIndex { $0.name == name }, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Sets everything that `other` holds; what both hold takes the value of `other`, in the place it has here.
  public mutating func merge(_ other: DOTAttributes) {
    for entry in other { self[entry.name] = entry.value }
  }

  public func merging(_ other: DOTAttributes) -> DOTAttributes {
    var result = self
    result.merge(other)
    return result
  }
}

extension DOTAttributes: ExpressibleByDictionaryLiteral {
  /// A name that stands twice takes its last value.
  public init(dictionaryLiteral elements: (String, DOTValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}

extension DOTAttributes: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Entry { entries[position] }
}
