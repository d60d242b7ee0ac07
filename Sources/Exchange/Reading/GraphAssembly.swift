import AllianceModel

/// Puts the rows of several tables together as one graph.
///
/// Tables are taken by kind, not in the order of the files: actors and places first, then alliances, then their
/// parties. So any order of files gives the same graph.
struct GraphAssembly {
  typealias Actor = AllianceGraph.Actor
  typealias Alliance = AllianceGraph.Alliance
  typealias Party = AllianceGraph.Party
  typealias Place = AllianceGraph.Place
  typealias Source = AllianceGraph.Source

  /// An alliance whose parties are still words.
  struct Draft {
    let alliance: Alliance
    let origin: SourceMap.Origin
    var parties: [WrittenParty]
  }

  struct WrittenParty {
    /// An id, a name, or an official number.
    let actor: String
    let role: String?
    var start: PartialDate?
    var end: PartialDate?
    let origin: SourceMap.Origin
  }

  let tables: [LoadedTable]
  let isPackage: Bool
  let cellLimit: Int
  /// The graph into which this one is to go: its actors may be named, its ids are not given twice.
  let known: AllianceGraph?
  /// Of the known graph: ids by official number, actors by name.
  let knownIDs: [String: String]
  let knownNames: [String: [Actor]]

  var problems: [ImportProblem] = []
  var actors: [Actor] = []
  var drafts: [Draft] = []
  var places: [Place] = []
  var sources: [Source] = []
  /// How many of ``sources`` rows of actors gave; those of alliances follow.
  var actorSourceCount = 0
  var decisions: [AllianceGraph.Decision] = []
  var origins: [Finding.Row: SourceMap.Origin] = [:]
  /// The actors read here, and those of the known graph: a name means the first before the second.
  var directory = ActorDirectory()
  var knownDirectory = ActorDirectory()
  /// Known actors that a row without an id already stands for.
  var usedKnown: Set<String> = []
  var takenIDs: Set<String> = []
  var createdActors: [String] = []
  /// Written alliance id → id in the graph, where they differ.
  var allianceIDs: [String: String] = [:]
  /// Alliances that only a table of parties names: the place of each draft.
  var lateAlliances: [String: Int] = [:]
  /// Communes by the key of their name, for rows that give no code.
  var communes: [String: [Place]] = [:]
  var placeIDs: Set<String> = []

  init(tables: [LoadedTable], isPackage: Bool, cellLimit: Int, known: AllianceGraph?) {
    (self.tables, self.isPackage, self.cellLimit, self.known) = (tables, isPackage, cellLimit, known)
    let numbered = (known?.actors ?? []).flatMap { actor in
      [actor.siret, actor.siren, actor.rna].compactMap { $0.map { ($0, actor.id) } }
    }
    knownIDs = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    knownNames = Dictionary(grouping: known?.actors ?? [], by: \.name.textKey)
  }

  /// The graph of all tables, with the findings of its check in place of the rows they came from.
  mutating func assemble(info: GraphInfo) -> (graph: AllianceGraph, sourceMap: SourceMap) {
    takenIDs = Set((known?.actors.map(\.id) ?? []) + (known?.alliances.map(\.id) ?? []))
    for actor in known?.actors ?? [] { knownDirectory.add(actor) }
    readPlaces()
    readActors()
    actorSourceCount = sources.count
    readAlliances()
    readTies()
    readGrids()
    separateIDs()
    readParties()
    readSources()
    readDecisions()
    let alliances = resolvedAlliances()
    keepUsedPlaces(territories: Set(alliances.compactMap(\.territory)))
    let graph = AllianceGraph(
      info: info, actors: actors, alliances: alliances, places: places, sources: sources, decisions: decisions)
    let map = SourceMap(tables: tables, origins: origins)
    problems += findings(in: graph).map(map.problem)
    return (graph, map)
  }

  /// What the check finds in the rows read; actors of the known graph stand by, so that ties may name them.
  private func findings(in graph: AllianceGraph) -> [Finding] {
    guard let known else { return graph.validate() }
    let read = Set(graph.actors.map(\.id))
    let readPlaces = Set(graph.places.map(\.id))
    let readAlliances = Set(graph.alliances.map(\.id))
    let around = AllianceGraph(
      info: graph.info, actors: graph.actors + known.actors.filter { !read.contains($0.id) },
      alliances: graph.alliances + known.alliances.filter { !readAlliances.contains($0.id) },
      places: graph.places + known.places.filter { !readPlaces.contains($0.id) }, sources: graph.sources,
      decisions: graph.decisions)
    return around.validate().filter { finding in
      switch finding.row {
      case .actor(let index): index < graph.actors.count
      case .alliance(let index), .party(let index, _): index < graph.alliances.count
      case .place(let index): index < graph.places.count
      case .graph, .source, .decision: true
      }
    }
  }

  /// The actor meant by `written`, read here or known.
  func find(_ written: String) -> ActorDirectory.Answer {
    let answer = directory.find(written)
    return answer == .unknown ? knownDirectory.find(written) : answer
  }

  /// Calls `body` with each row of each table of `kind`.
  mutating func forEachRow(
    of kind: TableKind, _ body: (inout GraphAssembly, inout RowReader, SourceMap.Origin) -> Void
  ) {
    for (index, loaded) in tables.enumerated() where loaded.map.kind == kind {
      for (position, record) in loaded.table.rows.enumerated() {
        var row = RowReader(loaded, record: record, isPackage: isPackage, cellLimit: cellLimit)
        body(&self, &row, SourceMap.Origin(table: index, record: position))
        problems += row.problems
      }
    }
  }

  /// An id that nothing has yet, made from `words`.
  func freshID(_ words: String) -> String {
    let base = words.slug.isEmpty ? "x" : words.slug
    guard takenIDs.contains(base) else { return base }
    var number = 2
    while takenIDs.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }

  /// The sources that the row itself names, and the basis of its classifications.
  mutating func addSources(of row: RowReader, subject: String, field: String = "source") {
    guard !isPackage else { return }
    for item in row.text(field)?.sourceItems ?? [] {
      let isAddress = item.hasPrefix("http://") || item.hasPrefix("https://") || item.hasPrefix("www.")
      sources.append(Source(subject: subject, title: isAddress ? nil : item, url: isAddress ? item : nil))
    }
    for (name, position) in row.loaded.map.positions.sorted(by: { $0.value < $1.value }) where name.hasSuffix("_basis")
    {
      guard let basis = row.text(at: position) else { continue }
      sources.append(Source(subject: subject, field: String(name.dropLast("_basis".count)), basis: basis))
    }
  }
}
