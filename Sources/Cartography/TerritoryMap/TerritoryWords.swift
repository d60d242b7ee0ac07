import AllianceModel
import Foundation

/// The words of a territory map.
struct TerritoryWords {
  let language: Language

  private func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  var titleEnd: String { say(" : carte du territoire", ": map of the territory") }
  var placesHeading: String { say("Lieux", "Places") }
  var withoutPlaceHeading: String { say("Alliances sans ligne", "Alliances without a line") }
  var unlocatedHeading: String { say("Non situés", "Without a place") }
  func innerSectionHeading(_ place: String) -> String { say("\(place), sur place", "\(place), within") }
  var betweenHeading: String { say("Entre deux lieux", "Between two places") }
  var scaleNote: String { say("Échelle à la projection", "Scale of the projection") }
  func insetTitle(_ place: String) -> String { say("\(place), en grand", "\(place), enlarged") }
  func seeInset(_ title: String) -> String { say("\(title) : voir l’encart", "\(title): see the inset") }

  func innerHeading(_ count: Int) -> String {
    count == 1 ? say("Alliance sur place :", "Alliance here:") : say("Alliances sur place :", "Alliances here:")
  }

  /// `350 km`, `9,4 km` under ten.
  func kilometres(_ distance: Double) -> String {
    if distance >= 9.95 { return grouped(Int(distance.rounded())) + "\u{A0}km" }
    let text = String(format: "%.1f", distance)
    return (language == .french ? text.replacing(".", with: ",") : text) + "\u{A0}km"
  }

