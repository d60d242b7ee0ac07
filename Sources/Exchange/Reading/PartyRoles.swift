/// Finds out which role is whose.
struct PartyRoles {
  /// One for each party, in their order; nil where none is given.
  private(set) var roles: [String?]
  private(set) var unmatched: [String] = []

  init(items: [String], parties: [String]) {
    roles = Array(repeating: nil, count: parties.count)
    // Bare roles, as many as parties, go by position.
    let isPositional =
      items.count == parties.count && !items.contains { item in parties.contains { item.hasPrefix($0 + ":") } }
    if isPositional {
      roles = items.map { $0.isEmpty ? nil : $0 }
      return
    }
    // The longest name first: "Archer" is also the beginning of "Archer: le groupe".
    let order = parties.indices.sorted { (parties[$0].count, $1) > (parties[$1].count, $0) }
    var given: Set<Int> = []
    for item in items {
      let fits = order.filter { PartyRoles.item(item, isOf: parties[$0]) }
      guard let party = fits.first(where: { !given.contains($0) }) ?? fits.first else {
        unmatched.append(item)
        continue
      }
      let role = String(item.dropFirst(parties[party].count).drop { $0 == ":" || $0.isWhitespace })
      if given.insert(party).inserted { roles[party] = role.isEmpty ? nil : role.trimmedCell }
    }
  }

  private static func item(_ item: String, isOf party: String) -> Bool {
    guard item.hasPrefix(party) else { return false }
    let rest = item.dropFirst(party.count).drop(while: \.isWhitespace)
    return rest.isEmpty || rest.first == ":"
  }

  /// `a:role` without a list of parties: the name ends at the first colon.
  static func split(_ item: String) -> (actor: String, role: String?) {
    let parts = item.split(separator: ":", maxSplits: 1).map { String($0).trimmedCell }
    return (parts.first ?? item, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
  }
}
