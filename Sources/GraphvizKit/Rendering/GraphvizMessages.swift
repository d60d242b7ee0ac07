internal import GraphvizShim

/// What Graphviz says, as messages.
enum GraphvizMessages {
  /// The messages since they were last taken. Only under the lock of ``Graphviz``.
  static func pending() -> [String] {
    var length = 0
    let text = unsafe gvs_messages(&length)
    // The buffer belongs to the shim and lives until the next message, which cannot come while the lock is held here.
    return split(unsafe String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self))
  }

  static func taken() -> [String] {
    let messages = pending()
    gvs_messages_clear()
    return messages
  }

  static func isError(_ message: String) -> Bool { message.hasPrefix("Error:") }

  /// Whether these are the words of fontconfig or pango for want of any font.
  static func lacksFonts(_ text: String) -> Bool {
    ["Cannot load default config file", "failed to choose a font", "No fonts found"].contains(where: text.contains)
  }

  /// One message for each `Error:` or `Warning:`, with the lines that belong to it; each once, since Graphviz repeats
  /// them for each format.
  static func split(_ text: String) -> [String] {
    var messages: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line)
      if messages.isEmpty || isError(line) || line.hasPrefix("Warning:") {
        messages.append(line)
      } else {
        messages[messages.count - 1] += " " + line
      }
    }
    var seen = Set<String>()
    return messages.filter { seen.insert($0).inserted }
  }
}

extension GraphvizError {
  /// Tells from the words of Graphviz what is missing.
  init(graphvizSaid messages: [String], stage: Stage, engine: LayoutEngine?) {
    let text = messages.joined(separator: "\n")
    let lacksPlugin = ["not recognized. Use one of", "There is no layout engine support", "No loadimage plugin"]
    let reason: Reason = lacksPlugin.contains(where: text.contains) ? .missingPlugin : .rejected
    self.init(reason, stage: stage, engine: engine, messages: messages)
  }
}
