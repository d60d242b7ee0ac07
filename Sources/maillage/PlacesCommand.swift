import AllianceModel
import ArgumentParser
import Exchange
import Foundation
import Workspace

/// Installs and consults the reference table of communes by which actors are put on maps.
struct PlacesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: spoken(
      "Installe une table des communes, une fois pour toutes, et y cherche.",
      "Installs a table of communes, once, and looks communes up."),
    discussion: spoken(
      """
      Les acteurs sans coordonnées sont placés sur les cartes par leur commune. Prenez une table publique des communes \
      (code INSEE, nom, EPCI, population, latitude, longitude : les colonnes sont reconnues à leur nom) et installez-la :

      Exemples :
      """,
      """
      Actors without coordinates are put on maps by their commune. Take a public table of communes (INSEE code, name, \
      EPCI, population, latitude, longitude: columns are recognised by their names) and install it:

      Examples:
      """) + """

          maillage places import communes.csv
          maillage places find Redon

        """
      + spoken(
        "Elle va dans le dossier de données de votre compte ; MAILLAGE_PLACES nomme un autre fichier.",
        "It goes to the data folder of your account; MAILLAGE_PLACES names another file."),
    subcommands: [Import.self, List.self, Find.self])

  static var installed: InstalledPlaces { InstalledPlaces(environment: ProcessInfo.processInfo.environment) }

  /// The installed table; without one, says how to get it and gives the exit code for it.
  static func table() throws -> PlaceTable {
    if let table = try installed.table() { return table }
    throw Terminal.failure(
      .noInput,
      LocalizedText(
        french:
          "aucune table des communes n’est installée (\(installed.path)) : « maillage places import FICHIER.csv »",
        english: "no table of communes is installed (\(installed.path)): “maillage places import FILE.csv”"))
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        "Lit une ou plusieurs tables de communes et les installe à la place de la précédente.",
        "Reads one table of communes or several, and installs them in place of the one before."))

    @Argument(
      help: help(
        "Des fichiers CSV, avec au moins un code INSEE et un nom.", "CSV files with at least an INSEE code and a name.")
    )
    var files: [String]

    func run() async throws {
      let read = try InstalledPlaces.read(files)
      for problem in read.problems.prefix(20) { Terminal.say(problem.text(in: Terminal.language)) }
      let hidden = read.problems.count - 20
      if hidden > 0 {
        Terminal.say(LocalizedText(french: "… et \(hidden) autres remarques", english: "… and \(hidden) more"))
      }
      let installed = PlacesCommand.installed
      try installed.install(read.table)
      let (count, located) = (read.table.communes.count, read.table.communes.count { $0.coordinate != nil })
      Terminal.say(
        LocalizedText(
          french: "\(count) communes installées, dont \(located) avec leurs coordonnées : \(installed.path)",
          english: "\(count) communes installed, \(located) of them with coordinates: \(installed.path)"))
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        "Dit quelle table est installée, et combien de communes a chaque département.",
        "Says which table is installed, and how many communes each département has."))

    func run() async throws {
      let table = try PlacesCommand.table()
      let groups = Dictionary(grouping: table.communes, by: \.departement).sorted { $0.key < $1.key }
      let text = TextTable(
        columns: [
          TextTable.Column(title: "Département"), TextTable.Column(title: "Communes", isNumber: true),
          TextTable.Column(title: spoken("Avec coordonnées", "With coordinates"), isNumber: true),
          TextTable.Column(title: "EPCI", isNumber: true),
        ],
        rows: groups.map { code, communes in
          [
            code, "\(communes.count)", "\(communes.count { $0.coordinate != nil })",
            "\(Set(communes.compactMap(\.epci)).count)",
          ]
        })
      Terminal.say(PlacesCommand.installed.path)
      Terminal.print(text.text)
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        "Cherche des communes par leur nom, sans souci d’accents, ou par leur code.",
        "Looks up communes by name, whatever accents, or by code."))

    @Argument(
      help: help("Un nom, des mots d’un nom, ou un code INSEE.", "A name, some words of one, or an INSEE code."))
    var name: [String]

    func run() async throws {
      let words = name.joined(separator: " ")
      let found = try PlacesCommand.table().search(words)
      guard !found.isEmpty else {
        throw Terminal.failure(
          .data,
          LocalizedText(french: "aucune commune ne répond à « \(words) »", english: "no commune answers to “\(words)”"))
      }
      Terminal.print(PlacesCommand.Find.text(of: found, in: Terminal.language))
    }

    static func text(of communes: [PlaceTable.Commune], in language: Language) -> String {
      TextTable(
        columns: [
          TextTable.Column(title: "INSEE"), TextTable.Column(title: "Commune"), TextTable.Column(title: "EPCI"),
          TextTable.Column(title: spoken("Habitants", "Inhabitants"), isNumber: true),
          TextTable.Column(title: "Latitude", isNumber: true), TextTable.Column(title: "Longitude", isNumber: true),
        ],
        rows: communes.map { commune in
          [
            commune.code, commune.name, commune.epciName ?? commune.epci ?? "",
            commune.population.map(String.init) ?? "",
            commune.coordinate?.latitude.written(decimals: 4, in: language) ?? "",
            commune.coordinate?.longitude.written(decimals: 4, in: language) ?? "",
          ]
        }
      ).text
    }
  }
}
