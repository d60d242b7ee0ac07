import Foundation
import TestSupport
import Testing

/// A graph with personal data in every corner, and all files that may leave the house: none may hold any of it.
@Suite("Published output")
struct PublishedOutputTests {
  /// What no byte of an output may hold, whatever its case; numbers without what parts their digits.
  private static let needles = [
    "zwick", "gudule", "xanthippe", "quetzal", "jehanne", "611223344", "733445566", "secretix",
  ]

  private static let tables = [
    "datapackage.json": """
    {"name": "essai-gudule-zwicky", "title": "Carte de Gudule Zwicky", "description": "Écrire à zwicky@quetzal.fr",
     "territory": "Pays de G. Zwicky, 06 11 22 33 44", "created": "2026-11-23T00:00:00Z",
     "licenses": [{"name": "CC-BY par Mme Zwicky"}], "sources": [{"title": "ZWICKY Gudule, tél. +33 6 11 22 33 44"}],
     "resources": [{"name": "actors", "path": "actors.csv"}, {"name": "alliances", "path": "alliances.csv"},
      {"name": "parties", "path": "parties.csv"}, {"name": "sources", "path": "sources.csv"},
      {"name": "places", "path": "places.csv"}]}
    """,
    "actors.csv": """
    id,name,aliases,kind,legal_category,siren,siret,rna,size,place,latitude,longitude,start,end,themes,odd,networks,public_role,description,url,Téléphone du contact,note,diffusible
    zwicky_gudule,Gudule ZWICKY,G. Zwicky,person,,,,,,35236,47.65,-2.08,,,emploi,8,,,bénévole,https://zwicky.fr,0611223344,,
    ei,Poterie Xanthippe Zwickerl,,company,1000,,,,,35236,47.65,-2.09,,,,,,,,,,,
    asso,Les Amis de Redon,Amis de Gudule Zwicky,association,,,,,,35236,47.66,-2.08,,,emploi|avec Mme Zwicky,8,zwicky_gudule,,"Présidée par Zwicky, Gudule (06.11.22.33.44)",https://exemple.fr/equipe?nom=Gudule%20Zwicky,0733445566,voir gudule-zwicky@quetzal.fr,
    ville,Commune de Redon,,local_authority,,,,,,35236,47.65,-2.085,,,,,,,"M. Zwicky, 0033 7 33 44 55 66",mailto:jehanne@quetzal.fr,,tel:+33733445566,
    firme,Ferme du Port,,company,,,,,,35236,47.64,-2.07,,,,,,,,,,G ZWICKY y travaille,
    cachee,Atelier Secretix,,company,,,,,,35236,47.64,-2.06,,,,,,,,,,,non
    """,
    "alliances.csv": """
    id,title,forms,relation,logic,start,end,status,themes,odd,territory,intensity,story,result,note
    a1,Four commun de Gudule Zwicky,patronage,common_project,,2015,2018,,emploi,8|12,chez Mme ZWICKY,forte (Zwicky),"Gudule Zwicky a réuni l’Atelier Secretix ; appeler le 06 11 22 33 44.","Voir https://exemple.fr/?tel=0733445566",G. Zwicky
    a2,Jardin (zwicky@quetzal.fr),none,demander à Gudule Zwicky,,2019,,,jardin de G. Zwicky,2,,,"Contact : 07\u{A0}33\u{A0}44\u{A0}55\u{A0}66",,
    gudule-zwicky,Marché,economic_cooperation,,,2020,,,emploi,12,,,,,
    """,
    "parties.csv": """
    alliance,actor,role,start,end
    a1,zwicky_gudule,animatrice (Gudule Zwicky),,
    a1,asso,hôte : Mme Zwicky,,
    a1,ville,,,
    a1,cachee,,,
    a2,asso,,,
    a2,ei,,,
    a2,firme,avec Xanthippe Zwickerl,,
    gudule-zwicky,ville,,,
    gudule-zwicky,firme,,,
    """,
    "sources.csv": """
    subject,field,value,basis,title,url,date,author,confidence
    a1,story,dit par Gudule Zwicky,source,Entretien avec Zwicky G.,https://exemple.fr/gudule-zwicky,2020,Gudule Zwicky,selon zwicky@quetzal.fr
    zwicky_gudule,,,,Portrait de Gudule,https://exemple.fr/portrait-gudule,,,
    a2,,,,Lettre,https://exemple.fr/lettre?de=zwicky%40quetzal.fr,,,
    cachee,,,,Fiche Secretix,,,,
    """,
    "places.csv": """
    id,level,name,within,latitude,longitude,population
    35236,commune,Redon,,47.65,-2.08,
    """,
  ]