  /// `9 365`, `9,365`.
  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 4 || (digits.count == 4 && number > 9_999) || number > 999 else { return digits }
    let head = digits.dropLast(3)
    return head + (language == .french ? "\u{202F}" : ",") + digits.suffix(3)
  }

  func title(_ name: String, actors: Int?, distance: Double?) -> String {
    [
      name, actors.flatMap { $0 > 1 ? MapWords.members($0, in: language) : nil },
      distance.map { say("à \(kilometres($0))", "\(kilometres($0)) away") },
    ]
    .compactMap(\.self).joined(separator: " · ")
  }

  func andOthers(_ name: String, _ count: Int) -> String {
    count == 1
      ? say("\(name) et un autre lieu", "\(name) and another place")
      : say("\(name) et \(count) autres lieux", "\(name) and \(count) other places")
  }

  func tooltip(_ name: String, actors: Int, places: Int = 1) -> String {
    let around = places > 1 ? say(" et environs (\(places) lieux)", " and around (\(places) places)") : ""
    return name + around + " · " + MapWords.members(actors, in: language)
  }

  func years(of alliance: AllianceGraph.Alliance) -> String? { alliance.years(in: language) }

  func tooltip(of alliance: AllianceGraph.Alliance, in graph: AllianceGraph) -> String {
    let indices = graph.actorIndices
    let names = graph.partyIndices(of: alliance, in: indices).map { graph.actors[$0].name }.joined(separator: ", ")
    return [alliance.title, years(of: alliance)].compactMap(\.self).joined(separator: " · ")
      + (names.isEmpty ? "" : " : " + names)
  }

  /// Of a line with many alliances only the first are named: tooltips are short.
  func tooltip(ofLine alliances: [Int], in graph: AllianceGraph) -> String {
    let named = alliances.prefix(8).map { graph.alliances[$0].title }.joined(separator: " ; ")
    let rest = alliances.count - 8
    return MapWords.alliances(alliances.count, in: language) + " : " + named + (rest > 0 ? " … (+\u{A0}\(rest))" : "")
  }

  /// "13 acteurs et objets situés sur 30, 5 lieux · 4 alliances tracées sur 17".
  func placeCounts(_ places: TerritoryPlaces, of graph: AllianceGraph) -> String {
    let (located, all) = (places.locatedCount, graph.actors.count)
    let drawn = places.links.count
    let inner = places.places.reduce(0) { $0 + $1.inner.count }
    return say(
      "\(located) situés sur \(all), en \(places.places.count) lieux · alliances : \(drawn) entre lieux, \(inner) sur place, \(places.withoutPlace.count) sans lieu",
      "\(located) of \(all) located, in \(places.places.count) places · alliances: \(drawn) between places, \(inner) within one, \(places.withoutPlace.count) without a place"
    )
  }

  var noPlaces: String {
    say(
      "Aucun acteur n'est situé : donnez à la table des acteurs une colonne place (code INSEE de la commune), ou latitude et longitude.",
      "No actor has a place: give the table of actors a column place (INSEE code of the commune), or latitude and longitude."
    )
  }

  var howToPlace: String {
    say(
      "Pour des codes INSEE sans coordonnées, installez une fois une table des communes : maillage places import communes.csv",
      "For INSEE codes without coordinates, install a table of communes once: maillage places import communes.csv")
  }

  func basisNote(_ locations: ActorLocations) -> String? {
    let named = locations.locations.count { $0?.basis == .tableName }
    guard named > 0 else { return nil }
    return named == 1
      ? say("Un acteur situé d'après le nom de sa commune.", "One actor located by the name of its commune.")
      : say(
        "\(named) acteurs situés d'après le nom de leur commune.",
        "\(named) actors located by the name of their commune.")
  }

  func projectionNote(_ name: String) -> String { say("Projection : \(name).", "Projection: \(name).") }

  var cardReading: String {
    say(
      "fiche : un lieu, ses acteurs, les alliances dont toutes les parties situées y sont",
      "card: a place, its actors, the alliances all of whose located parties are there")
  }
  var unlocatedPartiesReading: String { say("+2 : deux parties non situées", "+2: two parties without a place") }
  var pillReading: String { say("une alliance de trois lieux ou plus", "an alliance of three places or more") }
  var pillSample: String { say("titre", "title") }
  var countReading: String { say("nombre d'alliances entre deux lieux", "number of alliances between two places") }
  var circleReading: String {
    say("acteurs en ce lieu et alentour (nombre)", "actors at this place and around (number)")
  }
  var chainReading: String {
    say(
      "une alliance de plusieurs lieux est tracée de proche en proche ; épaisseur = nombre d'alliances",
      "an alliance of several places is drawn from each to the next; width = number of alliances")
  }
  var bundleReading: String {
    say(
      "une alliance de plusieurs lieux compte de proche en proche ; un trait réunit toutes les formes",
      "an alliance of several places counts from each to the next; a line unites all forms")
  }
  func insideCircles(_ count: Int) -> String {
    count == 1
      ? say("une alliance entre lieux d'un même cercle", "one alliance between places of one circle")
      : say("\(count) alliances entre lieux d'un même cercle", "\(count) alliances between places of one circle")
  }
  var farReading: String {
    say(
      "au bord : lieu hors du cadre et sa distance au centre",
      "at the border: a place beyond the frame and its distance from the centre")
  }
  func reading(of ground: TerritoryGround) -> String {
    switch ground {
    case .outlines:
      say("territoire : aires du périmètre ou avec des acteurs", "territory: areas of the perimeter or with actors")
    case .perimeter: say("enveloppe des communes du périmètre", "hull of the communes of the perimeter")
    case .places: say("enveloppe des lieux montrés", "hull of the places shown")
    }
  }

  var backdropNote: String {
    say(
      "Sans contours : ajoutez un fond GeoJSON (--backdrop).", "Without outlines: add a GeoJSON backdrop (--backdrop).")
  }
  var samePlace: String { say("Au même endroit", "At one place") }

  func more(_ count: Int) -> String {
    say("… et \(count) autres, à lire dans la table", "… and \(count) more, to be read in the table")
  }
}

extension MapWords {
  /// Of a place, whose members may be organisations and objects.
  static func members(_ count: Int, in language: Language) -> String { organisations(count, in: language) }
}
