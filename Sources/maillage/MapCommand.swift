public import AllianceModel
public import ArgumentParser
public import Cartography
import Exchange
import GraphvizKit
import Workspace

extension MapOptions.SizeMeasure: ExpressibleByArgument {}
extension MapOptions.ColorKey: ExpressibleByArgument {}
extension MapOptions.TieKey: ExpressibleByArgument {}
extension MapOptions.Label: ExpressibleByArgument {}
extension MapOptions.Detail: ExpressibleByArgument {}
extension MapPage: ExpressibleByArgument {}

extension GraphFilter.Condition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Draws a graph.
struct MapCommand: AsyncParsableCommand {
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case network, territory, timeline, ego, matrix, clusters, bipartite, gaps
  }

  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: spoken("Dessine la carte d’un graphe.", "Draws the map of a graph."),
    discussion: spoken("Exemples :", "Examples:") + """

        maillage map Graphs/valence-romans --kind network --output romans.svg --output romans.pdf
        maillage map Graphs/redon --output redon.pdf --page a4-landscape
        maillage map Graphs/economie-de-l-alliance --detail groups --output groupes.svg
        maillage map Graphs/economie-de-l-alliance --cluster 2 --output groupe-2.svg
        maillage map Graphs/redon --output part.svg --filter family=companies --filter year=2015-2019
        maillage map Graphs/economie-de-l-alliance --kind timeline --output recit.pdf --page a3-portrait
        maillage map Graphs/redon --kind ego --for Tézéa --output tezea.svg
        maillage map Graphs/valence-romans --kind matrix --of themes --output themes.pdf --page a3
        maillage map Graphs/valence-romans --kind clusters --output groupes.pdf --page a3
        maillage map Graphs/valence-romans --kind bipartite --output parties.pdf --page a3
        maillage map Graphs/redon --kind gaps --pairs 8 --output manques.pdf --page a3


      """
      + spoken(
        """
        Filtres : famille, type, taille, commune, forme, odd, thème, année. Les valeurs d’une même clé se complètent, les clés \
        se combinent ; la carte dit combien elle ne montre pas.
        """,
        """
        Filters: family, kind, size, commune, form, odd, theme, year. Values of one key are alternatives, different keys \
        must all hold; the map says how many it does not show.
        """))

  @Argument(help: help("Un graphe : un dossier ou un fichier CSV.", "A graph: a folder or a CSV file."))
  var graph: String

  @Option(help: help("Ce qui est dessiné.", "What is drawn."))
  var kind = Kind.network

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Contours à mettre sous la carte du territoire, en GeoJSON ; peut être répété.",
        "Outlines to lay under the territory map, as GeoJSON; may be repeated."), valueName: "file.geojson"))
  var backdrop: [String] = []

  @OptionGroup var diagramOptions: DiagramOptions

  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Le fichier à écrire, en .svg, .pdf ou .png ; peut être répété.",
        "The file to write, ending in .svg, .pdf or .png; may be repeated."), valueName: "file"))
  var output: [String]

  @Option(help: help("Ce qui grandit un nom.", "What makes a name larger."))
  var sizeBy = MapOptions.SizeMeasure.strength

  @Option(
    help: help("Ce qui donne couleur et forme aux acteurs.", "What gives actors their colour and shape."))
  var colorBy = MapOptions.ColorKey.family

  @Option(help: help("Ce qui donne couleur et trait aux liens.", "What gives ties their colour and line."))
  var ties = MapOptions.TieKey.forms

  @Option(
    help: help("Ce qui est écrit sur acteurs et objets.", "What is written on actors and objects."))
  var label = MapOptions.Label.name

  @Option(
    help: help(
      "Ce qu’une carte de réseau montre : chaque nom, des numéros avec un index, ou les groupes ; auto : selon la taille.",
      "What a network map shows: each name, numbers with an index, or the groups; auto: by size."))
  var detail = MapOptions.Detail.automatic

  @Option(
    help: ArgumentHelp(
      spoken(
        "L’intérieur d’un groupe : son numéro (3, 3.2), son nom, ou un acteur dont on cherche le groupe.",
        "The inside of a group: its number (3, 3.2), its name, or an actor whose group is wanted."),
      valueName: "group"))
  var cluster: String?

  @Option(
    help: help(
      "La feuille. Sans elle : la taille du dessin. a4 est debout, a3 couché.",
      "The paper. Without it: as large as the drawing. a4 stands, a3 lies."))
  var page: MapPage?

  @Option(
    help: ArgumentHelp(
      spoken(
        "L’aspect : standard, high-contrast, grey, print, ou un fichier .toml avec vos couleurs et votre logo.",
        "The look: standard, high-contrast, grey, print, or a .toml file with your colours and logo."),
      valueName: "name|file"))
  var theme = "standard"

  @Option(help: help("Points par pouce du PNG, de 10 à 1200.", "Dots per inch of PNG, 10 to 1200."))
  var dpi = 150

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      spoken("Ne montrer que cette part ; peut être répété.", "Show only this part; may be repeated."),
      valueName: "key=value"))
  var filter: [GraphFilter.Condition] = []

  @Option(
    help: help(
      "La date que montre la carte (2026-11-23). Sans elle : celle du graphe.",
      "The date that the map shows (2026-11-23). Without it: that of the graph."))
  var date: PartialDate?

  @Flag(
    name: .customLong("internal"),
    help: help(
      "Montrer aussi noms de personnes, courriels et téléphones : à ne pas publier.",
      "Show names of persons, e-mails and phone numbers too: not for publication."))
  var isInternal = false

  @Option(
    help: help(
      "Graine de la disposition : une autre donne un autre arrangement.",
      "Seed of the layout: another one gives another arrangement."))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "Secondes laissées à Graphviz pour chaque étape.", "Seconds that Graphviz may take for each step."))
  var timeLimit = 60

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard !output.isEmpty else {
      throw ValidationError(spoken("--output FICHIER manque.", "--output FILE is missing."))
    }
    for path in output where MapFormat(path: path) == nil {
      throw ValidationError(
        spoken(
          "--output \(path) doit finir par .svg, .pdf ou .png.", "--output \(path) must end in .svg, .pdf or .png."))
    }
    guard (10...1_200).contains(dpi) else {
      throw ValidationError(
        spoken("--dpi doit être de 10 à 1200, pas \(dpi).", "--dpi must be from 10 to 1200, not \(dpi)."))
    }
    guard (1...86_400).contains(timeLimit) else {
      throw ValidationError(
        spoken(
          "--time-limit doit être de 1 à 86400 secondes, pas \(timeLimit).",
          "--time-limit must be from 1 to 86400 seconds, not \(timeLimit)."))
    }
  }

  func run() async throws {
    let look = try MapCommand.theme(named: theme)
    let opened = try GraphInput.open(graph)
    do {
      let drawn = try await ProgressLine.whileWaiting(LocalizedText(french: "carte", english: "map")) {
        try await document(of: opened, theme: look)
      }
      for remark in drawn.remarks { Terminal.say(remark) }
      for path in output {
        guard let format = MapFormat(path: path), let bytes = drawn[format] else { continue }
        try Workspace.write(bytes, to: path)
      }
    } catch let error as MapError {
      throw Terminal.failure(error.status, error.message)
    }
  }

  /// The theme that a person named, or the end of the command with the reason.
  static func theme(named name: String) throws -> MapTheme {
    do throws(ThemeError) { return try MapTheme(named: name) } catch {
      Terminal.say(error.text(in: Terminal.language))
      throw ExitCode((error.line == nil ? ExitStatus.noInput : .data).rawValue)
    }
  }

  private func document(of graph: AllianceGraph, theme: MapTheme) async throws -> MapDocument {
    let options = options(for: graph, theme: theme)
    let formats = MapFormat.allCases.filter { format in output.contains { MapFormat(path: $0) == format } }
    let renderer = GraphvizRenderer.ownProgram(timeLimit: .seconds(timeLimit))
    if let diagram = try diagram(of: graph) {
      return try await DiagramMap(diagram, of: graph, options: options)
        .document(as: formats, resolution: dpi, renderer: renderer)
    }
    if kind == .network {
      return try await NetworkMap(of: graph, options: options)
        .document(as: formats, resolution: dpi, renderer: renderer)
    }
    let outlines = try Backdrop.read(backdrop)
    for problem in outlines.problems { Terminal.say(problem.text(in: Terminal.language)) }
    return try await TerritoryMap(
      of: graph, options: options, backdrop: outlines.layers, table: PlacesCommand.installed.table()
    ).document(as: formats, resolution: dpi, renderer: renderer)
  }

  private func options(for graph: AllianceGraph, theme: MapTheme) -> MapOptions {
    MapOptions(
      sizeBy: sizeBy, colorBy: colorBy, ties: ties, label: label, detail: detail,
      cluster: cluster, page: page,
      language: languageOptions.language(for: graph), filter: GraphFilter(filter), date: date, isInternal: isInternal,
      seed: seed, theme: theme)
  }
}

extension MapError {
  /// The exit code of the command.
  var status: ExitStatus {
    switch self {
    case .unknownFilterValue, .unknownActor, .unknownGroup: .usage
    case .nameTooLong, .tooLarge: .data
    case .cancelled: .software
    case .graphviz(let error):
      switch error.reason {
      case .missingPlugin, .missingFonts, .workerNotFound: .unavailable
      case .timeLimit, .memoryLimit: .timeLimit
      default: .software
      }
    }
  }
}
