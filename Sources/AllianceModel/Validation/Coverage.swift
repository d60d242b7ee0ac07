/// How many rows of a table have a field filled in: "siren 12 sur 43". Unknown is not none.
public struct Coverage: Sendable, Equatable {
  public let table: String
  public let field: String
  public let filled: Int
  public let total: Int
}

extension AllianceGraph {
  /// The coverage of each field that analyses rest on, for organisations and for alliances, in the order of the tables.
  public func coverage() -> [Coverage] {
    let organisations = actors.filter(\.isOrganisation)
    let sourced = Set(sources.map(\.subject))
    func count(_ field: String, _ isFilled: (Actor) -> Bool) -> Coverage {
      Coverage(table: "actors", field: field, filled: organisations.count(where: isFilled), total: organisations.count)
    }
    func countAlliances(_ field: String, _ isFilled: (Alliance) -> Bool) -> Coverage {
      Coverage(table: "alliances", field: field, filled: alliances.count(where: isFilled), total: alliances.count)
    }
    return [
      count("kind") { $0.kind != nil }, count("legal_category") { $0.legalCategory != nil },
      count("siren") { $0.siren != nil || $0.siret != nil }, count("rna") { $0.rna != nil },
      count("size") { $0.size != nil }, count("place") { $0.place != nil || $0.latitude != nil },
      count("start") { $0.start != nil }, count("themes") { !$0.themes.isEmpty }, count("odd") { !$0.odd.isEmpty },
      count("sources") { sourced.contains($0.id) },
      countAlliances("forms") { !$0.forms.isEmpty }, countAlliances("relation") { $0.relation != nil },
      countAlliances("start") { $0.start != nil }, countAlliances("status") { $0.status != nil },
      countAlliances("themes") { !$0.themes.isEmpty }, countAlliances("odd") { !$0.odd.isEmpty },
      countAlliances("territory") { $0.territory != nil }, countAlliances("result") { $0.result != nil },
      countAlliances("story") { $0.story != nil }, countAlliances("sources") { sourced.contains($0.id) },
    ]
  }
}
