import AllianceModel
import Testing

@testable import Exchange

@Suite("TableKind")
struct TableKindTests {
  private func kind(_ header: String) -> String {
    do {
      let file = Array((header + "\n").utf8)
      let table = try TableReader.table(in: file, file: "t.csv", limits: ImportLimits()).table
      return try table.recognised().map.kind.rawValue
    } catch {
      return "error: " + error.message.english
    }
  }

  @Test(
    "knows a table by its headers, French or English, in any order",
    arguments: [
      ("Nom de l'acteur;Type;Commune", "actors"), ("name,kind,siren", "actors"), ("id;nom;type", "actors"),
      ("Commune;Dénomination;SIRET", "actors"), ("Libellé;Catégorie juridique", "actors"), ("nom", "actors"),
      ("id;titre;parties;forme", "alliances"), ("Partenaires;Nom du partenariat;Depuis", "alliances"),
      ("title,parties,roles,relation", "alliances"), ("Titre;Type;Début", "alliances"),
      ("alliance;acteur;rôle", "parties"), ("alliance_id,siren", "parties"), ("rcn,pic,role,contribution", "parties"),
      ("Source;Target;Type;Id;Label;Weight", "ties"), ("de;vers", "ties"), ("acteur 1;acteur 2;nature du lien", "ties"),
      ("subject,field,value,basis,title,url,date,author,confidence", "sources"),
      ("id,level,name,within,latitude,longitude,population", "places"),
      ("insee;nom;dep;siren;pmun_2024;epci_siren;epci_nom;lat_centroide;lon_centroide", "places"),
      ("dep;reg;libelle;cheflieu", "places"), ("verdict,subjects,reason,date,author", "decisions"),
    ])
  func known(header: String, kind: String) {
    #expect(self.kind(header) == kind)
  }

  @Test("knows each table of a data package by its own columns")
  func packageTables() {
    for table in [PackageTable.actors, .alliances, .parties, .sources, .places, .decisions] {
      #expect(kind(table.columns.map(\.name).joined(separator: ",")) == table.name)
    }
  }

  @Test("says what was found and what was expected when no kind fits")
  func unknown() {
    #expect(kind("couleur;hauteur") == "error: no known table has these columns: couleur, hauteur")
  }

  @Test("asks for a clearer column when two kinds fit equally well")
  func ambiguous() {
    #expect(kind("Nom;Type;Partenaires").hasPrefix("error: these columns fit several tables (actors, alliances)"))
  }

  @Test("skips titles and empty rows above the header, and keeps unknown columns as free ones")
  func titleRows() throws {
    let text = "Annuaire des acteurs;;;\nÉdition 2021;;;\n;;;\nNom;Type;Téléphone;\nAdie;association;06;\n;;;\n"
    let table = try TableReader.table(in: Array(text.utf8), file: "t.csv", limits: ImportLimits()).table
    let loaded = try table.recognised()
    #expect(loaded.table.header.line == 4)
    #expect(loaded.map.free.map(\.name) == ["Téléphone"])
    #expect(loaded.table.rows.count == 1)
  }

  @Test("knows a square table of actors by actors, and not a list of codes")
  func matrix() {
    #expect(kind(";A;B\nA;0;1\nB;1;0") == "matrix")
    #expect(kind("nom;x;y\nA;1;2\nB;2;1") == "actors")
  }
}
