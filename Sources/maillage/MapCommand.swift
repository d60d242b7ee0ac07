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
extension MapKind: ExpressibleByArgument {}
extension MapFormat: ExpressibleByArgument {}

extension GraphFilter.Condition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Draws a graph.
struct MapCommand: AsyncParsableCommand {
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
        maillage map Graphs/redon --theme print --page a4-landscape --output redon.pdf --check
        maillage map Graphs/* --all --format pdf --page a3 --output cartes


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

  @Argument(
    help: ArgumentHelp(
      spoken(
        "Un graphe : un dossier ou un fichier CSV ; plusieurs avec --all.",
        "A graph: a folder or a CSV file; several with --all."), valueName: "graph"))
  var graphs: [String]

  @Option(help: help("Ce qui est dessiné.", "What is drawn."))
  var kind = MapKind.network

  @OptionGroup var backdrop: BackdropOption
  @OptionGroup var diagramOptions: DiagramOptions

  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Le fichier à écrire, en .svg, .pdf ou .png ; peut être répété. Avec --all : le dossier.",
        "The file to write, ending in .svg, .pdf or .png; may be repeated. With --all: the folder."), valueName: "file")
  )
  var output: [String] = []

  @Flag(
    help: help(
      "Dessiner toutes les cartes de tous les graphes dans un dossier, et dire les fichiers.",
      "Draw every map of every graph into a folder, and list the files."))
  var all = false

  @Option(
    parsing: .singleValue,
    help: help("Avec --all : svg, pdf ou png ; peut être répété.", "With --all: svg, pdf or png; may be repeated."))
  var format: [MapFormat] = []

  @Flag(
    help: help(
      "Juger l’image : ce qui se chevauche, déborde, se cache, se lit mal ou se confond. Code 65 si quelque chose ne va pas.",
      "Judge the picture: what overlaps, sticks out, hides, is faint or looks alike. Exit code 65 if anything is wrong."
    ))
  var check = false

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
      "La feuille. Sans elle : la taille du dessin. a4 est debout, les autres sont couchées sauf -portrait.",
      "The paper. Without it: as large as the drawing. a4 stands, the others lie unless -portrait."))
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

  @OptionGroup var timeLimit: TimeLimitOption

  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    guard !output.isEmpty || check else {
      throw ValidationError(spoken("--output FICHIER manque.", "--output FILE is missing."))
    }
    guard all || graphs.count == 1 else {
      throw ValidationError(
        spoken(
          "\(graphs.count) graphes : ajoutez --all pour dessiner toutes leurs cartes.",
          "\(graphs.count) graphs: add --all to draw all their maps."))
    }
    guard !all || output.count < 2 else {
      throw ValidationError(spoken("--all n’a qu’un dossier --output.", "--all takes one folder as --output."))
    }
    guard all || format.isEmpty else {
      throw ValidationError(
        spoken(
          "--format ne va qu’avec --all ; sinon la fin de --output dit le format.",
          "--format goes with --all only; else the ending of --output says the format."))
    }
    for path in output where !all && MapFormat(path: path) == nil {
      throw ValidationError(
        spoken(
          "--output \(path) doit finir par .svg, .pdf ou .png.", "--output \(path) must end in .svg, .pdf or .png."))
    }
    guard (10...1_200).contains(dpi) else {
      throw ValidationError(
        spoken("--dpi doit être de 10 à 1200, pas \(dpi).", "--dpi must be from 10 to 1200, not \(dpi)."))
    }
  }

  func run() async throws {
    let look = try MapCommand.theme(named: theme)
    let jobs = all ? try allJobs(theme: look) : [try job(theme: look)]
    var findingCount = 0
    try await run(jobs) { outcome in
      let remarks = outcome.document.remarks
      for remark in remarks { Terminal.say((all ? "\(outcome.job.title): " : "") + remark[Terminal.language]) }
      if all { for path in outcome.job.files { Terminal.print(path + "\n") } }
      guard check else { return }
      Terminal.print(outcome.report(in: Terminal.language))
      findingCount += outcome.findings.count
    }
    if findingCount > 0 { throw ExitCode(ExitStatus.data.rawValue) }
  }

  /// The theme that a person named, or the end of the command with the reason.
  static func theme(named name: String) throws -> MapTheme {
    do throws(ThemeError) { return try MapTheme(named: name) } catch {
      Terminal.say(error.text(in: Terminal.language))
      throw ExitCode((error.line == nil ? ExitStatus.noInput : .data).rawValue)
    }
  }

  private func job(theme: MapTheme) throws -> MapJob {
    let graph = try GraphInput.open(graphs[0])
    var request = try request(kind, for: graph, theme: theme)
    if kind == .territory {
      request.backdrop = try backdrop.read()
      request.places = try PlacesCommand.installed.table()
    }
    return MapJob(graph: graph, request: request, files: output, title: "\(graph.info.name) · \(request.name)")
  }

  /// What a kind of map asks for; the outlines of territory maps come later.
  func request(_ kind: MapKind, for graph: AllianceGraph, theme: MapTheme) throws -> MapRequest {
    let language = languageOptions.language(for: graph)
    let options = MapOptions(
      sizeBy: sizeBy, colorBy: colorBy, ties: ties, label: label, detail: detail, cluster: cluster,
      page: page, language: language,
      filter: GraphFilter(filter), date: date, isInternal: isInternal, seed: seed, theme: theme)
    return MapRequest(
      kind, actor: kind == .ego ? try diagramOptions.ego(in: graph, isNeeded: !all) : nil,
      content: diagramOptions.content,
      pairs: kind == .gaps
        ? try diagramOptions.absentPairs(of: graph, isInternal: isInternal, language: language) : [],
      options: options)
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
