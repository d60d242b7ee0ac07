import AllianceModel

extension AllianceGraph.Alliance {
  func with(id: String, parties: [AllianceGraph.Party]) -> Self {
    Self(
      id: id, title: title, parties: parties, forms: forms, relation: relation, logic: logic, start: start, end: end,
      status: status, themes: themes, odd: odd, territory: territory, intensity: intensity, result: result,
      story: story, fields: fields)
  }
}

extension AllianceGraph.Source {
  func with(subject: String) -> Self {
    Self(
      subject: subject, field: field, value: value, basis: basis, title: title, url: url, date: date, author: author,
      confidence: confidence)
  }
}

extension AllianceGraph.Party {
  func with(actor: String) -> Self { Self(actor: actor, role: role, start: start, end: end) }
}

extension AllianceGraph.Actor {
  func with(id: String, networks: [String]) -> Self {
    Self(
      id: id, name: name, aliases: aliases, kind: kind, legalCategory: legalCategory, siren: siren, siret: siret,
      rna: rna, size: size, place: place, latitude: latitude, longitude: longitude, start: start, end: end,
      themes: themes, odd: odd, networks: networks, publicRole: publicRole, description: description, url: url,
      fields: fields)
  }

  /// This actor with what `other` knows better: its filled cells; other names of both.
  func updated(by other: Self, networks newNetworks: [String]) -> Self {
    let hasPosition = other.latitude != nil || other.longitude != nil
    let known = Set(([other.name] + aliases).map(\.textKey))
    return Self(
      id: id, name: other.name.isEmpty || other.name == other.id ? name : other.name,
      aliases: aliases + other.aliases.filter { !known.contains($0.textKey) }, kind: other.kind ?? kind,
      legalCategory: other.legalCategory ?? legalCategory, siren: other.siren ?? siren, siret: other.siret ?? siret,
      rna: other.rna ?? rna, size: other.size ?? size, place: other.place ?? place,
      latitude: hasPosition ? other.latitude : latitude, longitude: hasPosition ? other.longitude : longitude,
      start: other.start ?? start, end: other.end ?? end, themes: other.themes.isEmpty ? themes : other.themes,
      odd: other.odd.isEmpty ? odd : other.odd, networks: newNetworks.isEmpty ? networks : newNetworks,
      publicRole: other.publicRole ?? publicRole, description: other.description ?? description,
      url: other.url ?? url, fields: fields.updated(by: other.fields))
  }
}

extension AllianceGraph.Alliance {
  /// This alliance with what `other` knows better; parties of both, roles and dates of `other` first.
  func updated(by other: Self, parties newParties: [AllianceGraph.Party]) -> Self {
    Self(
      id: id, title: other.title.isEmpty || other.title == other.id ? title : other.title,
      parties: parties.updated(by: newParties), forms: other.forms.isEmpty ? forms : other.forms,
      relation: other.relation ?? relation, logic: other.logic ?? logic, start: other.start ?? start,
      end: other.end ?? end, status: other.status ?? status, themes: other.themes.isEmpty ? themes : other.themes,
      odd: other.odd.isEmpty ? odd : other.odd, territory: other.territory ?? territory,
      intensity: other.intensity ?? intensity, result: other.result ?? result, story: other.story ?? story,
      fields: fields.updated(by: other.fields))
  }
}

extension AllianceGraph.Place {
  func updated(by other: Self) -> Self {
    let hasPosition = other.latitude != nil || other.longitude != nil
    return Self(
      id: id, level: other.level ?? level, name: other.name.isEmpty ? name : other.name,
      within: other.within.isEmpty ? within : other.within, latitude: hasPosition ? other.latitude : latitude,
      longitude: hasPosition ? other.longitude : longitude, population: other.population ?? population,
      fields: fields.updated(by: other.fields))
  }
}

extension Array where Element == FreeField {
  /// These fields with the values of `other`, then those that only `other` has.
  func updated(by other: [FreeField]) -> [FreeField] {
    let values = Dictionary(other.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = Set(map(\.name))
    return map { FreeField(name: $0.name, value: values[$0.name] ?? $0.value) }
      + other.filter { !names.contains($0.name) }
  }
}

extension Array where Element == AllianceGraph.Party {
  /// These parties with the roles and dates of `other`, then those that only `other` has.
  func updated(by other: [AllianceGraph.Party]) -> [AllianceGraph.Party] {
    var result = self
    var used: Set<Int> = []
    for party in other {
      let places = result.indices.filter { result[$0].actor == party.actor && !used.contains($0) }
      // Of two parts of one actor, the one with the same role is meant.
      guard let place = places.first(where: { result[$0].role == party.role }) ?? places.first else {
        used.insert(result.count)
        result.append(party)
        continue
      }
      used.insert(place)
      result[place] = AllianceGraph.Party(
        actor: party.actor, role: party.role ?? result[place].role, start: party.start ?? result[place].start,
        end: party.end ?? result[place].end)
    }
    return result
  }
}
