import AllianceModel
import TerritoryAnalysis

/// What a map of a graph shows, by its size and by what was asked for: all of it, its groups, or one of these.
enum MapView {
  /// Each actor, with its name or with a number.
  case actors(MapPart, isNumbered: Bool)
  case groups(GroupLevel)

  var part: MapPart {
    switch self {
    case .actors(let part, _): part
    case .groups(let level): level.part
    }
  }

  /// With more actors and objects than this, most names stand in an index.
  static let nameLimit = 130

  /// - Throws: ``MapError/unknownGroup(_:known:)`` for a group that is not there.
  init(of graph: AllianceGraph, options: MapOptions, language: Language) throws(MapError) {
    let whole = MapPart(whole: graph)
    guard let wanted = options.cluster else {
      self = try MapView(whole, detail: options.detail, hasFrame: options.hasFrame)
      return
    }
    let part = try MapView.part(wanted, of: whole, language: language)
    // The groups of a small graph can be asked for; inside of one of them there are its actors.
    self = try MapView(
      part, detail: options.detail == .groups ? .automatic : options.detail, hasFrame: options.hasFrame)
  }

  private init(_ part: MapPart, detail: MapOptions.Detail, hasFrame: Bool) throws(MapError) {
    if detail == .groups || (detail == .automatic && !part.isReadable) {
      self = .groups(try MapView.level(of: part))
      return
    }
    guard part.graph.actors.count <= NetworkMap.sizeLimit else {
      throw .tooLarge(count: part.graph.actors.count, limit: NetworkMap.sizeLimit)
    }
    let isCrowded = part.graph.actors.count > MapView.nameLimit
    // The index of numbers stands in the frame.
    let isNumbered = detail == .numbers || (detail == .automatic && isCrowded && hasFrame)
    self = .actors(part, isNumbered: isNumbered)
  }

  private static func level(of part: MapPart) throws(MapError) -> GroupLevel {
    do { return try GroupLevel(part) } catch { throw .cancelled }
  }

  // MARK: Finding a group

  /// The part that a person means: the number of a group, its name, or an actor whose innermost group it is.
  static func part(_ wanted: String, of whole: MapPart, language: Language) throws(MapError) -> MapPart {
    let top = try level(of: whole)
    if wanted.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) {
      return try part(numbered: wanted, of: top, language: language)
    }
    let words = GroupWords(level: top, language: language)
    if let group = top.groups.indices.first(where: { words.name($0).textKey == wanted.textKey }) {
      return MapPart(group, of: top, name: words.fullName)
    }
    let found = whole.graph.actors(named: wanted)
    let groups = Set(found.compactMap { top.groupOf[$0] })
    guard let actor = found.first, groups.count == 1 else {
      let known = found.isEmpty ? top.groups.indices.map(words.fullName) : found.map { whole.graph.actors[$0].name }
      throw .unknownGroup(wanted, known: known)
    }
    return try part(of: actor, in: top, language: language)
  }

  private static func part(of actor: Int, in top: GroupLevel, language: Language) throws(MapError) -> MapPart {
    var (level, actor) = (top, actor)
    while true {
      guard let group = level.groupOf[actor], let place = level.groups[group].actors.firstIndex(of: actor) else {
        preconditionFailure("every member of a part is in one of its groups")
      }
      let part = MapPart(group, of: level, name: GroupWords(level: level, language: language).fullName)
      if part.showsActors { return part }
      level = try self.level(of: part)
      actor = place
    }
  }

  private static func part(numbered: String, of top: GroupLevel, language: Language) throws(MapError) -> MapPart {
    var level = top
    var number = ""
    let steps = numbered.split(separator: ".", omittingEmptySubsequences: false)
    for (place, step) in steps.enumerated() {
      number += (place == 0 ? "" : ".") + step
      let words = GroupWords(level: level, language: language)
      guard let group = level.groups.firstIndex(where: { $0.number == number }) else {
        throw .unknownGroup(numbered, known: level.groups.indices.map(words.fullName))
      }
      let part = MapPart(group, of: level, name: words.fullName)
      if place == steps.count - 1 { return part }
      level = try self.level(of: part)
    }
    preconditionFailure("a number has at least one step")
  }
}

extension MapPart {
  /// Lines beyond this are a tangle, however they are led.
  private static let tieLimit = 450

  /// Whether a drawing of it shows its actors: all their ties, or for a few actors how many there are.
  var showsActors: Bool { isReadable || memberCount <= GroupLevel.cardLimit }

  /// Whether its actors and ties can be followed on one drawing.
  var isReadable: Bool {
    guard graph.actors.count <= NetworkMap.sizeLimit else { return false }
    return graph.alliances.map { $0.parties.count > 1 ? $0.parties.count : 0 }.reduce(0, +) <= MapPart.tieLimit
  }
}