  private let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")

  private func graph() throws -> String {
    let graph = folder.appending(path: "graphe")
    try FileManager.default.createDirectory(at: graph, withIntermediateDirectories: true)
    for (name, text) in Self.tables { try Data((text + "\n").utf8).write(to: graph.appending(path: name)) }
    return graph.path
  }

  @Test(
    "holds no personal data on a map, in no format",
    arguments: ["network", "territory", "timeline", "ego", "matrix", "clusters", "bipartite", "gaps"])
  func maps(kind: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["svg", "pdf", "png"].map { folder.appending(path: "carte.\($0)") }
    let arguments =
      ["map", try graph(), "--kind", kind] + files.flatMap { ["--output", $0.path] }
      + (kind == "ego" ? ["--for", "asso"] : [])
    let outcome = try CommandRunner.maillage(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for file in files { try expectNothingPersonal(in: file) }
    // The picture shows something: the gate did not leave an empty sheet.
    let svg = try String(contentsOf: files[0], encoding: .utf8)
    #expect(svg.contains("Redon") || kind == "matrix")
  }

  @Test("holds no personal data in an export", arguments: ["dot", "graphml", "json", "csv", "geojson"])
  func exports(format: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "export")
    let outcome = try CommandRunner.maillage(["export", try graph(), "--format", format, "--output", output.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = format == "csv" ? try FileManager.default.contentsOfDirectory(atPath: output.path) : [""]
    for file in files { try expectNothingPersonal(in: file.isEmpty ? output : output.appending(path: file)) }
    #expect(!files.joined().lowercased().contains("zwick"))
  }

  @Test(
    "holds no personal data in a report, in no format", arguments: ["news", "territory", "actor", "directory", "story"])
  func reports(kind: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["html", "md", "pdf"].map { folder.appending(path: "page.\($0)") }
    let outcome = try CommandRunner.maillage(
      ["report", try graph(), "--kind", kind] + files.flatMap { ["--output", $0.path] }
        + (kind == "actor" ? ["--for", "asso"] : []))
    if outcome.status == 69 {
      print("SKIPPED: no program that prints PDF is on this machine")
    } else {
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix("graphe") }
    for path in written where !URL(filePath: path).pathExtension.isEmpty {
      try expectNothingPersonal(in: folder.appending(path: path))
    }
    #expect(written.contains("page.html") && written.contains("page.md"))
  }

  @Test("holds no personal data in the published explorer")
  func explorer() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    let outcome = try CommandRunner.maillage(["publish", try graph(), "--output", page.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    try expectNothingPersonal(in: page)
  }

  @Test("keeps everything with --internal")
  func kept() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "interne.json")
    let outcome = try CommandRunner.maillage(
      ["export", try graph(), "--format", "json", "--output", file.path, "--internal"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("Gudule"))
  }

  /// Looks at the bytes themselves, and at the words and the metadata of a PDF, whose pages are compressed.
  private func expectNothingPersonal(in file: URL) throws {
    var texts = [String(decoding: try Data(contentsOf: file), as: UTF8.self)]
    if file.pathExtension == "pdf" {
      for tool in [["pdftotext", file.path, "-"], ["pdfinfo", file.path]] {
        guard let text = try Self.output(of: tool) else {
          print("SKIPPED: \(tool[0]) is not on this machine")
          continue
        }
        texts.append(text)
      }
    }
    for text in texts {
      let small = text.lowercased()
      let digits = small.filter { !" .-\u{A0}\u{202F}".contains($0) }
      for needle in Self.needles {
        #expect(!small.contains(needle) && !digits.contains(needle), "\(needle) in \(file.lastPathComponent)")
      }
    }
  }

  /// What a program prints; nil when this machine does not have it.
  private static func output(of command: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 127 ? nil : String(decoding: data, as: UTF8.self)
  }
}
