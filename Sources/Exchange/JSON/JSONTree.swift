/// A JSON text that was read. Arrays of numbers alone are kept flat: most of a GeoJSON file is coordinates.
enum JSONTree: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case numbers([Double])
  case array([JSONTree])
  case object(JSONObject)

  var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  var string: String? { if case .string(let string) = self { string } else { nil } }

  /// The elements of an array; nil for anything else.
  var elements: [JSONTree]? {
    switch self {
    case .array(let elements): elements
    case .numbers(let numbers): numbers.map(JSONTree.number)
    default: nil
    }
  }

  /// A string, or a number as people write it (`35`, not `35.0`); nil for anything else.
  var text: String? {
    switch self {
    case .string(let string): string
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }
}

/// The members of a JSON object, in the order of the file, and where it stands.
struct JSONObject: Sendable, Equatable {
  let members: [(name: String, value: JSONTree)]
  /// The byte of its opening brace, from 0.
  let offset: Int

  /// The value of the first member of that name.
  subscript(name: String) -> JSONTree? { members.first { $0.name == name }?.value }

  static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.offset == right.offset && left.members.elementsEqual(right.members) { $0 == $1 }
  }
}

/// Why a text is not JSON.
struct JSONFault: Error, Sendable, Equatable {
  enum Reason: Sendable, Equatable {
    /// The text ends in the middle.
    case unexpectedEnd
    /// Something else than what may stand here.
    case unexpected(Unicode.Scalar)
    /// A number, an escape or a text that is none.
    case badNumber
    case badEscape
    case notUTF8
    /// Arrays and objects within each other, beyond the limit.
    case tooDeep(limit: Int)
  }

  let reason: Reason
  /// The byte at fault, from 0.
  let offset: Int
}
