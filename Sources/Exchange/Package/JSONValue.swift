/// A JSON document whose members keep their order, so that the same graph gives the same bytes.
enum JSONValue: Sendable, Equatable {
  case string(String)
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func == (left: JSONValue, right: JSONValue) -> Bool { left.text == right.text }

  /// Members whose value is nil are left out.
  static func members(_ members: [(key: String, value: JSONValue?)]) -> JSONValue {
    .object(members.compactMap { member in member.value.map { (member.key, $0) } })
  }

  static func strings(_ strings: [String]) -> JSONValue { .array(strings.map(JSONValue.string)) }

  /// The document, indented by two spaces, with a line break at its end.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .string(let value): text += JSONValue.quoted(value)
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .integer(let value): text += "\(value)"
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      JSONValue.write(values.map { (nil, $0) }, brackets: ("[", "]"), to: &text, indent: indent)
    case .object(let members):
      JSONValue.write(members.map { ($0.key, $0.value) }, brackets: ("{", "}"), to: &text, indent: indent)
    }
  }

  private static func write(
    _ members: [(String?, JSONValue)], brackets: (String, String), to text: inout String, indent: String
  ) {
    let inner = indent + "  "
    text += brackets.0
    for (index, (key, value)) in members.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner + (key.map { quoted($0) + ": " } ?? "")
      value.write(to: &text, indent: inner)
    }
    text += (members.isEmpty ? "" : "\n" + indent) + brackets.1
  }

  private static func quoted(_ string: String) -> String {
    var scalars = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": scalars.append(contentsOf: ["\\", scalar])
      case "\n": scalars.append(contentsOf: "\\n".unicodeScalars)
      case "\r": scalars.append(contentsOf: "\\r".unicodeScalars)
      case "\t": scalars.append(contentsOf: "\\t".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        scalars.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    scalars.append("\"")
    return String(scalars)
  }
}
