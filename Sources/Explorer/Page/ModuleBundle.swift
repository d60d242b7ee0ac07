/// The front end as one script: the same modules that the server hands out one by one, joined for a page that works from
/// a double click.
///
/// A page opened from a disk cannot load modules beside it (browsers give `file:` no origin), and an import map of `data:`
/// or `blob:` addresses would need a policy that lets any such address run. One script, named in the policy by its hash,
/// needs neither: only these very bytes run. So that joining is enough, modules keep to three rules, which a test checks:
/// they import by name from `./file.js` and rename nothing, they export only declarations, and no two of them declare the
/// same name at their top level.
struct ModuleBundle {
  /// A module imports one that is not there, or two import each other.
  struct Fault: Error, Equatable {
    let module: String
    let reason: String
  }

  /// The name and text of each module.
  let modules: [String: String]

  /// The text of the module `entry` behind those of all that it imports, each once, the imported before the importing.
  ///
  /// - Throws: ``Fault``.
  func script(entry: String) throws(Fault) -> String {
    var order: [String] = []
    var open: [String] = []
    try visit(entry, &order, &open)
    return order.map { "// \($0)\n" + ModuleBundle.joined(modules[$0] ?? "") }.joined(separator: "\n")
  }

  private func visit(_ name: String, _ order: inout [String], _ open: inout [String]) throws(Fault) {
    guard !order.contains(name) else { return }
    guard !open.contains(name) else { throw Fault(module: name, reason: "imports itself by way of \(open)") }
    guard let text = modules[name] else { throw Fault(module: name, reason: "is imported by \(open) and missing") }
    open.append(name)
    for imported in ModuleBundle.imports(of: text) { try visit(imported, &order, &open) }
    open.removeLast()
    order.append(name)
  }

  /// The modules that a text imports, in its order.
  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { imported(by: $0).map(String.init) }
  }

  /// The module that a line imports from; nil for any other line.
  private static func imported(by line: Substring) -> Substring? {
    // Most lines are none: a look at their first word is much quicker than a pattern, and a server's first page waits.
    guard line.hasPrefix("import ") else { return nil }
    return line.wholeMatch(of: /import \{[^}]*\} from "\.\/([\w.-]+)";/)?.1
  }

  /// The names that a text declares at its top level.
  static func declarations(of text: String) -> [String] {
    text.matches(of: /(?m)^(?:export )?(?:async )?(?:const|let|class|function\*?) (\w+)/).map { String($0.1) }
  }

  /// The text without its imports and the word `export`.
  private static func joined(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { imported(by: $0) == nil }
      .map { $0.hasPrefix("export ") ? $0.dropFirst("export ".count) : $0 }
      .joined(separator: "\n")
  }
}
