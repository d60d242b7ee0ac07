/// Lists in one cell of a table: parted by `|`; a bar or backslash inside an item has a backslash before it.
package enum ListCell {
  package static func items(_ cell: String) -> [String] {
    var items: [String] = []
    var item = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        if scalar != "|" && scalar != "\\" { item.append("\\") }
        item.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        items.append(String(item))
        item = .init()
      } else {
        item.append(scalar)
      }
    }
    if isEscaped { item.append("\\") }
    return (items + [String(item)]).filter { !$0.isEmpty }
  }

  package static func text(_ items: [String]) -> String {
    var text = String.UnicodeScalarView()
    for (index, item) in items.enumerated() {
      if index > 0 { text.append("|") }
      for scalar in item.unicodeScalars {
        if scalar == "|" || scalar == "\\" { text.append("\\") }
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// A row whose fields can be read as the cells of its table: as stored, empty when not known.
package protocol TableRow {
  /// The columns of the table, in their order; free fields are none of them.
  static var columns: [String] { get }
  func cell(_ column: String) -> String
}

extension TableRow {
  /// All cells, in the order of ``columns``.
  package var cells: [String] { Self.columns.map { cell($0) } }
}

extension AllianceGraph.Actor: TableRow {
  package static let columns = [
    "id", "name", "aliases", "kind", "legal_category", "siren", "siret", "rna", "size", "place", "latitude",
    "longitude", "start", "end", "themes", "odd", "networks", "public_role", "description", "url",
  ]

  package func cell(_ column: String) -> String {
    switch column {
    case "id": id
    case "name": name
    case "aliases": ListCell.text(aliases)
    case "kind": kind?.rawValue ?? ""
    case "legal_category": legalCategory ?? ""
    case "siren": siren ?? ""
    case "siret": siret ?? ""
    case "rna": rna ?? ""
    case "size": size?.rawValue ?? ""
    case "place": place ?? ""
    case "latitude": latitude.map { "\($0)" } ?? ""
    case "longitude": longitude.map { "\($0)" } ?? ""
    case "start": start?.description ?? ""
    case "end": end?.description ?? ""
    case "themes": ListCell.text(themes)
    case "odd": ListCell.text(odd.map(String.init))
    case "networks": ListCell.text(networks)
    case "public_role": publicRole ?? ""
    case "description": description ?? ""
    case "url": url ?? ""
    default: ""
    }
  }
}

extension AllianceGraph.Alliance: TableRow {
  package static let columns = [
    "id", "title", "forms", "relation", "logic", "start", "end", "status", "themes", "odd", "territory", "intensity",
    "story", "result",
  ]

  package func cell(_ column: String) -> String {
    switch column {
    case "id": id
    case "title": title
    case "forms": ListCell.text(forms.map(\.rawValue))
    case "relation": relation?.rawValue ?? ""
    case "logic": logic?.rawValue ?? ""
    case "start": start?.description ?? ""
    case "end": end?.description ?? ""
    case "status": status?.rawValue ?? ""
    case "themes": ListCell.text(themes)
    case "odd": ListCell.text(odd.map(String.init))
    case "territory": territory ?? ""
    case "intensity": intensity ?? ""
    case "story": story ?? ""
    case "result": result ?? ""
    default: ""
    }
  }
}

extension AllianceGraph.Place: TableRow {
  package static let columns = ["id", "level", "name", "within", "latitude", "longitude", "population"]

  package func cell(_ column: String) -> String {
    switch column {
    case "id": id
    case "level": level ?? ""
    case "name": name
    case "within": ListCell.text(within)
    case "latitude": latitude.map { "\($0)" } ?? ""
    case "longitude": longitude.map { "\($0)" } ?? ""
    case "population": population.map(String.init) ?? ""
    default: ""
    }
  }
}
