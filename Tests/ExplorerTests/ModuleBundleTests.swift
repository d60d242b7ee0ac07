import Testing

@testable import Explorer

@Suite("ModuleBundle")
struct ModuleBundleTests {
  @Test("puts each module once, behind those that it imports")
  func order() throws {
    let bundle = ModuleBundle(modules: [
      "app.js": "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\nb(c);\n",
      "b.js": "import { c } from \"./c.js\";\nexport function b() { return c; }\n", "c.js": "export const c = 1;\n",
    ])
    #expect(
      try bundle.script(entry: "app.js")
        == "// c.js\nconst c = 1;\n\n// b.js\nfunction b() { return c; }\n\n// app.js\nb(c);\n")
  }

  @Test("names a module that is missing, and a circle of imports")
  func faults() {
    let lonely = ModuleBundle(modules: ["app.js": "import { x } from \"./x.js\";\n"])
    #expect(throws: ModuleBundle.Fault.self) { try lonely.script(entry: "app.js") }
    let circle = ModuleBundle(modules: [
      "a.js": "import { b } from \"./b.js\";\n", "b.js": "import { a } from \"./a.js\";\n",
    ])
    #expect(throws: ModuleBundle.Fault.self) { try circle.script(entry: "a.js") }
  }
}

@Suite("FrontEnd")
struct FrontEndTests {
  @Test("has modules that can be joined: named imports, exported declarations, no name twice")
  func rules() throws {
    var owner: [String: String] = [:]
    for (name, text) in FrontEnd.modules.sorted(by: { $0.key < $1.key }) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let imports = lines.filter { $0.hasPrefix("import") }
      #expect(imports.count == ModuleBundle.imports(of: text).count, "\(name): an import of another shape")
      #expect(!imports.contains { $0.contains(" as ") }, "\(name) renames an import")
      for line in lines where line.hasPrefix("export") {
        #expect(line.contains(/^export (?:async )?(?:const|class|function\*?) \w/), "\(name): \(line)")
      }
      for declared in ModuleBundle.declarations(of: text) {
        #expect(owner[declared] == nil, "\(declared) stands in \(name) and \(owner[declared] ?? "")")
        owner[declared] = name
      }
    }
    #expect(FrontEnd.modules.count > 15)
  }

  @Test("imports only what the other module exports")
  func exports() {
    for (name, text) in FrontEnd.modules {
      for match in text.matches(of: /(?m)^import \{ ([^}]*) \} from "\.\/([\w.-]+)";$/) {
        let target = FrontEnd.modules[String(match.2)] ?? ""
        for imported in match.1.split(separator: ", ") {
          #expect(target.contains(" \(imported)") && target.contains("export"), "\(name) imports \(imported)")
          let pattern = "export (?:async )?(?:const|class|function\\*?) \(imported)\\b"
          #expect((try? Regex(pattern)).map { target.contains($0) } ?? false, "\(name): \(imported) of \(match.2)")
        }
      }
    }
  }

  @Test("keeps each module under 300 lines, and holds nothing that ends a script")
  func size() {
    for (name, text) in FrontEnd.modules {
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 300, "\(name)")
      #expect(!text.contains("</script") && !text.contains("<!--"), "\(name)")
    }
  }

  @Test("speaks both languages: the same keys, every key that is asked for")
  func words() throws {
    func keys(_ name: String) -> Set<String> {
      Set((FrontEnd.modules[name] ?? "").matches(of: /"([\w.]+)": "/).map { String($0.1) })
    }
    let french = keys("words-fr.js")
    #expect(french == keys("words-en.js"), "\(french.symmetricDifference(keys("words-en.js")).sorted())")
    #expect(french.count > 150)
    for (name, text) in FrontEnd.modules where !name.hasPrefix("words-") {
      for match in text.matches(of: /\bt\("([\w.]+)"/) {
        #expect(french.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }
}
